import { configDefaults, defineConfig } from 'vitest/config';

/** All tests but those of the build, which is another one here, and those that take very long. */
export default defineConfig({
  test: {
    testTimeout: 120_000,
    hookTimeout: 120_000,
    include: ['test/**/*.test.ts'],
    exclude: [
      ...configDefaults.exclude,
      'test/package/**',
      'test/rooms.test.ts',
      'test/e2e/bundle.test.ts',
      'test/prove/mutated*.test.ts',
      // To note what was run takes memory, and Node's permission model forbids it.
      'test/e2e/{start,powers,libreoffice,huge-input}.test.ts',
    ],
    // Node hands this down to all that a test starts, whatever else it leaves out.
    env: { NODE_V8_COVERAGE: process.env['XASACH_COVERAGE'] ?? '' },
    coverage: {
      enabled: true,
      include: ['src/**/*.ts'],
      reporter: ['json'],
      reportOnFailure: true,
      reportsDirectory: process.env['XASACH_COVERAGE'] ?? '',
    },
  },
});
