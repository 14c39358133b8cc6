import { type Formula, parseFormula } from '../../src/formula/index.ts';
import type { Position } from '../../src/messages/index.ts';

/** A formula of one line, whose offsets are columns. */
export function locate(offset: number): Position {
  return { file: 'formula', line: 1, column: offset + 1 };
}

/** Reads a formula that is known to be readable. */
export function read(text: string): Formula {
  const result = parseFormula(text, locate);
  if (!result.ok) throw new Error(`${text}: ${result.issues[0].code}`);
  return result.value;
}
