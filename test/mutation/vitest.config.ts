import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import rooms from './rooms.json' with { type: 'json' };

const tests = new Map(Object.entries(rooms)).get(process.env['MUTATED_ROOM'] ?? '') ?? [];

/** As `rooms.json` lists them: quick tables notice most changes before slow tests have to. */
class AsListed extends BaseSequencer {
  override sort(specifications: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number =>
      tests.findIndex((path) => moduleId.includes(`/test/${path}`));
    return Promise.resolve(specifications.toSorted((a, b) => place(a) - place(b)));
  }
}

/** The tests of one room alone, in one process; `run.mjs` names the room. */
export default defineConfig({
  test: {
    testTimeout: 600_000,
    isolate: false,
    sequence: { sequencer: AsListed },
    include: tests.map((path) => `test/${path}{/**/*,}.test.ts`),
  },
});
