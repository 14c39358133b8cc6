import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import rooms from './rooms.json' with { type: 'json' };

const tests = new Map(Object.entries(rooms)).get(process.env['MUTATED_ROOM'] ?? '') ?? [];

/** Files as `rooms.json` lists them: a change that a quick test notices needs no slow one. */
class AsListed extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const found = tests.findIndex((path) => moduleId.includes(`/test/${path}`));
      return found < 0 ? tests.length : found;
    };
    return Promise.resolve([...files].sort((a, b) => place(a) - place(b) || a.moduleId.localeCompare(b.moduleId)));
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
