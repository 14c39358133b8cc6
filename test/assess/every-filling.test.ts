import { expect, test } from 'vitest';
import { type Assessments, UNDETERMINED } from '../../src/assess/index.ts';
import { type Rational, compare, exactText, max, min } from '../../src/number/index.ts';
import { stateText } from './assessor.ts';
import { assessed, type Row, smallSet } from './small-sets.ts';

/** A set, and the few values that each of its cells may have. */
interface Small {
  readonly cells: Readonly<Record<string, readonly unknown[]>>;
  readonly text: string;
}

const upTo = (most: number): readonly number[] => Array.from({ length: most + 1 }, (_, value) => value);

/** A set over counts that go up to a limit each, and further cells. */
function over(limits: Readonly<Record<string, number>>, rest: string, more: Small['cells'] = {}): Small {
  const counts = Object.entries(limits).map(([id, most]) => `  ${id}: { label: ${id}, type: count, max: ${most} }`);
  const others = Object.entries(more).map(([id, values]) =>
    values.includes(true)
      ? `  ${id}: { label: ${id}, type: boolean }`
      : `  ${id}: { label: ${id}, type: choice, values: { ${values.map((value) => `${String(value)}: ${String(value)}`).join(', ')} } }`,
  );
  return {
    cells: { ...Object.fromEntries(Object.entries(limits).map(([id, most]) => [id, upTo(most)])), ...more },
    text: smallSet([...counts, ...others].join('\n'), rest),
  };
}

/** Every row there can be, with every set of its cells missing. */
function everyRow({ cells }: Small): readonly Row[] {
  return Object.entries(cells).reduce<readonly Row[]>(
    (rows, [id, values]) => rows.flatMap((row) => [...values, null].map((value) => ({ ...row, [id]: value }))),
    [{}],
  );
}

const missingIn = (row: Row): number => Object.values(row).filter((value) => value === null).length;
const keyOf = (row: Row): string => JSON.stringify(Object.values(row));

/** The complete rows that filling in the missing cells gives. */
function fillings({ cells }: Small, row: Row): readonly Row[] {
  return Object.entries(cells).reduce<readonly Row[]>(
    (rows, [id, values]) =>
      rows.flatMap((own) => (own[id] === null ? values.map((value) => ({ ...own, [id]: value })) : [own])),
    [row],
  );
}

const POINTS = 'score: { model: points, of: 10 }';
const CLASSES = `classes:
  best: { label: Best, certifies: true, when: score >= 80% }
  good: { label: Good, certifies: true, when: score > 5 }
  low: { label: Low, when: score < 20% }
  rest: { label: Rest, when: otherwise }`;

test.each<readonly [string, Small]>([
  [
    'bands of a ratio that exclude each other',
    over(
      { people: 5, users: 5 },
      `measures: { rate: { label: Rate, formula: users / people } }
checks: [{ rule: users <= people, message: Too many }]
criteria:
  A: { title: A, test: rate >= 50% }
  B: { title: B, test: rate >= 20% and rate < 50% }
  C: { title: C, test: users == 0 }
classes:
  clean: { label: Clean, certifies: true, when: C }
  high: { label: High, when: A }
  low: { label: Low, when: B }
  rest: { label: Rest, when: otherwise }
score: { model: count, of: [A, C] }`,
    ),
  ],
  [
    'one cell in several questions, and another',
    over(
      { a: 7, b: 3 },
      `criteria:
  A: { title: A, test: a >= 2 and a < 5 }
  B: { title: B, test: a != 3 }
  C: { title: C, test: 3 - b > 1 or a == 7 }
  D: { title: D, test: 2 * b == 3 }
classes:
  one: { label: One, when: { all: [A, B, C] } }
  two: { label: Two, certifies: true, when: { at_least: 2, of: [A, B, C, D] } }
  rest: { label: Rest, when: otherwise }
score: { model: count, of: [A, B, C, D] }`,
    ),
  ],
  [
    'choices, yes and no',
    over(
      { a: 2 },
      `criteria:
  A: { title: A, test: "route in [main, side]" }
  B: { title: B, test: registered }
  C: { title: C, test: a >= 1 and not (route == main) }
  D: { title: D, test: route == main }
classes:
  main: { label: Main, when: { all: [D, { not: B }] } }
  all: { label: All, certifies: true, when: { all: [A, B, C] } }
  some: { label: Some, certifies: true, when: { any: [A, B] } }
  rest: { label: Rest, when: otherwise }
score: { model: count, of: [A, B, C] }`,
      { route: ['none', 'side', 'main'], registered: [true, false] },
    ),
  ],
  [
    'what does not apply',
    over(
      { a: 3, b: 3, c: 2 },
      `criteria:
  A: { title: A, test: a / b >= 1 }
  B: { title: B, test: b >= 2, applies_when: c > 0 }
  C: { title: C, test: a == 1, applies_when: c > 1, not_applicable: fail }
  D: { title: D, test: { all: [A, B] } }
classes:
  all: { label: All, certifies: true, when: D }
  two: { label: Two, when: { at_least: 2, of: [A, B, C] } }
  not_a: { label: Not A, when: { not: A } }
  rest: { label: Rest, certifies: true, when: otherwise }
score: { model: count, of: [A, B, C] }`,
    ),
  ],
  [
    'a line that may miss every whole number',
    over(
      { a: 4, b: 5 },
      `criteria:
  A: { title: A, test: 2 * a >= b }
  B: { title: B, test: 2 * a == b }
  C: { title: C, test: a >= 3 }
classes:
  even: { label: Even, certifies: true, when: B }
  more: { label: More, when: { all: [A, C] } }
  some: { label: Some, when: { any: [A, C] } }
  rest: { label: Rest, when: otherwise }
score: { model: count, of: [A, C] }`,
    ),
  ],
  [
    'what no data of the unit can decide is not asked',
    over(
      { a: 3, b: 3 },
      `checks: [{ rule: a + b <= 3, message: Too many }]
criteria:
  A: { title: A, test: a + b >= 4 }
  B: { title: B, test: a - b >= 1 }
  C: { title: C, test: A or B }
classes:
  never: { label: Never, when: A }
  more: { label: More, certifies: true, when: C }
  rest: { label: Rest, when: otherwise }
score: { model: count, of: [A, B] }`,
    ),
  ],
  [
    'a check that rules out, and one that only warns',
    over(
      { a: 4, b: 4 },
      `checks:
  - { rule: a <= b, message: Too many }
  - { rule: b <= 1, severity: warning, message: Many }
criteria:
  A: { title: A, test: a >= 2 }
  B: { title: B, test: b <= 2 }
classes:
  both: { label: Both, certifies: true, when: { all: [A, B] } }
  one: { label: One, when: { any: [A, B] } }
  rest: { label: Rest, when: otherwise }
score: { model: count, of: [A, B] }`,
    ),
  ],
  [
    'a product',
    over(
      { a: 3, b: 3 },
      `criteria:
  A: { title: A, test: a * b >= 4 }
  B: { title: B, test: a * b < 2 and b > 1 }
classes:
  big: { label: Big, certifies: true, when: A }
  even: { label: Even, when: B }
  rest: { label: Rest, when: otherwise }
score: { model: count, of: [A, B] }`,
    ),
  ],
  [
    'classes that only points tell apart',
    over(
      { a: 4, b: 3 },
      `criteria:
  A: { title: A, points: 6, on: a, bands: [[4, 6], [2, 3.5], [1, 1]] }
  B: { title: B, points: 4, test: b >= 2 }
${CLASSES}
${POINTS}`,
    ),
  ],
  [
    'a scale, and a gate on it',
    over(
      { a: 6, b: 1 },
      `criteria:
  A: { title: A, points: 6, on: a, scale: [[1, 0], [3, 5], [5, 6]] }
  B: { title: B, points: 4, test: b >= 1 }
classes:
  best: { label: Best, certifies: true, when: { all: [score > 8, points(A) >= 90%] } }
  good: { label: Good, when: points(A) < 3 }
  fair: { label: Fair, when: score <= 9 }
  rest: { label: Rest, when: otherwise }
${POINTS}`,
    ),
  ],
  [
    'a scale that falls, rounded',
    over(
      { a: 5, b: 3 },
      `criteria:
  A: { title: A, points: 7, on: a, scale: [[1, 7], [4, 0]] }
  B: { title: B, points: 3, on: b, scale: [[0, 0], [3, 3]] }
${CLASSES}
score: { model: points, of: 10, round: { to: 0.5, mode: half-down } }`,
    ),
  ],
  ...(['half-up', 'half-even', 'up', 'down'] as const).map(
    (mode) =>
      [
        `a total that is rounded ${mode}`,
        over(
          { a: 8, b: 1 },
          `criteria:
  A: { title: A, points: 6, on: a, scale: [[0, 0], [8, 6]] }
  B: { title: B, points: 4, on: b, bands: [[1, 4], [0, 1.5]] }
classes:
  eight: { label: Eight, certifies: true, when: { all: [score >= 8, score <= 8] } }
  seven: { label: Seven, when: { all: [score > 60%, score < 8] } }
  fair: { label: Fair, when: score < 30% }
  low: { label: Low, when: score <= 5 }
  rest: { label: Rest, when: otherwise }
score: { model: points, of: 10, round: { to: 1, mode: ${mode} } }`,
        ),
      ] as const,
  ),
  [
    'deducted, to a floor and at the most',
    over(
      { a: 4, b: 4 },
      `criteria:
  A: { title: A, points: 6, deduct: { each: 2, per: a, floor: 1 } }
  B: { title: B, points: 4, deduct: { each: 0.7, per: b - 1, most: 2 } }
${CLASSES}
${POINTS}`,
    ),
  ],
  [
    'a bonus, and a cap on the group',
    over(
      { a: 3, b: 1, c: 2 },
      `criteria:
  A:
    title: A
    points: 6
    cap: 7
    parts:
      A.1: { title: A.1, points: 6, on: a, scale: [[0, 0], [3, 6]] }
      A.2: { title: A.2, points: 3, bonus: true, test: b >= 1 }
  B: { title: B, points: 4, on: c, bands: [[2, 4], [1, 2]] }
classes:
  best: { label: Best, certifies: true, when: score >= 95% }
  good: { label: Good, when: points(A) > 6 }
  fair: { label: Fair, when: points(A.1) >= 50% }
  rest: { label: Rest, when: otherwise }
${POINTS}`,
    ),
  ],
  [
    'a bonus beyond all points',
    over(
      { a: 5, b: 3 },
      `criteria:
  A: { title: A, points: 10, on: a, scale: [[0, 0], [5, 10]] }
  B: { title: B, points: 3, bonus: true, on: b, scale: [[0, 0], [3, 3]] }
${CLASSES}
${POINTS}`,
    ),
  ],
  ...(['exclude', 'pass', 'fail'] as const).map(
    (consequence) =>
      [
        `what does not apply counts as: ${consequence}`,
        over(
          { a: 3, b: 2, c: 2 },
          `criteria:
  A:
    title: A
    points: 6
    parts:
      A.1: { title: A.1, points: 4, on: a, bands: [[3, 4], [1, 1]], applies_when: c > 0, not_applicable: ${consequence} }
      A.2: { title: A.2, points: 2, test: b >= 1, applies_when: c == 1, not_applicable: ${consequence} }
  B: { title: B, points: 4, test: b >= 2, applies_when: c > 1, not_applicable: ${consequence} }
classes:
  best: { label: Best, certifies: true, when: { all: [score >= 80%, points(A) >= 50%] } }
  good: { label: Good, when: points(B) >= 2 }
  rest: { label: Rest, when: otherwise }
${POINTS}`,
        ),
      ] as const,
  ),
  [
    'points for criteria of which none may apply',
    over(
      { a: 3, b: 2, c: 1 },
      `criteria:
  X: { title: X, test: a >= 2, applies_when: b > 0 }
  Y: { title: Y, test: a == 3, applies_when: b > 1 }
  A: { title: A, points: 6, test: { any: [X, Y] } }
  B: { title: B, points: 4, test: c > 0 }
${CLASSES}
${POINTS}`,
    ),
  ],
  [
    'weights',
    over(
      { a: 3, b: 1, c: 1 },
      `criteria:
  A: { title: A, points: 5, weight: 3, on: a, scale: [[0, 0], [3, 5]] }
  B: { title: B, points: 8, weight: 1, on: b, bands: [[1, 8], [0, 3]], applies_when: c > 0 }
classes:
  best: { label: Best, certifies: true, when: score >= 80% }
  good: { label: Good, when: points(B) >= 50% }
  fair: { label: Fair, when: { all: [score >= 3, score < 7] } }
  low: { label: Low, when: score <= 10% }
  rest: { label: Rest, when: otherwise }
score: { model: weighted, of: 10, round: { to: 0.1, mode: half-up } }`,
    ),
  ],
  [
    'weights, where nothing may apply',
    over(
      { a: 3, c: 2 },
      `criteria:
  A: { title: A, points: 5, weight: 2, on: a, bands: [[2, 5], [1, 3]], applies_when: c > 0 }
  B: { title: B, points: 2, weight: 1, test: a == 3, applies_when: c == 1 }
${CLASSES}
score: { model: weighted, of: 10 }`,
    ),
  ],
  [
    'a count of what may be left out, met or not met where it does not apply',
    over(
      { a: 2, b: 2 },
      `criteria:
  A: { title: A, test: a == 2, applies_when: b > 0, not_applicable: exclude }
  B: { title: B, test: a / b >= 1, not_applicable: exclude }
  C: { title: C, test: a > 1, applies_when: b == 1, not_applicable: pass }
classes:
  one: { label: One, certifies: true, when: A or B }
  two: { label: Two, when: C }
  rest: { label: Rest, when: otherwise }
score: { model: count, of: [A, B] }`,
    ),
  ],
  [
    'a count with what is met where it does not apply',
    over(
      { a: 2, b: 2 },
      `criteria:
  A: { title: A, test: a == 2, applies_when: b > 0, not_applicable: fail }
  B: { title: B, test: a > 1, applies_when: b == 1, not_applicable: pass }
  C: { title: C, test: a > 0, applies_when: b < 2, not_applicable: exclude }
classes:
  one: { label: One, certifies: true, when: A or B }
  rest: { label: Rest, when: otherwise }
score: { model: count, of: [A, B, C] }`,
    ),
  ],
  [
    'points of one criterion that may not apply',
    over(
      { a: 2, c: 1 },
      `criteria:
  A: { title: A, points: 10, on: a, scale: [[0, 10], [2, 10]], applies_when: c > 0, not_applicable: exclude }
${CLASSES}
${POINTS}`,
    ),
  ],
  [
    'points of a ratio',
    over(
      { a: 3, b: 3, c: 1 },
      `checks: [{ rule: a <= b, message: Too many }]
criteria:
  A: { title: A, points: 6, on: a / b, scale: [[0%, 0], [100%, 6]] }
  B: { title: B, points: 4, test: c > 0 }
${CLASSES}
score: { model: points, of: 10, round: { to: 0.1, mode: half-up } }`,
    ),
  ],
  [
    'a figure in a share and deducted as well',
    over(
      { a: 4, b: 3 },
      `criteria:
  A: { title: A, points: 6, on: a / b, scale: [[0%, 0], [100%, 6]] }
  B: { title: B, points: 4, deduct: { each: 0.9, per: a + b } }
${CLASSES}
score: { model: points, of: 10, round: { to: 0.1, mode: half-up } }`,
    ),
  ],
  ...['', ', round: { to: 0.1, mode: half-up }'].map((round): readonly [string, Small] => [
    `shares of two totals${round}`,
    over(
      { a: 2, b: 2, c: 2, d: 3 },
      `criteria:
  A: { title: A, points: 6, on: a / (a + b), scale: [[20%, 0], [90%, 6]], not_applicable: pass }
  B: { title: B, points: 4, on: c / (d + 1), scale: [[0%, 0], [100%, 4]] }
${CLASSES}
score: { model: points, of: 10${round} }`,
    ),
  ]),
  [
    'shares that are not rounded',
    over(
      { a: 3, b: 3, c: 2 },
      `criteria:
  A: { title: A, points: 6, on: a / (b + 1), scale: [[0%, 0], [100%, 6]] }
  B: { title: B, points: 4, on: c / (b + c), scale: [[20%, 4], [80%, 0]] }
${CLASSES}
${POINTS}`,
    ),
  ],
  [
    'divided by what may change its sign',
    over(
      { a: 4, b: 4 },
      `criteria:
  A: { title: A, test: (a + 1) / (2 * b - 3) >= 1 }
  B: { title: B, test: (a + b) / (2 * a - 5) < 150% }
classes:
  both: { label: Both, certifies: true, when: { all: [A, B] } }
  one: { label: One, when: { any: [A, B] } }
  rest: { label: Rest, when: otherwise }
score: { model: count, of: [A, B] }`,
    ),
  ],
  [
    'points of a ratio that stays the same whatever divides it',
    over(
      { a: 2, b: 2, c: 1 },
      `criteria:
  A: { title: A, points: 6, on: b / (b + b), scale: [[0%, 0], [70%, 2], [100%, 6]], not_applicable: fail }
  B: { title: B, points: 4, on: (a - a) / (a + c), scale: [[0%, 3], [50%, 4]], not_applicable: pass }
${CLASSES}
score: { model: points, of: 10 }`,
    ),
  ],
  [
    'points under a condition that refers to others',
    over(
      { a: 3, b: 3 },
      `criteria:
  M: { title: M, mandatory: true, test: b <= 2 }
  A: { title: A, points: 6, test: { any: [M, a >= 3] } }
  B: { title: B, points: 4, test: { not: A } }
classes:
  best: { label: Best, certifies: true, when: { all: [mandatory, score >= 60%] } }
  good: { label: Good, when: { not: { all: [score >= 60%, M] } } }
  rest: { label: Rest, when: otherwise }
${POINTS}`,
    ),
  ],
])('missing cells leave what their fillings reach: %s', (_, small) => {
  const rows = everyRow(small);
  const found = assessed(small.text, rows);
  const unsound = new Set(
    found.issues.flatMap(({ severity, args }) => (severity === 'error' && 'unit' in args ? [args.unit] : [])),
  );
  const complete = new Map(rows.flatMap((row, index) => (missingIn(row) === 0 ? [[keyOf(row), index] as const] : [])));
  const [wrong, open]: [unknown[], unknown[]] = [[], []];
  for (const [index, row] of rows.entries()) {
    const holes = missingIn(row);
    if (holes === 0) continue;
    const all = fillings(small, row).flatMap((filling) => complete.get(keyOf(filling)) ?? []);
    const sound = all.filter((filling) => !unsound.has(String(filling)));
    // What no filling fits is told, whatever else is said.
    if (sound.length === 0) {
      if (!unsound.has(String(index))) wrong.push([row, 'is not called unsound']);
      continue;
    }
    const [reached, said] = [reachedBy(found, sound), saidOf(found, index)];
    if (reached.classes.length > 1) open.push(row);
    const mustBeExact = holes <= 2;
    const isExact = found.candidates(index).exact;
    if (unsound.has(String(index)) && !reached.classes.includes(UNDETERMINED)) wrong.push([row, 'is called unsound']);
    if (isExact || mustBeExact ? !isSame(said, reached) : !isWithin(reached, said)) wrong.push([row, said, reached]);
    if (mustBeExact && !isExact) wrong.push([row, 'is not exact']);
    wrong.push(...wrongCriteria(found, index, sound));
    const [only, ...others] = said.classes;
    const decided = others.length === 0 ? only : UNDETERMINED;
    if (found.classes[index] !== decided) wrong.push([row, 'is in the class', found.classes[index]]);
  }
  expect(wrong).toEqual([]);
  expect(open.length).toBeGreaterThan(0);
});

/**
 * What is told of single criteria of a row, against what they are in all its sound fillings. By itself a criterion may be
 * open though its parts cannot all be as they may; but what the rules of sound data rule out is ruled out.
 */
function wrongCriteria(found: Assessments, row: number, sound: readonly number[]): readonly unknown[] {
  return [...found.program.set.criteria.keys()].flatMap((id, number) => {
    const stateOf = (of: number) => stateText(found.states[number]?.[of]);
    const [state, states] = [stateOf(row), new Set(sound.map(stateOf))];
    const mayBeOpen = found.program.checks.length === 0 || states.size > 1;
    const isRight = state === 'unknown' ? mayBeOpen : states.size === 1 && states.has(state);
    return isRight ? [] : [[id, state, [...states]]];
  });
}

interface Reached {
  readonly classes: readonly number[];
  readonly verdicts: readonly number[];
  readonly least: Rational | null;
  readonly most: Rational | null;
  /** Whether there may be no points at all. */
  readonly none: boolean;
}

function reachedBy(found: Assessments, rows: readonly number[]): Reached {
  const scores = rows.flatMap((row) => found.score(row) ?? []);
  const [first] = scores;
  return {
    classes: [...new Set(rows.map((row) => found.classes[row] ?? UNDETERMINED))].sort((x, y) => x - y),
    verdicts: [...new Set(rows.map((row) => found.certified[row] ?? UNDETERMINED))].sort((x, y) => x - y),
    least: first === undefined ? null : scores.map((score) => score.min).reduce(min),
    most: first === undefined ? null : scores.map((score) => score.max).reduce(max),
    none: scores.length < rows.length,
  };
}

function saidOf(found: Assessments, row: number): Reached {
  const score = found.score(row);
  const verdict = found.certified[row] ?? UNDETERMINED;
  return {
    classes: found.candidates(row).classes,
    verdicts: verdict === 1 ? [0, 2] : [verdict],
    least: score?.min ?? null,
    most: score?.max ?? null,
    none: score?.mayBeNone ?? true,
  };
}

function isSame(said: Reached, reached: Reached): boolean {
  const text = ({ classes, verdicts, least, most, none }: Reached): string =>
    JSON.stringify([
      classes,
      verdicts,
      none,
      least === null ? null : exactText(least),
      most === null ? null : exactText(most),
    ]);
  return text(said) === text(reached);
}

function isWithin(reached: Reached, said: Reached): boolean {
  const holds = (a: readonly number[], b: readonly number[]): boolean => b.every((own) => a.includes(own));
  if (!holds(said.classes, reached.classes) || !holds(said.verdicts, reached.verdicts)) return false;
  if (reached.none && !said.none) return false;
  if (reached.least === null || reached.most === null) return true;
  return (
    said.least !== null &&
    said.most !== null &&
    compare(said.least, reached.least) <= 0 &&
    compare(said.most, reached.most) >= 0
  );
}
