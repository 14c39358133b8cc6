import { sha256Hex } from '../criteria/index.ts';
import { issue, refusal, type Result } from '../messages/index.ts';
import { decodedText, readBytes } from '../node/index.ts';
import { readContent } from '../report/index.ts';
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

/** The text of a JSON result, and the SHA-256 of its file. */
export async function readResultFile(
  path: string,
): Promise<Result<{ readonly text: string; readonly sha256: string }>> {
  const bytes = await readBytes(path);
  if (!bytes.ok) return bytes;
  const text = decodedText(bytes.value, path);
  return text.ok ? { ...text, value: { text: text.value, sha256: sha256Hex(bytes.value) } } : text;
}

/** Reads a JSON result to work it out again. */
export async function readRecordedResult(path: string): Promise<Result<RecordedResult>> {
  const file = await readResultFile(path);
  if (!file.ok) return file;
  const content = readContent(file.value.text, path);
  if (!content.ok) return refusal([issue('verify/not-a-result', content.why, { position: content.position })]);
  const { engine, criteria, period, options, files, inputs } = content.value;
  const run = { criteria, period, options, files: files ?? [] };
  const value = { json: content.value, engine: engine.version, run, inputs, unit: options['unit'] ?? null };
  return { ok: true, value, issues: [] };
}
