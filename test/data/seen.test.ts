import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSeen } from '../../src/data/reading/seen.ts';

type Noted = readonly [code: string, period: string];

/** What each code in turn was told, by the memory and by a set of them. */
function told(noted: readonly Noted[]): { readonly seen: readonly boolean[]; readonly set: readonly boolean[] } {
  const seen = createSeen();
  const known = new Set<string>();
  return {
    seen: noted.map(([code, period]) => seen.before(code, period)),
    set: noted.map(([code, period]) => known.size === known.add(`${code}\n${period}`).size),
  };
}

describe('codes that were seen before', () => {
  it('are told from all others, whatever they are made of', () => {
    const code = fc.oneof(
      fc.integer({ min: 0, max: 30_000 }).map((number) => String(number).padStart(5, '0')),
      fc.constantFrom('00001', '000001', '1', '0001', 'A0001', 'B0001', 'xã', '', '00001x'),
    );
    const period = fc.constantFrom('', '2024', '2025');
    fc.assert(
      fc.property(fc.array(fc.tuple(code, period), { maxLength: 300 }), (noted) => {
        const { seen, set } = told(noted);
        expect(seen).toEqual(set);
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  it('are told also where they are too far apart to share pages', () => {
    const codes = Array.from({ length: 6000 }, (_, index): Noted => [String(index * 77_777).padStart(9, '0'), '']);
    const { seen } = told([...codes, ...codes]);
    expect(seen.slice(0, codes.length)).not.toContain(true);
    expect(seen.slice(codes.length)).not.toContain(false);
  });
});
