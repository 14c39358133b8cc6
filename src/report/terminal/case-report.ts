import {
  type CaseCoverage,
  type CaseResult,
  defaultSet,
  type Difference,
  type Expectation,
} from '../../cases/index.ts';
import { type CriteriaSource, numberOf } from '../../criteria/index.ts';
import { asState, stateWord } from '../../explain/index.ts';
import { messagesIn, sentence } from '../../messages/index.ts';
import { citation } from '../words/cite-text.ts';
import { testFinding } from '../results/criterion-test.ts';
import { evidenceLines } from '../words/finding-text.ts';
import { harmless } from '../plain/harmless.ts';
import { wrap } from './layout.ts';
import { countText } from '../plain/numbers.ts';
import type { Style } from '../style.ts';
import type { Tested } from '../tested.ts';
import { placeText } from '../words/missing-text.ts';

/**
 * What `xasach test` prints: for each file how many cases passed, every failure in full, and the thresholds that the cases
 * do not try on every side.
 */
export function writeTestReport(tested: readonly Tested[], style: Style): string {
  const pages = tested.map((own) => fileLines(own, style).join('\n'));
  const all = tested.flatMap(({ results }) => results);
  const sum = tested.length > 1 ? [style.paint.bold(countsText(all, style))] : [];
  return `${[...pages, ...sum].join('\n\n')}\n`;
}

function fileLines(tested: Tested, style: Style): readonly string[] {
  const { source, cases, results } = tested;
  const { paint, lang } = style;
  const failed = results.filter(({ passed }) => !passed);
  const status = messagesIn(lang).report.statuses[source.header.status];
  const counts = countsText(results, style);
  return [
    `${paint.bold(source.header.id)} ${paint.dim(`(${status}, ${harmless(cases.file)})`)}`,
    `  ${failed.length === 0 ? paint.good(counts) : paint.bad(counts)}`,
    ...failed.flatMap((result) => ['', ...failureLines(result, tested, style)]),
    ...(failed.length === 0 ? [] : ['']),
    ...coverageLines(tested, style),
  ];
}

function countsText(results: readonly CaseResult[], { lang }: Style): string {
  const failed = results.filter(({ passed }) => !passed).length;
  const [passing, failing, all] = [results.length - failed, failed, results.length].map((count) =>
    countText(count, lang),
  );
  return messagesIn(lang).report.cases.counts(passing ?? '', failing ?? '', all ?? '');
}

function failureLines(result: CaseResult, { source }: Tested, style: Style): readonly string[] {
  const { lang, paint, width } = style;
  const words = messagesIn(lang).report.cases;
  const { name, cite, at, readings } = result.case;
  const place = [placeText(at), ...(cite === null ? [] : [citedText(result, source, style)])].join(' · ');
  const chosen = readings.map(({ reading, option }) => `${reading.name}=${option.name}`);
  return [
    ...wrap(harmless(name[lang]), width, `  ${paint.bad('✗')} `),
    ...wrap(place, width, '    ').map((line) => paint.dim(line)),
    ...(chosen.length === 0 ? [] : wrap(words.readings(chosen), width, '    ').map((line) => paint.dim(line))),
    ...(result.issues.length === 0 ? [] : wrap(words.notRun, width, '    ')),
    ...result.issues.flatMap((found) => {
      const where = found.position === null ? '' : `${placeText(found.position)}: `;
      return wrap(`${where}${harmless(sentence(found, lang))}`, width, '      ');
    }),
    ...result.differences.flatMap((difference) => differenceLines(difference, result, style)),
  ];
}

/** The clause in words; a case that could not be run cites what the set has without a choice of readings. */
function citedText({ case: { cite }, assessments }: CaseResult, source: CriteriaSource, { lang }: Style): string {
  if (cite === null) return source.header.id;
  return citation(cite, assessments?.program.set ?? defaultSet(source), lang);
}

function differenceLines(difference: Difference, result: CaseResult, style: Style): readonly string[] {
  const { lang, paint, width } = style;
  const { cases } = messagesIn(lang).report;
  const { expectation, expected, found, deciding } = difference;
  const told = cases.difference(subjectOf(expectation, style), harmless(expected), harmless(found));
  return [
    ...wrap(told, width, '    ').map((line) => paint.bold(line)),
    ...deciding.flatMap((id) => criterionLines(id, result, style)),
  ];
}

function subjectOf(expectation: Expectation, { lang }: Style): string {
  const words = messagesIn(lang).report.cases;
  switch (expectation.of) {
    case 'state':
      return words.state(expectation.criterion.name);
    case 'points':
      return words.points(expectation.criterion.name);
    case 'class':
    case 'candidates':
    case 'certified':
    case 'score':
      return words[expectation.of];
    default:
      return expectation satisfies never;
  }
}

/** A criterion with its state, its clause, and what was observed, required and how far apart the two are. */
function criterionLines(id: string, { assessments }: CaseResult, style: Style): readonly string[] {
  const { lang, width, paint } = style;
  const criterion = assessments?.program.set.criteria.get(id);
  if (assessments === null || criterion === undefined) return [];
  const { set } = assessments.program;
  const number = numberOf(set.criteria, id);
  const state = messagesIn(lang).report.states[stateWord(asState(assessments.states[number]?.[0]))];
  const clause = criterion.cite === null ? '' : ` (${citation(criterion.cite, set, lang)})`;
  const finding = testFinding(assessments, criterion, 0);
  const evidence = finding === null ? [] : evidenceLines(finding, { set, lang });
  return [
    ...wrap(`${id} ${state}${clause}`, width, '      '),
    ...evidence.flatMap(({ depth, text }) =>
      wrap(text, width, ' '.repeat(8 + 2 * depth)).map((line) => paint.dim(line)),
    ),
  ];
}

function coverageLines({ coverage }: Tested, style: Style): readonly string[] {
  const { lang, width, paint } = style;
  const words = messagesIn(lang).report.cases;
  const gaps = coverage.filter(({ missing }) => missing.length > 0);
  const all = countText(coverage.length, lang);
  if (coverage.length === 0) return [];
  if (gaps.length === 0) return wrap(words.covered(all), width, '  ');
  return [
    ...wrap(words.uncovered(countText(gaps.length, lang), all), width, '  ').map((line) => paint.warn(line)),
    ...gaps.flatMap((gap) => wrap(gapText(gap, style), width, '    ')),
  ];
}

function gapText({ threshold, readings, missing }: CaseCoverage, { lang, paint }: Style): string {
  const words = messagesIn(lang).report.cases;
  const chosen = Object.entries(readings).map(([reading, option]) => `${reading}=${option}`);
  const under = chosen.length === 0 ? '' : ` (${words.readings(chosen)})`;
  const sides = words.gap(missing.map((side) => words.sides[side]));
  return `${paint.bold(threshold.of)} ${harmless(threshold.text)}${under}: ${sides} ${paint.dim(`(${placeText(threshold.at)})`)}`;
}
