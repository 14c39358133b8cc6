import { readFileSync } from 'node:fs';
import { type Change, diff } from '../../src/diff/index.ts';
import { type ReadSet, setOf } from './read.ts';

/** A small set with something of everything: what is asked of a commune, points, classes, an order, a reading, a target. */
const SAMPLE = readFileSync(new URL('../../fixtures/diff/threshold-tightened_base.yaml', import.meta.url), 'utf8');

/** A part of a text and what stands in its place. */
export type Edit = readonly [part: string, by: string];

/** A text with parts exchanged, each of which it must have. */
function edited(text: string, ...edits: readonly Edit[]): string {
  return edits.reduce((before, [part, by]) => {
    if (!before.includes(part)) throw new Error(`the text does not hold ${part}`);
    return before.replace(part, () => by);
  }, text);
}

/** The sample with parts exchanged. */
export function sample(...edits: readonly Edit[]): ReadSet {
  return setOf(edited(SAMPLE, ...edits));
}

/** What differs between two sets, with the places of values. */
export function changesOf(base: ReadSet, revision: ReadSet): readonly Change[] {
  return diff(base.set, revision.set, { base: base.tree, revision: revision.tree });
}
