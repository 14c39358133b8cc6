import fc from 'fast-check';

/** What a drawn criterion asks, and to whom it applies. */
interface Node {
  readonly test: string;
  readonly applies: string | null;
  readonly policy: 'pass' | 'fail' | 'exclude';
}

export interface Mandatory extends Node {
  readonly mandatory: boolean;
  /** What it was split into beside itself. */
  readonly beside?: Mandatory;
}

export interface Item extends Node {
  readonly points: number;
  readonly bonus: boolean;
  /** Whether it takes from its points, down to one below 0, in place of giving all of them or none. */
  readonly deducts: boolean;
  /** What it was split into beside itself. */
  readonly beside?: Item;
}

/** What a class asks for. */
interface Asked {
  readonly joined: string;
  readonly of: readonly string[];
}

/** A small set with a bit of everything that points and what does not apply have to do with. */
export interface Draft {
  readonly conditions: readonly Mandatory[];
  /** The group A, with a group A.9 in it. */
  readonly items: readonly Item[];
  readonly inner: readonly Item[];
  readonly caps: { readonly outer: number | null; readonly inner: number | null };
  readonly group: Omit<Node, 'test'>;
  readonly single: Item;
  readonly model: 'points' | 'weighted';
  readonly weight: number;
  readonly round: { readonly to: number; readonly mode: string } | null;
  readonly classes: readonly Asked[];
}

const condition = fc.constantFrom(
  'a',
  'b',
  'c',
  'not a',
  'n >= 1',
  'm <= 1',
  'n == 0',
  'n / m >= 50%',
  'b or n / m < 1',
);
const applies = fc.option(fc.constantFrom('a', 'not b', 'm >= 1', 'n / m >= 50%'), { freq: 2 });
const policy = fc.constantFrom('exclude', 'exclude', 'pass', 'fail');
const node = { test: condition, applies, policy };
const mandatory: fc.Arbitrary<Mandatory> = fc.record({ ...node, mandatory: fc.boolean() });
const item: fc.Arbitrary<Item> = fc.record({
  ...node,
  points: fc.constantFrom(1, 2, 3, 5),
  bonus: fc.constantFrom(false, false, false, true),
  deducts: fc.constantFrom(false, false, false, true),
});
const cap = fc.option(fc.constantFrom(1, 2, 3, 5, 8), { freq: 1 });
const round = fc.option(
  fc.record({ to: fc.constantFrom(0.5, 1), mode: fc.constantFrom('half-up', 'half-even', 'up', 'down') }),
);
const GATES = [
  'mandatory',
  'mandatory',
  'a',
  'M.1',
  'M.2',
  'A',
  'A.9',
  'score >= 40%',
  'score >= 60%',
  'score < 60%',
  'score >= 4',
  'points(A) >= 50%',
  'points(A) >= 2',
  'points(A.9) >= 50%',
  'points(B) >= 50%',
];
const asked: fc.Arbitrary<Asked> = fc.record({
  joined: fc.constantFrom('all', 'all', 'any', 'at_least'),
  of: fc.array(fc.constantFrom(...GATES), { minLength: 1, maxLength: 3 }),
});

export const draft: fc.Arbitrary<Draft> = fc.record({
  conditions: fc.array(mandatory, { minLength: 2, maxLength: 3 }),
  items: fc.array(item, { minLength: 1, maxLength: 2 }),
  inner: fc.array(item, { minLength: 1, maxLength: 2 }),
  caps: fc.record({ outer: cap, inner: cap }),
  group: fc.record({ applies, policy }),
  single: item,
  model: fc.constantFrom('points', 'points', 'weighted'),
  weight: fc.constantFrom(1, 2),
  round,
  classes: fc.array(asked, { minLength: 1, maxLength: 2 }),
});

type Change = (before: Draft) => Draft;

type ListChange<T> = (list: readonly T[]) => readonly T[];

/** A list with one of its things changed, gone, or one more. */
function inList<T>(one: fc.Arbitrary<T>, change: fc.Arbitrary<(own: T) => T>): fc.Arbitrary<ListChange<T>> {
  const changed = fc.tuple(fc.nat(2), change).map(
    ([at, make]): ListChange<T> =>
      (list) =>
        list.map((own, place) => (place === at ? make(own) : own)),
  );
  const more = one.map(
    (own): ListChange<T> =>
      (list) => [...list, own],
  );
  const fewer = fc.constant<ListChange<T>>((list) => (list.length > 1 ? list.slice(0, -1) : list));
  return fc.oneof({ weight: 4, arbitrary: changed }, { weight: 1, arbitrary: more }, { weight: 1, arbitrary: fewer });
}

/** One key of some things given another value. */
function key<T>(
  values: { readonly [K in keyof T]: fc.Arbitrary<T[K]> },
  names: readonly (keyof T)[],
): fc.Arbitrary<(own: T) => T> {
  return fc
    .constantFrom(...names)
    .chain((name) => values[name].map((value) => (own: T) => ({ ...own, [name]: value })));
}

const nodeKeys = { test: condition, applies, policy };
const itemChange = key<Item>(
  { ...nodeKeys, points: fc.constantFrom(0, 1, 2, 4), bonus: fc.boolean(), deducts: fc.boolean() },
  ['test', 'applies', 'policy', 'points', 'bonus', 'deducts'],
);
const mandatoryChange = key<Mandatory>({ ...nodeKeys, mandatory: fc.boolean() }, [
  'test',
  'applies',
  'policy',
  'mandatory',
]);

/** Two conditions that are both asked for, and one by one. */
const AND = ' and ';
const both = fc.tuple(condition, condition).map((two) => two.map((own) => `(${own})`).join(AND));

/** One of some things split: it keeps its id and one of its conditions, the other goes to a part beside it. */
function splitIn<T extends Node>(
  one: fc.Arbitrary<T>,
  change: fc.Arbitrary<(own: T) => T>,
): fc.Arbitrary<ListChange<T>> {
  return fc.tuple(fc.nat(2), fc.option(change, { freq: 2 }), one, fc.boolean()).map(
    ([at, make, drawn, isLike]): ListChange<T> =>
      (list) =>
        list.map((own, place) => {
          if (place !== at) return own;
          const [test = '', other = test] = own.test.split(AND);
          const kept = { ...own, test };
          const beside = { ...(isLike ? own : drawn), test: other };
          return { ...(make === null ? kept : make(kept)), beside };
        }),
  );
}

/** A set whose criteria ask for two things each. */
export const draftOfBoth: fc.Arbitrary<Draft> = draft.chain((own) =>
  fc.array(both, { minLength: 8, maxLength: 8 }).map((tests) => {
    const asking = <T extends Node>(nodes: readonly T[], from: number): readonly T[] =>
      nodes.map((node, place) => ({ ...node, test: tests[from + place] ?? node.test }));
    return {
      ...own,
      conditions: asking(own.conditions, 0),
      items: asking(own.items, 3),
      inner: asking(own.inner, 5),
    };
  }),
);

/** One criterion of a set that becomes two, of which one keeps its id. */
export const oneSplit: fc.Arbitrary<Change> = fc.oneof(
  splitIn(mandatory, mandatoryChange).map(
    (make): Change =>
      (own) => ({ ...own, conditions: make(own.conditions) }),
  ),
  splitIn(item, itemChange).map(
    (make): Change =>
      (own) => ({ ...own, items: make(own.items) }),
  ),
  splitIn(item, itemChange).map(
    (make): Change =>
      (own) => ({ ...own, inner: make(own.inner) }),
  ),
);

/** One change of a set. */
export const oneChange: fc.Arbitrary<Change> = fc.oneof(
  inList(mandatory, mandatoryChange).map(
    (make): Change =>
      (own) => ({ ...own, conditions: make(own.conditions) }),
  ),
  inList(item, itemChange).map(
    (make): Change =>
      (own) => ({ ...own, items: make(own.items) }),
  ),
  inList(item, itemChange).map(
    (make): Change =>
      (own) => ({ ...own, inner: make(own.inner) }),
  ),
  itemChange.map(
    (make): Change =>
      (own) => ({ ...own, single: make(own.single) }),
  ),
  cap.map(
    (outer): Change =>
      (own) => ({ ...own, caps: { ...own.caps, outer } }),
  ),
  cap.map(
    (inner): Change =>
      (own) => ({ ...own, caps: { ...own.caps, inner } }),
  ),
  applies.map(
    (when): Change =>
      (own) => ({ ...own, group: { ...own.group, applies: when } }),
  ),
  policy.map(
    (how): Change =>
      (own) => ({ ...own, group: { ...own.group, policy: how } }),
  ),
  round.map(
    (how): Change =>
      (own) => ({ ...own, round: how }),
  ),
  fc.constantFrom(1, 2, 3).map(
    (weight): Change =>
      (own) => ({ ...own, weight }),
  ),
  inList(
    asked,
    asked.map((other) => () => other),
  ).map(
    (make): Change =>
      (own) => ({ ...own, classes: make(own.classes) }),
  ),
);

/** A draft as a criteria file. */
export function textOf(own: Draft): string {
  const { items, inner, single, caps, group, model, round: how, conditions, classes, weight } = own;
  const innerPoints = sumOf(inner);
  const outerPoints = sumOf(items) + innerPoints;
  const isWeighted = model === 'weighted';
  const heavy = (of: number) => (isWeighted ? { weight: of } : {});
  return JSON.stringify({
    family: 'drawn',
    version: '1',
    status: 'in-force',
    title: 'T',
    unit: 'commune',
    effective: { from: '2020-01-01' },
    period: { kind: 'year', from: '01-01', to: '12-31' },
    indicators: {
      ...Object.fromEntries(['a', 'b', 'c'].map((id) => [id, { label: id, type: 'boolean' }])),
      ...Object.fromEntries(['n', 'm'].map((id) => [id, { label: id, type: 'count' }])),
    },
    checks: [{ rule: 'n <= m', message: 'More of n than of m.' }],
    criteria: {
      ...Object.fromEntries(
        conditions.flatMap((one, place) =>
          withBeside(`M.${place + 1}`, one, (own) => ({
            ...when(own),
            test: own.test,
            ...(own.mandatory ? { mandatory: true } : {}),
          })),
        ),
      ),
      A: {
        ...when(group),
        ...heavy(weight),
        points: outerPoints,
        ...capped(caps.outer),
        parts: {
          ...Object.fromEntries(items.flatMap((one, place) => withBeside(`A.${place + 1}`, one, itemOf))),
          'A.9': {
            title: 'T',
            points: innerPoints,
            ...capped(caps.inner),
            parts: Object.fromEntries(inner.flatMap((one, place) => withBeside(`A.9.${place + 1}`, one, itemOf))),
          },
        },
      },
      B: { ...itemOf(single), ...heavy(1) },
    },
    classes: {
      ...Object.fromEntries(
        classes.map((one, place) => [
          `k${place + 1}`,
          { label: 'K', ...(place === 0 ? { certifies: true } : {}), when: askedOf(one) },
        ]),
      ),
      rest: { label: 'R', when: 'otherwise' },
    },
    score: { model, of: isWeighted ? 10 : outerPoints + sumOf([single]), ...(how === null ? {} : { round: how }) },
  });
}

/** A criterion by its id, and beside it what it was split into. */
function withBeside<T extends { readonly beside?: T }>(
  id: string,
  own: T,
  write: (own: T) => object,
): readonly (readonly [string, object])[] {
  const { beside } = own;
  return [[id, write(own)], ...(beside === undefined ? [] : [[`${id}b`, { was: id, ...write(beside) }] as const])];
}

/** What stands in the file of a criterion, whatever it is. */
function when({ applies: condition, policy: counts }: Omit<Node, 'test'>) {
  return { title: 'T', ...(condition === null ? {} : { applies_when: condition, not_applicable: counts }) };
}

function itemOf(own: Item) {
  const { points, bonus, deducts, test } = own;
  return {
    ...when(own),
    points,
    ...(bonus ? { bonus } : {}),
    ...(deducts ? { deduct: { each: 2, per: 'n', floor: -1 } } : { test }),
  };
}

function capped(of: number | null) {
  return of === null ? {} : { cap: of };
}

function askedOf({ joined, of }: Asked) {
  return joined === 'at_least' ? { at_least: Math.min(2, of.length), of } : { [joined]: of };
}

function sumOf(items: readonly Item[]): number {
  return items
    .flatMap((own) => [own, ...(own.beside === undefined ? [] : [own.beside])])
    .reduce((sum, { points, bonus }) => (bonus ? sum : sum + points), 0);
}
