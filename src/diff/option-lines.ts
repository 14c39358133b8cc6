import type { Plain, Reading } from '../criteria/index.ts';
import type { Text } from '../messages/index.ts';
import type { Pair } from './change.ts';
import { plainText } from './shown.ts';

type Options = Reading['options'];

/** Each answer with what it lays on the set, a value a line or its id alone: `cumulative: criteria.II.b.test: use_points >= 1`. */
export function optionsText(options: Options): Text {
  return plainText(optionLines(options).join('\n'));
}

/** The lines of one of two readings that the other does not have; `null` where it has them all. */
export function ownOptionsText({ options }: Reading, { base, revision }: Pair<Reading>): Text | null {
  const common = new Set(optionLines(base.options).filter((line) => optionLines(revision.options).includes(line)));
  const own = optionLines(options).filter((line) => !common.has(line));
  return own.length === 0 ? null : plainText(own.join('\n'));
}

function optionLines(options: Options): readonly string[] {
  return [...options.values()].flatMap(({ id, changes }) => {
    const lines = valueLines(id, Object.entries(changes));
    return lines.length === 0 ? [id] : lines;
  });
}

function valueLines(path: string, entries: readonly (readonly [string, Plain])[], join = ': '): readonly string[] {
  return entries.flatMap(([key, value]) => {
    const at = `${path}${join}${key}`;
    return isMap(value) ? valueLines(at, Object.entries(value), '.') : [`${at}: ${valueText(value)}`];
  });
}

/** What is taken away stands as `null`, as in the file. */
function valueText(value: Plain): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function isMap(value: Plain): value is Readonly<Record<string, Plain>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
