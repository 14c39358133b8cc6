import { expect, test } from 'vitest';
import { issue } from '../../src/messages/index.ts';
import { PLAIN, writeTable } from '../../src/report/index.ts';
import { COMMUNES, criteria, scored } from './communes.ts';

const warned = scored(COMMUNES, criteria(), {
  issues: [issue('period/validity-not-checked', { set: 'a@1' }, { severity: 'warning' })],
});
const style = { lang: 'en', width: 100, paint: PLAIN } as const;
const LISTED = 'listed after the result: 1';

test('the summary says where the warnings stand', () => {
  expect(writeTable(warned, style)).toContain(LISTED);
});

test('without warnings nothing is listed after the result, and nothing says so', () => {
  expect(writeTable(warned, { ...style, isQuiet: true })).not.toContain(LISTED);
});
