import { checkFormula, type Formula, MISSING } from '../formula/index.ts';
import { type IdKind, type Issue, issue, nearestNames, type Position } from '../messages/index.ts';
import { compare } from '../number/index.ts';
import { neutralNumber } from './condition.ts';
import type { Criterion, Indicator, Measure } from './criteria-set.ts';
import { MOST_FAULTS } from './most-faults.ts';
import { RESERVED } from './forms.ts';
import { mergeIssues } from './merge.ts';
import type { SetContent } from './read.ts';
import { expandedDepths, expandedSizes, findCycles, inOrder, referencesAmong } from './references.ts';
import { type Placed, ruleFormulas, ruleIssues } from './rules.ts';
import { classScopeOf, scopeOf } from './scope.ts';
import { child, entriesOf, itemsOf, type Leaf, type Path, pathText, textOf, type Tree } from './tree.ts';
import { readCite } from './values.ts';

/** How many names a measure may hold with all measures it refers to. */
const LARGEST_MEASURE = 10_000;
/** How many levels deep a measure or criterion may be with all that it refers to. */
const DEEPEST = { measures: 1_200, criteria: 500 } as const;

/**
 * What is wrong with a set of the right form: names nobody declared, circles, types and units, order of classes.
 *
 * @param content What was read.
 * @param tree What it was read from, for the places.
 */
export function soundnessIssues(content: SetContent, tree: Tree): readonly Issue[] {
  const measures = measureIssues(content);
  return [
    ...nameIssues(content),
    ...headerIssues(content, tree),
    ...indicatorIssues(content, tree),
    ...mergeIssues(content.indicators.values(), tree),
    ...classIssues(content),
    ...placeIssues(content),
    ...referenceIssues(content, tree),
    ...readingIssues(content, tree),
    ...measures.issues,
    ...criterionIssues(content),
    ...ruleIssues(content, tree),
    ...formulaIssues({ ...content, measures: measures.checked }),
  ];
}

/** An id of one kind used for another: formulas could not tell them apart. */
function nameIssues({ indicators, measures }: SetContent): readonly Issue[] {
  const nodes: readonly { readonly id: string; readonly at: Position }[] = [
    ...indicators.values(),
    ...measures.values(),
  ];
  const first = new Map<string, Position>();
  return nodes.flatMap(({ id, at }): readonly Issue[] => {
    const before = first.get(id);
    first.set(id, at);
    if (before !== undefined)
      return [issue('criteria/name-taken', { name: id, line: before.line ?? 0 }, { position: at, received: id })];
    return RESERVED.has(id) ? [issue('criteria/reserved-name', { name: id }, { position: at, received: id })] : [];
  });
}

function headerIssues({ effective: { from, to } }: SetContent, tree: Tree): readonly Issue[] {
  if (to === null || from <= to) return [];
  const position = child(child(tree, 'effective'), 'to')?.at ?? null;
  return [issue('criteria/ends-reversed', { from, to }, { position, path: 'effective.to', received: to })];
}

function indicatorIssues({ indicators }: SetContent, tree: Tree): readonly Issue[] {
  return [...indicators.values()].flatMap(({ id, type, values, min, max, at }) => {
    const node = child(child(tree, 'indicators'), id);
    const path = `indicators.${id}`;
    const found: Issue[] = [];
    if (type === 'choice' ? values.size < 2 : child(node, 'values') !== null) {
      found.push(issue('criteria/values-misplaced', { indicator: id, type }, { position: at, path }));
    }
    if (max !== null && compare(min, max) > 0) {
      const [from, to] = [textOf(child(node, 'min')) ?? '0', textOf(child(node, 'max')) ?? ''];
      found.push(
        issue(
          'criteria/ends-reversed',
          { from, to },
          { position: child(node, 'max')?.at ?? at, path: `${path}.max`, received: to },
        ),
      );
    }
    for (const [word, { value }] of entriesOf(child(node, 'words')))
      if (!isNumberOf(type, textOf(value) ?? '')) {
        const args = { indicator: id, word, type };
        const place = {
          position: value.at,
          path: pathText(['indicators', id, 'words', word]),
          received: textOf(value),
        };
        found.push(issue('criteria/word-misfit', args, place));
      }
    return found;
  });
}

/** Whether a number is written as the cells of such an indicator are. */
function isNumberOf(type: Indicator['type'], number: string): boolean {
  if (type === 'boolean' || type === 'choice') return false;
  if (type === 'count' && number.includes('.')) return false;
  return number.endsWith('%') === (type === 'percent');
}

function classIssues({ classes }: SetContent): readonly Issue[] {
  const listed = [...classes.values()];
  const last = listed.findIndex(({ when }) => when === null);
  const unreached = last === -1 ? [] : listed.slice(last + 1);
  return unreached.map(({ id, at }) =>
    issue('criteria/after-otherwise', { class: id }, { position: at, path: `classes.${id}`, received: id }),
  );
}

/** Values of a choice and classes have a byte for their place; one byte says that there is none. */
const MOST_PLACES = MISSING;

/** More values of a choice, or more classes, than there are places for: the next would stand for the first. */
function placeIssues({ indicators, classes }: SetContent): readonly Issue[] {
  const choices = [...indicators.values()].filter(({ values }) => values.size > MOST_PLACES);
  const further = [...classes.values()].slice(MOST_PLACES, MOST_PLACES + 1);
  return [
    ...choices.map(({ id, at }) =>
      issue(
        'criteria/too-many-values',
        { indicator: id, limit: MOST_PLACES },
        { position: at, path: `indicators.${id}` },
      ),
    ),
    ...further.map(({ id, at }) =>
      issue('criteria/too-many-classes', { limit: MOST_PLACES }, { position: at, path: `classes.${id}` }),
    ),
  ];
}

/** Ids that stand outside formulas: cited sources, criteria of the score, keys of the rank, classes of remarks. */
function referenceIssues(content: SetContent, tree: Tree): readonly Issue[] {
  const keys = ['class', 'score', ...content.measures.keys(), ...content.indicators.keys()];
  const ranked = placesIn(tree, 'rank', 'by');
  const scored = itemsOf(child(child(tree, 'score'), 'of')).flatMap((item, index) =>
    leafAt(item, ['score', 'of', index]),
  );
  const best = itemsOf(child(tree, 'rank')).flatMap((key, place) =>
    itemsOf(child(key, 'best')).flatMap((item, index) => leafAt(item, ['rank', place, 'best', index])),
  );
  return [
    ...sourceIssues(citesIn(tree), [...content.sources.keys()]),
    ...unknownIds('criterion', scored, content.criteria.keys()),
    ...repeatedIds(scored),
    ...unknownIds('rank-key', ranked, keys),
    ...rankedByNoNumber(ranked, content),
    ...unknownIds('class', [...best, ...placesIn(tree, 'remarks', 'class')], content.classes.keys()),
  ];
}

interface Place {
  readonly leaf: Leaf;
  readonly path: Path;
}

function citesIn(tree: Tree): readonly Place[] {
  const sections = ['classes', 'readings', 'remarks', 'targets'];
  return [
    ...criterionCites(child(tree, 'criteria'), ['criteria']),
    ...sections.flatMap((section) => placesIn(tree, section, 'cite')),
  ];
}

/** How the clauses of documents begin: with their article, `Đ4`. */
const CLAUSE = /^[ĐD]\d/u;

/** Cites of sources that nothing declares; one that begins with the clause names none. */
function sourceIssues(cites: readonly Place[], known: readonly string[]): readonly Issue[] {
  const sourceOf = (leaf: Leaf): string => readCite(leaf)?.source ?? '';
  const isClause = ({ leaf }: Place): boolean => !known.includes(sourceOf(leaf)) && CLAUSE.test(sourceOf(leaf));
  const without = cites.filter(isClause).map(({ leaf, path }) => {
    const clause = idIn(leaf);
    const details = { position: leaf.at, path: pathText(path), received: clause };
    return issue('criteria/cite-without-source', { clause, known }, details);
  });
  const others = cites.filter((cite) => !isClause(cite));
  return [...without.slice(0, MOST_FAULTS), ...unknownIds('source', others, known, sourceOf)];
}

/** The cites of criteria and of the parts of groups, however deep. */
function criterionCites(criteria: Tree | null, path: Path): readonly Place[] {
  return entriesOf(criteria).flatMap(([id, { value }]) => [
    ...leafAt(child(value, 'cite'), [...path, id, 'cite']),
    ...criterionCites(child(value, 'parts'), [...path, id, 'parts']),
  ]);
}

/** The leaves under one key of every item or entry of a section. */
function placesIn(tree: Tree, section: string, key: string): readonly Place[] {
  const nodes = child(tree, section);
  return [
    ...itemsOf(nodes).flatMap((item, index) => leafAt(child(item, key), [section, index, key])),
    ...entriesOf(nodes).flatMap(([id, { value }]) => leafAt(child(value, key), [section, id, key])),
  ];
}

function leafAt(tree: Tree | null, path: Path): readonly Place[] {
  return tree?.kind === 'leaf' ? [{ leaf: tree, path }] : [];
}

function unknownIds(
  kind: IdKind,
  places: readonly Place[],
  known: Iterable<string>,
  idOf: (leaf: Leaf) => string = idIn,
): readonly Issue[] {
  const ids = new Set(known);
  const unknown = places.filter(({ leaf }) => idOf(leaf) !== '' && !ids.has(idOf(leaf)));
  return unknown.slice(0, MOST_FAULTS).map(({ leaf, path }) => {
    const id = idOf(leaf);
    const args = { kind, id, nearest: nearestNames(id, [...ids]) };
    return issue('criteria/unknown-id', args, { position: leaf.at, path: pathText(path), received: id });
  });
}

/** Keys of the rank that are no numbers: nothing says which of their values is better. */
function rankedByNoNumber(places: readonly Place[], { indicators }: SetContent): readonly Issue[] {
  return places.flatMap(({ leaf, path }) => {
    const indicator = indicators.get(idIn(leaf));
    if (indicator?.type !== 'choice' && indicator?.type !== 'boolean') return [];
    const args = { indicator: indicator.id, type: indicator.type };
    return [
      issue('criteria/rank-by-no-number', args, { position: leaf.at, path: pathText(path), received: indicator.id }),
    ];
  });
}

/** A criterion that is to be counted twice. */
function repeatedIds(places: readonly Place[]): readonly Issue[] {
  const seen = new Set<string>();
  return places.flatMap(({ leaf, path }) => {
    const id = idIn(leaf);
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [
      issue('criteria/counted-twice', { criterion: id }, { position: leaf.at, path: pathText(path), received: id }),
    ];
  });
}

function idIn(leaf: Leaf): string {
  return textOf(leaf) ?? '';
}

function readingIssues({ readings }: SetContent, tree: Tree): readonly Issue[] {
  return [...readings.values()].flatMap((reading) => {
    const place = child(child(child(tree, 'readings'), reading.id), 'default');
    if (place === null || reading.options.has(reading.default)) return [];
    const known = [...reading.options.keys()];
    const args = { reading: reading.id, option: reading.default, known, nearest: nearestNames(reading.default, known) };
    const details = { position: place.at, path: `readings.${reading.id}.default`, received: reading.default };
    return [issue('reading/unknown-option', args, details)];
  });
}

/** Circles and growth among measures; what is at fault is checked no further, and stands as a plain number for the rest. */
function measureIssues({ measures }: SetContent): {
  readonly issues: readonly Issue[];
  readonly checked: ReadonlyMap<string, Measure>;
} {
  const formulas = new Map([...measures].map(([id, { formula }]) => [id, formula]));
  const cycles = cycleIssues('measures', formulas, measures);
  const sizes = cycles.length > 0 ? new Map<string, number>() : expandedSizes(formulas);
  const large = [...measures.values()].filter(({ id }) => (sizes.get(id) ?? 0) > LARGEST_MEASURE);
  const deep = cycles.length > 0 ? [] : depthIssues('measures', formulas, measures);
  const unsound = cycles.length > 0 || large.length > 0 || deep.length > 0;
  const neutral = new Map(
    [...measures].map(([id, measure]) => [id, { ...measure, formula: neutralNumber(measure.at) }]),
  );
  const issues = large.map(({ id, at }) =>
    issue(
      'criteria/measure-too-large',
      { measure: id, limit: LARGEST_MEASURE },
      { position: at, path: `measures.${id}` },
    ),
  );
  return { issues: [...cycles, ...issues, ...deep], checked: unsound ? neutral : measures };
}

/** Where chains of references first pass a depth: what refers to these is deeper still. */
function depthIssues(
  of: keyof typeof DEEPEST,
  formulas: ReadonlyMap<string, Formula>,
  nodes: ReadonlyMap<string, { readonly at: Position }>,
): readonly Issue[] {
  const limit = DEEPEST[of];
  const depths = expandedDepths(formulas);
  const isDeep = (id: string): boolean => (depths.get(id) ?? 0) > limit;
  return [...referencesAmong(formulas)].flatMap(([id, to]) =>
    !isDeep(id) || to.some(isDeep)
      ? []
      : [issue('criteria/too-deep', { of, id, limit }, { position: nodes.get(id)?.at ?? null, path: `${of}.${id}` })],
  );
}

function cycleIssues(
  of: 'criteria' | 'measures',
  formulas: ReadonlyMap<string, Formula>,
  nodes: ReadonlyMap<string, { readonly at: Position }>,
): readonly Issue[] {
  return findCycles(referencesAmong(formulas)).map((cycle) => {
    const [first = ''] = cycle;
    return issue(
      'criteria/cycle',
      { of, cycle },
      { position: nodes.get(first)?.at ?? null, path: `${of}.${first}`, received: first },
    );
  });
}

/** Circles and long chains among criteria. */
function criterionIssues(content: SetContent): readonly Issue[] {
  const formulas = criterionFormulas(content);
  const cycles = cycleIssues('criteria', formulas, content.criteria);
  return cycles.length > 0 ? cycles : depthIssues('criteria', formulas, content.criteria);
}

/** What criteria refer to through their tests and the parts of groups. */
function criterionFormulas({ criteria }: SetContent): ReadonlyMap<string, Formula> {
  const conditions = (criterion: Criterion): readonly Formula[] => [
    ...ruleFormulas(criterion).map(({ formula }) => formula),
    ...(criterion.appliesWhen === null ? [] : [criterion.appliesWhen]),
  ];
  return new Map(
    [...criteria.values()].map((criterion) => [
      criterion.id,
      { kind: 'all', of: conditions(criterion), at: criterion.at },
    ]),
  );
}

function formulaIssues(content: SetContent): readonly Issue[] {
  const scope = scopeOf(content);
  const classScope = classScopeOf(content);
  const found: Issue[] = [];
  for (const { formula, expected, path } of placedFormulas(content)) {
    if (found.length >= MOST_FAULTS) break;
    const names = path[0] === 'classes' ? classScope : scope;
    found.push(...checkFormula(formula, names, expected).map((fault) => ({ ...fault, path: pathText(path) })));
  }
  return found;
}

/** Each after those it refers to, of which everything is known then: a long chain is not followed down at once. */
function measuresInOrder(measures: SetContent['measures']): readonly Measure[] {
  const formulas = new Map([...measures].map(([id, { formula }]) => [id, formula]));
  return inOrder(referencesAmong(formulas)).flatMap((id) => measures.get(id) ?? []);
}

function placedFormulas({ measures, checks, criteria, classes, remarks }: SetContent): readonly Placed[] {
  const condition = (formula: Formula, path: Path): Placed => ({ formula, expected: 'condition', path });
  return [
    ...measuresInOrder(measures).map(
      ({ id, formula }): Placed => ({ formula, expected: 'number', path: ['measures', id, 'formula'] }),
    ),
    ...checks.map(({ rule }, index) => condition(rule, ['checks', index, 'rule'])),
    ...[...criteria.values()].flatMap((criterion) => [
      ...ruleFormulas(criterion),
      ...(criterion.appliesWhen === null
        ? []
        : [condition(criterion.appliesWhen, ['criteria', criterion.id, 'applies_when'])]),
    ]),
    ...[...classes.values()].flatMap(({ id, when }) =>
      when === null ? [] : [condition(when, ['classes', id, 'when'])],
    ),
    ...remarks.map(({ when }, index) => condition(when, ['remarks', index, 'when'])),
  ];
}
