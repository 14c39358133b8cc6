import { basename } from 'node:path';
import { compareSides, type Side, type SideBySide, sideOf } from '../compare/index.ts';
import { isPeriodId } from '../criteria/index.ts';
import { otherNames, unitKey, type Units } from '../data/index.ts';
import { type CriteriaDifference, hasError, type Issue, issue, refusal, type Result } from '../messages/index.ts';
import { rank } from '../rank/index.ts';
import {
  type AskedUnits,
  type Bar,
  barsOf,
  type Compared,
  type ComparedWith,
  readEarlierResult,
  type Scored,
} from '../report/index.ts';
import { assessLevels } from './assess-levels.ts';
import { readResultFile } from './recorded-result.ts';
import type { Request } from './request.ts';
import { understandFiles } from './understand.ts';

/** What a result is held against, before it is. */
interface Earlier {
  readonly with: ComparedWith;
  readonly side: Side;
  /** What keeps it from certifying. */
  readonly bars: readonly Bar[];
}

/**
 * Holds a result against another period of its data or an earlier result, as `--against` asks.
 *
 * @param against A period (four digits), or the file of a JSON result.
 * @param scored The result itself.
 */
export async function holdAgainst(request: Request, against: string, scored: Scored): Promise<Result<Compared>> {
  const { rows } = scored;
  const keys = unitKeys(scored.assessments.dataset.units);
  const asked = { keys: new Set(rows?.map((row) => keys[row] ?? '') ?? keys), only: rows !== undefined };
  const earlier = isPeriodId(against)
    ? withoutTold(await earlierPeriod(request, against, asked), scored.provenance.issues)
    : await earlierResult(against, asked);
  if (!earlier.ok) return earlier;
  const after = sideOf(scored.assessments, {
    ...(rows === undefined ? {} : { rows }),
    ranking: scored.ranking,
    period: scored.provenance.period,
  });
  const sides = compareSides(earlier.value.side, after);
  const found = [
    ...earlier.issues,
    ...comparability(sides, earlier.value.with, request.options.acrossCriteria),
    ...namedOtherwise(sides, earlier.value.with),
  ];
  if (hasError(found)) return refusal(found);
  const { with: held, bars } = earlier.value;
  return { ok: true, value: { with: held, ...(bars.length === 0 ? {} : { bars }), sides }, issues: found };
}

/** By row what its unit is known by in other data. */
function unitKeys({ code, name }: Units): readonly string[] {
  return code.map((own, row) => unitKey({ code: own, name: name[row] ?? null }));
}

/** Without the codes with other names in two periods that were told from the other side. */
function withoutTold(earlier: Result<Earlier>, told: readonly Issue[]): Result<Earlier> {
  if (!earlier.ok) return earlier;
  const known = new Set(told.flatMap(codesNamedOtherwise));
  const isNew = (found: Issue): boolean =>
    found.code !== 'period/other-name' || codesNamedOtherwise(found).some((code) => !known.has(code));
  return { ...earlier, issues: earlier.issues.filter(isNew) };
}

function codesNamedOtherwise(found: Issue): readonly string[] {
  return found.code === 'period/other-name' ? found.args.units.map(({ code }) => code) : [];
}

async function earlierPeriod(request: Request, period: string, { keys, only }: AskedUnits): Promise<Result<Earlier>> {
  const { options } = request;
  if (options.period === period) return refusal([issue('usage/against-itself', { period })]);
  // Seen from here, the result is what this period is held against.
  const understood = await understandFiles({ ...request, options: { ...options, period, against: options.period } });
  if (!understood.ok) return understood;
  const { loaded, dataset, rows } = understood.value;
  // Without periods in the data, the same rows would stand on both sides.
  if (rows === null) return refusal([issue('period/no-column', { period }, { received: period })]);
  const assessed = assessLevels(loaded, dataset, rows);
  if (!assessed.ok) return refusal([...understood.issues, ...assessed.issues]);
  const found = unitKeys(assessed.value.dataset.units);
  const own = [...found.keys()].filter((row) => !only || keys.has(found[row] ?? ''));
  const side = sideOf(assessed.value, { rows: own, ranking: rank(assessed.value), period });
  const bars = barsOf({ assessments: assessed.value, provenance: { period } });
  return {
    ok: true,
    value: { with: { kind: 'period', period }, side, bars },
    issues: [...understood.issues, ...assessed.issues],
  };
}

async function earlierResult(path: string, asked: AskedUnits): Promise<Result<Earlier>> {
  const read = await readResultFile(path);
  if (!read.ok) return read;
  const { text, sha256 } = read.value;
  const result = readEarlierResult(text, path, asked);
  if (!result.ok) return result;
  const { version, period, side, bars } = result.value;
  const file = basename(path);
  const value = { with: { kind: 'result', file, sha256, version, period } as const, side, bars };
  return { ok: true, value, issues: bars.map((bar) => uncertifying(bar, path)) };
}

/** That an earlier result certifies nobody: of a period outside the validity of its criteria, as it was told of its data. */
function uncertifying(bar: Bar, file: string): Issue {
  const details = { severity: 'warning', position: { file } } as const;
  if (bar.kind !== 'not-in-force-then') return issue('compare/not-for-certification', {}, details);
  const { set, period, day } = bar;
  return issue('period/outside-validity', { set, period, to: day }, details);
}

/** What forbids to compare two sides, or is to be known of it. */
function comparability(sides: SideBySide, held: ComparedWith, acrossCriteria: boolean): readonly Issue[] {
  const { before, after, sameCriteria, pairs } = sides;
  const applied = ({ set: { id, readings } }: Side) => ({ id, readings });
  const args = { difference: differenceOf(sides), before: applied(before), after: applied(after) };
  const common = pairs.some((pair) => pair.before !== null && pair.after !== null);
  return [
    ...(sameCriteria
      ? []
      : acrossCriteria
        ? [issue('compare/across-criteria', args, { severity: 'warning' })]
        : [issue('compare/other-criteria', args)]),
    ...(common || pairs.length === 0
      ? []
      : [issue('compare/no-common-unit', { result: fileOf(held) }, { severity: 'warning' })]),
  ];
}

/** The units of an earlier result whose codes stand for others now: they are no pairs. */
function namedOtherwise({ before, pairs }: SideBySide, held: ComparedWith): readonly Issue[] {
  // Of periods of the same data it was told when they were read.
  if (before.assessments !== null) return [];
  const gone = new Map(pairs.flatMap((pair) => (pair.after === null ? [[pair.code, pair.before]] : [])));
  return otherNames(
    pairs.flatMap(({ code, before: own, after }) => {
      const other = own === null ? (gone.get(code) ?? null) : null;
      return after === null || other === null ? [] : [[after, other] as const];
    }),
    fileOf(held),
  );
}

/** The file of an earlier result. */
function fileOf(held: ComparedWith): string | null {
  return held.kind === 'result' ? held.file : null;
}

function differenceOf({ before, after }: SideBySide): CriteriaDifference {
  if (before.set.id !== after.set.id) return 'set';
  return before.set.sha256 === after.set.sha256 ? 'readings' : 'text';
}
