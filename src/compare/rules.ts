import type { Program } from '../assess/index.ts';
import { type Criterion, idAt, lineageOf, type Step } from '../criteria/index.ts';
import type { Polynomial } from '../algebra/index.ts';
import { type Condition, mirrored, partsOf, type SignSet } from '../formula/index.ts';

/** What of the rules is not the same on two sides, by the ids of the side after. */
export interface RuleChanges {
  /** The criterion of the side before that one of the side after continues; `null` where it is new. */
  readonly criterionBefore: (id: string) => string | null;
  /** The criteria of the side before that nothing continues. */
  readonly dropped: readonly string[];
  /** The indicator of the side before that one of the side after continues; `null` where it is new. */
  readonly indicatorBefore: (id: string) => string | null;
  /** Whether a criterion asks something else, or earns its points in another way. */
  readonly isChanged: (criterion: string) => boolean;
  /** The classes whose condition is another, new ones among them. */
  readonly classes: readonly string[];
}

/** Compares the rules of two programs: what conditions mean, with the measures they are made of, not how they are written. */
export function ruleChanges(before: Program, after: Program): RuleChanges {
  const { links, continued: criterionBefore } = lineageOf(before.set.criteria, after.set.criteria);
  const { continued: indicatorBefore } = lineageOf(before.set.indicators, after.set.indicators);
  const own = { criterion: (id: string): string => id, indicator: (id: string): string => id };
  const carried = {
    criterion: (id: string): string => criterionBefore(id) ?? `new ${id}`,
    indicator: (id: string): string => indicatorBefore(id) ?? `new ${id}`,
  };
  const rulesBefore = criterionKeys(before, own);
  const rulesAfter = criterionKeys(after, carried);
  const classesBefore = classKeys(before, own);
  const kept = new Set(links.flatMap(({ base }) => base));
  return {
    criterionBefore,
    dropped: [...before.set.criteria.keys()].filter((id) => !kept.has(id)),
    indicatorBefore,
    isChanged: (id) => rulesAfter.get(id) !== rulesBefore.get(criterionBefore(id) ?? ''),
    classes: [...classKeys(after, carried)].flatMap(([id, key]) => (classesBefore.get(id) === key ? [] : [id])),
  };
}

/** How names are written, so that those of two sets can be compared. */
interface Naming {
  readonly criterion: (id: string) => string;
  readonly indicator: (id: string) => string;
}

function criterionKeys(program: Program, naming: Naming): ReadonlyMap<string, string> {
  return new Map(
    [...program.set.criteria.values()].map((criterion, number) => {
      const condition = program.criteria[number];
      const met = condition === undefined ? '' : conditionKey(program, condition, naming);
      return [criterion.id, `${met} ${pointsKey(criterion, naming)}`];
    }),
  );
}

function classKeys(program: Program, naming: Naming): ReadonlyMap<string, string> {
  // A class also hangs on the classes tried before it; they are named when they change themselves.
  return new Map(
    [...program.set.classes.keys()].map((id, index) => {
      const condition = program.classes[index];
      return [id, condition === undefined ? '' : conditionKey(program, condition, naming)];
    }),
  );
}

/** What a criterion earns, beside when it earns all. */
function pointsKey({ rule, points, bonus, weight, notApplicable }: Criterion, naming: Naming): string {
  const number = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value);
  // Whether a value is written as a percentage makes no difference to what it is.
  const plain = (steps: readonly Step[]): unknown => steps.map(({ at, points: earned }) => [at, earned]);
  const how =
    rule.kind === 'bands'
      ? plain(rule.bands)
      : rule.kind === 'scale'
        ? plain(rule.steps)
        : rule.kind === 'deduct'
          ? [rule.each, rule.floor, rule.most]
          : rule.kind === 'group'
            ? [rule.parts.map(naming.criterion), rule.cap]
            : null;
  return JSON.stringify([how, points, bonus, weight, notApplicable], number);
}

/** A condition written with names in place of numbers, so that those of two programs can be compared. */
function conditionKey(program: Program, condition: Condition, naming: Naming): string {
  const { polynomials, variables, gates } = program.questions;
  const columnOf = (variable: number): string => {
    const found = variables[variable];
    return found === undefined ? '' : `${naming.indicator(found.indicator.id)}@${found.periodsAgo}`;
  };
  const criterionName = (number: number): string => naming.criterion(idAt(program.set.criteria, number) ?? '');
  const parts = (): string =>
    partsOf(condition)
      .map((part) => conditionKey(program, part, naming))
      .sort()
      .join(' ');
  switch (condition.kind) {
    case 'constant':
      return String(condition.holds);
    case 'sign':
      return signKey(polynomials[condition.question] ?? [], condition.accept, columnOf);
    case 'choice': {
      const values = [
        ...(program.set.indicators.get(variables[condition.variable]?.indicator.id ?? '')?.values.keys() ?? []),
      ];
      return `choice(${columnOf(condition.variable)};${condition.accept
        .map((place) => values[place] ?? '')
        .sort()
        .join()})`;
    }
    case 'boolean':
      return `boolean(${columnOf(condition.variable)})`;
    case 'criterion': {
      return `criterion(${criterionName(condition.criterion)};${condition.whenNotApplicable})`;
    }
    case 'gate': {
      const gate = gates[condition.gate];
      if (gate === undefined) return 'gate()';
      const of = gate.of === null ? '' : criterionName(gate.of);
      return `gate(${of};${gate.operator};${gate.bound.num}/${gate.bound.den};${gate.share})`;
    }
    case 'at_least':
      return `at_least(${condition.count};${parts()})`;
    case 'not':
    case 'all':
    case 'any':
    case 'defined':
      return `${condition.kind}(${parts()})`;
    default:
      return condition satisfies never;
  }
}

/** The order of terms, and with it the sign a polynomial is written with, hang on the numbers of the variables. */
function signKey(polynomial: Polynomial, accept: SignSet, columnOf: (variable: number) => string): string {
  const terms = polynomial
    .map(({ coefficient, variables }) => ({ coefficient, factors: variables.map(columnOf).sort().join('*') }))
    .sort((a, b) => (a.factors < b.factors ? -1 : 1));
  const isFlipped = (terms[0]?.coefficient ?? 0n) < 0n;
  const written = terms.map(({ coefficient, factors }) => `${isFlipped ? -coefficient : coefficient}*${factors}`);
  return `sign(${written.join('+')};${isFlipped ? mirrored(accept) : accept})`;
}
