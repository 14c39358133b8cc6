import { describe, expectTypeOf, test } from 'vitest';
import {
  assess,
  type AssessmentResult,
  type Assessments,
  type Assessor,
  compile,
  type CriteriaSet,
  type Dataset,
  datasetFromRows,
  explainer,
  impact,
  type Issue,
  type IssueArgs,
  issue,
  messagesIn,
  parseCriteria,
  PASS,
  type Ranking,
  rank,
  readCsv,
  type Result,
  type RowsOptions,
  type RankKey,
  type Rule,
  sentence,
  type State,
  type Way,
  waysToPass,
} from '../../src/index.ts';

// What the compiler promises to whoever embeds the library; `npm run typecheck` is what makes these fail.
describe('types of the public API', () => {
  test('text becomes a set, a set an assessor, data assessments', () => {
    expectTypeOf(parseCriteria).parameter(0).toBeString();
    expectTypeOf(parseCriteria).returns.toEqualTypeOf<Result<CriteriaSet>>();
    expectTypeOf(compile).returns.toEqualTypeOf<Assessor>();
    expectTypeOf<Assessor['assess']>().toEqualTypeOf<(dataset: Dataset) => Assessments>();
    expectTypeOf(readCsv).returns.toEqualTypeOf<Dataset>();
    expectTypeOf(datasetFromRows).returns.toEqualTypeOf<Dataset>();
    expectTypeOf(assess).returns.toEqualTypeOf<Result<Assessments>>();
    expectTypeOf(rank).returns.toEqualTypeOf<Ranking>();
    expectTypeOf(explainer).returns.returns.toEqualTypeOf<AssessmentResult>();
    expectTypeOf(waysToPass).returns.toHaveProperty('ways').toEqualTypeOf<readonly Way[]>();
  });

  test('rows may be of any class or interface', () => {
    interface Row {
      readonly code: string;
      readonly people?: number | null;
    }
    class Unit {
      readonly code = '00004';
    }
    expectTypeOf<readonly Row[]>().toExtend<Parameters<typeof assess>[1]>();
    expectTypeOf<readonly Row[]>().toExtend<Parameters<typeof impact>[2]>();
    expectTypeOf<Unit[]>().toExtend<Parameters<typeof datasetFromRows>[0]>();
    // @ts-expect-error A row is no figure.
    expectTypeOf(assess).parameter(1).toBeCallableWith([5]);
    expectTypeOf(assess).parameter(2).toEqualTypeOf<RowsOptions | undefined>();
  });

  test('a result is looked at before its value is taken', () => {
    expectTypeOf<Result<number>>().not.toHaveProperty('value');
    expectTypeOf<Extract<Result<number>, { ok: false }>['issues'][0]>().toEqualTypeOf<Issue>();
  });

  test('states, rules and keys are closed', () => {
    const state: State = PASS;
    expectTypeOf(state).toEqualTypeOf<2>();
    expectTypeOf<Rule['kind']>().toEqualTypeOf<'test' | 'bands' | 'scale' | 'deduct' | 'group'>();
    expectTypeOf<RankKey['by']>().toEqualTypeOf<'class' | 'score' | 'measure' | 'indicator'>();
  });

  test('an issue carries the arguments of its code', () => {
    expectTypeOf(issue('formula/too-long', { limit: 3 }).args).toEqualTypeOf<IssueArgs['formula/too-long']>();
    // @ts-expect-error A code asks for its own arguments.
    issue('formula/too-long', { most: 3 });
    // @ts-expect-error Nothing but the known codes.
    expectTypeOf(issue).toBeCallableWith('formula/unheard-of', {});
  });

  test('words are a language or one’s own', () => {
    expectTypeOf(sentence).parameter(1).toExtend<'vi' | 'en' | ReturnType<typeof messagesIn>>();
  });

  test('results cannot be written to', () => {
    // @ts-expect-error Assessments are read only.
    const change = (found: Assessments): void => void (found.certified = new Uint8Array());
    expectTypeOf(change).toBeFunction();
  });
});
