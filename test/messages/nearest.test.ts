import { expect, test } from 'vitest';
import { nearestNames } from '../../src/messages/index.ts';

test.each([
  ['F3', ['F.3', 'F.2'], ['F.3']],
  ['f-3', ['F.3'], ['F.3']],
  ['no', ['có', 'yes'], []],
  ['-', ['_'], []],
  ['adicts', ['addicts', 'residents'], ['addicts']],
])('%s is near of %o: %o', (name, known, near) => {
  expect(nearestNames(name, known)).toEqual(near);
});
