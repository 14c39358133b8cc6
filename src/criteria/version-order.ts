import type { Header } from './header.ts';

/** What of a version says how old it is. */
type Version = Pick<Header, 'effective' | 'version'>;

/**
 * Which of two versions of a family comes first: by the first day, versions of the same day by their names. Numbers within
 * the names count as numbers, so that 9.12 stands before 10.1 and 2025-2 after 2025. The same on every machine.
 *
 * @returns Below zero where the first does, above where the second does.
 */
export function compareVersions(a: Version, b: Version): number {
  if (a.effective.from !== b.effective.from) return a.effective.from < b.effective.from ? -1 : 1;
  return compareNames(a.version, b.version);
}

function compareNames(a: string, b: string): number {
  const [left, right] = [pieces(a), pieces(b)];
  for (const [place, piece] of left.entries()) {
    const other = right[place];
    if (other === undefined) return 1;
    const order = comparePieces(piece, other);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

/** Digits and what stands between them, in turn. */
function pieces(version: string): readonly string[] {
  return version.match(/\d+|\D+/gu) ?? [];
}

function comparePieces(a: string, b: string): number {
  if (/^\d/u.test(a) && /^\d/u.test(b)) {
    const difference = BigInt(a) - BigInt(b);
    if (difference !== 0n) return difference < 0n ? -1 : 1;
  }
  return a < b ? -1 : a > b ? 1 : 0;
}
