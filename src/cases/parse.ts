import {
  child,
  entriesOf,
  type Entry,
  entryOf,
  formIssues,
  itemsOf,
  readCite,
  readRational,
  readWords,
  readYaml,
  textOf,
  type Tree,
  withoutFollowUps,
} from '../criteria/index.ts';
import { hasError, type Issue, refusal, type Result, type StateWord } from '../messages/index.ts';
import { ZERO } from '../number/index.ts';
import type { Case, Cases, ChosenReading, Expectation, Given, Named, PointsRange, Row } from './cases.ts';
import { casesJsonSchema, casesSchema, STATES } from './schema.ts';

/**
 * Parses a cases file. Whether its names fit a criteria set is another question: see {@link checkCases}.
 *
 * @param text The text of the file.
 * @param file Its name, for messages.
 * @returns The cases, or all faults of the file, each with its place.
 * @example parseCases(casesText, 'example.cases.yaml').ok // true
 */
export function parseCases(text: string, file: string): Result<Cases> {
  const { tree, issues } = readYaml(text, file);
  const found =
    tree === null ? issues : withoutFollowUps([...issues, ...formIssues(tree, casesSchema, casesJsonSchema)], tree);
  if (tree === null || hasError(found)) return refusal(found.toSorted(byPlace));
  const base = readRow(child(tree, 'base'));
  const cases = itemsOf(child(tree, 'cases')).map((item) => readCase(item, base));
  return { ok: true, value: { criteria: namedIn(child(tree, 'criteria') ?? tree), cases, file }, issues: found };
}

function readCase(item: Tree, base: Row): Case {
  return {
    name: readWords(child(item, 'name')),
    cite: readCite(child(item, 'cite')),
    readings: entriesOf(child(item, 'readings')).map(([name, entry]) => readReading(name, entry)),
    given: readGiven(item, base),
    own: new Set(readRow(child(item, 'data')).keys()),
    expected: readExpectations(child(item, 'expect')),
    at: item.at,
  };
}

function readReading(name: string, { key, value }: Entry): ChosenReading {
  return { reading: { name, at: key }, option: namedIn(value) };
}

function readGiven(item: Tree, base: Row): Given {
  const above = (tree: Tree | null): Row => new Map([...base, ...readRow(tree)]);
  const units = child(item, 'units');
  if (units !== null) return { kind: 'units', units: itemsOf(units).map((unit) => above(unit)) };
  return {
    kind: 'data',
    data: above(child(item, 'data')),
    history: itemsOf(child(item, 'history')).map((row) => readRow(row)),
  };
}

function readRow(tree: Tree | null): Row {
  return new Map(
    entriesOf(tree).map(([column, { key, value }]) => {
      return [column, { value: value.kind === 'leaf' ? value.value : null, key, at: value.at }];
    }),
  );
}

function readExpectations(tree: Tree | null): readonly Expectation[] {
  const found: Expectation[] = [];
  const at = (key: string): Entry | null => entryOf(tree, key);
  const [classEntry, candidates, certified, score] = [at('class'), at('candidates'), at('certified'), at('score')];
  if (classEntry !== null) found.push({ of: 'class', expected: textOf(classEntry.value), at: placeOf(classEntry) });
  if (candidates !== null) {
    found.push({ of: 'candidates', expected: itemsOf(candidates.value).map(namedIn), at: candidates.key });
  }
  if (certified !== null) found.push({ of: 'certified', expected: flagIn(certified.value), at: placeOf(certified) });
  if (score !== null) found.push({ of: 'score', expected: readRange(score.value), at: score.key });
  for (const [id, { key, value }] of entriesOf(child(tree, 'states'))) {
    found.push({ of: 'state', criterion: { name: id, at: key }, expected: stateIn(value), at: key });
  }
  for (const [id, { key, value }] of entriesOf(child(tree, 'points'))) {
    found.push({ of: 'points', criterion: { name: id, at: key }, expected: readRange(value), at: key });
  }
  return found;
}

/** A value that is empty has its place after the key; the key says more. */
function placeOf({ key, value }: Entry): Entry['key'] {
  return value.kind === 'leaf' && value.value === null ? key : value.at;
}

function namedIn(tree: Tree): Named {
  return { name: textOf(tree) ?? '', at: tree.at };
}

function flagIn(tree: Tree): boolean | null {
  return tree.kind === 'leaf' && typeof tree.value === 'boolean' ? tree.value : null;
}

function stateIn(tree: Tree): StateWord {
  return STATES.find((state) => state === textOf(tree)) ?? 'unknown';
}

function readRange(tree: Tree): PointsRange | null {
  const one = readRational(tree);
  if (one !== null) return { min: one, max: one };
  if (tree.kind === 'leaf') return null;
  return { min: readRational(child(tree, 'min')) ?? ZERO, max: readRational(child(tree, 'max')) ?? ZERO };
}

function byPlace(a: Issue, b: Issue): number {
  const line = (a.position?.line ?? 0) - (b.position?.line ?? 0);
  return line === 0 ? (a.position?.column ?? 0) - (b.position?.column ?? 0) : line;
}
