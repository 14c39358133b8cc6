import type { Result } from '../messages/index.ts';
import type { CriteriaSet } from './criteria-set.ts';
import { type Header, readHeader } from './header.ts';
import { type PressedTree, pressTree, unpressTree } from './pressed.ts';
import { type Choice, type CriteriaSource, readingsIn, resolveWith } from './readings.ts';
import { child } from './tree.ts';

/** A criteria file that comes with xasach, read when xasach was built. */
export interface Shipped {
  /** Of the text it was read from: another text is read anew. */
  readonly sha256: string;
  readonly header: Header;
  readonly tree: PressedTree;
}

/**
 * Presses a criteria file for the next run, or `null` where it has to be read each time: it extends another set.
 *
 * @param source The file, parsed and without faults.
 */
export function pressSource({ sha256, tree, header }: CriteriaSource, text: string): Shipped | null {
  return child(tree, 'extends') === null ? { sha256, header, tree: pressTree(tree, text) } : null;
}

/** The source that was pressed, from the same text. */
export function shippedSource({ sha256, tree }: Shipped, text: string, file: string): CriteriaSource {
  const grown = unpressTree(tree, text, file);
  const readings = readingsIn(grown);
  return {
    header: readHeader(grown),
    readings,
    file,
    sha256,
    tree: grown,
    base: null,
    overridden: [],
    isShipped: true,
  };
}

/** Chooses the readings of a set that comes with xasach, whose tests have tried every choice: nothing is checked again. */
export function resolveShipped(source: CriteriaSource, chosen: Choice = {}): Result<CriteriaSet> {
  return resolveWith(source, chosen, () => []);
}
