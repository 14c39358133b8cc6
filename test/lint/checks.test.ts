import { expect, test } from 'vitest';
import { lintText, spoiled } from './lint.ts';
import { SOUND_SET } from './sound-set.ts';

const RULE = '  - { rule: users <= people, message: { vi: Sai, en: Wrong } }\n';
const OTHER = '  - { rule: places <= 9, message: { vi: Nhiều, en: Many } }\n';
const BASE = spoiled(SOUND_SET, RULE, RULE + OTHER);

/** The rules that are told as dropped, and the line. */
function dropped(own: string, base = BASE): readonly unknown[] {
  const text = `extends: small@2\nfamily: ours\nversion: "1"\nstatus: draft\n${own}`;
  return lintText(text, { base }).flatMap(({ code, args, severity, position }) =>
    code === 'lint/checks-dropped' ? [{ ...args, severity, line: position?.line }] : [],
  );
}

const told = (...rules: readonly string[]) => [{ base: 'small@2', rules, severity: 'note', line: 5 }];

test.each([
  ['one is left out', `checks:\n${OTHER}`, told('users <= people')],
  [
    'all are left out for a new one',
    'checks:\n  - { rule: users < 5000, message: { vi: Sai, en: Wrong } }\n',
    told('users <= people', 'places <= 9'),
  ],
  ['one is another', `checks:\n${RULE}${OTHER.replace('9', '10')}`, told('places <= 9')],
  ['all are written again, spaced otherwise', `checks:\n${OTHER}${RULE.replace('users <=', 'users  <=')}`, []],
  ['one only warns now', `checks:\n${OTHER}${RULE.replace('people,', 'people, severity: warning,')}`, []],
  ['the set has no list of its own', '', []],
  ['the list is left empty', 'checks:\n', []],
  [
    'what the check is about is taken out',
    `checks:\n${RULE}criteria: { P.1: }\nindicators: { places: }\nclasses: { high: { when: K.1 } }\n`,
    [],
  ],
])('checks of the set that is extended: %s', (_, own, expected) => {
  expect(dropped(own)).toEqual(expected);
});

test('a set that stands for itself drops nothing', () => {
  expect(lintText(SOUND_SET).map(({ code }) => code)).not.toContain('lint/checks-dropped');
});
