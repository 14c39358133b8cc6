import type * as z from 'zod';
import type { NoResult, Position } from '../../messages/index.ts';
import { RESULT_FORMAT } from '../results/result.ts';
import { readJson } from './json-fault.ts';
import { resultSchema } from './result-schema.ts';

/** All that a JSON result says. */
export type RecordedContent = z.infer<typeof resultSchema>;

/** What a file with a result says; or why it is none, and where. */
export type ReadContent =
  | { readonly ok: true; readonly value: RecordedContent }
  | {
      readonly ok: false;
      readonly why: { readonly reason: NoResult; readonly detail: string | null };
      readonly position: Position;
    };

/**
 * Reads a JSON result that this or another version of xasach wrote.
 *
 * @param text The text of the file.
 * @param file Its name, for messages.
 */
export function readContent(text: string, file: string): ReadContent {
  const json = readJson(text, file);
  if (!json.ok) return { ok: false, why: { reason: json.reason, detail: null }, position: json.position };
  const { value } = json;
  const isResult = typeof value === 'object' && value !== null && 'format' in value && value.format === RESULT_FORMAT;
  if (!isResult) return { ok: false, why: { reason: 'other-json', detail: null }, position: { file } };
  const read = resultSchema.safeParse(value);
  if (read.success) return { ok: true, value: read.data };
  const detail = pathText(read.error.issues[0]?.path ?? []);
  return { ok: false, why: { reason: 'broken', detail }, position: { file } };
}

/** `assessments[3].unit.code` */
function pathText(path: readonly PropertyKey[]): string {
  const steps = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`));
  return steps.join('').replace(/^\./u, '');
}
