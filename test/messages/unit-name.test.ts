import { expect, test } from 'vitest';
import { codeAndName, ownName, unitName } from '../../src/messages/index.ts';

test.each([
  [{ code: '00004', name: 'Xã An' }, 'Xã An (00004)', '00004 Xã An', 'Xã An'],
  [{ code: '00004', name: null }, '00004', '00004', null],
  [{ code: '00004', name: '' }, '00004', '00004', null],
  [{ code: 'Tỉnh An', name: 'Tỉnh An' }, 'Tỉnh An', 'Tỉnh An', null],
])('%o is %s, and %s in lists', (unit, whole, listed, own) => {
  expect([unitName(unit), codeAndName(unit), ownName(unit)]).toEqual([whole, listed, own]);
});
