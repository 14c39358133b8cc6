import { describe, expect, test } from 'vitest';
import { lineageOf } from '../../src/criteria/index.ts';

/** Nodes as `id` or `id<was`. */
function nodes(text: string) {
  return new Map(
    text.split(' ').map((own) => {
      const [id = '', was = null] = own.split('<');
      return [id, { id, was }] as const;
    }),
  );
}

describe('what one of the revision is in the base', () => {
  test.each<readonly [string, base: string, revision: string, same: string, continued: string]>([
    ['the same by id', 'A B', 'A B', 'A B', 'A B'],
    ['the one it was', 'A B', 'A C<B', 'A B', 'A B'],
    ['nothing where it is new', 'A', 'A C', 'A -', 'A -'],
    ['nothing where the one it was is unknown', 'A', 'A C<B', 'A -', 'A -'],
    ['the other one, in exchange', 'A B', 'A<B B<A', 'B A', 'B A'],
    ['the same by id where the base tells of the same exchange', 'A<B B<A', 'A<B B<A', 'A B', 'A B'],
    ['one that kept its id beside another that was it', 'A', 'A C<A', 'A -', 'A A'],
    ['one that became several', 'A', 'B<A C<A', '- -', 'A A'],
    ['one of several that became it', 'B<A C<A', 'A', '-', 'B'],
    ['seen from the newer set', 'C<B', 'B', 'C', 'C'],
    ['not the one whose id it took over', 'A B', 'B<A', 'A', 'A'],
  ])('%s', (_, base, revision, same, continued) => {
    const lineage = lineageOf(nodes(base), nodes(revision));
    const ids = [...nodes(revision).keys()];
    expect(ids.map((id) => lineage.same(id) ?? '-').join(' ')).toBe(same);
    expect(ids.map((id) => lineage.continued(id) ?? '-').join(' ')).toBe(continued);
  });

  test('of the counts of a share as of the share', () => {
    const { same } = lineageOf(nodes('A'), nodes('B<A'));
    expect([same('B#units'), same('A#units')]).toEqual(['A#units', null]);
  });
});
