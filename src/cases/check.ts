import type { CriteriaSet, CriteriaSource } from '../criteria/index.ts';
import { UNIT_COLUMN_IDS } from '../data/index.ts';
import { type CaseIdKind, type Issue, issue, nearestNames, withoutRepeats } from '../messages/index.ts';
import type { Case, Cases, Expectation, Named, Row } from './cases.ts';
import { requireCases, requireSets } from './require.ts';
import { defaultSet, type Sets } from './sets.ts';

/**
 * What of a cases file does not fit the criteria: another set's id, names the set does not have, figures of the wrong
 * level.
 *
 * @returns All faults, each with its place.
 * @throws {RangeError} For what are no cases, and for what are no criteria files.
 * @example checkCases(cases, sets) // []
 */
export function checkCases(input: Cases, sets: Sets): readonly Issue[] {
  requireCases(input);
  requireSets(sets);
  const { criteria, cases } = input;
  const { source } = sets;
  if (criteria.name !== source.header.id) {
    const args = { expected: source.header.id, found: criteria.name };
    return [issue('cases/other-set', args, { position: criteria.at, received: criteria.name })];
  }
  const known = namesOf(sets);
  // Figures of `base` are in every case: a fault in them is told once.
  return withoutRepeats(cases.flatMap((own) => caseIssues(own, known)));
}

/** The names a case may use. */
interface Names {
  readonly id: string;
  readonly criteria: readonly string[];
  readonly classes: readonly string[];
  readonly columns: readonly string[];
  /** The options of each reading. */
  readonly readings: ReadonlyMap<string, readonly string[]>;
  readonly needed: 'units' | 'data';
}

function namesOf({ source, below }: Sets): Names {
  const set = defaultSet(source);
  const given = below === null ? set : defaultSet(below);
  const group = set.from === null || below === null ? [] : [set.from.group];
  return {
    id: set.id,
    criteria: [...set.criteria.keys()],
    classes: [...set.classes.keys()],
    columns: [...columnsOf(given), ...group],
    readings: new Map([...optionsOf(source), ...(below === null ? [] : optionsOf(below))]),
    needed: below === null ? 'data' : 'units',
  };
}

function columnsOf(set: CriteriaSet): readonly string[] {
  return [...set.indicators.keys(), ...UNIT_COLUMN_IDS];
}

function optionsOf({ readings }: CriteriaSource): readonly (readonly [string, readonly string[]])[] {
  return [...readings.values()].map(({ id, options }) => [id, [...options.keys()]]);
}

function caseIssues(own: Case, known: Names): readonly Issue[] {
  const { given } = own;
  const wrongLevel =
    given.kind === known.needed
      ? []
      : [issue('cases/units-or-data', { set: known.id, needed: known.needed }, { position: own.at })];
  const rows = given.kind === 'units' ? given.units : [given.data, ...given.history];
  return [
    ...wrongLevel,
    ...own.readings.flatMap(({ reading, option }) => {
      const unknown = unknownIn([...known.readings.keys()], reading, 'reading', known);
      return unknown.length > 0 ? unknown : unknownIn(known.readings.get(reading.name) ?? [], option, 'option', known);
    }),
    ...(wrongLevel.length > 0 ? [] : rows.flatMap((row) => rowIssues(row, known))),
    ...own.expected.flatMap((expectation) => expectationIssues(expectation, known)),
  ];
}

function rowIssues(row: Row, known: Names): readonly Issue[] {
  return [...row].flatMap(([name, { key }]) => unknownIn(known.columns, { name, at: key }, 'column', known));
}

function expectationIssues(expectation: Expectation, known: Names): readonly Issue[] {
  switch (expectation.of) {
    case 'class':
      if (expectation.expected === null) return [];
      return unknownIn(known.classes, { name: expectation.expected, at: expectation.at }, 'class', known);
    case 'candidates':
      return expectation.expected.flatMap((named) => unknownIn(known.classes, named, 'class', known));
    case 'state':
    case 'points':
      return unknownIn(known.criteria, expectation.criterion, 'criterion', known);
    case 'certified':
    case 'score':
      return [];
    default:
      return expectation satisfies never;
  }
}

function unknownIn(names: readonly string[], { name, at }: Named, kind: CaseIdKind, known: Names): readonly Issue[] {
  if (names.includes(name)) return [];
  const args = { kind, id: name, set: known.id, nearest: nearestNames(name, names) };
  return [issue('cases/unknown-id', args, { position: at, received: name })];
}
