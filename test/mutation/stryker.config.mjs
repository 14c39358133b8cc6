import { readFileSync } from 'node:fs';

const rooms = JSON.parse(readFileSync(new URL('rooms.json', import.meta.url), 'utf8'));
const room = process.env.MUTATED_ROOM ?? 'number';

/** Mutation testing of one room: `npm run mutation -- ROOM` (see run.mjs). */
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'test/mutation/vitest.config.ts', related: false },
  mutate: rooms[room].mutate,
  mutator: {
    // The strings of these rooms are kinds, codes and keys of union types, where the compiler refuses any other string;
    // the rest are the words of errors that only a fault of xasach itself could raise. What people read is in messages/.
    excludedMutations: ['StringLiteral'],
  },
  coverageAnalysis: 'perTest',
  concurrency: 1,
  // A busy machine is no endless loop.
  timeoutMS: 60_000,
  timeoutFactor: 4,
  dryRunTimeoutMinutes: 20,
  ignorePatterns: ['dist', 'coverage', 'reports', '.ci'],
  thresholds: { high: 95, low: 85, break: 85 },
  reporters: ['clear-text', 'json'],
  clearTextReporter: { reportTests: false, allowColor: false, allowEmojis: false },
  jsonReporter: { fileName: `reports/mutation/${room}.json` },
};
