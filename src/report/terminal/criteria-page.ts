import type { CriteriaSet, Indicator, ScoreModel } from '../../criteria/index.ts';
import { type Formula, printFormula } from '../../formula/index.ts';
import { type Lang, messagesIn } from '../../messages/index.ts';
import { citation, clauseText } from '../words/cite-text.ts';
import { depthOf, headText, ruleLines } from '../words/criterion-rule.ts';
import { dayText, validityText } from '../plain/days.ts';
import { formulaWords } from '../words/formula-words.ts';
import { harmless } from '../plain/harmless.ts';
import { SIGNS } from '../words/finding-text.ts';
import { certificationLines, lackLines, section } from './head.ts';
import { pad, wrap } from './layout.ts';
import { shownNumber } from '../plain/numbers.ts';
import { pointsText } from '../words/points-text.ts';
import { rankKeyText } from '../words/rank-key-text.ts';
import { tiesText } from '../words/ties-text.ts';
import type { Style } from '../style.ts';
import { placeText } from '../words/missing-text.ts';

/** What `xasach criteria ID` prints: a set from its title to its last note, as a person reads it. */
export function writeCriteriaPage(set: CriteriaSet, style: Style): string {
  const { lang } = style;
  const words = messagesIn(lang).report;
  const { columns, set: own } = words;
  const parts: readonly (readonly [string, readonly string[]])[] = [
    [words.setLacks, lackLines(set, style)],
    [own.sources, sourceLines(set, style)],
    [columns.class, classLines(set, style)],
    [own.criteria, criterionLines(set, style)],
    [own.score, scoreLines(set, style)],
    [own.measures, measureLines(set, style)],
    [own.indicators, indicatorLines(set, style)],
    [own.checks, checkLines(set, style)],
    [own.remarks, remarkLines(set, style)],
    [words.rankOrder, rankLines(set, style)],
    [words.readings, readingLines(set, style)],
    [own.targets, targetLines(set, style)],
    [own.overridden, overriddenLines(set, style)],
    [words.notes, set.notes.flatMap((note) => wrap(harmless(note[lang]), textWidth(style), '• '))],
  ];
  const lines = [...headLines(set, style), ...parts.flatMap(([title, content]) => section(title, content, style))];
  return `${lines.join('\n')}\n`;
}

/** Sections are indented. */
function textWidth({ width }: Style): number {
  return width - 2;
}

function headLines(set: CriteriaSet, style: Style): readonly string[] {
  const { lang, width, paint } = style;
  const words = messagesIn(lang).report;
  const { effective, reviewed, period } = set;
  const facts: readonly (readonly [string, string])[] = [
    [words.set.id, set.id],
    [words.set.status, words.statuses[set.status]],
    [words.set.unit, words.levels[set.unit]],
    ...(set.from === null ? [] : [[words.set.rolledUp, words.set.rolledUpBy(set.from.set, set.from.group)] as const]),
    [words.set.effective, validityText(effective, lang)],
    [words.set.reviewed, reviewed === null ? words.set.notReviewed : dayText(reviewed, lang)],
    [words.set.period, words.set.yearFromTo(dayText(period.from, lang), dayText(period.to, lang))],
    [words.set.file, `${harmless(set.file)} (sha256 ${set.sha256.slice(0, 12)}…)`],
  ];
  const widest = Math.max(...facts.map(([label]) => label.length));
  return [
    ...wrap(harmless(set.title[lang]), width).map((line) => paint.bold(line)),
    ...certificationLines(set, style),
    '',
    ...facts.flatMap(([label, text]) => wrap(text, width, `${pad(label, widest)}  `)),
  ];
}

function sourceLines({ sources }: CriteriaSet, style: Style): readonly string[] {
  const { lang } = style;
  return [...sources.values()].flatMap(({ id, document, issuer, date, url }) => {
    const facts = [document[lang], issuer, date === null ? null : dayText(date, lang), url];
    return wrap(
      facts
        .filter((fact) => fact !== null)
        .map((part) => harmless(part))
        .join(', '),
      textWidth(style),
      `${id}: `,
    );
  });
}

function classLines(set: CriteriaSet, style: Style): readonly string[] {
  const { lang, paint } = style;
  const words = messagesIn(lang).report.set;
  return [...set.classes.values()].flatMap(({ label, certifies, when, cite }, index) => {
    const clause = cite === null ? '' : ` (${citation(cite, set, lang)})`;
    const mark = certifies ? ` [${words.certifies}]` : '';
    return [
      ...wrap(`${harmless(label[lang])}${mark}${clause}`, textWidth(style), `${index + 1}. `),
      ...wrap(when === null ? words.otherwise : formulaWords(when, { set, lang }), textWidth(style), '   ').map(
        (line) => paint.dim(line),
      ),
    ];
  });
}

/** Groups as headings, their parts indented under them. */
function criterionLines(set: CriteriaSet, style: Style): readonly string[] {
  const { lang, paint } = style;
  const widest = Math.max(0, ...Array.from(set.criteria.keys(), (id) => id.length));
  return [...set.criteria.values()].flatMap((criterion) => {
    const { id, cite, rule } = criterion;
    const indent = '  '.repeat(depthOf(criterion, set));
    const clause = cite === null ? '' : ` (${clauseText(cite, set, lang)})`;
    const head = wrap(
      `${headText(criterion, { set, lang })}${clause}`,
      textWidth(style),
      `${indent}${pad(id, widest)}  `,
    );
    return [
      ...(rule.kind === 'group' ? head.map((line) => paint.bold(line)) : head),
      ...ruleLines(criterion, { set, lang }).flatMap((line) =>
        wrap(line, textWidth(style), `${indent}${' '.repeat(widest + 2)}`).map((text) => paint.dim(text)),
      ),
    ];
  });
}

function measureLines({ measures }: CriteriaSet, style: Style): readonly string[] {
  return [...measures.values()].flatMap(({ id, label, formula }) => [
    ...wrap(`${id}: ${harmless(label[style.lang])}`, textWidth(style)),
    ...wrap(printFormula(formula), textWidth(style), '  = ').map((line) => style.paint.dim(line)),
  ]);
}

function indicatorLines({ indicators }: CriteriaSet, style: Style): readonly string[] {
  return [...indicators.values()].flatMap((indicator) => [
    ...wrap(`${indicator.id}: ${harmless(indicator.label[style.lang])}`, textWidth(style)),
    ...[indicatorFacts(indicator, style.lang), harmless(indicator.actionableBecause?.[style.lang] ?? '')]
      .flatMap((fact) => (fact === '' ? [] : wrap(fact, textWidth(style), '  ')))
      .map((line) => style.paint.dim(line)),
  ]);
}

function indicatorFacts({ unit, values, measured, provider, rollup }: Indicator, lang: Lang): string {
  const words = messagesIn(lang).report.set;
  const choices = [...values].map(([id, label]) => `${id} = ${harmless(label[lang])}`);
  const facts = [
    unit === null ? '' : harmless(unit[lang]),
    choices.join(', '),
    rollup === null ? '' : words.fromBelow(printFormula(rollup)),
    words.measured[measured],
    provider === null ? '' : words.provider(harmless(provider[lang])),
  ];
  return facts.filter((fact) => fact !== '').join('; ');
}

function checkLines(set: CriteriaSet, style: Style): readonly string[] {
  const { severities } = messagesIn(style.lang).report;
  return set.checks.flatMap(({ rule, message, severity }) => [
    ...wrap(`${formulaWords(rule, { set, lang: style.lang })} [${severities[severity]}]`, textWidth(style), '• '),
    ...wrap(harmless(message[style.lang]), textWidth(style), '  ').map((line) => style.paint.dim(line)),
  ]);
}

function remarkLines(set: CriteriaSet, style: Style): readonly string[] {
  return set.remarks.flatMap(({ when, class: own, message }) => {
    const label = own === null ? '' : `${harmless(set.classes.get(own)?.label[style.lang] ?? own)}; `;
    return [
      ...wrap(`${label}${formulaWords(when, { set, lang: style.lang })}`, textWidth(style), '• '),
      ...wrap(harmless(message[style.lang]), textWidth(style), '  ').map((line) => style.paint.dim(line)),
    ];
  });
}

/** How points become a score and what the score is held against. */
function scoreLines(set: CriteriaSet, style: Style): readonly string[] {
  const { lang } = style;
  const words = messagesIn(lang).report.set;
  const { score } = set;
  const mandatory = [...set.criteria.values()].filter((own) => own.mandatory).map(({ id }) => id);
  const gates = [...set.classes.values()].flatMap(({ when, label }) => {
    const found = when === null ? [] : gateTexts(when, lang);
    return found.length === 0 ? [] : [`${harmless(label[lang])}: ${found.join('; ')}`];
  });
  const lines = [
    ...(score === null ? [] : modelTexts(score, lang)),
    ...(mandatory.length === 0 ? [] : [words.mandatoryOf(mandatory)]),
    ...gates,
  ];
  return lines.flatMap((line) => wrap(line, textWidth(style), '• '));
}

function modelTexts(score: ScoreModel, lang: Lang): readonly string[] {
  const words = messagesIn(lang).report.set;
  if (score.model === 'count') return [words.countOf(score.of)];
  const { model, of, round } = score;
  const total = pointsText(of, lang);
  return [
    model === 'points' ? words.sumOf(total) : words.weightedOf(total),
    round === null ? words.notRounded : words.rounding(pointsText(round.to, lang), round.mode),
  ];
}

/** The comparisons of points in the condition of a class. */
function gateTexts(formula: Formula, lang: Lang): readonly string[] {
  switch (formula.kind) {
    case 'all':
    case 'any':
    case 'at_least':
      return formula.of.flatMap((part) => gateTexts(part, lang));
    case 'not':
      return gateTexts(formula.operand, lang);
    case 'compare': {
      const points = pointsName(formula.left, lang);
      if (points === null || formula.right.kind !== 'number') return [];
      const { value, percent } = formula.right;
      const bound = shownNumber(value, { lang, percent, lines: [] });
      return [messagesIn(lang).report.set.gate(points, SIGNS[formula.operator], bound, percent)];
    }
    default:
      return [];
  }
}

/** Whose points a gate asks about: `score`, `points(A)`. */
function pointsName(formula: Formula, lang: Lang): string | null {
  const words = messagesIn(lang).report.points;
  if (formula.kind === 'name') return formula.name === 'score' ? words.score : null;
  const [of] = formula.kind === 'call' && formula.name === 'points' ? formula.args : [];
  return of?.kind === 'name' ? words.scoreOf(of.name) : null;
}

/** What readings, the file that extends another, or a what-if put in place of the original, and where that stands. */
function overriddenLines({ overridden }: CriteriaSet, style: Style): readonly string[] {
  return overridden.flatMap(({ path, at }) => wrap(`${harmless(path)} (${placeText(at)})`, textWidth(style), '• '));
}

function rankLines(set: CriteriaSet, style: Style): readonly string[] {
  if (set.rank.length === 0 && set.ties === 'competition') return [];
  return [
    ...set.rank.flatMap((key, index) => wrap(rankKeyText(key, set, style.lang), textWidth(style), `${index + 1}. `)),
    ...wrap(tiesText(set, style.lang), textWidth(style)),
  ];
}

function readingLines(set: CriteriaSet, style: Style): readonly string[] {
  const { lang, paint } = style;
  const words = messagesIn(lang).report.set;
  const { readings, chosen } = set;
  return [...readings.values()].flatMap(({ id, question, cite, options }) => [
    ...wrap(
      `${harmless(question[lang])}${cite === null ? '' : ` (${clauseText(cite, set, lang)})`}`,
      textWidth(style),
      `${id}: `,
    ),
    ...[...options.values()].flatMap((option) => {
      const isChosen = chosen[id] === option.id;
      const text = `${option.id}: ${harmless(option.label[lang])}${isChosen ? ` [${words.chosen}]` : ''}`;
      return wrap(text, textWidth(style), isChosen ? '  → ' : '    ').map(isChosen ? paint.bold : paint.dim);
    }),
  ]);
}

function targetLines(set: CriteriaSet, style: Style): readonly string[] {
  const { lang } = style;
  return set.targets.flatMap(({ until, atLeast, cite }) => {
    const share = shownNumber(atLeast, { lang, percent: true, lines: [] });
    const document = cite === null ? '' : ` (${citation(cite, set, lang)})`;
    return wrap(`${messagesIn(lang).report.set.targetLine(until, share)}${document}`, textWidth(style), '• ');
  });
}
