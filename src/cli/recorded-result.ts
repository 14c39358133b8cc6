import { issue, refusal, type Result } from '../messages/index.ts';
import { readBytes } from '../node/index.ts';
import { resultSchema } from '../report/index.ts';
import type { RecordedRun } from './recorded.ts';

/** A result that was written before. */
export interface RecordedResult {
  /** All that it says. */
  readonly json: Readonly<Record<string, unknown>>;
  readonly engine: string;
  readonly run: RecordedRun;
  readonly inputs: readonly { readonly name: string; readonly sha256: string }[];
  /** The unit that was asked for; `null` in a result of all units. */
  readonly unit: string | null;
}

/** The most a result may hold, in megabytes. */
const MOST = 400;

/** Reads a JSON result. */
export async function readRecordedResult(path: string): Promise<Result<RecordedResult>> {
  const bytes = await readBytes(path, MOST);
  if (!bytes.ok) return bytes;
  const result = parsed(bytes.value);
  return result === null
    ? refusal([issue('verify/not-a-result', {}, { position: { file: path } })])
    : { ok: true, value: result, issues: [] };
}

function parsed(bytes: Uint8Array): RecordedResult | null {
  try {
    const json: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    const read = resultSchema.safeParse(json);
    if (!read.success) return null;
    const { engine, criteria, period, options, files, inputs } = read.data;
    const run = { criteria, period, options, files: files ?? [] };
    return { json: read.data, engine: engine.version, run, inputs, unit: options['unit'] ?? null };
  } catch {
    return null;
  }
}
