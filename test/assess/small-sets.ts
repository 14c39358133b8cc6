import { type Assessments, type Assessor, UNDETERMINED } from '../../src/assess/index.ts';
import { datasetFromRows } from '../../src/data/index.ts';
import { exactText } from '../../src/number/index.ts';
import { assessorFor, stateText } from './assessor.ts';

/** The text of a criteria file whose indicators and what follows them are given. */
export function smallSet(indicators: string, rest: string): string {
  return `family: small
version: "1"
status: draft
title: Small
unit: commune
effective: { from: 2025-01-01 }
period: { kind: year, from: 01-01, to: 12-31 }
indicators:
${indicators}
${rest}`;
}

/** A criteria file over the counts `a`, `b` and `c`, each at most 1000, with two classes. */
export function sheetText(criteria: string, score: string, best = 'score >= 80%'): string {
  const counts = ['a', 'b', 'c'].map((id) => `  ${id}: { label: ${id}, type: count, max: 1000 }`);
  return smallSet(
    counts.join('\n'),
    `criteria:
${criteria}
classes:
  best: { label: Best, when: ${best} }
  rest: { label: Rest, when: otherwise }
score: ${score}
`,
  );
}

export type Row = Readonly<Record<string, unknown>>;

/** Assesses rows under a set; everything happens here, so that each test sees the code as it runs it. */
export function assessed(text: string, rows: readonly Row[]): Assessments {
  const assessor: Assessor = assessorFor(text);
  const records = rows.map((row, index) => ({ code: String(index), ...row }));
  return assessor.assess(datasetFromRows(records, assessor.program.set));
}

/** Points and what can be earned: `80/100`, `2…5/10` between ends that differ, `null` for none. */
export function scoreText(assessments: Assessments, row: number): string {
  const score = assessments.score(row);
  if (score === null) return 'null';
  const [least, most, of] = [score.min, score.max, score.of].map((end) => exactText(end));
  return `${least === most ? least : `${least}…${most}`}/${of}`;
}

/** The classes a row can be in: `best`, `best or rest`, with `perhaps` before them where that is not exact. */
export function candidatesText(assessments: Assessments, row: number): string {
  const ids = [...assessments.program.set.classes.keys()];
  const { classes, exact } = assessments.candidates(row);
  const names = classes.map((place) => (place === UNDETERMINED ? 'none' : ids[place])).join(' or ');
  return `${exact ? '' : 'perhaps '}${names === '' ? 'none' : names}`;
}

/** The state of a criterion of a row, and what it earns of what it can: `pass 5/10`. */
export function criterionText(assessments: Assessments, id: string, row = 0): string {
  const number = [...assessments.program.set.criteria.keys()].indexOf(id);
  const result = assessments.points(row)[number] ?? null;
  const state = stateText(assessments.states[number]?.[row]);
  if (result === null) return state;
  const [earned, available] = [result.earned, result.available].map(({ least, most }) => {
    const [from, to] = [exactText(least), exactText(most)];
    return from === to ? from : `${from}…${to}`;
  });
  return `${state} ${earned}/${available}`;
}
