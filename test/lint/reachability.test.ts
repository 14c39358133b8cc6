import { expect, test } from 'vitest';
import { MAY_NOT_APPLY, SETTLED } from '../prove/told-sets.ts';
import { lintText } from './lint.ts';

/** What lint calls out of reach, in the words of the file. */
function outOfReach(text: string): readonly string[] {
  return lintText(text).flatMap((found) => {
    switch (found.code) {
      case 'lint/class-unreachable':
        return [found.args.class];
      case 'lint/never-passes':
      case 'lint/never-fails':
        return [`${found.args.criterion} ${found.code === 'lint/never-passes' ? 'met' : 'not met'}`];
      case 'lint/unproved':
        return [`${found.args.id}?`];
      default:
        return [];
    }
  });
}

test.each([
  ['criteria that may not apply', MAY_NOT_APPLY, ['G.1 not met', 'L not met']],
  ['points that hang on no figure', SETTLED, ['rest', 'G.2 met', 'G.1 not met', 'L not met']],
])('beside %s only what no data reach is called out of reach', (_, text, expected) => {
  expect(outOfReach(text).toSorted()).toEqual(expected.toSorted());
});
