import { type Issue, issue } from '../../messages/index.ts';
import type { Dataset } from '../dataset.ts';
import { gatherFindings } from '../findings.ts';
import { DIGITS } from './repair-codes.ts';

const WHOLE = /^\d{5}$/;
const NUMBER = /^\d+$/;
/** Words without a digit: what no scheme of codes has. */
const WORDS = /^\D*\p{L}\D*\s\D*$/u;

/** Warns of texts in place of the codes of communes that can hardly be any: names, and numbers of another length. */
export function oddCodes(parts: readonly Dataset[]): readonly Issue[] {
  const codes = parts.flatMap(({ units }) => units.code).filter((code) => code !== '');
  const isMost = (form: RegExp): boolean => codes.filter((code) => form.test(code)).length * 2 > codes.length;
  if (isMost(WORDS)) return namesForCodes(parts);
  return isMost(WHOLE) ? parts.flatMap(otherLengths) : [];
}

function namesForCodes(parts: readonly Dataset[]): readonly Issue[] {
  return parts.flatMap((part) => {
    const rows = [...part.units.code.entries()].flatMap(([row, code]) => (WORDS.test(code) ? [row] : []));
    const [first] = rows;
    return first === undefined ? [] : [warningAt(part, first, issue('data/names-for-codes', { rows: rows.length }))];
  });
}

function otherLengths(part: Dataset): readonly Issue[] {
  const findings = gatherFindings();
  part.units.code.forEach((code, row) => {
    if (NUMBER.test(code) && !WHOLE.test(code))
      findings.add(warningAt(part, row, issue('data/odd-code', { digits: DIGITS })));
  });
  return findings.list();
}

function warningAt(part: Dataset, row: number, found: Issue): Issue {
  const received = part.units.code[row] ?? null;
  return { ...found, severity: 'warning', position: part.positionOf(row, 'code'), path: 'code', received };
}
