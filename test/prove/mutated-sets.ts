import fc from 'fast-check';

/** A comparison, as a criterion of the tried sets makes it. */
interface Comparison {
  readonly quantity: string;
  readonly operator: string;
  readonly bound: string;
}

type Joiner = 'all' | 'any' | 'at_least';

interface Criterion {
  readonly id: string;
  readonly joiner: 'and' | 'or';
  readonly tests: readonly Comparison[];
  /** When it applies and what it counts as elsewhere; `null` is always. */
  readonly applies: { readonly when: Comparison; readonly policy: 'pass' | 'fail' | 'exclude' } | null;
}

interface ClassRule {
  readonly id: string;
  readonly certifies: boolean;
  readonly joiner: Joiner;
  readonly count: number;
  readonly of: readonly string[];
}

/** A small criteria set without points. */
export interface TriedSet {
  readonly criteria: readonly Criterion[];
  readonly classes: readonly ClassRule[];
  readonly hasRest: boolean;
  readonly check: Comparison | null;
}

/** The figures: few enough to try all of them. Bounds beyond `most` keep a bound from being the last value. */
export const MOST = { a: 5, b: 3, c: 2 } as const;

/** How the figures are declared; without bounds the grid holds only a part of all data. */
export const indicatorsText = (bounded: boolean): string => {
  const most = (id: keyof typeof MOST): string => (bounded ? `, max: ${MOST[id]}` : '');
  return `  a: { label: A, type: count${most('a')} }
  b: { label: B, type: count, min: 1${most('b')} }
  c: { label: C, type: count${most('c')} }
  flag: { label: Flag, type: boolean }
  route: { label: Route, type: choice, values: { none: None, intra: Intra, inter: Inter } }
`;
};

const QUANTITIES = ['a', 'b', 'c', 'a + b', 'a / b', '2 * a - 3 * b', 'a - c', 'max(a, c)', 'c - prev(c)', 'a / c'];
const OPERATORS = ['<', '<=', '>=', '>', '==', '!='];
const BOUNDS: Readonly<Record<string, readonly string[]>> = {
  'a / b': ['0', '20%', '50%', '1', '1.5'],
  'a / c': ['0', '50%', '1', '2'],
  b: ['1', '2'],
  c: ['0', '1'],
  'c - prev(c)': ['0', '1'],
  default: ['0', '1', '2', '3', '4'],
};

const comparison: fc.Arbitrary<Comparison> = fc.constantFrom(...QUANTITIES).chain((quantity) =>
  fc.record({
    quantity: fc.constant(quantity),
    operator: fc.constantFrom(...OPERATORS),
    bound: fc.constantFrom(...(BOUNDS[quantity] ?? BOUNDS['default'] ?? [])),
  }),
);
/** What is no number is written as a comparison whose text stands alone. */
const plain: fc.Arbitrary<Comparison> = fc
  .constantFrom('flag', 'not flag', 'route == inter', 'route in [intra, inter]')
  .map((quantity) => ({ quantity, operator: '', bound: '' }));

const anyTest = fc.oneof({ weight: 4, arbitrary: comparison }, { weight: 1, arbitrary: plain });
const IDS = ['K.1', 'K.2', 'K.3', 'K.4'];

const criterion = (id: string): fc.Arbitrary<Criterion> =>
  fc.record({
    id: fc.constant(id),
    joiner: fc.constantFrom('and', 'or'),
    tests: fc.array(anyTest, { minLength: 1, maxLength: 2 }),
    applies: fc.option(fc.record({ when: anyTest, policy: fc.constantFrom('pass', 'fail', 'exclude') }), { freq: 4 }),
  });

const classRule = (id: string, certifies: boolean): fc.Arbitrary<ClassRule> =>
  fc.record({
    id: fc.constant(id),
    certifies: fc.constant(certifies),
    joiner: fc.constantFrom('all', 'any', 'at_least'),
    count: fc.integer({ min: 1, max: 3 }),
    of: fc.shuffledSubarray(IDS, { minLength: 1, maxLength: 4 }),
  });

export const triedSet: fc.Arbitrary<TriedSet> = fc.record({
  criteria: fc.tuple(...IDS.map(criterion)),
  classes: fc.tuple(classRule('clean', true), classRule('high', false), classRule('low', false)),
  hasRest: fc.boolean(),
  check: fc.option(
    fc.constantFrom(
      { quantity: 'a', operator: '<=', bound: 'b + c' },
      { quantity: 'c', operator: '<=', bound: 'a' },
      { quantity: 'flag or c', operator: '==', bound: '0' },
    ),
  ),
});

/** One change that somebody could make to a set. */
export interface Mutation {
  readonly kind: (typeof KINDS)[number];
  readonly place: number;
  readonly other: number;
  readonly test: Comparison;
}

const KINDS = [
  'bound',
  'strictness',
  'and-or',
  'applies',
  'policy',
  'drop-from-list',
  'add-to-list',
  'count',
  'joiner',
  'order',
  'rest',
  'drop-class',
] as const;

/** Changes of every kind that a set without points allows. */
export const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom(...KINDS),
  place: fc.nat({ max: 3 }),
  other: fc.nat({ max: 3 }),
  test: anyTest,
});

export function mutated(set: TriedSet, { kind, place, other, test }: Mutation): TriedSet {
  const rule = (change: (rule: ClassRule) => ClassRule): TriedSet => ({
    ...set,
    classes: set.classes.map((one, index) => (index === place % set.classes.length ? change(one) : one)),
  });
  const own = (change: (criterion: Criterion) => Criterion): TriedSet => ({
    ...set,
    criteria: set.criteria.map((one, index) => (index === place ? change(one) : one)),
  });
  const tests = (change: (test: Comparison) => Comparison): TriedSet =>
    own((one) => ({
      ...one,
      tests: one.tests.map((each, index) => (index === other % one.tests.length ? change(each) : each)),
    }));
  switch (kind) {
    case 'bound':
      return tests((each) => {
        const bounds = BOUNDS[each.quantity] ?? BOUNDS['default'] ?? [];
        return each.bound === '' ? test : { ...each, bound: bounds[other % bounds.length] ?? each.bound };
      });
    case 'strictness':
      return tests((each) => ({ ...each, operator: OTHER_STRICTNESS[each.operator] ?? each.operator }));
    case 'and-or':
      return own((one) => ({ ...one, joiner: one.joiner === 'and' ? 'or' : 'and' }));
    case 'applies':
      return own((one) => ({ ...one, applies: one.applies === null ? { when: test, policy: 'fail' } : null }));
    case 'policy':
      return own((one) => ({
        ...one,
        applies: { when: one.applies?.when ?? test, policy: POLICIES[other % POLICIES.length] ?? 'pass' },
      }));
    case 'drop-from-list':
      return rule((one) => (one.of.length > 1 ? { ...one, of: one.of.filter((_, at) => at !== other) } : one));
    case 'add-to-list':
      return rule((one) => ({ ...one, of: [...new Set([...one.of, IDS[other] ?? 'K.1'])] }));
    case 'count':
      return rule((one) => ({ ...one, joiner: 'at_least', count: 1 + (other % 3) }));
    case 'joiner':
      return rule((one) => ({ ...one, joiner: one.joiner === 'all' ? 'any' : 'all' }));
    case 'order':
      return { ...set, classes: [...set.classes.slice(1), ...set.classes.slice(0, 1)] };
    case 'rest':
      return { ...set, hasRest: !set.hasRest };
    case 'drop-class':
      return { ...set, classes: set.classes.filter((_, index) => index !== place) };
    default:
      return kind satisfies never;
  }
}

const POLICIES = ['pass', 'fail', 'exclude'] as const;
const OTHER_STRICTNESS: Readonly<Record<string, string>> = { '<': '<=', '<=': '<', '>': '>=', '>=': '>', '==': '!=' };

/** The set as a file. */
export function fileOf({ criteria, classes, hasRest, check }: TriedSet, bounded: boolean): string {
  return `family: tried
version: "1"
status: draft
title: Tried
unit: commune
effective: { from: 2025-01-01 }
period: { kind: year, from: 01-01, to: 12-31 }
indicators:
${indicatorsText(bounded)}${check === null ? '' : `checks:\n  - { rule: "${testText(check)}", message: Wrong }\n`}criteria:
${criteria.map(criterionText).join('')}classes:
${classes.map(classText).join('')}${hasRest ? '  rest: { label: Rest, when: otherwise }\n' : ''}`;
}

function testText({ quantity, operator, bound }: Comparison): string {
  return operator === '' ? quantity : `${quantity} ${operator} ${bound}`;
}

function criterionText({ id, joiner, tests, applies }: Criterion): string {
  const test = tests.map((each) => `(${testText(each)})`).join(` ${joiner} `);
  const when = applies === null ? '' : `, applies_when: "${testText(applies.when)}", not_applicable: ${applies.policy}`;
  return `  ${id}: { title: ${id}, test: "${test}"${when} }\n`;
}

function classText({ id, certifies, joiner, count, of }: ClassRule): string {
  const list = `[${of.join(', ')}]`;
  const when =
    joiner === 'at_least' ? `{ at_least: ${Math.min(count, of.length)}, of: ${list} }` : `{ ${joiner}: ${list} }`;
  return `  ${id}: { label: ${id}, certifies: ${certifies}, when: ${when} }\n`;
}
