import { type Issue, issue } from '../../messages/index.ts';
import type { Dataset } from '../dataset.ts';
import { gatherFindings } from '../findings.ts';
import { DIGITS } from './repair-codes.ts';

/** What a code of a commune looks like: five digits, another number, words, or anything else. */
export type CodeKind = 'whole' | 'number' | 'words' | 'other';

const WHOLE = /^\d{5}$/;
const NUMBER = /^\d+$/;
/** Words without a digit: what no scheme of codes has. */
const WORDS = /^\D*\p{L}\D*\s\D*$/u;

/** Warns of texts in place of the codes of communes that can hardly be any: names, and numbers of another length. */
export function oddCodes(parts: readonly Dataset[]): readonly Issue[] {
  const codes = parts.flatMap(({ units }) => units.code).filter((code) => code !== '');
  const kinds = codes.map(codeKind);
  const isMost = (kind: CodeKind): boolean => kinds.filter((own) => own === kind).length * 2 > kinds.length;
  if (isMost('words')) return namesForCodes(parts);
  return isMost('whole') ? parts.flatMap(otherLengths) : [];
}

export function codeKind(code: string): CodeKind {
  if (WHOLE.test(code)) return 'whole';
  if (NUMBER.test(code)) return 'number';
  return WORDS.test(code) ? 'words' : 'other';
}

function namesForCodes(parts: readonly Dataset[]): readonly Issue[] {
  return parts.flatMap((part) => {
    const rows = [...part.units.code.entries()].flatMap(([row, code]) => (codeKind(code) === 'words' ? [row] : []));
    const [first] = rows;
    return first === undefined ? [] : [warningAt(part, first, issue('data/names-for-codes', { rows: rows.length }))];
  });
}

function otherLengths(part: Dataset): readonly Issue[] {
  const findings = gatherFindings();
  part.units.code.forEach((code, row) => {
    if (codeKind(code) === 'number') findings.add(warningAt(part, row, issue('data/odd-code', { digits: DIGITS })));
  });
  return findings.list();
}

function warningAt(part: Dataset, row: number, found: Issue): Issue {
  const received = part.units.code[row] ?? null;
  return { ...found, severity: 'warning', position: part.positionOf(row, 'code'), path: 'code', received };
}
