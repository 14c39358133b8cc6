import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Assessments, compile } from '../../src/assess/index.ts';
import { fullPoints } from '../../src/criteria/index.ts';
import { assemble, parseLineage, readCsv } from '../../src/data/index.ts';
import { groupState } from '../../src/explain/finding.ts';
import { asState, type Finding, findingOf, findingReader } from '../../src/explain/index.ts';
import { FAIL, NOT_APPLICABLE, PASS, type State, UNKNOWN } from '../../src/formula/index.ts';
import { exactText } from '../../src/number/index.ts';
import { assessorFor } from '../assess/assessor.ts';
import { smallSet } from '../assess/small-sets.ts';
import { setOf } from '../lint/lint.ts';
import { randomCommune, type Random, seededRandom, toCsv } from '../oracle/communes.ts';

const FILE = 'criteria/vn-drug-free-2025.yaml';
const COMMUNES = 300;

/** Every part of a finding with its figures, which it works out when they are asked for. */
function written(finding: Finding): unknown {
  switch (finding.kind) {
    case 'comparison': {
      const { state, operator, observed, required, margin, range, percent } = finding;
      return { state, operator, observed, required, margin, range, percent };
    }
    case 'not':
      return { ...finding, of: written(finding.of) };
    case 'group':
      return { ...finding, of: finding.of.map(written) };
    default:
      return finding;
  }
}

/** The same table with some cells left empty. */
function withGaps(csv: string, random: Random): readonly string[] {
  return csv
    .trimEnd()
    .split('\n')
    .map((line, index) => {
      const cells = line.split(',');
      return cells.map((cell, place) => (index > 0 && place > 4 && random(12n) === 0n ? '' : cell)).join(',');
    });
}

test('what is found of a row does not hang on other rows, and agrees with the states of the columns', () => {
  const set = setOf(readFileSync(FILE, 'utf8'));
  const random = seededRandom(28n);
  const [header = '', ...lines] = withGaps(
    toCsv(Array.from({ length: COMMUNES }, () => randomCommune(random))),
    random,
  );
  const assess = (rows: readonly string[]): Assessments => {
    const dataset = readCsv({ name: 'xa.csv', text: [header, ...rows, ''].join('\n') }, set);
    expect(dataset.rows).toBe(rows.length);
    return compile(set).assess(dataset);
  };
  const together = assess(lines);
  const alone = lines.map((line) => assess([line]));
  for (const [place, criterion] of [...set.criteria.values()].entries()) {
    if (criterion.rule.kind !== 'test') continue;
    const formula = fullPoints(criterion);
    const read = findingReader(together, formula);
    const found = lines.map((_, row) => read(row));
    for (const [row, one] of alone.entries()) {
      const finding = found[row] ?? read(row);
      // F.1 may be open by itself and settled by the check on the same figures.
      if (criterion.id !== 'F.1' || finding.state !== UNKNOWN)
        expect(finding.state).toBe(asState(together.states[place]?.[row]));
      expect(written(finding)).toEqual(written(findingOf(one, formula, 0)));
    }
  }
});

test.each<[states: readonly State[], needed: number, expected: State]>([
  [[NOT_APPLICABLE, UNKNOWN, NOT_APPLICABLE], 2, UNKNOWN], // It may yet not apply either, and then nothing does.
  [[UNKNOWN, UNKNOWN], 3, UNKNOWN],
  [[NOT_APPLICABLE, FAIL, UNKNOWN], 2, FAIL],
  [[NOT_APPLICABLE, NOT_APPLICABLE], 1, NOT_APPLICABLE],
  [[PASS, UNKNOWN], 3, FAIL],
  [[PASS, UNKNOWN], 2, UNKNOWN],
  [[PASS, FAIL], 1, PASS],
])('of parts that are %j, of which %i must hold, the group is %i', (states, needed, expected) => {
  expect(groupState(states, needed)).toBe(expected);
});

test.each<[rule: string, severity: string, range: readonly (string | null)[]]>([
  ['part <= whole', 'error', ['0', '5']],
  ['whole - part >= 0', 'error', ['0', '5']],
  ['part < whole + 9', 'error', ['-3', '5']],
  ['part <= whole', 'warning', ['-3', '5']], // It may be so all the same.
])('a difference that “%s” (%s) is said of lies between %j', (rule, severity, range) => {
  const merge = 'type: count, merge: { by: sum, bounds: true }';
  const { program, assess } = assessorFor(
    smallSet(
      `  whole: { label: Whole, ${merge} }\n  part: { label: Part, ${merge} }`,
      `measures:
  rest: { label: Rest, formula: whole - part }
checks:
  - { rule: "${rule}", severity: ${severity}, message: Parts are more than the whole }
criteria:
  A: { title: None left, test: rest == 0 }
classes:
  good: { label: Good, when: A }
  other: { label: Other, when: otherwise }
`,
    ),
  );
  const lineage = parseLineage('old_code,new_code,share\n10001,20001,part\n10001,20002,part\n', 'lineage.csv');
  if (!lineage.ok) throw new Error(JSON.stringify(lineage.issues));
  const file = readCsv({ name: 'a.csv', text: 'code;whole;part\n10001;5;3\n' }, program.set, { isPart: true });
  const assessments = assess(assemble([file], program.set, { lineage: lineage.value }));
  const [criterion] = program.set.criteria.values();
  const finding = criterion === undefined ? null : findingOf(assessments, fullPoints(criterion), 0);
  const ends = finding?.kind === 'comparison' ? [finding.range?.min, finding.range?.max] : [];
  expect(ends.map((end) => (end === null || end === undefined ? null : exactText(end)))).toEqual(range);
});
