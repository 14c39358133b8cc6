import { smallSet } from '../assess/small-sets.ts';
import fc from 'fast-check';

/** What a drawn criterion with points asks, and to whom it applies. */
interface Item {
  readonly points: number;
  readonly rule: { readonly test: string } | { readonly on: string; readonly from: readonly number[] };
  readonly applies: string | null;
  readonly policy: 'pass' | 'fail' | 'exclude';
  readonly bonus: boolean;
}

/** A small sheet of which parts may not apply, and some points may hang on no figure. */
export interface PointsSet {
  readonly groups: readonly { readonly parts: readonly Item[]; readonly applies: string | null }[];
  readonly alone: Item;
  readonly classes: readonly (readonly string[])[];
  readonly check: string | null;
}

/** The figures: few enough to try all of them. */
export const FIGURES: Readonly<Record<string, readonly unknown[]>> = {
  a: [0, 1, 2, 3],
  b: [0, 1, 2],
  c: [0, 1, 2],
  p: [false, true],
  k: ['x', 'y'],
};

/** Conditions of which each looks at figures that few others look at: what is joined of them is searched in pieces. */
const LEAVES = ['a >= 2', 'c / b > 50%', 'c + c <= 3', 'b / c >= 1', 'p', 'k == x', 'k in [y]', 'b <= 0'];
/** What all figures keep, or none: their points hang on no figure. */
const SETTLED = ['p or k == x or k == y', 'not (c < 4)', 'b - b > a', 'abs(a - a) <= abs(c - b)'];
const APPLIES = ['b <= 0', 'k in [y]', 'not p', 'c < 2', 'b + b <= 0'];

const leaf = fc.constantFrom(...LEAVES);
const joined = fc
  .tuple(leaf, fc.constantFrom('or', 'and'), leaf, fc.boolean())
  .map(([one, word, other, isTurned]) => (isTurned ? `not (${one} ${word} ${other})` : `${one} ${word} ${other}`));
const test = fc.oneof(
  { weight: 1, arbitrary: leaf },
  { weight: 1, arbitrary: joined },
  { weight: 2, arbitrary: fc.constantFrom(...SETTLED) },
);
const bands = fc.record({
  on: fc.constantFrom('a', 'b', 'c'),
  from: fc.constantFrom([3], [2], [3, 1], [2, 1]),
});
const applies = fc.option(fc.constantFrom(...APPLIES), { freq: 2 });

const item: fc.Arbitrary<Item> = fc.record({
  points: fc.constantFrom(2, 3, 4),
  rule: fc.oneof({ weight: 3, arbitrary: test.map((of) => ({ test: of })) }, { weight: 1, arbitrary: bands }),
  applies,
  policy: fc.constantFrom('exclude', 'exclude', 'pass', 'fail'),
  bonus: fc.constantFrom(false, false, false, true),
});

const GATES = [
  'score >= 40%',
  'score >= 3',
  'score < 50%',
  'score >= 80%',
  'points(G1) >= 50%',
  'points(G2) >= 50%',
  'points(G2) >= 4',
];
const STATES = ['G1.1', 'G2.1', 'L', '{ not: G1.1 }', '{ not: G2.1 }', '{ not: L }'];
const asked = fc
  .tuple(fc.constantFrom(...GATES), fc.array(fc.constantFrom(...STATES), { maxLength: 1 }))
  .map(([gate, states]) => [gate, ...states]);

export const pointsSet: fc.Arbitrary<PointsSet> = fc.record({
  groups: fc.tuple(
    ...Array.from({ length: 2 }, () =>
      fc.record({ parts: fc.array(item, { minLength: 1, maxLength: 2 }), applies: fc.option(applies, { freq: 1 }) }),
    ),
  ),
  alone: item,
  classes: fc.array(asked, { minLength: 1, maxLength: 2 }),
  check: fc.option(fc.constantFrom('c <= b', 'a + c >= 1'), { freq: 1 }),
});

/** The set as a file. */
export function fileOf({ groups, alone, classes, check }: PointsSet): string {
  const single = { ...alone, bonus: false };
  const total = [...groups.map(({ parts }) => worth(parts)), single.points].reduce((sum, own) => sum + own, 0);
  return smallSet(
    `  a: { label: A, type: count, max: 3 }
  b: { label: B, type: count, max: 2 }
  c: { label: C, type: count, max: 2 }
  p: { label: P, type: boolean }
  k: { label: K, type: choice, values: { x: X, y: Y } }`,
    `${check === null ? '' : `checks:\n  - { rule: "${check}", message: Wrong }\n`}criteria:
${groups.map(({ parts, applies: when }, at) => groupText(`G${at + 1}`, parts, when)).join('')}  L: ${itemText('L', single)}
classes:
${classes.map((of, at) => `  k${at + 1}: { label: K, when: { all: [${of.join(', ')}] } }\n`).join('')}  rest: { label: Rest, when: otherwise }
score: { model: points, of: ${total} }
`,
  );
}

function groupText(id: string, parts: readonly Item[], when: string | null): string {
  const lines = parts.map((part, at) => `      ${id}.${at + 1}: ${itemText(`${id}.${at + 1}`, part)}\n`);
  const own = when === null ? '' : `    applies_when: "${when}"\n`;
  return `  ${id}:\n    title: ${id}\n    points: ${worth(parts)}\n${own}    parts:\n${lines.join('')}`;
}

function itemText(title: string, { points, rule, applies: when, policy, bonus }: Item): string {
  const steps = 'test' in rule ? [] : rule.from.map((at, index) => `[${at}, ${points - index}]`);
  const own = 'test' in rule ? `test: "${rule.test}"` : `on: ${rule.on}, bands: [${steps.join(', ')}]`;
  const applying = when === null ? '' : `, applies_when: "${when}", not_applicable: ${policy}`;
  return `{ title: ${title}, points: ${points}, ${own}${applying}${bonus ? ', bonus: true' : ''} }`;
}

function worth(parts: readonly Item[]): number {
  return parts.reduce((sum, { points, bonus }) => sum + (bonus ? 0 : points), 0);
}
