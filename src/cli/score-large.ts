import { type Assessments, type Assessor, compile, earlierColumns } from '../assess/index.ts';
import { type PartReader, partReader } from '../data/index.ts';
import { hasError, type Issue, issue, withoutRepeats } from '../messages/index.ts';
import { type LoadedCriteria, loadCriteria, openLargeText, STDIN, type TextFile } from '../node/index.ts';
import { partRanking, type Places, summarise } from '../rank/index.ts';
import { csvWriter, ndjsonWriter, type Scored } from '../report/index.ts';
import { VERSION } from '../version.ts';
import { filesOf, objects } from './assessment.ts';
import type { Options } from './options.ts';
import { OutputBroken } from './output.ts';
import { createProgress, type Progress } from './progress.ts';
import type { Outcome, Request } from './request.ts';
import { keepHeapSmall } from './small-heap.ts';

/** A file of so many bytes is scored part by part. */
const LARGE = 2_000_000;

/**
 * Scores one large text file part by part, so that memory grows only by a few numbers a unit and by what is told of the data:
 * once to rank the units, once more to write them. The result is the same as of a file that is read at once.
 *
 * @param large How many bytes make a file large.
 * @param part How many bytes are read at a time.
 * @returns `null` where the file is to be read at once: it is not large, only the whole of it tells what it is, or something
 *   is wrong with it.
 */
export async function scoreLarge(request: Request, large = LARGE, part?: number): Promise<Outcome | null> {
  const [path] = request.arguments.files;
  if (path === undefined || !isPlain(request)) return null;
  const file = await openLargeText(path, large, part);
  if (file === null) return null;
  keepHeapSmall();
  let job: Job | null = null;
  try {
    job = await begin(request, file, request.names?.get(path) ?? path);
  } finally {
    if (job === null) await file.close();
  }
  if (job === null) return null;
  const { issues, objected } = job.survey;
  return { output: writtenBy(job), issues, objected, read: filesOf(request) };
}

/** What can be asked of units that are not at hand all at once; the encoding only where it is the one of parts. */
const PART_BY_PART: readonly (keyof Options)[] = [
  'criteria',
  'period',
  'readings',
  'numbers',
  'format',
  'output',
  'failOn',
  'failOnChanges',
  'excel',
  'color',
  'quiet',
];

/** Whether nothing is asked that needs all units at hand, or other files. */
function isPlain({ arguments: { files }, options }: Request): boolean {
  const { encoding, ...others } = options;
  return (
    files.length === 1 &&
    files[0] !== STDIN &&
    (encoding === null || encoding === 'utf-8') &&
    Object.entries(others).every(([name, value]) => isUnset(value) || PART_BY_PART.some((own) => own === name))
  );
}

function isUnset(value: unknown): boolean {
  return value === null || value === false || (Array.isArray(value) && value.length === 0);
}

/** A large file and what it is assessed by. */
interface Task {
  readonly request: Request;
  readonly file: TextFile;
  readonly name: string;
  readonly loaded: LoadedCriteria;
  /** What was told of the criteria and the period, before any data. */
  readonly known: readonly Issue[];
  readonly assessor: Assessor;
  readonly progress: Progress;
}

/** A task that can be done part by part. */
interface Job extends Task {
  readonly survey: Survey;
}

/** What the first time through tells of all units. */
interface Survey {
  readonly places: Places;
  readonly issues: readonly Issue[];
  readonly objected: boolean;
}

async function begin(request: Request, file: TextFile, name: string): Promise<Job | null> {
  const { criteria, period, readings, quiet } = request.options;
  const loaded = await loadCriteria(criteria ?? undefined, { period, readings });
  if (!loaded.ok || loaded.value.lower !== null) return null;
  const assessor = compile(loaded.value.set);
  if (earlierColumns(assessor.program).length > 0) return null;
  const progress = createProgress(request.style.lang, quiet);
  const task = { request, file, name, loaded: loaded.value, known: loaded.issues, assessor, progress };
  let survey: Survey | null = null;
  try {
    survey = await surveyed(task);
  } finally {
    if (survey === null) progress.end();
  }
  return survey === null ? null : { ...task, survey };
}

/** Reads, assesses and ranks all units and keeps their places. */
async function surveyed(task: Task): Promise<Survey | null> {
  const { request, known } = task;
  const { failOn } = request.options;
  const ranking = partRanking(task.loaded.set);
  const found: Issue[] = [];
  let objected = false;
  const reader = readerOf(task, false);
  for await (const part of assessedParts(task, reader, 'read')) {
    if (part === null || hasError(part.issues) || !ranking.add(part)) return null;
    found.push(...part.issues);
    objected ||= objects(failOn, part, [...known, ...reader.issues(), ...part.issues]);
  }
  const places = ranking.places();
  if (places.from.length === 0) return null;
  return { places, issues: withoutRepeats([...known, ...reader.issues(), ...found]), objected };
}

function readerOf({ name, loaded, request }: Task, isKnown: boolean): PartReader {
  return partReader(name, loaded.set, request.options.numbers, isKnown);
}

/** The units part by part; `null`, and then no more, where only the whole file will do. */
async function* assessedParts(
  { file, request, assessor, progress }: Task,
  reader: PartReader,
  doing: 'read' | 'write',
): AsyncGenerator<Assessments | null> {
  const { period } = request.options;
  const named = new Set<string | null>();
  for await (const part of file.parts()) {
    const dataset = part === null ? null : reader.read(part.text, part.isLast);
    for (const own of dataset?.units.period ?? []) named.add(own);
    // Either no unit names a period, or each of them names the one that is asked for.
    const isOfPeriod = named.size === 0 || (named.size === 1 && (named.has(null) || named.has(period)));
    if (part === null || dataset === null || !isOfPeriod) {
      yield null;
      return;
    }
    yield assessor.assess(dataset);
    progress.tell(doing, part.share);
  }
}

/** Reads and assesses all units once more and writes their lines, now that their places are known. */
async function* writtenBy(job: Job): AsyncGenerator<string> {
  const { file, progress } = job;
  let from = 0;
  try {
    for await (const part of assessedParts(job, readerOf(job, true), 'write')) {
      if (part === null) throw new OutputBroken(changed(job));
      const writer = writerOf(scoredOf(part, job, from), job.request);
      if (from === 0) yield writer.header;
      for (let row = 0; row < part.dataset.rows; row += LINES_AT_A_TIME)
        yield linesOf(writer.row, row, part.dataset.rows);
      from += part.dataset.rows;
    }
    if (from !== job.survey.places.from.length || !(await file.isUnchanged())) throw new OutputBroken(changed(job));
  } finally {
    progress.end();
    await file.close();
  }
}

/** Lines that are written at a time: so few that none of them outlives its turn. */
const LINES_AT_A_TIME = 256;

function linesOf(line: (row: number) => string, from: number, rows: number): string {
  let lines = '';
  for (let row = from; row < Math.min(from + LINES_AT_A_TIME, rows); row += 1) lines += line(row);
  return lines;
}

/** The file was written to meanwhile. */
function changed({ name }: Job): Issue {
  return issue('file/changed', {}, { position: { file: name } });
}

function writerOf(
  scored: Scored,
  { format, style, options }: Request,
): { readonly header: string; readonly row: (row: number) => string } {
  return format === 'csv'
    ? csvWriter(scored, { lang: style.lang, excel: options.excel })
    : { header: '', row: ndjsonWriter(scored) };
}

/** A part as a result of its own, with the places that its units have among all. */
function scoredOf(assessments: Assessments, { survey: { places }, loaded, known }: Job, from: number): Scored {
  const to = from + assessments.dataset.rows;
  const ranking = {
    from: places.from.subarray(from, to),
    to: places.to.subarray(from, to),
    of: new Int32Array(assessments.dataset.rows).fill(places.from.length),
    order: [],
  };
  const provenance = { version: VERSION, options: {}, period: loaded.period?.id ?? null, issues: known };
  return { assessments, ranking, summary: summarise(assessments), provenance };
}
