import { isRecord, type Lang, messagesIn } from '../../messages/index.ts';
import { harmless, harmlessJson } from '../plain/harmless.ts';
import { shorten, wrap } from './layout.ts';
import { countText } from '../plain/numbers.ts';
import type { Style } from '../style.ts';

/** What differs between a recorded result and the same worked out again. */
export type Difference =
  | { readonly kind: 'engine'; readonly recorded: string; readonly found: string }
  | { readonly kind: 'criteria'; readonly id: string; readonly recorded: string; readonly found: string }
  /** A file that was read, by its SHA-256. */
  | { readonly kind: 'file'; readonly name: string; readonly recorded: string; readonly found: string }
  /** The first place where the results themselves differ, of how many; `undefined` is that nothing stands there. */
  | {
      readonly kind: 'result';
      readonly path: string;
      readonly unit: string | null;
      readonly recorded: unknown;
      readonly found: unknown;
      readonly total: number;
    };

/** What came of verifying a recorded result. */
export interface Verification {
  /** The file of the result. */
  readonly result: string;
  /** Where it comes from first, then the first difference in what it says. */
  readonly differences: readonly Difference[];
  /** Whether the inputs as they are now gave a result to compare. */
  readonly workedOut: boolean;
}

/** The format of what `xasach verify -f json` writes; what it holds is only ever added to. */
const VERIFY_FORMAT = 'xasach/verify@1';
/** A value is shown as far as it can be taken in at a glance. */
const LONGEST_VALUE = 100;

/** What `xasach verify` prints for people. */
export function writeVerification({ result, differences, workedOut }: Verification, style: Style): string {
  const { lang, width, paint } = style;
  const words = messagesIn(lang).report.verify;
  const name = harmless(result);
  if (differences.length === 0) return `${paint.good(words.same(name))}\n`;
  const isRestSame = workedOut && !differences.some(({ kind }) => kind === 'result');
  const lines = [
    ...wrap(words.differs(name, countText(placesIn(differences), lang)), width).map((line) => paint.bad(line)),
    ...differences.flatMap((difference) => wrap(differenceText(difference, lang), width, '• ')),
    ...(isRestSame ? wrap(words.restIsSame, width) : []),
    ...(workedOut ? [] : wrap(words.notWorkedOut, width)),
  ];
  return `${lines.join('\n')}\n`;
}

/** In how many places there is a difference. */
function placesIn(differences: readonly Difference[]): number {
  return differences.reduce((sum, difference) => sum + (difference.kind === 'result' ? difference.total : 1), 0);
}

/** The same as JSON. */
export function writeVerificationJson({ result, differences, workedOut }: Verification): string {
  const told = differences.map((difference) =>
    difference.kind === 'result'
      ? { ...difference, recorded: difference.recorded ?? null, found: difference.found ?? null }
      : difference,
  );
  const page = { format: VERIFY_FORMAT, result, same: differences.length === 0, workedOut, differences: told };
  return `${harmlessJson(JSON.stringify(page, null, 2))}\n`;
}

function differenceText(difference: Difference, lang: Lang): string {
  const words = messagesIn(lang).report.verify;
  switch (difference.kind) {
    case 'engine':
      return words.engine({ recorded: harmless(difference.recorded), found: difference.found });
    case 'criteria':
      return words.criteria(harmless(difference.id), { ...difference, recorded: harmless(difference.recorded) });
    case 'file':
      return words.file(harmless(difference.name), { ...difference, recorded: harmless(difference.recorded) });
    case 'result': {
      const shown = (value: unknown): string =>
        value === undefined ? words.nothing : shorten(harmless(JSON.stringify(value)), LONGEST_VALUE);
      const values = { recorded: shown(difference.recorded), found: shown(difference.found) };
      return words.result(
        harmless(difference.path),
        difference.unit === null ? null : harmless(difference.unit),
        values,
        difference.total === 1 ? null : countText(difference.total, lang),
      );
    }
    default:
      return difference satisfies never;
  }
}

/** Values that differ, and where: `assessments[3].class`. */
interface Differing {
  readonly path: string;
  readonly recorded: unknown;
  readonly found: unknown;
}

/**
 * The differences between two JSON values, in the order of the first one; the order of keys is none.
 *
 * @example [...differencesBetween({ a: [1, 2] }, { a: [1, 3] })] // [{ path: 'a[1]', recorded: 2, found: 3 }]
 */
function* differencesBetween(recorded: unknown, found: unknown, path = ''): Generator<Differing> {
  if (Array.isArray(recorded) && Array.isArray(found)) {
    for (let index = 0; index < Math.max(recorded.length, found.length); index += 1)
      yield* differencesBetween(recorded[index], found[index], `${path}[${index}]`);
  } else if (isRecord(recorded) && isRecord(found)) {
    const keys = new Set([...Object.keys(recorded), ...Object.keys(found)]);
    for (const key of keys)
      yield* differencesBetween(ownValue(recorded, key), ownValue(found, key), pathOfKey(path, key));
  } else if (!Object.is(recorded, found)) yield { path, recorded, found };
}

function pathOfKey(path: string, key: string): string {
  if (!/^[a-z_$][\w$]*$/iu.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return `${path}${path === '' ? '' : '.'}${key}`;
}

/** A key of the object itself: `constructor` is none. */
function ownValue(record: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/**
 * The first difference between two results, their origins left aside, with the unit it is about, and how many there are.
 *
 * @param recorded A result as JSON holds it.
 * @param found The same, worked out again.
 */
export function resultDifference(
  recorded: Readonly<Record<string, unknown>>,
  found: Readonly<Record<string, unknown>>,
): Extract<Difference, { kind: 'result' }> | null {
  const all = [...differencesBetween(withoutOrigins(recorded), withoutOrigins(found))];
  const [first] = all;
  if (first === undefined) return null;
  const unit = unitAt(recorded, first.path) ?? unitAt(found, first.path);
  return { kind: 'result', ...first, unit, total: all.length };
}

/** What is told of the engine, the criteria and the files is compared on its own. */
function withoutOrigins(result: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { engine: _engine, ...rest } = result;
  const hashless = (files: unknown): unknown =>
    Array.isArray(files) ? files.map((file: unknown) => (isRecord(file) ? { ...file, sha256: null } : file)) : files;
  const criteria = isRecord(rest['criteria']) ? { ...rest['criteria'], sha256: null } : rest['criteria'];
  return { ...rest, criteria, inputs: hashless(rest['inputs']), files: hashless(rest['files']) };
}

function unitAt({ assessments }: Readonly<Record<string, unknown>>, path: string): string | null {
  const index = /^assessments\[(\d+)\]/u.exec(path)?.[1];
  const assessment: unknown = index === undefined || !Array.isArray(assessments) ? null : assessments[Number(index)];
  const unit = isRecord(assessment) ? assessment['unit'] : null;
  if (!isRecord(unit)) return null;
  return [unit['code'], unit['name']].filter((part) => typeof part === 'string').join(' ');
}
