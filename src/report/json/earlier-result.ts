import type { RecordedEvidence, Side, SideUnit } from '../../compare/index.ts';
import { unitKey } from '../../data/index.ts';
import { type Issue, issue, type Result } from '../../messages/index.ts';
import type { Rational } from '../../number/index.ts';
import { recordedNumber } from '../plain/numbers.ts';
import { type Bar, statusBar } from '../certification.ts';
import { type RecordedContent, readContent } from './recorded-content.ts';

/** An earlier result, as a side to compare with. */
export interface EarlierResult {
  /** The version of xasach that made it. */
  readonly version: string;
  readonly period: string | null;
  readonly side: Side;
  /** What keeps it from certifying; empty where it may. */
  readonly bars: readonly Bar[];
}

/**
 * Reads a JSON result that this or another version of xasach wrote.
 *
 * @param text The text of the file.
 * @param file Its name, for messages.
 * @param asked The units that are held against it, and whether only those are taken.
 * @returns The result as one side of a comparison, or why it is none: no result, a what-if, several periods in one, or a
 *   part of a result that lacks one of the units.
 */
export function readEarlierResult(text: string, file: string, asked: AskedUnits = ALL): Result<EarlierResult> {
  const content = readContent(text, file);
  if (!content.ok) return refused(issue('compare/no-result', content.why, { position: content.position }));
  const { period, assessments, options, engine } = content.value;
  if (options['set'] !== undefined) return refused(issue('compare/what-if-result', {}, { position: { file } }));
  const periods = [...new Set(assessments.flatMap((unit) => unit.period ?? []))].sort();
  if (periods.length > 1) return refused(issue('compare/several-periods', { periods }, { position: { file } }));
  const places = new Map(assessments.map(({ unit }, place) => [unitKey(unit), place]));
  const twice = assessments.findIndex(({ unit }, place) => places.get(unitKey(unit)) !== place);
  if (twice >= 0) return refused(broken(file, `assessments[${twice}].unit.code`));
  const classes = Object.keys(content.value.summary.classes);
  const odd = assessments.findIndex(({ class: own }) => own !== null && !classes.includes(own));
  if (odd >= 0) return refused(broken(file, `assessments[${odd}].class`));
  // Whether a unit that was left out was there cannot be told.
  const [, by] = PART_OPTIONS.find(([option]) => options[option] !== undefined) ?? [];
  if (by !== undefined && [...asked.keys].some((key) => !places.has(key)))
    return refused(issue('compare/part-result', { by }, { position: { file } }));
  const kept = asked.only ? assessments.filter(({ unit }) => asked.keys.has(unitKey(unit))) : assessments;
  const value = {
    version: engine.version,
    period: period ?? periods[0] ?? null,
    side: sideOfResult(content.value, kept),
    bars: recordedBars(content.value),
  };
  return { ok: true, value, issues: [] };
}

/** Why a result certifies nobody, as far as it tells; where it does not, that it says so. */
function recordedBars({ notForCertification, criteria, files = [], issues }: RecordedContent): readonly Bar[] {
  if (notForCertification !== true) return [];
  const overlays = files.flatMap(({ option, name }) => (option === 'overlay' ? [name] : []));
  const bars: readonly Bar[] = [
    ...(overlays.length === 0 ? [] : [{ kind: 'changed-rules', set: criteria.id, overlays } as const]),
    ...[statusBar(criteria) ?? []].flat(),
    ...issues.flatMap(({ code, args }) => (code === 'period/outside-validity' ? (outsideValidity(args) ?? []) : [])),
  ];
  return bars.length > 0 ? bars : [{ kind: 'recorded' }];
}

function outsideValidity({ set, period, to }: Readonly<Record<string, unknown>>): Bar | null {
  const isTold = typeof set === 'string' && typeof period === 'string' && typeof to === 'string';
  return isTold ? { kind: 'not-in-force-then', set, day: to, period } : null;
}

/** Units of today. */
export interface AskedUnits {
  /** As `unitKey` makes them. */
  readonly keys: ReadonlySet<string>;
  /** Whether others are not asked about. */
  readonly only: boolean;
}

const ALL: AskedUnits = { keys: new Set(), only: false };

/** Options of a result that leave units out of it, and how they were typed. */
const PART_OPTIONS = [
  ['only', '--only'],
  ['top', '--top'],
  ['where', '--where'],
  ['unit', 'explain'],
] as const;

/** A result that contradicts itself. */
function broken(file: string, detail: string): Issue {
  return issue('compare/no-result', { reason: 'broken', detail }, { position: { file } });
}

function refused(found: Issue): Result<never> {
  return { ok: false, issues: [found] };
}

function sideOfResult(
  { criteria, period, summary }: RecordedContent,
  assessments: RecordedContent['assessments'],
): Side {
  const outcomes = assessments.map(({ criteria: own }) => new Map(own.map((criterion) => [criterion.id, criterion])));
  return {
    set: {
      id: criteria.id,
      sha256: criteria.sha256,
      readings: criteria.readings,
      criteria: [...(outcomes[0]?.keys() ?? [])],
      classes: Object.keys(summary.classes),
      merit: null,
    },
    period,
    units: assessments.map(unitOf),
    outcome: (place, id) => {
      const found = outcomes[place]?.get(id);
      if (found === undefined) return null;
      const points = found.points === null ? null : exactNumber(found.points);
      return {
        state: found.state,
        points: points === null ? null : { least: points, most: points },
        settledBy: evidenceIn(found),
      };
    },
    deciding: (place) => assessments[place]?.deciding ?? [],
    classIf: () => null,
    assessments: null,
  };
}

type RecordedCriterion = RecordedContent['assessments'][number]['criteria'][number];

function evidenceIn({ observed, operator, required }: RecordedCriterion): RecordedEvidence | null {
  return observed === null || operator === null || required === null ? null : { observed, operator, required };
}

function unitOf(found: RecordedContent['assessments'][number]): SideUnit {
  const { unit, score, rank } = found;
  return {
    code: unit.code,
    name: unit.name,
    period: found.period,
    class: found.class,
    candidates: found.candidates,
    candidatesExact: found.candidatesExact,
    certified: found.certified,
    score: scoreFrom(score),
    rank: { from: rank.from, to: rank.to, of: rank.of },
    row: null,
  };
}

/** Points as results write them: with one value and none, nothing may apply. */
function scoreFrom(score: RecordedContent['assessments'][number]['score']): SideUnit['score'] {
  if (score === null) return null;
  const { value, min, max, of } = score;
  return {
    min: exactNumber(min),
    max: exactNumber(max),
    of: exactNumber(of),
    mayBeNone: value === null && min === max,
  };
}

/** Points as the schema lets them be: always a number. */
function exactNumber(text: string): Rational {
  const number = recordedNumber(text);
  if (number === null) throw new RangeError(`no number of a result: ${text}`);
  return number;
}
