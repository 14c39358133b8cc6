import { type CriteriaSet, type Criterion, roundingOf } from '../criteria/index.ts';
import {
  add,
  compare,
  divide,
  equal,
  gcd,
  integer,
  max,
  min,
  multiply,
  ONE,
  type Rational,
  rational,
  round,
  subtract,
  ZERO,
} from '../number/index.ts';

/** The points that can be earned while every criterion applies. */
export interface AttainablePoints {
  /** Every one of them, ascending; of too many to list, the least and the most. */
  readonly values: readonly Rational[];
  /** The least that one criterion, or the rounding, moves them by. */
  readonly step: Rational;
}

/** What is earned by one criterion alone, or by several up to a cap. */
type Source = Single | { readonly parts: readonly Source[]; readonly cap: Rational };
interface Single {
  /** Ascending, each once. */
  readonly values: readonly Rational[];
}

/**
 * The points that a criterion, a group or the whole sheet can earn: any of its parts beside any of the others, as if no two
 * of them asked about the same figures. A straight line is followed in steps of the declared rounding, or of a tenth.
 *
 * @param criterion The criterion or group; `null` for the whole sheet.
 * @returns `null` where nothing can be earned.
 */
export function attainablePoints(set: CriteriaSet, criterion: string | null): AttainablePoints | null {
  const rounding = roundingOf(set.score);
  const source = criterion === null ? sheetSource(set) : sourceUnder(set, criterion, ONE);
  const steps = singlesIn(source).flatMap(({ values }) => gapsIn(values));
  const [first, ...rest] = steps;
  if (first === undefined) return null;
  const step = rest.reduce(min, first);
  const values = valuesOf(source);
  if (criterion !== null || rounding === null) return { values, step };
  return {
    values: ascending(values.map((value) => round(value, rounding.to, rounding.mode))),
    step: max(step, rounding.to),
  };
}

function sheetSource(set: CriteriaSet): Source {
  const top = [...set.criteria.values()].filter(({ group, points }) => group === null && points !== null);
  const cap = set.score === null || set.score.model === 'count' ? ZERO : set.score.of;
  return { parts: top.map((criterion) => sourceUnder(set, criterion.id, worth(set, criterion))), cap };
}

function sourceUnder(set: CriteriaSet, id: string, factor: Rational): Source {
  const criterion = set.criteria.get(id);
  if (criterion === undefined) return { values: [ZERO] };
  const { rule, points } = criterion;
  if (rule.kind !== 'group')
    return { values: ascending(ownPoints(criterion, stepOnLines(set)).map((value) => multiply(value, factor))) };
  return {
    parts: rule.parts.map((part) => sourceUnder(set, part, factor)),
    cap: multiply(rule.cap ?? points ?? ZERO, factor),
  };
}

/** What one point of a criterion is worth in the total. */
function worth({ score, criteria }: CriteriaSet, { points: own, weight, rule }: Criterion): Rational {
  if (score?.model !== 'weighted') return ONE;
  const points = own === null || rule.kind !== 'group' || rule.cap === null ? own : min(own, rule.cap);
  const weights = [...criteria.values()].flatMap((other) => (other.group === null ? (other.weight ?? []) : []));
  const all = weights.reduce(add, ZERO);
  if (all.num === 0n || points === null || points.num === 0n) return ZERO;
  return divide(multiply(score.of, divide(weight ?? ZERO, all)), points);
}

function stepOnLines({ score }: CriteriaSet): Rational {
  return roundingOf(score)?.to ?? rational(1n, 10n);
}

/** What a criterion without parts earns. */
function ownPoints({ rule, points }: Criterion, stepOnLine: Rational): readonly Rational[] {
  const whole = points ?? ZERO;
  switch (rule.kind) {
    case 'test':
      return [ZERO, whole];
    case 'bands':
      return [ZERO, ...rule.bands.map((band) => band.points)];
    case 'scale': {
      const ends = rule.steps.map((step) => step.points);
      return [...ends, ...ladder(ends.reduce(min, whole), ends.reduce(max, ZERO), stepOnLine)];
    }
    case 'deduct': {
      const lowest = rule.most === null ? rule.floor : max(rule.floor, subtract(whole, rule.most));
      return [lowest, ...ladder(whole, lowest, multiply(rule.each, integer(-1n)))];
    }
    case 'group':
      return [];
    default:
      return rule satisfies never;
  }
}

/** No more values are listed; a total of a hundred in hundredths has ten thousand. */
const MOST_VALUES = 100_000;

/** The values from one end to the other; of too many, both ends. */
function ladder(from: Rational, to: Rational, by: Rational): readonly Rational[] {
  const { num, den } = divide(subtract(to, from), by);
  if (num < 0n || num > den * BigInt(MOST_VALUES)) return [from, to];
  return Array.from({ length: Number(num / den) + 1 }, (_, rung) => add(from, multiply(by, integer(rung))));
}

function singlesIn(source: Source): readonly Single[] {
  return 'values' in source ? [source] : source.parts.flatMap(singlesIn);
}

function gapsIn(values: readonly Rational[]): readonly Rational[] {
  return values.slice(1).map((value, below) => subtract(value, values[below] ?? value));
}

function ascending(values: readonly Rational[]): readonly Rational[] {
  const sorted = [...values].sort(compare);
  return sorted.filter((value, place) => place === 0 || !equal(value, sorted[place - 1] ?? value));
}

/** Numbers as bits: that of place k stands for `low + k` units. */
interface Multiples {
  readonly low: bigint;
  readonly bits: bigint;
}

function valuesOf(source: Source): readonly Rational[] {
  const ends = endsOf(source);
  const unit = numbersIn(source).reduce(commonUnit, ZERO);
  if (unit.num === 0n) return [ZERO];
  const span = singlesIn(source).reduce(
    (sum, single) => add(sum, subtract(endsOf(single).most, endsOf(single).least)),
    ZERO,
  );
  if (compare(divide(span, unit), integer(MOST_VALUES)) > 0) return ascending([ends.least, ends.most]);
  const { low, bits } = multiplesOf(source, unit);
  return placesIn(bits).map((place) => multiply(unit, integer(low + place)));
}

function numbersIn(source: Source): readonly Rational[] {
  return 'values' in source ? source.values : [source.cap, ...source.parts.flatMap(numbersIn)];
}

/** The greatest number of which both are multiples. */
function commonUnit(a: Rational, b: Rational): Rational {
  return rational(gcd(a.num * b.den, b.num * a.den), a.den * b.den);
}

function endsOf(source: Source): { readonly least: Rational; readonly most: Rational } {
  if ('values' in source) return { least: source.values[0] ?? ZERO, most: source.values.at(-1) ?? ZERO };
  const parts = source.parts.map(endsOf);
  const sumOf = (end: 'least' | 'most'): Rational => parts.map((part) => part[end]).reduce(add, ZERO);
  return { least: min(sumOf('least'), source.cap), most: min(sumOf('most'), source.cap) };
}

function multiplesOf(source: Source, unit: Rational): Multiples {
  if ('values' in source) {
    const places = source.values.map((value) => divide(value, unit).num);
    const low = places[0] ?? 0n;
    return { low, bits: places.reduce((bits, place) => bits | (1n << (place - low)), 0n) };
  }
  const sums = source.parts.map((part) => multiplesOf(part, unit)).reduce(sumsOf, { low: 0n, bits: 1n });
  return atMost(sums, divide(source.cap, unit).num);
}

/** Each of one beside each of the other. */
function sumsOf(a: Multiples, b: Multiples): Multiples {
  return { low: a.low + b.low, bits: placesIn(b.bits).reduce((bits, place) => bits | (a.bits << place), 0n) };
}

function atMost({ low, bits }: Multiples, most: bigint): Multiples {
  if (most < low) return { low: most, bits: 1n };
  const place = most - low;
  const over = bits >> place;
  return { low, bits: (bits & ((1n << place) - 1n)) | (over === 0n ? 0n : 1n << place) };
}

function placesIn(bits: bigint): readonly bigint[] {
  const digits = bits.toString(2);
  return Array.from(digits)
    .flatMap((digit, index) => (digit === '1' ? BigInt(digits.length - 1 - index) : []))
    .toReversed();
}
