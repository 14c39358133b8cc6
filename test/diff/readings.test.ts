import { describe, expect, test } from 'vitest';
import { type Edit, sample, changesOf } from './sample.ts';

/** The direction of the reading itself, when another answer becomes the default. */
function directionOf(options: string, base: readonly Edit[] = [], revision: readonly Edit[] = []) {
  const OPTIONS: Edit = ['      low: {}\n      high:\n        criteria:\n          M.2: { test: rate < 2% }', options];
  const changes = changesOf(
    sample(...base, OPTIONS),
    sample(...revision, OPTIONS, ['    default: low', '    default: high']),
  );
  return changes.find(({ path }) => path === 'readings.limit.default')?.direction;
}

const criteria = (patch: string): string => `      low: {}\n      high: { criteria: { ${patch} } }`;

describe('another answer goes the way of what it changes', () => {
  test.each<readonly [string, string, string | undefined]>([
    ['a looser line', criteria('M.2: { test: rate < 2% }'), 'looser'],
    ['a tighter line', criteria('M.2: { test: rate < 0.5% }'), 'stricter'],
    [
      'two lines, one looser and one tighter',
      criteria('M.1: { test: cases <= 1 }, M.2: { test: rate < 2% }'),
      'either',
    ],
    ['two tighter lines', criteria('M.1: { test: cases <= 1 }, M.2: { test: rate < 0.5% }'), 'stricter'],
    ['a part of a group', criteria('A: { parts: { A.1: { test: plan or model } } }'), 'looser'],
    ['nothing that classes hang on', criteria('M.3: { title: { vi: M, en: N } }'), 'none'],
    ['nothing', '      low: {}\n      high: { label: { vi: C, en: H } }', 'none'],
    [
      'what the first answer changed',
      '      low: { criteria: { M.2: { test: rate < 0.5% } } }\n      high: {}',
      'looser',
    ],
    ['a class', '      low: {}\n      high: { classes: { fair: { when: score >= 50% } } }', 'looser'],
  ])('%s', (_, options, direction) => {
    expect(directionOf(options)).toBe(direction);
  });

  test('not that of other changes', () => {
    const edits: readonly Edit[] = [['cases <= 3', 'cases <= 1']];
    expect(directionOf(criteria('M.2: { test: rate < 2% }'), [], edits)).toBe('looser');
    // An id that begins like another is another.
    const longer: Edit = [
      '  M.3:\n',
      '  M.22:\n    title: { vi: M, en: N }\n    mandatory: true\n    test: users < 9\n  M.3:\n',
    ];
    const tighter: Edit = ['users < 9', 'users < 5'];
    expect(directionOf(criteria('M.2: { test: rate < 2% }'), [longer], [longer, tighter])).toBe('looser');
  });

  test('only the change of the answer, not that of the options', () => {
    const changes = changesOf(
      sample(),
      sample(['    default: low', '    default: high'], ['M.2: { test: rate < 2% }', 'M.2: { test: rate < 3% }']),
    );
    const found = changes.filter(({ id }) => id === 'reading-changed').map(({ path, direction }) => [path, direction]);
    expect(found).toEqual([
      ['readings.limit.default', 'looser'],
      ['readings.limit.options', 'none'],
    ]);
  });
});

describe('of the answers that both sets have, only the values that differ are told', () => {
  const PLAIN = '      low: {}\n      high:\n        criteria:\n          M.2: { test: rate < 2% }';
  const before = criteria('M.1: { test: cases <= 1 }, A: { parts: { A.1: { test: plan } } }, M.3: { cite: null }');
  test.each<readonly [string, string, string, readonly [string | undefined, string | undefined] | null]>([
    [
      'a value',
      before,
      before.replace('plan }', 'plan or model }'),
      ['high: criteria.A.parts.A.1.test: plan', 'high: criteria.A.parts.A.1.test: plan or model'],
    ],
    ['a value more', before, before.replace(', M.3: { cite: null }', ''), ['high: criteria.M.3.cite: null', undefined]],
    [
      'an answer more',
      '      low: {}',
      before.replace(', A: { parts: { A.1: { test: plan } } }, M.3: { cite: null }', ''),
      [undefined, 'high: criteria.M.1.test: cases <= 1'],
    ],
    [
      'the same values in another order',
      before,
      criteria('M.3: { cite: null }, A: { parts: { A.1: { test: plan } } }, M.1: { test: cases <= 1 }'),
      null,
    ],
  ])('%s', (_, base, revision, told) => {
    const changes = changesOf(sample([PLAIN, base]), sample([PLAIN, revision]));
    const change = changes.find(({ path }) => path === 'readings.limit.options');
    expect(change === undefined ? null : [change.before?.text.en, change.after?.text.en]).toEqual(told);
  });
});
