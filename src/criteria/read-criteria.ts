import type { Issue } from '../messages/index.ts';
import { ZERO } from '../number/index.ts';
import { readCondition, readNumber } from './condition.ts';
import type { Criterion, Rule, Step } from './criteria-set.ts';
import { WORDS } from './keywords.ts';
import { child, entriesOf, type Entry, itemsOf, type Path, textOf, type Tree } from './tree.ts';
import { readCite, readRational, readWord, readWords, readWordsOrNull } from './values.ts';

/**
 * Reads criteria and the parts of groups, each group before its parts.
 *
 * @param tree The `criteria` of a file.
 * @param issues Where faults of formulas are added.
 */
export function readCriteria(tree: Tree | null, issues: Issue[]): readonly Criterion[] {
  return readParts(tree, ['criteria'], null, issues);
}

function readParts(tree: Tree | null, path: Path, group: string | null, issues: Issue[]): readonly Criterion[] {
  return entriesOf(tree).flatMap(([id, entry]) => [
    readCriterion(id, entry, [...path, id], group, issues),
    ...readParts(child(entry.value, 'parts'), [...path, id, 'parts'], id, issues),
  ]);
}

function readCriterion(
  id: string,
  { key, value }: Entry,
  path: Path,
  group: string | null,
  issues: Issue[],
): Criterion {
  const field = (name: string): Tree | null => child(value, name);
  const appliesWhen = field('applies_when');
  return {
    id,
    title: readWords(field('title')),
    cite: readCite(field('cite')),
    provider: readWordsOrNull(field('provider')),
    was: textOf(field('was')),
    group,
    rule: readRule(value, path, issues),
    points: readRational(field('points')),
    bonus: isTrue(value, 'bonus'),
    weight: readRational(field('weight')),
    mandatory: isTrue(value, 'mandatory'),
    appliesWhen: appliesWhen === null ? null : readCondition(appliesWhen, [...path, 'applies_when'], issues),
    notApplicable: readWord(field('not_applicable'), WORDS.notApplicable, 'exclude'),
    at: key,
  };
}

function isTrue(value: Tree, key: string): boolean {
  const flag = child(value, key);
  return flag?.kind === 'leaf' && flag.value === true;
}

/** The rule that the keys of a criterion show; which keys may stand together is checked apart. */
function readRule(value: Tree, path: Path, issues: Issue[]): Rule {
  const parts = child(value, 'parts');
  if (parts !== null) {
    const all = entriesOf(parts);
    const required = all.filter(([, part]) => !isTrue(part.value, 'bonus'));
    return {
      kind: 'group',
      parts: all.map(([id]) => id),
      required: required.map(([id]) => id),
      cap: readRational(child(value, 'cap')),
    };
  }
  const deduct = child(value, 'deduct');
  if (deduct !== null) return readDeduction(deduct, [...path, 'deduct'], issues);
  const [bands, scale] = [child(value, 'bands'), child(value, 'scale')];
  if (bands === null && scale === null) {
    return { kind: 'test', test: readCondition(child(value, 'test'), [...path, 'test'], issues) };
  }
  const on = readNumber(child(value, 'on'), [...path, 'on'], issues);
  return bands === null
    ? { kind: 'scale', on, steps: readSteps(scale) }
    : { kind: 'bands', on, bands: readSteps(bands) };
}

function readDeduction(deduct: Tree, path: Path, issues: Issue[]): Rule {
  return {
    kind: 'deduct',
    each: readRational(child(deduct, 'each')) ?? ZERO,
    per: readNumber(child(deduct, 'per'), [...path, 'per'], issues),
    floor: readRational(child(deduct, 'floor')) ?? ZERO,
    most: readRational(child(deduct, 'most')),
  };
}

function readSteps(tree: Tree | null): readonly Step[] {
  return itemsOf(tree).map((item) => {
    const [at = null, points = null] = itemsOf(item);
    return {
      at: readRational(at) ?? ZERO,
      percent: textOf(at)?.endsWith('%') ?? false,
      points: readRational(points) ?? ZERO,
    };
  });
}
