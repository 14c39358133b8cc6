import { defineConfig } from 'vitest/config';
import rooms from './rooms.json' with { type: 'json' };

const tests = new Map(Object.entries(rooms)).get(process.env['MUTATED_ROOM'] ?? '') ?? [];

/** The tests of one room alone, in one process; `run.mjs` names the room. */
export default defineConfig({
  test: {
    testTimeout: 600_000,
    isolate: false,
    include: tests.map((path) => `test/${path}{/**/*,}.test.ts`),
  },
});
