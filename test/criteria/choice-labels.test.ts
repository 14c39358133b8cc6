import { describe, expect, test } from 'vitest';
import { readWhere } from '../../src/assess/index.ts';
import { parseCriteria, parseSource } from '../../src/criteria/index.ts';
import { exchanged, SMALL_SET } from './small-set.ts';

const WITH_ROUTE = exchanged(
  SMALL_SET,
  'indicators:\n',
  'indicators:\n  road: { label: { vi: Đường, en: Route }, type: choice, values: { none: { vi: Không, en: None }, inter: { vi: Liên tỉnh, en: Inter-provincial } } }\n',
);

describe('the label of a choice in place of its id', () => {
  test.each([
    ['road == Liên tỉnh', 'Liên tỉnh', 'inter', 9],
    ['road in [none, Liên tỉnh]', 'Liên tỉnh', 'inter', 16],
    ['road == "Liên tỉnh"', 'Liên tỉnh', 'inter', 10],
    ['road == Không', 'Không', 'none', 9],
    ['road == None', 'None', 'none', 9],
  ])('%s', (test, label, id, column) => {
    const { issues } = parseSource(exchanged(WITH_ROUTE, 'test: rate < 0.5%', `test: >-\n      ${test}`), 'a.yaml');
    expect(issues).toMatchObject([
      {
        code: 'formula/choice-label',
        args: { label, id },
        position: { column: column + 6 },
        path: 'criteria.A.1.test',
      },
    ]);
    const set = parseCriteria(WITH_ROUTE);
    const where = set.ok ? readWhere(test, set.value, '--where') : set;
    expect(where.issues).toMatchObject([{ code: 'formula/choice-label', args: { label, id }, position: { column } }]);
  });

  test.each([
    ['in part', 'road == Liên', 'formula/unknown-choice'],
    ['elsewhere in the line', 'road == "x" and road == Liên tỉnh', 'formula/quoted'],
    ['nowhere', 'road == inter x', 'formula/unexpected-token'],
  ])('it stands %s', (_, test, code) => {
    const set = parseCriteria(WITH_ROUTE);
    const where = set.ok ? readWhere(test, set.value, '--where') : set;
    expect(where.issues).toMatchObject([{ code }]);
  });
});
