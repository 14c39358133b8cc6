import { type Options, readOptions } from '../../src/cli/options.ts';
import { isInPieces } from '../../src/cli/output.ts';
import type { Outcome, Request } from '../../src/cli/request.ts';
import { PLAIN } from '../../src/report/index.ts';

/** What a test asks of a command. */
export interface Asked {
  readonly file: string;
  readonly raw?: Readonly<Record<string, unknown>>;
  readonly format?: Request['format'];
  readonly lang?: 'vi' | 'en';
}

/** The same as the command line would ask it. */
export function request({ file, raw = {}, format = 'csv', lang = 'vi' }: Asked): Request {
  const options = readOptions({ period: '2025', ...raw });
  if (!options.ok) throw new Error(options.issues[0].code);
  const named: Options = options.value;
  const style = { lang, width: Number.POSITIVE_INFINITY, paint: PLAIN };
  const none = {
    unit: [],
    set: [],
    schema: [],
    tested: [],
    linted: [],
    result: [],
    shell: [],
    inputs: [],
    base: [],
    revision: [],
  };
  return { arguments: { ...none, files: [file] }, options: named, format, style };
}

/** All that a command puts out. */
export async function textOf({ output }: Outcome): Promise<string> {
  if (output === null) throw new Error('no output');
  if (!isInPieces(output)) return String(output);
  let text = '';
  for await (const piece of output) text += piece;
  return text;
}
