/**
 * Points sheets, worked out one unit at a time from the text of the language: on fraction.js, with nothing of the engine.
 * Rows are complete; missing cells are a matter of trying all their values (see `everyFilling`).
 */

import Fraction from 'fraction.js';

/** A sheet as plain data. Numbers are decimals in text, a percent sign included: `"7.5"`, `"80%"`. */
export interface PlannedSheet {
  readonly cells: readonly PlannedCell[];
  /** Pairs of cells: of sound data, the first is never more than the second. */
  readonly atMost: readonly (readonly [string, string])[];
  readonly criteria: readonly PlannedCriterion[];
  readonly score: {
    readonly model: 'points' | 'weighted';
    readonly of: string;
    readonly round: { readonly to: string; readonly mode: RoundingName } | null;
  };
  /** In the order they are tried; the last one is for all that is left. */
  readonly classes: readonly PlannedClass[];
}

export type RoundingName = 'half-up' | 'half-even' | 'half-down' | 'up' | 'down';

export interface PlannedCell {
  readonly id: string;
  readonly type: 'count' | 'boolean';
  /** Of a count: from here to there. */
  readonly min: number;
  readonly max: number;
}

export interface PlannedCriterion {
  readonly id: string;
  readonly rule: PlannedRule;
  /** `null` for a requirement without points. */
  readonly points: string | null;
  readonly bonus: boolean;
  readonly mandatory: boolean;
  readonly weight: string | null;
  readonly appliesWhen: PlannedTest | null;
  readonly notApplicable: 'pass' | 'fail' | 'exclude';
}

export type PlannedRule =
  | { readonly kind: 'test'; readonly test: PlannedTest }
  /** Value and points, the highest value first. */
  | { readonly kind: 'bands'; readonly on: Figure; readonly steps: readonly PlannedStep[] }
  /** Value and points, the lowest value first. */
  | { readonly kind: 'scale'; readonly on: Figure; readonly steps: readonly PlannedStep[] }
  | {
      readonly kind: 'deduct';
      readonly each: string;
      readonly per: Figure;
      readonly floor: string | null;
      readonly most: string | null;
    }
  | { readonly kind: 'group'; readonly parts: readonly PlannedCriterion[]; readonly cap: string | null };

export type PlannedStep = readonly [value: string, points: string];

/** A number made of cells. */
export type Figure =
  | { readonly kind: 'cell'; readonly id: string }
  | { readonly kind: 'sum' | 'difference' | 'product'; readonly of: readonly [string, string] }
  | { readonly kind: 'ratio'; readonly part: string; readonly whole: string };

export type PlannedTest =
  | { readonly kind: 'yes'; readonly id: string }
  | { readonly kind: 'compare'; readonly figure: Figure; readonly operator: Operator; readonly value: string }
  | { readonly kind: 'all' | 'any'; readonly of: readonly PlannedTest[] }
  | { readonly kind: 'not'; readonly of: PlannedTest }
  | { readonly kind: 'criterion'; readonly id: string }
  | { readonly kind: 'mandatory' }
  /** The total: a value with a percent sign is a share of what can be earned, else it is points. */
  | { readonly kind: 'score'; readonly operator: Operator; readonly value: string }
  | { readonly kind: 'points'; readonly of: string; readonly operator: Operator; readonly value: string };

export type Operator = '>=' | '>' | '<=' | '<';

export interface PlannedClass {
  readonly id: string;
  /** `null` for `otherwise`. */
  readonly when: PlannedTest | null;
}

/** A row of data; a boolean cell is 0 or 1, a missing one is `null`. */
export type Row = Readonly<Record<string, number | null>>;

export type JudgedState = 'pass' | 'fail' | 'not-applicable';

/** What was earned, and what could be. */
export interface Tally {
  readonly earned: Fraction;
  readonly available: Fraction;
}

export interface Judgement {
  readonly states: ReadonlyMap<string, JudgedState>;
  /** Of criteria with points; `null` where one is left out. */
  readonly points: ReadonlyMap<string, Tally | null>;
  /** The total, rounded as declared; `null` when nothing applies. */
  readonly score: Tally | null;
  readonly class: string | null;
}

/** Thrown where something is divided by nothing: such a row is no sound data. */
class Unsound extends Error {}

/**
 * Judges one complete row.
 *
 * @returns The judgement, or `null` when the row is not sound data.
 */
export function judge(sheet: PlannedSheet, row: Row): Judgement | null {
  if (!sheet.cells.every(({ id, min, max }) => valueOf(row, id) >= min && valueOf(row, id) <= max)) return null;
  if (!sheet.atMost.every(([less, more]) => valueOf(row, less) <= valueOf(row, more))) return null;
  try {
    return judged(sheet, row);
  } catch (error) {
    if (error instanceof Unsound) return null;
    throw error;
  }
}

/**
 * The row with its missing cells filled in all the ways there are.
 *
 * @param sheet The sheet, for the least and greatest value of each cell.
 * @param row A row with `null` in its missing cells.
 */
export function everyFilling(sheet: PlannedSheet, row: Row): readonly Row[] {
  return sheet.cells.reduce<readonly Row[]>(
    (rows, { id, min, max }) => {
      if (row[id] !== null) return rows;
      const values = Array.from({ length: max - min + 1 }, (_, step) => min + step);
      return rows.flatMap((filled) => values.map((value) => ({ ...filled, [id]: value })));
    },
    [row],
  );
}

/** What the sound fillings of a row's missing cells reach between them. */
export interface Reached {
  readonly fillings: number;
  readonly classes: ReadonlySet<string | null>;
  /** The least and greatest total where there is one. */
  readonly least: Fraction | null;
  readonly most: Fraction | null;
  /** Whether some filling leaves nothing that applies. */
  readonly canBeNull: boolean;
  readonly states: ReadonlyMap<string, ReadonlySet<JudgedState>>;
  /** The points each criterion earns under one filling or another. */
  readonly points: ReadonlyMap<string, readonly (Tally | null)[]>;
}

/** Judges a row under every sound filling of its missing cells. */
export function reachable(sheet: PlannedSheet, row: Row): Reached {
  const judgements = everyFilling(sheet, row).flatMap((filled) => judge(sheet, filled) ?? []);
  const totals = judgements.flatMap(({ score }) => score?.earned ?? []);
  const [first] = judgements;
  return {
    fillings: judgements.length,
    classes: new Set(judgements.map((judgement) => judgement.class)),
    least: totals.length === 0 ? null : totals.reduce((least, total) => (total.lt(least) ? total : least)),
    most: totals.length === 0 ? null : totals.reduce((most, total) => (total.gt(most) ? total : most)),
    canBeNull: judgements.some(({ score }) => score === null),
    states: new Map(
      [...(first?.states.keys() ?? [])].map((id) => [
        id,
        new Set(judgements.flatMap(({ states }) => states.get(id) ?? [])),
      ]),
    ),
    points: new Map(
      [...(first?.points.keys() ?? [])].map((id) => [id, judgements.map(({ points }) => points.get(id) ?? null)]),
    ),
  };
}

function judged(sheet: PlannedSheet, row: Row): Judgement {
  const all = withParts(sheet.criteria);
  const states = new Map<string, JudgedState>();
  const points = new Map<string, Tally | null>();
  const facts: Facts = { row, states, points, score: null, all };
  for (const criterion of all) stateOfCriterion(criterion, facts);
  for (const criterion of sheet.criteria) if (criterion.points !== null) tally(criterion, facts);
  const score = total(sheet, facts);
  const holds = ({ when }: PlannedClass): boolean => when === null || holdsFor(when, { ...facts, score }) === 'pass';
  return { states, points, score, class: sheet.classes.find(holds)?.id ?? null };
}

interface Facts {
  readonly row: Row;
  readonly states: Map<string, JudgedState>;
  readonly points: Map<string, Tally | null>;
  readonly score: Tally | null;
  readonly all: readonly PlannedCriterion[];
}

function withParts(criteria: readonly PlannedCriterion[]): readonly PlannedCriterion[] {
  return criteria.flatMap((criterion) => [
    criterion,
    ...(criterion.rule.kind === 'group' ? withParts(criterion.rule.parts) : []),
  ]);
}

function stateOfCriterion(criterion: PlannedCriterion, facts: Facts): JudgedState {
  const known = facts.states.get(criterion.id);
  if (known !== undefined) return known;
  const applies = criterion.appliesWhen === null ? 'pass' : holdsFor(criterion.appliesWhen, facts);
  // What the rule divides is looked at in any case: 3/0 is no sound data, whether the criterion applies or not.
  const own = ownState(criterion, facts);
  const state = applies === 'pass' ? own : 'not-applicable';
  facts.states.set(criterion.id, state);
  return state;
}

function ownState({ rule, points }: PlannedCriterion, facts: Facts): JudgedState {
  switch (rule.kind) {
    case 'test':
      return holdsFor(rule.test, facts);
    case 'group': {
      const required = rule.parts.filter(({ bonus }) => !bonus);
      return together(
        (required.length > 0 ? required : rule.parts).map((part) => counted(part, facts)),
        'all',
      );
    }
    case 'bands':
    case 'scale':
    case 'deduct': {
      const earned = earnedBy(rule, new Fraction(points ?? 0), facts.row);
      return earned === null ? 'not-applicable' : earned.equals(points ?? 0) ? 'pass' : 'fail';
    }
  }
}

/** A criterion as others count it: where it does not apply, what it declares. */
function counted(criterion: PlannedCriterion, facts: Facts): JudgedState {
  const state = stateOfCriterion(criterion, facts);
  if (state !== 'not-applicable' || criterion.notApplicable === 'exclude') return state;
  return criterion.notApplicable;
}

/** All or any of the parts that apply. */
function together(parts: readonly JudgedState[], form: 'all' | 'any'): JudgedState {
  const applying = parts.filter((state) => state !== 'not-applicable');
  if (applying.length === 0) return 'not-applicable';
  const holds = form === 'all' ? applying.every((state) => state === 'pass') : applying.includes('pass');
  return holds ? 'pass' : 'fail';
}

function holdsFor(test: PlannedTest, facts: Facts): JudgedState {
  switch (test.kind) {
    case 'yes':
      return valueOf(facts.row, test.id) === 1 ? 'pass' : 'fail';
    case 'compare':
      return compared(figureOf(test.figure, facts.row), test.operator, decimal(test.value));
    case 'all':
    case 'any':
      return together(
        test.of.map((part) => holdsFor(part, facts)),
        test.kind,
      );
    case 'not': {
      const state = holdsFor(test.of, facts);
      return state === 'pass' ? 'fail' : state === 'fail' ? 'pass' : state;
    }
    case 'criterion':
      return counted(named(test.id, facts), facts);
    case 'mandatory':
      return together(
        facts.all.filter(({ mandatory }) => mandatory).map((one) => counted(one, facts)),
        'all',
      );
    case 'score':
      return gate(facts.score, test.operator, test.value);
    case 'points':
      return gate(facts.points.get(test.of) ?? null, test.operator, test.value);
  }
}

function named(id: string, { all }: Facts): PlannedCriterion {
  const found = all.find((criterion) => criterion.id === id);
  if (found === undefined) throw new Error(`no criterion ${id}`);
  return found;
}

/** What nothing can be earned of is not applicable. */
function gate(tally: Tally | null, operator: Operator, value: string): JudgedState {
  if (tally === null || tally.available.equals(0)) return 'not-applicable';
  const isShare = value.endsWith('%');
  return compared(isShare ? tally.earned.div(tally.available) : tally.earned, operator, decimal(value));
}

function compared(left: Fraction | null, operator: Operator, right: Fraction): JudgedState {
  if (left === null) return 'not-applicable';
  const order = left.compare(right);
  const holds = { '>=': order >= 0, '>': order > 0, '<=': order <= 0, '<': order < 0 }[operator];
  return holds ? 'pass' : 'fail';
}

/** `null` is nothing divided by nothing. */
function figureOf(figure: Figure, row: Row): Fraction | null {
  switch (figure.kind) {
    case 'cell':
      return new Fraction(valueOf(row, figure.id));
    case 'ratio': {
      const [part, whole] = [valueOf(row, figure.part), valueOf(row, figure.whole)];
      if (whole === 0 && part !== 0) throw new Unsound();
      return whole === 0 ? null : new Fraction(part, whole);
    }
    case 'sum':
    case 'difference':
    case 'product': {
      const [left, right] = [valueOf(row, figure.of[0]), valueOf(row, figure.of[1])];
      const number = { sum: left + right, difference: left - right, product: left * right }[figure.kind];
      return new Fraction(number);
    }
  }
}

function valueOf(row: Row, id: string): number {
  const value = row[id];
  if (value === null || value === undefined) throw new Error(`${id} is missing`);
  return value;
}

/** `80%` is 4/5. */
function decimal(text: string): Fraction {
  return text.endsWith('%') ? new Fraction(text.slice(0, -1)).div(100) : new Fraction(text);
}

/** What a criterion with points earns; noted for it and all its parts. */
function tally(criterion: PlannedCriterion, facts: Facts): Tally | null {
  const full = new Fraction(criterion.points ?? 0);
  // Parts are counted in any case: each has points of its own to show.
  const own = ownTally(criterion, full, facts);
  const isLeftOut = stateOfCriterion(criterion, facts) === 'not-applicable';
  const { rule } = criterion;
  const most = rule.kind === 'group' && rule.cap !== null ? smaller(full, new Fraction(rule.cap)) : full;
  const result = isLeftOut ? inPlace(criterion, most) : own;
  facts.points.set(criterion.id, result);
  return result;
}

/** What a criterion that does not apply counts as. */
function inPlace({ notApplicable }: PlannedCriterion, full: Fraction): Tally | null {
  switch (notApplicable) {
    case 'pass':
      return { earned: full, available: full };
    case 'fail':
      return { earned: new Fraction(0), available: full };
    case 'exclude':
      return null;
  }
}

function ownTally({ rule, id }: PlannedCriterion, full: Fraction, facts: Facts): Tally | null {
  switch (rule.kind) {
    case 'test':
      return { earned: facts.states.get(id) === 'pass' ? full : new Fraction(0), available: full };
    case 'bands':
    case 'scale':
    case 'deduct': {
      const earned = earnedBy(rule, full, facts.row);
      return earned === null ? null : { earned, available: full };
    }
    case 'group': {
      const { earned, available } = summed(rule.parts, facts);
      const cap = rule.cap === null ? full : new Fraction(rule.cap);
      return { earned: smaller(earned, cap), available: smaller(available, cap) };
    }
  }
}

/** Bonus points are earned, but do not count in what can be. */
function summed(criteria: readonly PlannedCriterion[], facts: Facts): Tally {
  return criteria
    .filter(({ points }) => points !== null)
    .map((criterion) => ({ bonus: criterion.bonus, result: tally(criterion, facts) }))
    .reduce<Tally>(
      (sum, { bonus, result }) => ({
        earned: sum.earned.add(result?.earned ?? 0),
        available: sum.available.add(bonus ? 0 : (result?.available ?? 0)),
      }),
      { earned: new Fraction(0), available: new Fraction(0) },
    );
}

function earnedBy(rule: Exclude<PlannedRule, { kind: 'test' | 'group' }>, full: Fraction, row: Row): Fraction | null {
  switch (rule.kind) {
    case 'bands': {
      const value = figureOf(rule.on, row);
      if (value === null) return null;
      const reached = rule.steps.find(([from]) => value.gte(decimal(from)));
      return new Fraction(reached?.[1] ?? 0);
    }
    case 'scale': {
      const value = figureOf(rule.on, row);
      return value === null ? null : onScale(rule.steps, value);
    }
    case 'deduct': {
      const per = figureOf(rule.per, row);
      if (per === null) return null;
      const less = per.mul(rule.each);
      const left = full.sub(rule.most === null ? less : smaller(less, new Fraction(rule.most)));
      const floor = new Fraction(rule.floor ?? 0);
      // Nothing is deducted below nothing: the criterion never earns more than its points.
      return smaller(left.lt(floor) ? floor : left, full);
    }
  }
}

function onScale(steps: readonly PlannedStep[], value: Fraction): Fraction {
  const known = steps.map(([at, points]) => ({ at: decimal(at), points: new Fraction(points) }));
  const above = known.findIndex(({ at }) => at.gt(value));
  const [low, high] = [known[above === -1 ? known.length - 1 : above - 1], known[above]];
  if (low === undefined) return high?.points ?? new Fraction(0);
  if (high === undefined) return low.points;
  const way = value.sub(low.at).div(high.at.sub(low.at));
  return low.points.add(way.mul(high.points.sub(low.points)));
}

function total({ criteria, score }: PlannedSheet, facts: Facts): Tally | null {
  const scored = criteria.filter(({ points }) => points !== null);
  const sum = score.model === 'points' ? summed(scored, facts) : weighted(scored, new Fraction(score.of), facts);
  // Where nothing applies, or bonus alone, there is nothing to earn points of.
  if (sum.available.equals(0)) return null;
  // What is left out leaves the most that can be earned, too.
  const earned = smaller(sum.earned, sum.available);
  return { earned: score.round === null ? earned : rounded(earned, score.round), available: sum.available };
}

function weighted(scored: readonly PlannedCriterion[], of: Fraction, facts: Facts): Tally {
  const parts = scored.flatMap(({ id, weight }) => {
    const result = facts.points.get(id) ?? null;
    if (result === null || result.available.equals(0)) return [];
    return [{ weight: new Fraction(weight ?? 0), share: result.earned.div(result.available) }];
  });
  if (parts.length === 0) return { earned: new Fraction(0), available: new Fraction(0) };
  const weights = parts.reduce((sum, { weight }) => sum.add(weight), new Fraction(0));
  const earned = parts.reduce((sum, { weight, share }) => sum.add(weight.div(weights).mul(share)), new Fraction(0));
  return { earned: of.mul(earned), available: of };
}

/** Totals are never negative, so away from zero is up. */
function rounded(total: Fraction, { to, mode }: { readonly to: string; readonly mode: RoundingName }): Fraction {
  const steps = total.div(to);
  const down = steps.floor();
  const rest = steps.sub(down);
  const goesUp = {
    up: rest.gt(0),
    down: false,
    'half-up': rest.gte('1/2'),
    'half-down': rest.gt('1/2'),
    'half-even': rest.equals('1/2') ? down.mod(2).equals(1) : rest.gt('1/2'),
  }[mode];
  return (goesUp ? down.add(1) : down).mul(to);
}

function smaller(one: Fraction, other: Fraction): Fraction {
  return one.lt(other) ? one : other;
}
