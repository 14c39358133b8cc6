import type { CriteriaSet } from './criteria-set.ts';
import { WORDS } from './keywords.ts';
import { child, textOf, type Tree } from './tree.ts';
import { readWord, readWords } from './values.ts';

/** Which set a file holds, and when it holds. */
export type Header = Pick<
  CriteriaSet,
  'id' | 'family' | 'version' | 'status' | 'title' | 'unit' | 'from' | 'effective' | 'reviewed' | 'period'
>;

function readFrom(tree: Tree | null): CriteriaSet['from'] {
  return tree === null ? null : { set: textOf(child(tree, 'set')) ?? '', group: textOf(child(tree, 'group')) ?? '' };
}

/** Reads the header of a file; faults of form are the schema's to report. */
export function readHeader(tree: Tree): Header {
  const text = (parent: Tree | null, key: string): string => textOf(child(parent, key)) ?? '';
  const [family, version] = [text(tree, 'family'), text(tree, 'version')];
  const [effective, period] = [child(tree, 'effective'), child(tree, 'period')];
  return {
    id: `${family}@${version}`,
    family,
    version,
    status: readWord(child(tree, 'status'), WORDS.status, 'draft'),
    title: readWords(child(tree, 'title')),
    unit: readWord(child(tree, 'unit'), WORDS.unit, 'commune'),
    from: readFrom(child(tree, 'from')),
    effective: { from: text(effective, 'from'), to: textOf(child(effective, 'to')) },
    reviewed: textOf(child(tree, 'reviewed')),
    period: { kind: 'year', from: text(period, 'from'), to: text(period, 'to') },
  };
}
