import type { StateWord } from '../../messages/index.ts';

/** The state of a criterion or a part of it at a glance. */
export const STATE_MARKS: Readonly<Record<StateWord, string>> = {
  pass: '✓',
  fail: '✗',
  unknown: '?',
  'not-applicable': '–',
};
