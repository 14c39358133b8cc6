import { configDefaults, defineConfig } from 'vitest/config';

const END_TO_END = 'test/e2e/**/*.test.ts';
const exclude = [...configDefaults.exclude, '.stryker-tmp/**'];

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // One more than vitest takes on two cores: most of the time is spent waiting for the command line to run.
    maxWorkers: '100%',
    coverage: { include: ['src/**/*.ts'] },
    projects: [
      {
        extends: true, // The rooms keep no state, so their tests need no fresh copy of them each.
        test: { name: 'rooms', isolate: false, include: ['test/**/*.test.ts'], exclude: [...exclude, END_TO_END] },
      },
      // These run what was built, so it is built first.
      {
        extends: true,
        test: { name: 'e2e', include: [END_TO_END], exclude, globalSetup: 'test/e2e/build-if-stale.ts' },
      },
    ],
  },
});
