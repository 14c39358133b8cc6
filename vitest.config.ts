import { configDefaults, defineConfig } from 'vitest/config';

const END_TO_END = 'test/e2e/**/*.test.ts';
/** What takes its time: `npm test` leaves it out, `npm run test:all` and the continuous integration do not. */
const LONG = [
  'test/e2e/{atomic-write,bad-input,cases,completion,diff,exit-codes,exports,fuzz,groups,help,huge-input,input,large-file,libreoffice,library-in-browser,lint,output,page,powers,prove,published,same-bytes,start,verify}.test.ts',
  // Thousands of drawn cases against an oracle, and whole criteria sets searched through.
  'test/assess/{blanked,every-filling,points,qd28,searched-once}.test.ts',
  'test/diff/{attribution,directions,hybrid,told}.test.ts',
  'test/explain/{finding,near,reduced-way,turn,ways}.test.ts',
  'test/prove/{mutated*,points-drawn,prover,shipped}.test.ts',
  'test/formula/{evaluate,number-reader,one-unit}.test.ts',
  'test/{cli/score-large,data/roundtrip,fuzz/fuzz,lint/around,lint/shipped,report/hostile,report/points}.test.ts',
  'test/readme.test.ts',
];
const BUILD = 'test/e2e/build-if-stale.ts';
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
        test: {
          name: 'rooms',
          isolate: false,
          include: ['test/**/*.test.ts'],
          exclude: [...exclude, END_TO_END, ...LONG],
        },
      },
      // These run what was built, so it is built first.
      {
        extends: true,
        test: { name: 'e2e', include: [END_TO_END], exclude: [...exclude, ...LONG], globalSetup: BUILD },
      },
      { extends: true, test: { name: 'long', include: LONG, exclude, globalSetup: BUILD } },
    ],
  },
});
