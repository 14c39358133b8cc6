import { readFileSync } from 'node:fs';
import { compile } from '../../src/assess/index.ts';
import { type CriteriaSet, parseSource, resolvedTree, resolveReadings, type Tree } from '../../src/criteria/index.ts';
import { type Dataset, readCsv, rowsOfPeriod, selectRows, withHistory } from '../../src/data/index.ts';
import { earlierColumns } from '../../src/assess/index.ts';

/** A set with the tree it was read from. */
export interface ReadSet {
  readonly set: CriteriaSet;
  readonly tree: Tree;
}

const root = new URL('../../', import.meta.url);

const known = new Map<string, ReadSet>();

/** A criteria set from its text; each text is read once. */
export function setOf(text: string, name = 'test.yaml'): ReadSet {
  const key = `${name}\n${text}`;
  const found = known.get(key) ?? readSet(text, name);
  known.set(key, found);
  return found;
}

function readSet(text: string, name: string): ReadSet {
  const source = parseSource(text, name);
  if (!source.ok) throw new Error(`${name}: ${JSON.stringify(source.issues[0])}`);
  const set = resolveReadings(source.value);
  if (!set.ok) throw new Error(`${name}: ${JSON.stringify(set.issues[0])}`);
  return { set: set.value, tree: resolvedTree(source.value, set.value.chosen) };
}

/** A criteria set from a file of the project. */
export function setAt(path: string): ReadSet {
  return setOf(readFileSync(new URL(path, root), 'utf8'), path);
}

/** The rows of one period of a fixture, with their history. */
export function dataAt(path: string, set: CriteriaSet, period: string): Dataset {
  const dataset = readCsv({ name: path, text: readFileSync(new URL(path, root), 'utf8') }, set);
  return selectRows(withHistory(dataset, earlierColumns(compile(set).program)), rowsOfPeriod(dataset, period));
}
