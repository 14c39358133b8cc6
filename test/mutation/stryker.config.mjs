const room = process.env.MUTATED_ROOM ?? '';

/** Mutation testing of one room: `npm run mutation -- ROOM` (see run.mjs, which names the code and the tests). */
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'test/mutation/vitest.config.ts', related: false },
  mutate: (process.env.MUTATED_CODE ?? '').split(','),
  mutator: {
    // The strings of these rooms are kinds, codes and keys of union types, where the compiler refuses any other string;
    // the rest are the words of errors that only a fault of xasach itself could raise. What people read is in messages/.
    excludedMutations: ['StringLiteral'],
  },
  coverageAnalysis: 'perTest',
  // What runs only while modules are loaded, such as tables of constants, would need every test for each change: it is left
  // out and counted as ignored.
  ignoreStatic: true,
  // No types are checked when tests run.
  disableTypeChecks: false,
  concurrency: 1,
  // A busy machine is no endless loop.
  timeoutMS: 60_000,
  timeoutFactor: 4,
  dryRunTimeoutMinutes: 20,
  ignorePatterns: ['dist', 'coverage', 'reports', '.ci'],
  thresholds: { high: 95, low: 85, break: 85 },
  reporters: ['clear-text', 'progress-append-only', 'json'],
  clearTextReporter: { reportTests: false, allowColor: false, allowEmojis: false },
  jsonReporter: { fileName: `reports/mutation/${room}.json` },
};
