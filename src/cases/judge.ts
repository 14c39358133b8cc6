import { idAt, numberOf } from '../criteria/index.ts';
import { type Assessments, certifiedIn, UNDETERMINED } from '../assess/index.ts';
import { asState, decidingCriteria, stateWord } from '../explain/index.ts';
import { PASS } from '../formula/index.ts';
import { compare, equal, exactText } from '../number/index.ts';
import type { Expectation, PointsRange } from './cases.ts';

/** What came out where something was expected; both in the words of the cases file, `null` as it stands there. */
export interface Found {
  readonly agrees: boolean;
  readonly expected: string;
  readonly found: string;
  /** The criteria that show why, by id: the one asked about, those that decide the class, or those that earn too much or too little. */
  readonly deciding: readonly string[];
}

/** Compares what came out in row 0 with one expectation. */
export function judge(assessments: Assessments, expectation: Expectation): Found {
  const { set } = assessments.program;
  switch (expectation.of) {
    case 'class':
      return compared(expectation.expected ?? 'null', classOf(assessments) ?? 'null', () => decided(assessments));
    case 'candidates': {
      const expected = expectation.expected.map(({ name }) => name);
      return compared(sortedList(expected), sortedList(candidatesOf(assessments)), () => decided(assessments));
    }
    case 'certified':
      return compared(String(expectation.expected), certifiedOf(assessments), () => decided(assessments));
    case 'score': {
      const { expected } = expectation;
      const score = assessments.score(0);
      const isTooMuch = score !== null && expected !== null && compare(score.min, expected.min) > 0;
      return comparedRanges(expected, score, () => countedCriteria(assessments, isTooMuch));
    }
    case 'state': {
      const { name } = expectation.criterion;
      const state = assessments.states[numberOf(set.criteria, name)]?.[0];
      return compared(expectation.expected, stateWord(asState(state)), () => [name]);
    }
    case 'points': {
      const { name } = expectation.criterion;
      const earned = assessments.points(0)[numberOf(set.criteria, name)]?.earned ?? null;
      const found = earned === null ? null : { min: earned.least, max: earned.most };
      return comparedRanges(expectation.expected, found, () => [name]);
    }
    default:
      return expectation satisfies never;
  }
}

function compared(expected: string, found: string, deciding: () => readonly string[]): Found {
  const agrees = expected === found;
  return { agrees, expected, found, deciding: agrees ? [] : deciding() };
}

function comparedRanges(
  expected: PointsRange | null,
  found: PointsRange | null,
  deciding: () => readonly string[],
): Found {
  const agrees =
    expected === null || found === null
      ? expected === found
      : equal(expected.min, found.min) && equal(expected.max, found.max);
  return { agrees, expected: rangeText(expected), found: rangeText(found), deciding: agrees ? [] : deciding() };
}

function rangeText(range: PointsRange | null): string {
  if (range === null) return 'null';
  const [min, max] = [exactText(range.min), exactText(range.max)];
  return min === max ? min : `${min}–${max}`;
}

function classOf({ classes, program }: Assessments): string | null {
  return idAt(program.set.classes, classes[0] ?? UNDETERMINED);
}

function candidatesOf(assessments: Assessments): readonly string[] {
  const ids = [...assessments.program.set.classes.keys()];
  return assessments.candidates(0).classes.flatMap((index) => ids[index] ?? []);
}

function certifiedOf(assessments: Assessments): string {
  return String(certifiedIn(assessments, 0));
}

/** The order of candidates says nothing. */
function sortedList(ids: readonly string[]): string {
  return `[${ids.toSorted().join(', ')}]`;
}

function decided(assessments: Assessments): readonly string[] {
  return decidingCriteria(assessments)(0);
}

/** The criteria that count in the score and are met, or are not. */
function countedCriteria({ program: { set }, states }: Assessments, met: boolean): readonly string[] {
  const ids = [...set.criteria.keys()];
  const counted = set.score?.model === 'count' ? set.score.of : ids.filter((id) => isItem(set, id));
  return counted.filter((id) => (states[ids.indexOf(id)]?.[0] === PASS) === met);
}

function isItem(set: Assessments['program']['set'], id: string): boolean {
  const criterion = set.criteria.get(id);
  return criterion !== undefined && criterion.points !== null && criterion.rule.kind !== 'group';
}
