import type { CriteriaSet } from '../criteria/index.ts';
import { type Lang, messagesIn } from '../messages/index.ts';
import { integer, rational } from '../number/index.ts';
import type { TargetProgress } from '../rank/index.ts';
import { UNDETERMINED } from '../assess/index.ts';
import { certificationLines, readingLines, section } from './head.ts';
import { harmless } from './harmless.ts';
import { layTable, wrap } from './layout.ts';
import { countText, shownNumber } from './numbers.ts';
import type { Scored } from './scored.ts';
import type { Style } from './style.ts';
import { missingText, type UnitTexts } from './unit-texts.ts';

/** What stands under the table: readings, undetermined units, totals, targets; what matters most is nearest the prompt. */
export function summaryLines(scored: Scored, texts: UnitTexts, style: Style): readonly string[] {
  const words = messagesIn(style.lang).report;
  const { set } = scored.assessments.program;
  const warnings = scored.provenance.issues.filter(({ severity }) => severity === 'warning').length;
  return [
    ...section(words.readings, readingLines(set, style), style),
    ...section(words.undetermined, undeterminedLines(scored, texts, style), style),
    ...section(words.summary, [...classLines(scored, style), '', ...certifiedLines(scored, style)], style),
    ...(warnings === 0 ? [] : ['', style.paint.warn(words.warnings(countText(warnings, style.lang)))]),
    ...(set.status === 'in-force' ? [] : ['', ...certificationLines(set, style)]),
  ];
}

/** Units by class; classes and undetermined add up to the total. */
function classLines({ assessments, summary }: Scored, style: Style): readonly string[] {
  const { lang, paint } = style;
  const words = messagesIn(lang).report;
  const { set } = assessments.program;
  const classes = [...set.classes.values()].map(({ id, label }) => ({
    label: harmless(label[lang]),
    units: summary.classes.get(id) ?? 0,
  }));
  const rows = [...classes, { label: words.undetermined, units: summary.undetermined }];
  type Row = (typeof rows)[number];
  const [, , ...lines] = layTable<Row>(
    [
      { title: '', align: 'left', cell: ({ label }) => label, fit: { good: 24, least: 24, cut: 'middle' } },
      { title: '', align: 'right', cell: ({ units }) => countText(units, lang) },
    ],
    [...rows, { label: words.total, units: summary.units }],
    { width: style.width - 2, paint },
  ).lines;
  return lines.map((line, index) => (index === rows.length ? paint.bold(line) : line));
}

function certifiedLines({ assessments, summary }: Scored, { lang, width, paint }: Style): readonly string[] {
  const words = messagesIn(lang).report;
  const { set } = assessments.program;
  const { units, certified, maybeCertified } = summary;
  const lines = set.targets.map(({ atLeast }) => atLeast);
  const counts = `${countText(certified, lang)}/${countText(units, lang)}`;
  const share = rational(BigInt(certified), BigInt(Math.max(1, units)));
  const percent = units === 0 ? '' : ` = ${shownNumber(share, { lang, percent: true, lines })}`;
  return [
    paint.bold(`${words.certifiedShare}: ${counts}${percent}`),
    ...(maybeCertified === 0 ? [] : [paint.warn(words.maybeCertified(countText(maybeCertified, lang)))]),
    ...summary.targets.flatMap((progress) => {
      const paints = progress.met === null ? paint.warn : progress.met ? paint.good : paint.bad;
      return wrap(targetText(progress, set, lang), width - 2).map((line) => paints(line));
    }),
  ];
}

function targetText({ target, certified, needed, met }: TargetProgress, set: CriteriaSet, lang: Lang): string {
  const share = shownNumber(target.atLeast, { lang, percent: true, lines: [integer(1)] });
  const text = messagesIn(lang).report.target({
    until: target.until,
    share,
    needed: countText(needed, lang),
    certified: countText(certified, lang),
    met,
  });
  const document = target.cite === null ? undefined : set.sources.get(target.cite.source)?.document;
  return document === undefined ? text : `${text} (${harmless(document)})`;
}

/** Each undetermined unit with what it can be and which figures would settle it. */
function undeterminedLines({ assessments, ranking }: Scored, texts: UnitTexts, style: Style): readonly string[] {
  const { lang, width } = style;
  const words = messagesIn(lang).report;
  const { set } = assessments.program;
  const open = ranking.order.filter(
    (row) => assessments.classes[row] === UNDETERMINED || texts.verdict(row) === 'undetermined',
  );
  return open.flatMap((row) => {
    const cells = texts.missing(row).map((cell) => missingText(set, cell, lang));
    const { exact } = assessments.candidates(row);
    const head = `${texts.code(row)} ${texts.name(row)}: ${words.candidates(texts.candidates(row), exact)};`;
    return [...wrap(head, width - 2), ...wrap(words.missingCells(cells), width - 4).map((line) => `  ${line}`)];
  });
}
