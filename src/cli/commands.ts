import type { ArgumentId, CommandId, OptionId } from '../messages/index.ts';
import type { FailOn, Format } from './options.ts';
import type { Run } from './request.ts';

/** A command as the command line knows it before any of its own code is loaded. */
export interface Command {
  readonly id: CommandId;
  readonly arguments: readonly Argument[];
  readonly options: readonly OptionId[];
  /** What `--fail-on` names, where that is not a result. */
  readonly failOn?: FailOn;
  /** The forms in which it can give its result; the first unless told otherwise. */
  readonly formats: readonly [Format, ...Format[]];
  /** Loads what the command needs, and nothing else. */
  readonly load: () => Promise<Run>;
}

export interface Argument {
  readonly id: ArgumentId;
  /** `any` is several or none; what takes more than one word stands last. */
  readonly arity: 'one' | 'optional' | 'several' | 'any';
}

const FILES: Argument = { id: 'files', arity: 'several' };
const CHOICE_OF_CRITERIA: readonly OptionId[] = ['criteria', 'period', 'reading', 'overlay'];
const DATA: readonly OptionId[] = ['encoding', 'numbers', 'sheet', 'map', 'units', 'lineage'];
const RESULT: readonly OptionId[] = ['format', 'output'];
const BEFORE_AND_AFTER: readonly OptionId[] = ['set', 'against', 'across-criteria'];
const COMPARISONS: readonly OptionId[] = [...BEFORE_AND_AFTER, 'readings'];
const REPORTS: Command['formats'] = ['table', 'csv', 'json', 'ndjson', 'md', 'html', 'xlsx'];

/** The commands in the order in which help lists them. */
export const COMMANDS: readonly Command[] = [
  {
    id: 'score',
    arguments: [FILES],
    options: [
      ...CHOICE_OF_CRITERIA,
      ...DATA,
      ...RESULT,
      'by',
      'only',
      'top',
      'where',
      ...COMPARISONS,
      'robustness',
      'near',
      'ways',
      'excel',
      'fail-on',
    ],
    formats: REPORTS,
    load: async () => (await import('./score.ts')).score,
  },
  {
    id: 'explain',
    arguments: [{ id: 'unit', arity: 'one' }, FILES],
    options: [...CHOICE_OF_CRITERIA, ...DATA, ...RESULT, ...COMPARISONS, 'fail-on'],
    formats: ['table', 'json', 'md', 'html'],
    load: async () => (await import('./explain.ts')).explain,
  },
  {
    id: 'rank',
    arguments: [FILES],
    options: [
      ...CHOICE_OF_CRITERIA,
      ...DATA,
      ...RESULT,
      'by',
      'where',
      'only',
      'top',
      ...BEFORE_AND_AFTER,
      'robustness',
      'excel',
      'fail-on',
    ],
    formats: REPORTS,
    load: async () => (await import('./rank.ts')).rank,
  },
  {
    id: 'check',
    arguments: [FILES],
    options: [...CHOICE_OF_CRITERIA, ...DATA, ...RESULT, 'excel', 'fail-on'],
    failOn: 'warnings',
    formats: ['table', 'csv', 'json', 'xlsx'],
    load: async () => (await import('./check.ts')).check,
  },
  {
    id: 'template',
    arguments: [],
    options: ['criteria', 'period', 'units', 'province', ...RESULT, 'excel'],
    formats: ['csv', 'xlsx'],
    load: async () => (await import('./template.ts')).template,
  },
  {
    id: 'criteria',
    arguments: [{ id: 'set', arity: 'optional' }],
    options: ['period', 'reading', 'output'],
    formats: ['table'],
    load: async () => (await import('./criteria.ts')).criteria,
  },
  {
    id: 'diff',
    arguments: [
      { id: 'base', arity: 'one' },
      { id: 'revision', arity: 'one' },
    ],
    options: ['reading', 'data', 'period', ...DATA, 'prove', 'across-families', ...RESULT, 'fail-on', 'ignore', 'on'],
    failOn: 'changes',
    formats: ['table', 'json', 'md', 'html'],
    load: async () => (await import('./diff.ts')).diff,
  },
  {
    id: 'schema',
    arguments: [{ id: 'schema', arity: 'one' }],
    options: ['output'],
    formats: ['json'],
    load: async () => (await import('./schema.ts')).schema,
  },
  {
    id: 'lint',
    arguments: [{ id: 'linted', arity: 'any' }],
    options: ['reading', ...RESULT, 'fail-on'],
    failOn: 'warnings',
    formats: ['table', 'json'],
    load: async () => (await import('./lint.ts')).lint,
  },
  {
    id: 'verify',
    arguments: [
      { id: 'result', arity: 'one' },
      { id: 'inputs', arity: 'any' },
    ],
    options: ['criteria', ...RESULT],
    formats: ['table', 'json'],
    load: async () => (await import('./verify.ts')).verify,
  },
  {
    id: 'test',
    arguments: [{ id: 'tested', arity: 'any' }],
    options: [...RESULT],
    formats: ['table', 'json'],
    load: async () => (await import('./test.ts')).test,
  },
  {
    id: 'completion',
    arguments: [{ id: 'shell', arity: 'one' }],
    options: ['output'],
    formats: ['table'],
    load: async () => (await import('./completion.ts')).completion,
  },
];
