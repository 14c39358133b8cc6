import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { sha256Hex } from '../criteria/index.ts';
import { type Issue, issue, refusal, type Result } from '../messages/index.ts';
import { readBytes, STDIN } from '../node/index.ts';
import {
  type Difference,
  PLAIN,
  type RecordedFile,
  resultDifference,
  resultSchema,
  type Verification,
  writeVerification,
  writeVerificationJson,
} from '../report/index.ts';
import { VERSION } from '../version.ts';
import { failed } from './assessment.ts';
import { readOptions } from './options.ts';
import { optionsOfRun } from './recorded.ts';
import { type RecordedResult, readRecordedResult } from './recorded-result.ts';
import type { Outcome, Request } from './request.ts';

/** `xasach verify`: works a recorded result out again from what it names, and says what differs. */
export async function verify(request: Request): Promise<Outcome> {
  const [path = ''] = request.arguments.result;
  const recorded = await readRecordedResult(path);
  if (!recorded.ok) return failed(recorded.issues);
  const found = await findFiles(recorded.value, path, request);
  if (!found.ok) return failed(found.issues);
  const again = await workOutAgain(recorded.value, found.value, request);
  if (again.value === null && found.value.changed.length === 0) return failed(again.issues);
  const differences = [
    ...originDifferences(recorded.value, again.value),
    ...found.value.changed,
    ...(again.value === null ? [] : [resultDifference(recorded.value.json, again.value) ?? []].flat()),
  ];
  const verification: Verification = { result: path, differences, workedOut: again.value !== null };
  return {
    output:
      request.format === 'json' ? writeVerificationJson(verification) : writeVerification(verification, request.style),
    // What the result itself says of warnings is compared; what kept it from being worked out has to be told.
    issues: again.value === null ? again.issues : [],
    objected: differences.length > 0,
    read: [path, ...found.value.paths.values()],
  };
}

/** Where the files of a result are now, and which of them have changed. */
interface FoundFiles {
  /** By their names in the result. */
  readonly paths: ReadonlyMap<string, string>;
  readonly changed: readonly Difference[];
}

/** The name and the SHA-256 of a file; of a registry that comes with xasach the name is no file. */
type Wanted = Pick<RecordedFile, 'name' | 'sha256'> & { readonly option?: string };

async function findFiles(
  { run, inputs }: RecordedResult,
  result: string,
  request: Request,
): Promise<Result<FoundFiles>> {
  const given = await Promise.all(request.arguments.inputs.map(async (path) => ({ path, sha256: await hashOf(path) })));
  const unreadable = given.filter(({ sha256 }) => sha256 === null);
  if (unreadable.length > 0) return unreadableFiles(unreadable.map(({ path }) => path));
  const own = request.options.criteria;
  const wanted: readonly Wanted[] = [
    ...inputs,
    ...run.files.filter(({ option }) => own === null || option !== 'criteria'),
  ];
  const paths = new Map<string, string>();
  const changed: Difference[] = [];
  const issues: Issue[] = [];
  for (const file of wanted.filter(({ name, option }) => !isBuiltIn(name, option))) {
    const named =
      given.find(({ sha256 }) => sha256 === file.sha256) ??
      given.find(({ path }) => basename(path) === basename(file.name));
    const candidates = named === undefined ? await lookedFor(file, result) : [named];
    const chosen = candidates.find(({ sha256 }) => sha256 === file.sha256) ?? candidates[0];
    if (chosen === undefined) issues.push(missing(file, result));
    else {
      paths.set(file.name, chosen.path);
      const found = chosen.sha256 ?? '';
      if (found !== file.sha256) changed.push({ kind: 'file', name: file.name, recorded: file.sha256, found });
    }
  }
  const used = new Set(paths.values());
  for (const { path } of given) if (!used.has(path)) issues.push(issue('usage/unused-input', {}, { received: path }));
  return issues.length > 0 ? refusal(issues) : { ok: true, value: { paths, changed }, issues: [] };
}

/** A file that is not found: the data, or the file of an option. */
function missing({ name, option }: Wanted, result: string): Issue {
  return issue('verify/input-missing', { name, option: option ?? null }, { position: { file: result } });
}

/** The id of something that comes with xasach is no path. */
function isBuiltIn(name: string, option: string | undefined): boolean {
  return (option === 'units' || option === 'lineage') && !/[/\\]|\.csv$/i.test(name);
}

/** Where a file of a result can be: as it was named, beside the result, in the current folder. */
async function lookedFor({ name }: Wanted, result: string) {
  if (name === STDIN) return [];
  const beside = dirname(result);
  const places = [name, join(beside, name), join(beside, basename(name)), basename(name)];
  const files = await Promise.all(
    [...new Set(places)].map(async (path) => ({
      path,
      isFile: (await stat(path).catch(() => null))?.isFile() === true,
    })),
  );
  const there = files.filter(({ isFile }) => isFile);
  return Promise.all(there.map(async ({ path }) => ({ path, sha256: await hashOf(path) })));
}

async function hashOf(path: string): Promise<string | null> {
  const bytes = await readBytes(path);
  return bytes.ok ? sha256Hex(bytes.value) : null;
}

async function unreadableFiles(paths: readonly string[]): Promise<Result<never>> {
  const read = await Promise.all(paths.map((path) => readBytes(path)));
  return refusal(read.flatMap(({ issues }) => issues));
}

/** The result worked out from what it names; `null` with what kept it from being so. */
async function workOutAgain(
  { run, inputs, unit }: RecordedResult,
  { paths }: FoundFiles,
  request: Request,
): Promise<{ readonly value: Readonly<Record<string, unknown>> | null; readonly issues: readonly Issue[] }> {
  const pathOf = (file: { readonly name: string }): string => paths.get(file.name) ?? file.name;
  const typed = optionsOfRun(run, pathOf);
  const own = request.options.criteria;
  const options = readOptions(own === null ? typed : { ...typed, criteria: own });
  if (!options.ok) return { value: null, issues: options.issues };
  const command = unit === null ? (await import('./score.ts')).score : (await import('./explain.ts')).explain;
  const names = [...[...paths].map(([name, path]) => [path, name] as const), ...ownCriteria(run.files, own)];
  const { output, issues } = await command({
    arguments: { ...request.arguments, files: inputs.map(pathOf), unit: unit === null ? [] : [unit] },
    options: options.value,
    format: 'json',
    names: new Map(names),
    style: { ...request.style, paint: PLAIN },
  });
  return typeof output === 'string'
    ? { value: resultSchema.parse(JSON.parse(output)), issues: [] }
    : { value: null, issues };
}

/** Criteria that are given stand for those of the result, wherever their file is: what counts is what it holds. */
function ownCriteria(files: readonly RecordedFile[], path: string | null): readonly (readonly [string, string])[] {
  const recorded = files.find(({ option }) => option === 'criteria');
  return path === null || recorded === undefined ? [] : [[path, recorded.name]];
}

/** Another engine, other criteria. */
function originDifferences(
  { engine, run }: RecordedResult,
  again: Readonly<Record<string, unknown>> | null,
): readonly Difference[] {
  const found = again === null ? null : criteriaOf(again);
  return [
    ...(engine === VERSION ? [] : [{ kind: 'engine', recorded: engine, found: VERSION } as const]),
    ...(found === null || found === run.criteria.sha256
      ? []
      : [{ kind: 'criteria', id: run.criteria.id, recorded: run.criteria.sha256, found } as const]),
    ...builtInFiles(run.files, again?.['files']),
  ];
}

/** What comes with xasach can change with its version. */
function builtInFiles(recorded: readonly RecordedFile[], again: unknown): readonly Difference[] {
  const now = new Map(
    (Array.isArray(again) ? again : []).map((file: RecordedFile) => [`${file.option} ${file.name}`, file.sha256]),
  );
  return recorded.flatMap(({ option, name, sha256 }): readonly Difference[] => {
    const found = isBuiltIn(name, option) ? now.get(`${option} ${name}`) : undefined;
    return found === undefined || found === sha256 ? [] : [{ kind: 'file', name, recorded: sha256, found }];
  });
}

function criteriaOf({ criteria }: Readonly<Record<string, unknown>>): string | null {
  return typeof criteria === 'object' && criteria !== null && 'sha256' in criteria ? String(criteria.sha256) : null;
}
