import { describe, expect, test } from 'vitest';
import type { CriteriaSet } from '../../src/criteria/index.ts';
import { compareSets, proofsOf, provedChanges } from '../../src/diff/index.ts';
import { meritLines } from '../../src/diff/merit-lines.ts';
import { assessorFor } from '../assess/assessor.ts';
import { smallSet } from '../assess/small-sets.ts';

/** A set with these classes in the order in which they are tried, `+` before one that certifies; the last may be for all. */
function setOf(tried: string, best: string, lastIsForAll = true): CriteriaSet {
  const ids = tried.split(' ');
  const classes = ids.map((id, place) => {
    const isForAll = lastIsForAll && place === ids.length - 1;
    const certifies = id.startsWith('+') ? 'certifies: true, ' : '';
    return `  ${bare(id)}: { label: ${bare(id)}, ${certifies}when: ${isForAll ? 'otherwise' : `cases >= ${20 - place}`} }`;
  });
  const text = smallSet(
    '  cases: { label: Cases, type: count }',
    `criteria:
  A: { title: Few, test: cases < 3 }
classes:
${classes.join('\n')}
rank:
  - { by: class, best: [${best.split(' ').join(', ')}] }
`,
  );
  return assessorFor(text).program.set;
}

function bare(id: string): string {
  return id.replace('+', '');
}

function linesBetween(base: CriteriaSet, revision: CriteriaSet): readonly string[] {
  const sets = { base, revision };
  return meritLines(sets, sets).map(
    ({ classes, above }) => `${above ? 'above' : 'below'} ${[...classes].sort().join(' ')}`,
  );
}

describe('units cross the lines', () => {
  const BASE = setOf('+free bad rest', 'free rest bad');

  test('between classes in their order of merit', () => {
    expect(linesBetween(BASE, BASE)).toEqual(['above free', 'above free rest']);
  });

  test('in either order where no set says which of two is better, but a class that certifies is', () => {
    const other = setOf('+clean key unknown', 'clean unknown key');
    expect(linesBetween(BASE, other)).toEqual([
      'above free',
      'above clean free',
      'above clean free rest',
      'above bad clean free rest',
      'above bad clean free rest unknown',
      'above clean',
      'above clean free unknown',
      'above clean free key unknown',
      'above clean free key rest unknown',
    ]);
  });

  test('to no class at all: it is worse than a certificate, and than the others nobody knows', () => {
    const open = setOf('+free bad', 'free bad', false);
    expect(linesBetween(open, open)).toEqual(['above free', 'above bad free', 'below bad']);
  });

  test('as they are ranked, a certificate or none', () => {
    const odd = setOf('free +bad rest', 'free bad rest');
    expect(linesBetween(odd, odd)).toEqual(['above free', 'above bad free']);
  });
});

describe('a class that is added', () => {
  const directionOf = (base: CriteriaSet, revision: CriteriaSet): unknown => {
    const sets = { base, revision };
    const comparison = compareSets(sets);
    const [change] = provedChanges(sets, comparison, proofsOf(sets, comparison));
    return [change?.id, change?.direction, change?.basis];
  };

  test.each([
    ['takes units from a better one', setOf('rest', 'rest'), setOf('bad rest', 'rest bad'), 'stricter'],
    ['takes units from a worse one', setOf('rest', 'rest'), setOf('good rest', 'good rest'), 'looser'],
    ['takes units that were in none', setOf('bad', 'bad', false), setOf('bad worse', 'bad worse', false), 'either'],
    [
      'gives a certificate to units that were in none',
      setOf('bad', 'bad', false),
      setOf('+free bad', 'free bad', false),
      'looser',
    ],
  ])('%s', (_, base, revision, direction) => {
    expect(directionOf(base, revision)).toEqual(['class-added', direction, 'proved']);
  });
});
