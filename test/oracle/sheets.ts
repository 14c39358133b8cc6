/** Random points sheets over a few small cells, as plain data and as the text of a criteria file. */

import Fraction from 'fraction.js';
import type { Random } from './communes.ts';
import {
  type Figure,
  judge,
  type Operator,
  type PlannedCell,
  type PlannedClass,
  type PlannedCriterion,
  type PlannedRule,
  type PlannedSheet,
  type PlannedStep,
  type PlannedTest,
  type RoundingName,
  type Row,
} from './points.ts';

/**
 * Draws a sheet.
 *
 * @param random The source of random numbers.
 * @param linear Whether all points are linear in the cells: no products, and ratios only against a threshold.
 */
export function randomSheet(random: Random, linear = false): PlannedSheet {
  const cells = randomCells(random);
  const draw: Draw = { random, linear, cells, atMost: [], tests: [] };
  const model = chance(random, 30) ? 'weighted' : 'points';
  const requirements = times(random, 0, 2, (number) => requirement(draw, `M.${number + 1}`));
  const tree = times(random, 1, 3, (number) => {
    const id = 'ABC'.charAt(number);
    return chance(random, 70) ? group(draw, id, 1) : item(draw, id, { mayBeBonus: model === 'points' && number > 0 });
  });
  const weighed = tree.map((criterion) => ({
    ...criterion,
    weight: model === 'weighted' ? pick(random, ['1', '2', '3', '0.5']) : null,
  }));
  const of = model === 'weighted' ? pick(random, ['100', '10']) : sumOf(weighed);
  const unclassed: PlannedSheet = {
    cells,
    atMost: draw.atMost,
    criteria: [...requirements, ...weighed],
    score: { model, of, round: randomRounding(random, of) },
    classes: [],
  };
  return { ...unclassed, classes: randomClasses(random, unclassed) };
}

/**
 * Draws a complete row of sound data, or `null` when none was found in a hundred draws.
 *
 * @param sheet What the row is for.
 * @param random The source of random numbers.
 */
export function randomRow(sheet: PlannedSheet, random: Random): Row | null {
  for (let attempt = 0; attempt < 100; attempt++) {
    const row = Object.fromEntries(sheet.cells.map(({ id, min, max }) => [id, between(random, min, max)]));
    if (judge(sheet, row) !== null) return row;
  }
  return null;
}

/** The row with so many of its cells missing. */
export function withHoles(sheet: PlannedSheet, row: Row, count: number, random: Random): Row {
  const open = [...sheet.cells];
  const holes = Array.from({ length: Math.min(count, open.length) }, () => {
    const [cell] = open.splice(Number(random(BigInt(open.length))), 1);
    return [cell?.id ?? '', null] as const;
  });
  return { ...row, ...Object.fromEntries(holes) };
}

/** The sheet as the text of a criteria file. */
export function sheetText({ cells, atMost, criteria, score, classes }: PlannedSheet): string {
  const round = score.round === null ? '' : `, round: { to: ${score.round.to}, mode: ${score.round.mode} }`;
  return [
    'family: drawn',
    'version: "1"',
    'status: draft',
    'title: Drawn sheet',
    'unit: commune',
    'effective: { from: 2025-01-01 }',
    'period: { kind: year, from: 01-01, to: 12-31 }',
    'indicators:',
    ...cells.map(cellText),
    ...(atMost.length === 0 ? [] : ['checks:']),
    ...atMost.map(([less, more]) => `  - { rule: ${less} <= ${more}, message: Too many }`),
    'criteria:',
    ...criteria.flatMap((criterion) => indented(criterionLines(criterion))),
    'classes:',
    ...classes.flatMap(({ id, when }) => [
      `  ${id}:`,
      `    label: ${id}`,
      ...conditionLines('when', when).map(indent2),
    ]),
    `score: { model: ${score.model}, of: ${score.of}${round} }`,
    '',
  ].join('\n');
}

// Drawing.

interface Draw {
  readonly random: Random;
  readonly linear: boolean;
  readonly cells: readonly PlannedCell[];
  readonly atMost: (readonly [string, string])[];
  /** Criteria with a test, for later ones to refer to. */
  readonly tests: string[];
}

function randomCells(random: Random): readonly PlannedCell[] {
  const counts = times(random, 3, 5, (number): PlannedCell => {
    const min = chance(random, 15) ? 1 : 0;
    return { id: `count_${'abcde'.charAt(number)}`, type: 'count', min, max: between(random, 3, 6) };
  });
  const flags: readonly PlannedCell[] = chance(random, 50) ? [{ id: 'flag', type: 'boolean', min: 0, max: 1 }] : [];
  return [...counts, ...flags];
}

function requirement(draw: Draw, id: string): PlannedCriterion {
  const test = randomTest(draw, 1);
  draw.tests.push(id);
  const base = { id, rule: { kind: 'test', test }, points: null, bonus: false, weight: null } as const;
  return { ...base, mandatory: chance(draw.random, 80), ...applicability(draw) };
}

function group(draw: Draw, id: string, depth: number): PlannedCriterion {
  const { random } = draw;
  const parts = times(random, 1, 3, (number) => {
    const part = `${id}.${number + 1}`;
    return depth < 2 && chance(random, 10)
      ? group(draw, part, depth + 1)
      : item(draw, part, { mayBeBonus: number > 0 });
  });
  const points = sumOf(parts);
  const cap = chance(random, 30) ? new Fraction(points).add(pick(random, [-0.5, 0, 1, 2])) : null;
  return {
    id,
    rule: { kind: 'group', parts, cap: cap?.gt(0) === true ? cap.toString() : null },
    points,
    bonus: false,
    mandatory: false,
    weight: null,
    ...(chance(random, 80) ? { appliesWhen: null, notApplicable: 'exclude' } : applicability(draw)),
  };
}

function sumOf(criteria: readonly PlannedCriterion[]): string {
  return criteria.reduce((sum, { points, bonus }) => sum.add(bonus ? 0 : (points ?? 0)), new Fraction(0)).toString();
}

function item(draw: Draw, id: string, { mayBeBonus }: { readonly mayBeBonus: boolean }): PlannedCriterion {
  const { random } = draw;
  const points = pick(random, ['0.5', '1', '2', '2.5', '3', '4', '5', '10']);
  const rule = randomRule(draw, points);
  if (rule.kind === 'test') draw.tests.push(id);
  return {
    id,
    rule,
    points,
    bonus: mayBeBonus && chance(random, 20),
    mandatory: false,
    weight: null,
    ...applicability(draw),
  };
}

function applicability(draw: Draw): Pick<PlannedCriterion, 'appliesWhen' | 'notApplicable'> {
  const { random } = draw;
  return {
    appliesWhen: chance(random, 25) ? simpleTest(draw) : null,
    notApplicable: pick(random, ['exclude', 'exclude', 'pass', 'fail'] as const),
  };
}

function randomRule(draw: Draw, points: string): PlannedRule {
  const { random } = draw;
  const kind = pick(random, ['test', 'bands', 'scale', 'deduct'] as const);
  switch (kind) {
    case 'test':
      return { kind, test: randomTest(draw, 1) };
    case 'bands': {
      const on = randomFigure(draw);
      return { kind, on, steps: randomSteps(draw, on, points, 1).toReversed() };
    }
    case 'scale': {
      const on = randomFigure(draw, !draw.linear);
      return { kind, on, steps: randomSteps(draw, on, points, 2) };
    }
    case 'deduct':
      return {
        kind,
        each: pick(random, ['0.5', '1', '1.5', '2', '0.3']),
        per: randomFigure(draw, !draw.linear),
        floor: pick(random, [null, '0', ...(points === '0.5' ? [] : ['0.5'])]),
        most: chance(random, 30) ? pick(random, ['0.5', '2', '3']) : null,
      };
  }
}

/** Values in ascending order; the points run one way, may stand still, and reach the full points at one end. */
function randomSteps(draw: Draw, on: Figure, points: string, fewest: number): readonly PlannedStep[] {
  const { random } = draw;
  const values = new Set(times(random, fewest, 3, () => threshold(draw, on)));
  while (values.size < fewest) values.add(threshold(draw, on));
  const ascending = [...values].toSorted((one, other) => Number(one.replace('%', '')) - Number(other.replace('%', '')));
  const lower = pick(random, [0, 0, 0.25, 0.5]);
  const earned = ascending.map((_, place) => {
    const way = ascending.length === 1 || chance(random, 15) ? 1 : place / (ascending.length - 1);
    return new Fraction(points).mul(new Fraction(lower).add(new Fraction(way).mul(1 - lower)));
  });
  const rising = earned.toSorted((one, other) => one.compare(other));
  const best = rising.at(-1);
  // The middle of three may be at a third: keep it a decimal.
  const texts = rising.map((step) => (step === best ? points : new Fraction(step.floor(1)).toString()));
  const inOrder = chance(random, 75) ? texts : texts.toReversed();
  return ascending.map((value, place) => [value, inOrder[place] ?? points]);
}

function randomFigure(draw: Draw, mayDivide = true): Figure {
  const { random, linear } = draw;
  const [first, second] = twoCounts(draw);
  const kind = pick(random, [
    ...(['cell', 'cell', 'cell', 'sum', 'difference'] as const),
    ...(mayDivide ? (['ratio', 'ratio', 'ratio'] as const) : []),
    ...(linear ? [] : (['product'] as const)),
  ]);
  switch (kind) {
    case 'cell':
      return { kind, id: first };
    case 'ratio':
      if (chance(random, 85)) draw.atMost.push([first, second]);
      return { kind, part: first, whole: second };
    case 'sum':
    case 'difference':
    case 'product':
      return { kind, of: [first, second] };
  }
}

function twoCounts({ random, cells }: Draw): readonly [string, string] {
  const counts = cells.flatMap(({ id, type }) => (type === 'count' ? [id] : []));
  const first = pick(random, counts);
  return [
    first,
    pick(
      random,
      counts.filter((id) => id !== first),
    ),
  ];
}

/** A value that the figure can be at, under and over. */
function threshold({ random, cells }: Draw, figure: Figure): string {
  const most = (id: string): number => cells.find((cell) => cell.id === id)?.max ?? 1;
  switch (figure.kind) {
    case 'cell':
      return String(between(random, 1, most(figure.id)));
    case 'ratio':
      return pick(random, ['20%', '25%', '33.3%', '40%', '50%', '60%', '75%', '80%', '100%']);
    case 'sum':
      return String(between(random, 1, most(figure.of[0]) + most(figure.of[1])));
    case 'difference':
      return String(between(random, -2, most(figure.of[0])));
    case 'product':
      return String(between(random, 1, most(figure.of[0]) * most(figure.of[1])));
  }
}

function randomTest(draw: Draw, depth: number): PlannedTest {
  const { random, tests } = draw;
  const joined = depth > 0 && chance(random, 30);
  if (joined && chance(random, 20)) return { kind: 'not', of: randomTest(draw, depth - 1) };
  if (joined) {
    const kind = pick(random, ['all', 'any'] as const);
    return { kind, of: [randomTest(draw, depth - 1), randomTest(draw, depth - 1)] };
  }
  if (tests.length > 0 && chance(random, 10)) return { kind: 'criterion', id: pick(random, tests) };
  return simpleTest(draw);
}

function simpleTest(draw: Draw): PlannedTest {
  const { random, cells } = draw;
  if (chance(random, 25) && cells.some(({ id }) => id === 'flag')) return { kind: 'yes', id: 'flag' };
  const figure = randomFigure(draw);
  return { kind: 'compare', figure, operator: pick(random, OPERATORS), value: threshold(draw, figure) };
}

const OPERATORS: readonly Operator[] = ['>=', '>=', '>', '<=', '<'];

/** A step of which the greatest total is a multiple, so that rounding cannot carry the total over it. */
function randomRounding(random: Random, of: string): PlannedSheet['score']['round'] {
  const mode = pick<RoundingName>(random, ['half-up', 'half-even', 'half-down', 'up', 'down']);
  const to = pick(random, ['0.1', '0.05', '0.5', '1', '0.3']);
  return chance(random, 80) && new Fraction(of).div(to).d === 1n ? { to, mode } : null;
}

/** Gates on totals that rows of this sheet have, so that rows land on them. */
function randomClasses(random: Random, sheet: PlannedSheet): readonly PlannedClass[] {
  const found = Array.from({ length: 6 }, () => randomRow(sheet, random))
    .flatMap((row) => (row === null ? [] : (judge(sheet, row)?.score ?? [])))
    .toSorted((one, other) => other.earned.compare(one.earned));
  const scoreGate = (): PlannedTest => {
    const total = found.length === 0 ? undefined : pick(random, found);
    const operator = pick(random, ['>=', '>=', '>=', '>'] as const);
    if (total === undefined) return { kind: 'score', operator, value: '50%' };
    const isShare = chance(random, 60) && !total.available.equals(0);
    return {
      kind: 'score',
      operator,
      value: isShare ? percent(total.earned.div(total.available)) : pointsText(total.earned),
    };
  };
  const scored = sheet.criteria.filter(({ points, bonus }) => points !== null && !bonus);
  const pointsGate = (): PlannedTest => {
    const { id: of } = pick(random, scored);
    return { kind: 'points', of, operator: '>=', value: pick(random, ['50%', '60%', '80%', '100%', '2']) };
  };
  const mandatory: readonly PlannedTest[] = sheet.criteria.some((one) => one.mandatory) ? [{ kind: 'mandatory' }] : [];
  return [
    { id: 'best', when: { kind: 'all', of: [...mandatory, scoreGate(), pointsGate()] } },
    { id: 'good', when: { kind: 'all', of: [scoreGate(), ...(chance(random, 50) ? mandatory : [])] } },
    ...(chance(random, 50) ? [{ id: 'fair', when: { kind: 'any', of: [scoreGate(), pointsGate()] } } as const] : []),
    { id: 'rest', when: null },
  ];
}

function percent(share: Fraction): string {
  return `${decimalText(share.mul(100))}%`;
}

/** Points as a file may write them: three decimals behind one to three digits would look like thousands. */
function pointsText(points: Fraction): string {
  const text = decimalText(points);
  return /^[1-9]\d{0,2}\.\d{3}$/u.test(text) ? `${text}0` : text;
}

/** The number itself where it is a short decimal, else the nearest tenth. */
function decimalText(number: Fraction): string {
  const exact = number.mul(10_000);
  return (exact.d === 1n ? number : number.round(1)).toString();
}

function chance(random: Random, percentage: number): boolean {
  return random(100n) < BigInt(percentage);
}

function between(random: Random, from: number, to: number): number {
  return from + Number(random(BigInt(to - from + 1)));
}

function times<T>(random: Random, fewest: number, most: number, make: (number: number) => T): readonly T[] {
  return Array.from({ length: between(random, fewest, most) }, (_, number) => make(number));
}

function pick<T>(random: Random, list: readonly T[]): T {
  const drawn = list[Number(random(BigInt(list.length)))];
  if (drawn === undefined) throw new Error('nothing to draw from');
  return drawn;
}

// Writing.

function cellText({ id, type, min, max }: PlannedCell): string {
  const range = type === 'count' ? `, min: ${min}, max: ${max}` : '';
  return `  ${id}: { label: ${id}, type: ${type}${range} }`;
}

function criterionLines(criterion: PlannedCriterion): readonly string[] {
  const { id, points, bonus, mandatory, weight, appliesWhen, notApplicable, rule } = criterion;
  return [
    `${id}:`,
    `  title: ${id}`,
    ...(mandatory ? ['  mandatory: true'] : []),
    ...(points === null ? [] : [`  points: ${points}`]),
    ...(bonus ? ['  bonus: true'] : []),
    ...(weight === null ? [] : [`  weight: ${weight}`]),
    ...(appliesWhen === null ? [] : conditionLines('applies_when', appliesWhen)),
    ...(notApplicable === 'exclude' ? [] : [`  not_applicable: ${notApplicable}`]),
    ...ruleLines(rule),
  ];
}

function ruleLines(rule: PlannedRule): readonly string[] {
  switch (rule.kind) {
    case 'test':
      return conditionLines('test', rule.test);
    case 'bands':
    case 'scale':
      return [
        `  on: ${figureText(rule.on)}`,
        `  ${rule.kind}:`,
        ...rule.steps.map(([at, points]) => `    - [${at}, ${points}]`),
      ];
    case 'deduct':
      return [
        '  deduct:',
        `    each: ${rule.each}`,
        `    per: ${figureText(rule.per)}`,
        ...(rule.floor === null ? [] : [`    floor: ${rule.floor}`]),
        ...(rule.most === null ? [] : [`    most: ${rule.most}`]),
      ];
    case 'group':
      return [
        ...(rule.cap === null ? [] : [`  cap: ${rule.cap}`]),
        '  parts:',
        ...rule.parts.flatMap((part) => indented(indented(criterionLines(part)))),
      ];
  }
}

/** Joined conditions are written as structure at the top and as formulas below, so that both forms are read. */
function conditionLines(key: string, test: PlannedTest | null): readonly string[] {
  if (test === null) return [`  ${key}: otherwise`];
  if (test.kind !== 'all' && test.kind !== 'any') return [`  ${key}: ${testText(test)}`];
  return [`  ${key}:`, `    ${test.kind}:`, ...test.of.map((part) => `      - ${testText(part)}`)];
}

function testText(test: PlannedTest): string {
  switch (test.kind) {
    case 'yes':
    case 'criterion':
      return test.id;
    case 'compare':
      return `${figureText(test.figure)} ${test.operator} ${test.value}`;
    case 'all':
    case 'any':
      return `(${test.of.map(testText).join(test.kind === 'all' ? ' and ' : ' or ')})`;
    case 'not':
      return `not (${testText(test.of)})`;
    case 'mandatory':
      return 'mandatory';
    case 'score':
      return `score ${test.operator} ${test.value}`;
    case 'points':
      return `points(${test.of}) ${test.operator} ${test.value}`;
  }
}

function figureText(figure: Figure): string {
  switch (figure.kind) {
    case 'cell':
      return figure.id;
    case 'ratio':
      return `${figure.part} / ${figure.whole}`;
    case 'sum':
      return figure.of.join(' + ');
    case 'difference':
      return figure.of.join(' - ');
    case 'product':
      return figure.of.join(' * ');
  }
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map(indent2);
}

function indent2(line: string): string {
  return `  ${line}`;
}
