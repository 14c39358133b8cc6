import type { Text } from '../messages/index.ts';
import { parseDecimal, type Rational, rational } from '../number/index.ts';
import type { Cite } from './criteria-set.ts';
import { child, textOf, type Tree } from './tree.ts';

/*
 * Plain values of a criteria file. What has the wrong form is reported by the schema; these functions then give something
 * harmless, so that the rest of the file is still checked.
 */

/** A text in both languages; one text alone stands for both. */
export function readWords(tree: Tree | null, otherwise = ''): Text {
  const one = textOf(tree);
  if (one !== null) return { vi: one, en: one };
  return { vi: textOf(child(tree, 'vi')) ?? otherwise, en: textOf(child(tree, 'en')) ?? otherwise };
}

/** A text in both languages, or `null` when there is none. */
export function readWordsOrNull(tree: Tree | null): Text | null {
  return tree === null ? null : readWords(tree);
}

/** One of a closed list of words. */
export function readWord<W extends string>(tree: Tree | null, words: readonly W[], otherwise: W): W {
  return wordOrNull(tree, words) ?? otherwise;
}

/** One of a closed list of words, or `null`. */
export function wordOrNull<W extends string>(tree: Tree | null, words: readonly W[]): W | null {
  const text = textOf(tree);
  return words.find((word) => word === text) ?? null;
}

/**
 * An exact number, with a percent sign where meant.
 *
 * @example readRational of `20%` // 1/5
 */
export function readRational(tree: Tree | null): Rational | null {
  const text = textOf(tree) ?? '';
  const value = parseDecimal(text.replace(/%$/, ''));
  return value !== null && text.endsWith('%') ? rational(value.num, value.den * 100n) : value;
}

/** `qd28 Đ4.k1.a`: the source, then the clause. */
export function readCite(tree: Tree | null): Cite | null {
  const text = textOf(tree);
  if (text === null) return null;
  const [source = '', ...clause] = text.trim().split(/\s+/);
  return { source, clause: clause.join(' ') };
}
