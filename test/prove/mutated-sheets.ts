import Fraction from 'fraction.js';
import type { Random } from '../oracle/communes.ts';
import type { PlannedCriterion, PlannedRule, PlannedSheet, PlannedStep, PlannedTest } from '../oracle/points.ts';

/** Where a change is made: the first place it fits from some place on. */
type Change<T> = (own: T) => T | null;

const KINDS = [
  'points',
  'step',
  'test',
  'policy',
  'bonus',
  'cap',
  'deduct',
  'part',
  'gate',
  'strictness',
  'round',
] as const;

/**
 * A sheet with one change of a kind that somebody could make to it. Its sums are made to fit again.
 *
 * @returns `null` where the change does not fit the sheet.
 */
export function mutatedSheet(sheet: PlannedSheet, random: Random): PlannedSheet | null {
  const kind = pick(random, KINDS);
  switch (kind) {
    case 'points':
      return inCriterion(sheet, random, (own) =>
        own.points === null || own.rule.kind === 'group' ? null : doubled(own),
      );
    case 'step':
      return inCriterion(sheet, random, (own) => withStep(own, random));
    case 'test':
      return inCriterion(sheet, random, ({ rule, ...own }) =>
        rule.kind === 'test' ? withTest(own, otherTest(rule.test, random)) : null,
      );
    case 'policy':
      return inCriterion(sheet, random, (own) =>
        own.appliesWhen === null ? null : { ...own, notApplicable: pick(random, ['pass', 'fail', 'exclude'] as const) },
      );
    case 'bonus':
      return inCriterion(sheet, random, (own) =>
        sheet.score.model === 'weighted' || !own.id.includes('.') || own.points === null
          ? null
          : { ...own, bonus: !own.bonus },
      );
    case 'cap':
      return inCriterion(sheet, random, (own) =>
        own.rule.kind === 'group'
          ? { ...own, rule: { ...own.rule, cap: pick(random, [null, '1', '2.5', '4']) } }
          : null,
      );
    case 'deduct':
      return inCriterion(sheet, random, (own) =>
        own.rule.kind === 'deduct' ? { ...own, rule: { ...own.rule, each: pick(random, ['0.25', '1', '2']) } } : null,
      );
    case 'part':
      return inCriterion(sheet, random, (own) => {
        if (own.rule.kind !== 'group' || own.rule.parts.length < 2) return null;
        return { ...own, rule: { ...own.rule, parts: own.rule.parts.slice(1) } };
      });
    case 'gate':
    case 'strictness': {
      const at = Number(random(BigInt(sheet.classes.length)));
      return {
        ...sheet,
        classes: sheet.classes.map((own, place) => ({
          ...own,
          when: own.when === null || place !== at ? own.when : otherGate(own.when, kind, random),
        })),
      };
    }
    case 'round':
      return fitted({
        ...sheet,
        score: { ...sheet.score, round: sheet.score.round === null ? { to: '1', mode: 'up' } : null },
      });
    default:
      return kind satisfies never;
  }
}

/** Changes the first criterion from a random one on that the change fits. */
function inCriterion(sheet: PlannedSheet, random: Random, change: Change<PlannedCriterion>): PlannedSheet | null {
  const ids = sheet.criteria.flatMap(idsIn);
  const from = Number(random(BigInt(ids.length)));
  for (const id of [...ids.slice(from), ...ids.slice(0, from)]) {
    let isChanged = false;
    const walk = (own: PlannedCriterion): PlannedCriterion => {
      const made = own.id === id ? change(own) : null;
      if (made !== null) isChanged = true;
      const inside = made ?? own;
      return inside.rule.kind === 'group'
        ? { ...inside, rule: { ...inside.rule, parts: inside.rule.parts.map(walk) } }
        : inside;
    };
    const criteria = sheet.criteria.map(walk);
    if (isChanged) return fitted({ ...sheet, criteria });
  }
  return null;
}

function idsIn({ id, rule }: PlannedCriterion): readonly string[] {
  return [id, ...(rule.kind === 'group' ? rule.parts.flatMap(idsIn) : [])];
}

/** The sheet with groups and the whole worth the sum of their parts. */
function fitted(sheet: PlannedSheet): PlannedSheet {
  const fit = (own: PlannedCriterion): PlannedCriterion => {
    if (own.rule.kind !== 'group') return own;
    const parts = own.rule.parts.map(fit);
    return { ...own, points: sumOf(parts), rule: { ...own.rule, parts } };
  };
  const criteria = sheet.criteria.map(fit);
  const of = sheet.score.model === 'points' ? sumOf(criteria) : sheet.score.of;
  const round =
    sheet.score.round !== null && new Fraction(of).div(sheet.score.round.to).d === 1n ? sheet.score.round : null;
  return { ...sheet, criteria, score: { ...sheet.score, of, round } };
}

function sumOf(criteria: readonly PlannedCriterion[]): string {
  return criteria.reduce((sum, { points, bonus }) => sum.add(bonus ? 0 : (points ?? 0)), new Fraction(0)).toString();
}

function doubled({ points, rule, ...own }: PlannedCriterion): PlannedCriterion {
  const twice = (value: string): string => new Fraction(value).mul(2).toString();
  const steps = (all: readonly PlannedStep[]): readonly PlannedStep[] => all.map(([at, earned]) => [at, twice(earned)]);
  const more: PlannedRule =
    rule.kind === 'bands' || rule.kind === 'scale' ? { ...rule, steps: steps(rule.steps) } : rule;
  return { ...own, points: twice(points ?? '0'), rule: more };
}

/** One value of bands or a scale moved a little, still in its order. */
function withStep(own: PlannedCriterion, random: Random): PlannedCriterion | null {
  const { rule } = own;
  if (rule.kind !== 'bands' && rule.kind !== 'scale') return null;
  const place = Number(random(BigInt(rule.steps.length)));
  const steps = rule.steps.map(
    ([at, points], index): PlannedStep => [index === place ? moved(at, random) : at, points],
  );
  const values = steps.map(([at]) => Number(at.replace('%', '')));
  const isInOrder = values.every((value, index) => {
    const next = values[index + 1];
    return next === undefined || (rule.kind === 'bands' ? value > next : value < next);
  });
  return isInOrder ? { ...own, rule: { ...rule, steps } } : null;
}

function withTest(own: Omit<PlannedCriterion, 'rule'>, test: PlannedTest): PlannedCriterion {
  return { ...own, rule: { kind: 'test', test } };
}

function otherTest(test: PlannedTest, random: Random): PlannedTest {
  switch (test.kind) {
    case 'compare':
      return { ...test, value: moved(test.value, random) };
    case 'all':
      return { ...test, kind: 'any' };
    case 'any':
      return { ...test, kind: 'all' };
    case 'not':
      return test.of;
    case 'yes':
    case 'criterion':
    case 'mandatory':
    case 'score':
    case 'points':
      return { kind: 'not', of: test };
    default:
      return test satisfies never;
  }
}

function otherGate(test: PlannedTest, kind: 'gate' | 'strictness', random: Random): PlannedTest {
  switch (test.kind) {
    case 'all':
    case 'any': {
      const place = Number(random(BigInt(test.of.length)));
      return { ...test, of: test.of.map((part, index) => (index === place ? otherGate(part, kind, random) : part)) };
    }
    case 'score':
    case 'points':
      if (kind === 'strictness') return { ...test, operator: test.operator === '>=' ? '>' : '>=' };
      return { ...test, value: moved(test.value, random) };
    case 'yes':
    case 'compare':
    case 'not':
    case 'criterion':
    case 'mandatory':
      return test;
    default:
      return test satisfies never;
  }
}

/** A value a little lower or higher: of a share five hundredths. */
function moved(value: string, random: Random): string {
  const isShare = value.endsWith('%');
  const number = new Fraction(value.replace('%', ''));
  const next = number.add(isShare ? pick(random, [-5, 5]) : pick(random, [-1, 1]));
  return `${(isShare && next.lt(0) ? number : next).toString()}${isShare ? '%' : ''}`;
}

function pick<T>(random: Random, list: readonly T[]): T {
  const drawn = list[Number(random(BigInt(list.length)))];
  if (drawn === undefined) throw new Error('nothing to draw from');
  return drawn;
}
