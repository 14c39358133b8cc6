import { casesJsonSchema } from '../cases/index.ts';
import { criteriaJsonSchema } from '../criteria/index.ts';
import { diffJsonSchema, resultJsonSchema } from '../report/index.ts';
import { failed } from './assessment.ts';
import type { Outcome, Request } from './request.ts';
import { unknownArgument } from './options.ts';
import { SCHEMA_NAMES } from './schema-names.ts';

/** What makes each schema; the package carries them as files, too. */
export const SCHEMAS = {
  criteria: criteriaJsonSchema,
  cases: casesJsonSchema,
  result: resultJsonSchema,
  diff: diffJsonSchema,
} as const satisfies Readonly<Record<(typeof SCHEMA_NAMES)[number], unknown>>;

/** `xasach schema`: the JSON Schema of criteria files, of the cases beside them, of results or of diffs. */
export async function schema(request: Request): Promise<Outcome> {
  const [asked = ''] = request.arguments.schema;
  const make = Object.entries(SCHEMAS).find(([name]) => name === asked)?.[1];
  if (make === undefined) return failed([unknownArgument('schema', asked, SCHEMA_NAMES, request.style.lang)]);
  return { output: schemaText(make()), issues: [], objected: false, read: [] };
}

/** A schema as it stands in a file. */
export function schemaText(made: object): string {
  return `${JSON.stringify(made, null, 2)}\n`;
}
