import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { criteriaJsonSchema } from '../../src/criteria/index.ts';

test('criteria/criteria.schema.json is the schema of the code: run `npm run schema` after a change', () => {
  const stored = readFileSync(new URL('../../criteria/criteria.schema.json', import.meta.url), 'utf8');
  expect(stored).toBe(`${JSON.stringify(criteriaJsonSchema(), null, 2)}\n`);
});

test('the schema takes numbers as numbers and as texts', () => {
  expect(criteriaJsonSchema().definitions).toMatchObject({ decimal: { type: ['number', 'string'] } });
});
