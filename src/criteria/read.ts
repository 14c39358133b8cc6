import type { Issue } from '../messages/index.ts';
import { ONE, ZERO } from '../number/index.ts';
import { readCondition, readNumber } from './condition.ts';
import type {
  Check,
  Class,
  CriteriaSet,
  Indicator,
  Measure,
  Patches,
  RankKey,
  Reading,
  Remark,
  Rounding,
  ScoreModel,
  Source,
  Target,
} from './criteria-set.ts';
import { readHeader } from './header.ts';
import { readMerge } from './merge.ts';
import { readCriteria } from './read-criteria.ts';
import { WORDS } from './keywords.ts';
import { child, entriesOf, type Entry, itemsOf, type Path, plain, textOf, type Tree } from './tree.ts';
import { readCite, readRational, readWord, readWords, readWordsOrNull, wordOrNull } from './values.ts';

/** A set without what identifies its file and its choice of readings. */
export type SetContent = Omit<CriteriaSet, 'chosen' | 'overridden' | 'file' | 'sha256'>;

/**
 * Reads the content of a set, whatever is wrong with it: faults of formulas are added to `issues`, faults of form are the
 * schema's to report.
 *
 * @param tree The file with its readings laid on.
 */
export function readContent(tree: Tree, issues: Issue[]): SetContent {
  const list = <T>(key: string, read: (item: Tree, path: Path) => T): readonly T[] =>
    itemsOf(child(tree, key)).map((item, index) => read(item, [key, index]));
  const map = <T>(key: string, read: (id: string, entry: Entry, path: Path) => T): ReadonlyMap<string, T> =>
    new Map(entriesOf(child(tree, key)).map(([id, entry]) => [id, read(id, entry, [key, id])]));
  const indicators = map('indicators', (id, entry, path) => readIndicator(id, entry, path, issues));
  const classes = entriesOf(child(tree, 'classes')).map(([id]) => id);
  return {
    ...readHeader(tree),
    notes: list('notes', (item) => readWords(item)),
    missing: list('missing', (item) => readWords(item)),
    sources: map('sources', readSource),
    indicators,
    measures: map('measures', (id, entry, path) => readMeasure(id, entry, path, issues)),
    checks: list('checks', (item, path) => readCheck(item, path, issues)),
    criteria: new Map(readCriteria(child(tree, 'criteria'), issues).map((criterion) => [criterion.id, criterion])),
    classes: map('classes', (id, entry, path) => readClass(id, entry, path, issues)),
    remarks: list('remarks', (item, path) => readRemark(item, path, issues)),
    score: readScore(child(tree, 'score')),
    rank: list('rank', (item) => readRankKey(item, indicators, classes)),
    ties: readWord(child(tree, 'ties'), WORDS.ties, 'competition'),
    readings: map('readings', readReading),
    targets: list('targets', readTarget),
  };
}

function readSource(id: string, { value }: Entry): Source {
  const field = (key: string): string | null => textOf(child(value, key));
  return {
    id,
    document: readWords(child(value, 'document')),
    date: field('date'),
    issuer: field('issuer'),
    url: field('url'),
  };
}

function readIndicator(id: string, { key, value }: Entry, path: Path, issues: Issue[]): Indicator {
  const field = (name: string): Tree | null => child(value, name);
  return {
    id,
    label: readWords(field('label')),
    type: readWord(field('type'), WORDS.type, 'count'),
    unit: readWordsOrNull(field('unit')),
    min: readRational(field('min')) ?? ZERO,
    max: readRational(field('max')),
    values: new Map(entriesOf(field('values')).map(([name, entry]) => [name, readWords(entry.value)])),
    measured: readWord(field('measured'), WORDS.measured, 'end'),
    provider: readWordsOrNull(field('provider')),
    aliases: itemsOf(field('aliases')).flatMap((item) => textOf(item) ?? []),
    words: new Map(entriesOf(field('words')).map(([word, entry]) => [word, textOf(entry.value) ?? '0'])),
    actionable: wordOrNull(field('actionable'), WORDS.actionable),
    actionableBecause: readWordsOrNull(field('actionable_because')),
    was: textOf(field('was')),
    rollup: field('rollup') === null ? null : readNumber(field('rollup'), [...path, 'rollup'], issues),
    merge: readMerge(field('merge'), readWord(field('type'), WORDS.type, 'count')),
    at: key,
  };
}

function readMeasure(id: string, { key, value }: Entry, path: Path, issues: Issue[]): Measure {
  return {
    id,
    label: readWords(child(value, 'label')),
    formula: readNumber(child(value, 'formula'), [...path, 'formula'], issues),
    show: readWord(child(value, 'show'), WORDS.show, 'number'),
    at: key,
  };
}

function readCheck(item: Tree, path: Path, issues: Issue[]): Check {
  return {
    rule: readCondition(child(item, 'rule'), [...path, 'rule'], issues),
    message: readWords(child(item, 'message')),
    severity: readWord(child(item, 'severity'), WORDS.severity, 'error'),
    at: item.at,
  };
}

function readClass(id: string, { key, value }: Entry, path: Path, issues: Issue[]): Class {
  const when = child(value, 'when');
  const certifies = child(value, 'certifies');
  return {
    id,
    label: readWords(child(value, 'label')),
    certifies: certifies?.kind === 'leaf' && certifies.value === true,
    when: textOf(when) === 'otherwise' ? null : readCondition(when, [...path, 'when'], issues),
    cite: readCite(child(value, 'cite')),
    at: key,
  };
}

function readRemark(item: Tree, path: Path, issues: Issue[]): Remark {
  return {
    when: readCondition(child(item, 'when'), [...path, 'when'], issues),
    class: textOf(child(item, 'class')),
    message: readWords(child(item, 'message')),
    cite: readCite(child(item, 'cite')),
    at: item.at,
  };
}

function readScore(tree: Tree | null): ScoreModel | null {
  if (tree === null) return null;
  const of = child(tree, 'of');
  const model = readWord(child(tree, 'model'), WORDS.model, 'count');
  if (model === 'count') return { model, of: itemsOf(of).flatMap((item) => textOf(item) ?? []) };
  return { model, of: readRational(of) ?? ZERO, round: readRounding(child(tree, 'round')) };
}

function readRounding(tree: Tree | null): Rounding | null {
  if (tree === null) return null;
  return { to: readRational(child(tree, 'to')) ?? ONE, mode: readWord(child(tree, 'mode'), WORDS.rounding, 'half-up') };
}

/** More points come first, and less of everything else, unless the key says otherwise. */
function readRankKey(item: Tree, indicators: ReadonlyMap<string, Indicator>, classes: readonly string[]): RankKey {
  const name = textOf(child(item, 'by')) ?? '';
  if (name === 'class') return { by: 'class', best: readMerit(child(item, 'best'), classes) };
  const order = readWord(child(item, 'order'), WORDS.order, name === 'score' ? 'high' : 'low');
  if (name === 'score') return { by: 'score', order };
  return { by: indicators.has(name) ? 'indicator' : 'measure', id: name, order };
}

/** All classes, best first: those listed, then the others in file order. */
function readMerit(best: Tree | null, classes: readonly string[]): readonly string[] {
  const listed = itemsOf(best).flatMap((item) => textOf(item) ?? []);
  return [...listed, ...classes.filter((id) => !listed.includes(id))];
}

/** The patches of an option. */
function readPatches(option: Tree): Patches {
  const patches = entriesOf(option).filter(([key]) => key !== 'label');
  return Object.fromEntries(patches.map(([key, { value }]) => [key, plain(value)]));
}

/** Reads a reading: its question and answers, not what they change. */
export function readReading(id: string, { value }: Entry): Reading {
  const options = entriesOf(child(value, 'options')).map(([name, option]) => {
    return [
      name,
      { id: name, label: readWords(child(option.value, 'label'), name), changes: readPatches(option.value) },
    ] as const;
  });
  return {
    id,
    question: readWords(child(value, 'question')),
    cite: readCite(child(value, 'cite')),
    default: textOf(child(value, 'default')) ?? '',
    options: new Map(options),
  };
}

function readTarget(item: Tree): Target {
  return {
    until: Number(textOf(child(item, 'until'))),
    share: 'certified',
    atLeast: readRational(child(item, 'at_least')) ?? ZERO,
    cite: readCite(child(item, 'cite')),
  };
}
