import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Assessments, type Assessor, compile } from '../../src/assess/index.ts';
import { parseSource, resolveReadings } from '../../src/criteria/index.ts';
import { datasetFromRows, readCsv } from '../../src/data/index.ts';
import { type Way, type WayGoal, type Ways, waysToPass } from '../../src/explain/index.ts';
import { compare, exactText, integer, rational } from '../../src/number/index.ts';
import { randomCommune, seededRandom, toCsv } from '../oracle/communes.ts';
import { everyFilling, judge, type PlannedSheet, type Row } from '../oracle/points.ts';
import { type Commune, decide, isSound } from '../oracle/qd28.ts';
import { randomRow, randomSheet, sheetText, withHoles } from '../oracle/sheets.ts';

const GOALS: readonly WayGoal[] = ['certified', 'better'];

function assessorOf(text: string): Assessor {
  const source = parseSource(text, 'criteria.yaml');
  if (!source.ok) throw new Error(`${JSON.stringify(source.issues, null, 1)}\n${text}`);
  const set = resolveReadings(source.value, {});
  if (!set.ok) throw new Error(JSON.stringify(set.issues, null, 1));
  return compile(set.value);
}

/** A change of one figure by steps of one: how far, and which way. */
type Direction = 1 | -1;
/** What may change of a unit by how much at most, in the order of the set. */
type Open<Id extends string> = readonly (readonly [Id, Direction, number])[];
/** So many steps of each figure that changes. */
type Steps = ReadonlyMap<string, number>;

/** All ways to spend at most so many steps on figures that may change. */
function everyChange<Id extends string>(open: Open<Id>, most: number): readonly Steps[] {
  return open.reduce<readonly Steps[]>(
    (changes, [id, , room]) =>
      changes.flatMap((steps) => {
        const spent = [...steps.values()].reduce((sum, own) => sum + own, 0);
        const further = Array.from(
          { length: Math.min(most - spent, room) },
          (_, step) => new Map([...steps, [id, step + 1]]),
        );
        return [steps, ...further];
      }),
    [new Map()],
  );
}

const total = (steps: Steps): number => [...steps.values()].reduce((sum, own) => sum + own, 0);

/** Of changes that reach the goal, by cost those that do not change all that a cheaper one changes: as figures and cost. */
function cheapestOf<Id extends string>(reaching: readonly Steps[], open: Open<Id>): readonly string[] {
  const place = (steps: Steps): readonly number[] => open.flatMap(([id], index) => (steps.has(id) ? [index] : []));
  const sorted = reaching.toSorted((a, b) => {
    const [left, right] = [place(a), place(b)];
    const index = left.findIndex((own, i) => own !== right[i]);
    return total(a) - total(b) || a.size - b.size || (index < 0 ? 0 : (left[index] ?? 0) - (right[index] ?? 0));
  });
  const listed: Steps[] = [];
  for (const steps of sorted)
    if (!listed.some((known) => [...known.keys()].every((id) => steps.has(id)))) listed.push(steps);
  return listed.map((steps) => `${[...steps.keys()].join(' + ')}: ${total(steps)}`);
}

const shown = ({ changes, cost }: Way): string =>
  `${changes.map(({ indicator }) => indicator).join(' + ')}: ${exactText(cost)}`;
const upTo = ({ ways }: Ways, most: number): readonly string[] =>
  ways.filter(({ cost }) => compare(cost, integer(most)) <= 0).map(shown);

function wholeOf(figure: Way['changes'][number]['to']): bigint {
  if (figure.kind !== 'number' || figure.value.den !== 1n) throw new Error(`${JSON.stringify(figure)} is no count`);
  return figure.value.num;
}

describe('2,000 communes', () => {
  const COMMUNES = 2_000;
  /** Steps that brute force tries. */
  const MOST = 3;
  const PRINTED = { bands: 'strict', zero: 'excluded' } as const;
  const BEST_FIRST = ['drug_free', 'other', 'key_3', 'key_2', 'key_1'];
  const OPEN = [
    ['filed_addicts', -1],
    ['filed_users', -1],
    ['use_points', -1],
    ['resident_drug_people', -1],
    ['excepted_substitution', 1],
    ['excepted_home_treatment', 1],
    ['excepted_post_treatment', 1],
    ['wanted_hiding', -1],
  ] as const;
  type Id = (typeof OPEN)[number][0];

  const random = seededRandom(45n);
  const communes = Array.from({ length: COMMUNES }, () => randomCommune(random)).filter(isSound);
  const assessor = assessorOf(readFileSync('criteria/vn-drug-free-2025.yaml', 'utf8'));
  const assessments = assessor.assess(readCsv({ name: 'communes.csv', text: toCsv(communes) }, assessor.program.set));
  const classOf = (commune: Commune): string => decide(commune, PRINTED).class;
  const meets = (found: string, before: string, goal: WayGoal): boolean =>
    goal === 'certified' ? found === 'drug_free' : BEST_FIRST.indexOf(found) < BEST_FIRST.indexOf(before);

  function changed(commune: Commune, steps: Steps): Commune {
    const moved = OPEN.map(([id, direction]) => [id, commune[id] + BigInt(direction * (steps.get(id) ?? 0))]);
    return { ...commune, ...Object.fromEntries(moved) };
  }

  it.each(GOALS)('reach the class that ways promise, and brute force finds none cheaper: %s', (goal) => {
    let ways = 0;
    let tried = 0;
    for (const [row, commune] of communes.entries()) {
      const before = classOf(commune);
      const found = waysToPass(assessments, row, goal);
      expect(found.exact).toBe(true);
      for (const { changes, cost, reaches } of found.ways) {
        const steps = new Map(
          changes.map(({ indicator, from, to }) => {
            const [, direction = 1] = OPEN.find(([id]) => id === indicator) ?? [];
            return [indicator, direction * Number(wholeOf(to) - (from === null ? 0n : wholeOf(from)))];
          }),
        );
        expect([...steps.values()].every((own) => own > 0)).toBe(true);
        expect(exactText(cost)).toBe(String(total(steps)));
        const after = changed(commune, steps);
        expect(isSound(after)).toBe(true);
        expect([classOf(after)]).toEqual(reaches);
        expect(meets(classOf(after), before, goal)).toBe(true);
        ways += 1;
      }
      if (found.none?.kind === 'reached') {
        expect(before).toBe('drug_free');
        continue;
      }
      const open: Open<Id> = OPEN.map(([id, direction]) => [id, direction, direction < 0 ? Number(commune[id]) : MOST]);
      const reaching = everyChange(open, MOST).filter((steps) => {
        const after = changed(commune, steps);
        return isSound(after) && meets(classOf(after), before, goal);
      });
      const cheapest = cheapestOf(reaching, open);
      expect(upTo(found, MOST), `row ${row}`).toEqual(cheapest.slice(0, 5));
      tried += cheapest.length;
    }
    // Neither side is empty.
    expect(ways).toBeGreaterThan(500);
    expect(tried).toBeGreaterThan(200);
  });

  it('say why there is none: a violation of this period cannot be undone', () => {
    const violators = [...communes.keys()].filter((row) => (communes[row]?.resident_violators ?? 0n) > 0n);
    expect(violators.length).toBeGreaterThan(200);
    for (const row of violators.slice(0, 50)) {
      const { ways, none } = waysToPass(assessments, row, 'certified');
      expect(ways).toEqual([]);
      expect(none).toEqual({
        kind: 'blocked',
        criteria: [{ id: 'F.2', state: 'unmet', indicators: ['resident_violators'] }],
      });
    }
  });
});

describe('drawn points sheets', () => {
  const SHEETS = 40;
  const ROWS = 4;
  const MOST = 3;

  /** The sheet with a direction for each cell; `null` is a cell that nobody can act on. */
  function actionable(sheet: PlannedSheet, seed: bigint): ReadonlyMap<string, Direction | null> {
    const random = seededRandom(seed);
    return new Map(sheet.cells.map(({ id }) => [id, ([1, -1, 1, -1, null] as const)[Number(random(5n))] ?? null]));
  }

  function textOf(sheet: PlannedSheet, directions: ReadonlyMap<string, Direction | null>): string {
    return [...directions].reduce((text, [id, direction]) => {
      const word = direction === null ? '' : `, actionable: ${direction > 0 ? 'up' : 'down'}`;
      return text.replace(`{ label: ${id},`, `{ label: ${id}${word},`);
    }, sheetText(sheet));
  }

  function assessed(assessor: Assessor, sheet: PlannedSheet, rows: readonly Row[]): Assessments {
    const flags = new Set(sheet.cells.flatMap(({ id, type }) => (type === 'boolean' ? [id] : [])));
    const records = rows.map((row, index) => ({
      code: String(index + 1).padStart(5, '0'),
      ...Object.fromEntries(
        Object.entries(row).map(([id, value]) => [id, value !== null && flags.has(id) ? value === 1 : value]),
      ),
    }));
    return assessor.assess(datasetFromRows(records, assessor.program.set));
  }

  /** Figures of drawn sheets are counts, and yes and no as 1 and 0. */
  function after(row: Row, { changes }: Way): Row {
    const moved = changes.map(({ indicator, to }) => [
      indicator,
      to.kind === 'boolean' ? Number(to.value) : Number(wholeOf(to)),
    ]);
    return { ...row, ...Object.fromEntries(moved) };
  }

  function openOf(sheet: PlannedSheet, row: Row, directions: ReadonlyMap<string, Direction | null>): Open<string> {
    return sheet.cells.flatMap(({ id, min, max }) => {
      const [value, direction] = [row[id] ?? null, directions.get(id) ?? null];
      return value === null || direction === null
        ? []
        : [[id, direction, direction > 0 ? max - value : value - min] as const];
    });
  }

  it('reach the class that ways promise, and brute force finds none cheaper', () => {
    const random = seededRandom(77n);
    const totals = { ways: 0, tried: 0, inexact: 0 };
    for (let number = 0; number < SHEETS; number += 1) {
      const sheet = randomSheet(random);
      const directions = actionable(sheet, BigInt(number + 1));
      const rows = Array.from({ length: ROWS }, () => randomRow(sheet, random)).filter((row) => row !== null);
      const assessments = assessed(assessorOf(textOf(sheet, directions)), sheet, rows);
      const places = sheet.classes.map(({ id }) => id);
      const placeOf = (row: Row): number => {
        const judgement = judge(sheet, row);
        const found = judgement?.class ?? null;
        return found === null ? Infinity : places.indexOf(found);
      };
      for (const [index, row] of rows.entries()) {
        const found = waysToPass(assessments, index, 'better');
        for (const way of found.ways) {
          const place = placeOf(after(row, way));
          expect([places[place]], sheetText(sheet)).toEqual(way.reaches);
          expect(place).toBeLessThan(placeOf(row));
        }
        totals.ways += found.ways.length;
        if (!found.exact) totals.inexact += 1;
        if (!found.exact || found.none?.kind === 'reached') continue;
        const open = openOf(sheet, row, directions);
        const reaching = everyChange(open, MOST).filter((steps) => {
          const moved = open.map(([id, direction]) => [id, (row[id] ?? 0) + direction * (steps.get(id) ?? 0)]);
          return placeOf({ ...row, ...Object.fromEntries(moved) }) < placeOf(row);
        });
        const cheapest = cheapestOf(reaching, open);
        expect(upTo(found, MOST), `${JSON.stringify(row)}\n${textOf(sheet, directions)}`).toEqual(cheapest.slice(0, 5));
        totals.tried += cheapest.length;
      }
    }
    expect(totals.ways).toBeGreaterThan(15);
    expect(totals.tried).toBeGreaterThan(15);
    expect(totals.inexact).toBe(0);
  });

  it('hold whatever the missing figures are', () => {
    const random = seededRandom(78n);
    let ways = 0;
    for (let number = 0; number < SHEETS; number += 1) {
      const sheet = randomSheet(random);
      const directions = actionable(sheet, BigInt(number + 1));
      const whole = randomRow(sheet, random);
      if (whole === null) continue;
      const row = withHoles(sheet, whole, 1, random);
      const assessments = assessed(assessorOf(textOf(sheet, directions)), sheet, [row]);
      const places = sheet.classes.map(({ id }) => id);
      for (const way of waysToPass(assessments, 0, 'better').ways) {
        for (const filled of everyFilling(sheet, row)) {
          const before = judge(sheet, filled);
          if (before === null || before.class === null) continue;
          const reached = judge(sheet, after(filled, way))?.class;
          expect(reached, sheetText(sheet)).toBeDefined();
          // While it may be in the best class already, it is to be there for sure.
          expect(places.indexOf(reached ?? '')).toBeLessThan(Math.max(1, places.indexOf(before.class)));
          expect(way.reaches).toContain(reached);
        }
        ways += 1;
      }
    }
    expect(ways).toBeGreaterThan(5);
  });

  it('none cheaper is sure whatever the missing figures are, where that is said', () => {
    const random = seededRandom(79n);
    let proved = 0;
    for (let number = 0; number < 5 * SHEETS; number += 1) {
      const sheet = randomSheet(random);
      const directions = actionable(sheet, BigInt(number + 1));
      const whole = randomRow(sheet, random);
      if (whole === null) continue;
      const row = withHoles(sheet, whole, 1, random);
      const places = sheet.classes.map(({ id }) => id);
      const placeOf = (filled: Row): number => {
        const found = judge(sheet, filled)?.class ?? null;
        return found === null ? Infinity : places.indexOf(found);
      };
      const found = waysToPass(assessed(assessorOf(textOf(sheet, directions)), sheet, [row]), 0, 'better');
      if (!found.exact || found.none?.kind === 'reached') continue;
      const fillings = everyFilling(sheet, row);
      const allowed = fillings.filter((filled) => judge(sheet, filled) !== null);
      const wanted = Math.max(1, Math.min(...allowed.map(placeOf)));
      const open = openOf(sheet, row, directions);
      // What is allowed before is allowed after it, and all that is allowed then reaches the goal.
      const sure = everyChange(open, MOST).filter((steps) => {
        const moved = open.map(([id, direction]) => [id, (row[id] ?? 0) + direction * (steps.get(id) ?? 0)]);
        const changed = (filled: Row): Row => ({ ...filled, ...Object.fromEntries(moved) });
        return (
          allowed.every((filled) => judge(sheet, changed(filled)) !== null) &&
          fillings.map(changed).every((filled) => judge(sheet, filled) === null || placeOf(filled) < wanted)
        );
      });
      const least = Math.min(...sure.map(total));
      const known = found.ways.filter(({ changes }) => changes.every(({ from }) => from !== null));
      const told = Math.min(...known.map(({ cost }) => Number(exactText(cost))));
      if (least <= MOST || told <= MOST)
        expect(told, `${JSON.stringify(row)}\n${textOf(sheet, directions)}`).toBe(least);
      if (least <= MOST) proved += 1;
    }
    expect(proved).toBeGreaterThan(3);
  });
});

describe('a large points sheet', () => {
  const cellText = (figure: Way['changes'][number]['to']): string => {
    if (figure.kind === 'number') return exactText(figure.value);
    if (figure.kind === 'choice') return figure.id;
    return figure.value ? 'có' : 'không';
  };
  const FILE = 'fixtures/kon-tum-2024.csv';
  const UNITS = 3;

  const assessor = assessorOf(readFileSync('criteria/kon-tum-model-1.yaml', 'utf8'));
  const [header = '', ...lines] = readFileSync(FILE, 'utf8').trim().split('\n');
  const ids = header.split(',');
  const codeOf = (line: string | undefined): string | undefined => line?.split(',')[0];
  const inPeriod = (period: string): readonly string[] =>
    lines.filter((line) => line.split(',')[ids.indexOf('period')] === period);

  /** A line with some cells written anew. */
  function written(line: string, cells: Readonly<Record<string, string>>): string {
    return line
      .split(',')
      .map((cell, at) => cells[ids[at] ?? ''] ?? cell)
      .join(',');
  }

  /** A unit of 2024 with the year before, with which some items compare: its row is the last. */
  function assess(line: string): { readonly assessments: Assessments; readonly row: number } {
    const before = inPeriod('2023').filter((other) => codeOf(other) === codeOf(line));
    const text = `${[header, ...before, line].join('\n')}\n`;
    return {
      assessments: assessor.assess(readCsv({ name: FILE, text }, assessor.program.set)),
      row: before.length,
    };
  }

  /** What becomes of a unit that goes a way. */
  function reached(line: string, { changes }: Way): readonly (string | undefined)[] {
    const cells = Object.fromEntries(changes.map(({ indicator, to }) => [indicator, cellText(to)]));
    const { assessments, row } = assess(written(line, cells));
    expect(assessments.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    return [[...assessor.program.set.classes.keys()][assessments.classes[row] ?? -1]];
  }

  it('has ways that reach what they promise, proved to be the cheapest', () => {
    let ways = 0;
    for (const line of inPeriod('2024').slice(0, UNITS)) {
      const { assessments, row } = assess(line);
      const found = waysToPass(assessments, row, 'better');
      expect([codeOf(line), found.exact]).toEqual([codeOf(line), true]);
      for (const way of found.ways) expect(reached(line, way)).toEqual(way.reaches);
      ways += found.ways.length;
    }
    expect(ways).toBeGreaterThan(3);
  });

  it('has ways where figures are missing, which hold whatever these are', () => {
    const [whole = ''] = inPeriod('2024');
    const line = written(whole, { addicts: '', hamlets: '', station_qualified: '', trial_assigned: '' });
    const { assessments, row } = assess(line);
    const { ways } = waysToPass(assessments, row, 'certified');
    expect(ways).toHaveLength(5);
    const fillings = [
      { addicts: '28', hamlets: '1', station_qualified: 'có', trial_assigned: 'không' },
      { addicts: '38', hamlets: '900', station_qualified: 'không', trial_assigned: 'có' },
      { addicts: '38', hamlets: '900', station_qualified: 'không', trial_assigned: 'không' },
      { addicts: '33', hamlets: '8', station_qualified: 'không', trial_assigned: 'có' },
    ];
    for (const way of ways) {
      for (const filling of fillings) expect(way.reaches).toContain(reached(written(line, filling), way)[0]);
    }
  });
});

/** The head of a small set. */
const HEAD = `family: small
version: "1"
status: draft
title: Small
unit: commune
effective: { from: 2025-01-01 }
period: { kind: year, from: 01-01, to: 12-31 }
`;

it('no way is called needless while the verdict is open', () => {
  const assessor = assessorOf(`${HEAD}indicators: { a: { label: A, type: count, actionable: down } }
criteria: { A: { title: A, test: a == 0 } }
classes: { clean: { label: Clean, certifies: true, when: A } }
`);
  const data = datasetFromRows(
    [
      { code: '1', a: null },
      { code: '2', a: 0 },
    ],
    assessor.program.set,
  );
  const found = [0, 1].map((row) => waysToPass(assessor.assess(data), row, 'certified').none?.kind);
  expect(found).toEqual([undefined, 'reached']);
});

it.each([
  ['nothing can be acted on', '', 'nothing-actionable'],
  ['it is missing what could be acted on without an end', ', actionable: up', 'missing'],
])(
  'for a better class than one that is open there is the same reason as for the verdict: %s',
  (_, actionable, kind) => {
    const assessor = assessorOf(`${HEAD}indicators: { a: { label: A, type: count${actionable} } }
criteria: { A: { title: A, test: a == 0 } }
classes:
  clean: { label: Clean, certifies: true, when: A }
  rest: { label: Rest, when: otherwise }
`);
    const found = assessor.assess(datasetFromRows([{ code: '1', a: null }], assessor.program.set));
    expect(waysToPass(found, 0, 'better').none?.kind).toBe(kind);
    expect(waysToPass(found, 0, 'certified').none?.kind).toBe(kind);
  },
);

it('a way leads past all classes that an open unit can be in, or into the best for sure', () => {
  const assessor = assessorOf(`${HEAD}indicators:
  x: { label: X, type: count, actionable: down }
  y: { label: Y, type: boolean }
criteria:
  A: { title: A, test: x == 0 }
  B: { title: B, test: y }
classes:
  best: { label: Best, certifies: true, when: A }
  good: { label: Good, when: B }
  rest: { label: Rest, when: otherwise }
`);
  const rows = [
    { code: '1', x: 1, y: null },
    { code: '2', x: null, y: true },
  ];
  const [past, at] = [0, 1].map((row) =>
    waysToPass(assessor.assess(datasetFromRows(rows, assessor.program.set)), row, 'better'),
  );
  expect(past?.ways.map(({ reaches }) => reaches)).toEqual([['best']]);
  expect(at?.ways.map(({ changes, reaches }) => [changes, reaches])).toEqual([
    [[{ indicator: 'x', from: null, to: { kind: 'number', value: integer(0n) } }], ['best']],
  ]);
});

it('what is broken already for some missing figure is nothing that a way breaks', () => {
  const assessor = assessorOf(`${HEAD}indicators:
  whole: { label: Whole, type: count }
  part: { label: Part, type: count, actionable: down }
criteria:
  A: { title: A, test: part <= 2 }
  B: { title: B, test: part / whole <= 100% }
classes:
  one: { label: One, certifies: true, when: A }
  rest: { label: Rest, when: otherwise }
`);
  const data = datasetFromRows([{ code: '1', whole: null, part: 3 }], assessor.program.set);
  const found = waysToPass(assessor.assess(data), 0, 'certified');
  expect([found.exact, found.ways.map(shown)]).toEqual([true, ['part: 1']]);
});

it('a figure known within bounds alone is brought to its end', () => {
  const assessor = assessorOf(`${HEAD}indicators:
  spots: { label: Points, type: count, actionable: down }
  other: { label: Other, type: count, actionable: down }
criteria: { A: { title: A, test: spots == 0 and other == 0 } }
classes: { clean: { label: Clean, certifies: true, when: A }, rest: { label: Rest, when: otherwise } }
`);
  const rows = datasetFromRows([{ code: '1', spots: null, other: 1 }], assessor.program.set);
  const bounds = new Map([['spots', new Map([[0, { min: rational(1n), max: rational(2n) }]])]]);
  const found = waysToPass(assessor.assess({ ...rows, bounds }), 0, 'certified');
  expect(found.ways.map(shown)).toEqual(['spots + other: 1']);
});

it.each<[what: string, check: string, b: number | null, expected: readonly string[]]>([
  ['the rest of its whole', 'a + b <= whole', 1, ['a to 2']],
  ['less than its whole', 'a < whole - b + 1', 1, ['a to 2']],
  ['half of it, rounded down', '2 * a <= whole', 2, ['a to 1']],
  ['no end, where a check only warns', 'a + b <= whole, severity: warning', 1, []],
  ['no end that is sure, where another part is missing too', 'a + b <= whole', null, []],
])('a missing part of 3 is brought to %s: “%s”', (_, check, b, expected) => {
  const assessor = assessorOf(`${HEAD}indicators:
  whole: { label: Whole, type: count, actionable: down }
  a: { label: A, type: count, actionable: up }
  b: { label: B, type: count, actionable: up }
checks: [{ rule: ${check}, message: Too many }]
criteria: { A: { title: A, test: whole - a - b == 0 } }
classes: { clean: { label: Clean, certifies: true, when: A }, rest: { label: Rest, when: otherwise } }
`);
  const found = waysToPass(
    assessor.assess(datasetFromRows([{ code: '1', whole: 3, a: null, b }], assessor.program.set)),
    0,
    'certified',
  );
  const told = found.ways.map(({ changes }) =>
    changes
      .map(
        ({ indicator, from, to }) =>
          `${indicator} ${from === null ? `to ${wholeOf(to)}` : `by ${wholeOf(from) - wholeOf(to)}`}`,
      )
      .join(', '),
  );
  expect(told).toEqual(expected);
});

it('no way leads to where a unit may be in no class', () => {
  const assessor = assessorOf(`${HEAD}indicators:
  a: { label: A, type: count, max: 2 }
  b: { label: B, type: count, actionable: down }
criteria:
  A: { title: A, test: a / a > 50% }
  B: { title: B, test: b > 0 }
classes:
  rest: { label: Rest, when: B }
  clean: { label: Clean, certifies: true, when: not (not A) }
`);
  const data = datasetFromRows(
    [
      { code: '1', a: null, b: 1 },
      { code: '2', a: 1, b: 1 },
    ],
    assessor.program.set,
  );
  // Without `a`, 0 of 0 is no share, and the first has no class once `b` is gone.
  const found = [0, 1].map((row) => waysToPass(assessor.assess(data), row, 'certified').ways.length);
  expect(found).toEqual([0, 1]);
});

describe('the points sheet of Kon Tum', () => {
  const text = readFileSync(new URL('../../criteria/kon-tum-model-1.yaml', import.meta.url), 'utf8');
  const file = new URL('../../fixtures/kon-tum-2024.csv', import.meta.url);
  const assessor = assessorOf(text);
  const data = readCsv({ name: 'kon-tum-2024.csv', text: readFileSync(file, 'utf8') }, assessor.program.set);
  const rowOf = (code: string): number =>
    data.units.code.findIndex((own, row) => own === code && data.units.period[row] === '2024');
  const assessments = assessor.assess(data);

  it('names what earns points and can no longer be met, where a class asks for points alone', () => {
    for (const goal of GOALS) {
      expect(waysToPass(assessments, rowOf('23404'), goal)).toMatchObject({
        ways: [],
        exact: true,
        none: { kind: 'blocked', criteria: [{ id: 'A.2', indicators: ['disorder_cases'] }, { id: 'A.3' }] },
      });
    }
  });

  it('sees at once where no change of the figures that move can reach the points', () => {
    const { none } = waysToPass(assessments, rowOf('23413'), 'certified');
    expect(none?.kind === 'blocked' && none.criteria.map(({ id }) => id)).toEqual(['A.2', 'A.3', 'C.3']);
    expect(waysToPass(assessments, rowOf('23413'), 'better').ways).toHaveLength(5);
  });
});

describe('what is said to block', () => {
  const blocked = (text: string, row: Record<string, number | string>): unknown => {
    const assessor = assessorOf(`${HEAD}${text}`);
    const found = waysToPass(
      assessor.assess(datasetFromRows([{ code: '1', ...row }], assessor.program.set)),
      0,
      'better',
    );
    return found.none?.kind === 'blocked'
      ? found.none.criteria.map(({ id, state }) => `${id} ${state}`).join(', ')
      : found;
  };
  const ratio = (counts: string): string => `indicators:
  treated: { label: Treated, type: count }
  addicts: { label: Addicts, type: count, actionable: down }
  x: { label: X, type: count }
criteria:
  R: { title: R, test: treated / addicts >= 100%, not_applicable: ${counts} }
  X: { title: X, test: x == 0 }
classes:
  one: { label: One, certifies: true, when: { all: [R, X] } }
  rest: { label: Rest, when: otherwise }
`;

  it.each([
    // With no addict left it does not apply.
    ['pass', 'X unmet'],
    ['exclude', 'X unmet'],
    ['fail', 'R unmet, X unmet'],
  ])('is not what can come not to apply, where that counts as %s', (counts, expected) => {
    expect(blocked(ratio(counts), { treated: 0, addicts: 2, x: 1 })).toBe(expected);
  });

  const wanting = (when: string): string => `indicators:
  a: { label: A, type: count }
  b: { label: B, type: count }
  c: { label: C, type: count, actionable: down }
criteria:
  A: { title: A, test: a == 0 }
  B: { title: B, test: b == 0 }
  C: { title: C, test: c <= 1 }
classes:
  one: { label: One, certifies: true, when: { all: [${when}] } }
  rest: { label: Rest, when: otherwise }
`;

  it.each([
    ['A, { not: B }, C', { a: 1, b: 1, c: 1 }, 'A unmet'],
    ['A, { not: B }, C', { a: 0, b: 0, c: 1 }, 'B met'],
    ['{ not: A }, { not: { all: [B, C] } }', { a: 0, b: 0, c: 2 }, 'A met'],
    ['C, { not: { any: [A, B] } }', { a: 0, b: 0, c: 1 }, 'A met, B met'],
    // One of two is enough.
    ['A, { any: [B, { not: B }] }', { a: 1, b: 1, c: 1 }, 'A unmet'],
  ])('is what a class wants to be otherwise: %s', (when, row, expected) => {
    expect(blocked(wanting(when), row)).toBe(expected);
  });
});

describe('a decimal moves as far as its thresholds need', () => {
  const setWith = (test: string): string => `${HEAD}indicators:
  d: { label: Area, type: decimal, max: 10, actionable: both }
  e: { label: E, type: count }
criteria: { A: { title: A, test: '${test}' } }
classes: { clean: { label: Clean, certifies: true, when: A }, rest: { label: Rest, when: otherwise } }
`;

  it.each([
    ['d >= 0.2 and d <= 0.8', '2', '0.8: 1.2'],
    ['d < 0.8', '2', '0.7: 1.3'],
    ['d < 0.8', '2.25', '0.79: 1.46'],
    ['d / e <= 0.05', '2', '0.15: 1.85'],
    // A third has no decimals: it ends one unit of the figure beyond.
    ['d / e <= 1', '4', '3: 1'],
    ['3 * d <= 1', '2', '0: 2'],
  ])('%s from %s, whatever its neighbours are written with', (test, from, expected) => {
    const assessor = assessorOf(setWith(test));
    for (const neighbour of ['2', '2.5', '0.125']) {
      const rows = [from, neighbour].map((d, index) => ({ code: String(index), d, e: 3 }));
      const { ways, none } = waysToPass(assessor.assess(datasetFromRows(rows, assessor.program.set)), 0, 'certified');
      const told = ways.map(({ changes: [change], cost }) =>
        change?.to.kind === 'number' ? `${exactText(change.to.value)}: ${exactText(cost)}` : '',
      );
      expect([told, none]).toEqual([[expected], null]);
    }
  });
});

it('a way is found that holds whichever of two groups applies', () => {
  const assessor = assessorOf(`${HEAD}indicators:
  flag: { label: Flag, type: boolean }
  x: { label: X, type: count, actionable: up, max: 9 }
criteria:
  G: { title: G, points: 5, applies_when: flag, parts: { G.1: { title: G.1, points: 5, test: x >= 2 } } }
  H: { title: H, points: 5, applies_when: not flag, parts: { H.1: { title: H.1, points: 5, test: x >= 2 } } }
classes:
  good: { label: Good, certifies: true, when: score >= 100% }
  rest: { label: Rest, when: otherwise }
score: { model: points, of: 10 }
`);
  const rows = datasetFromRows([{ code: '1', flag: null, x: 0 }], assessor.program.set);
  const found = waysToPass(assessor.assess(rows), 0, 'certified');
  expect(found.ways.map(shown)).toEqual(['x: 2']);
});

describe('while a figure is missing', () => {
  const MOST = 3;
  const VALUES = Array.from({ length: MOST + 1 }, (_, value) => value);
  type Holds = (part: number, whole: number) => boolean;
  const GOALS_OF: readonly (readonly [string, Holds])[] = [
    ['part == 0 or whole <= 1', (part, whole) => part === 0 || whole <= 1],
    ['part <= 1 and whole >= 1', (part, whole) => part <= 1 && whole >= 1],
    ['whole - part >= 1', (part, whole) => whole - part >= 1],
    ['part >= 2 or whole == 3', (part, whole) => part >= 2 || whole === 3],
    ['whole == 0', (_, whole) => whole === 0],
  ];
  const CHECKS: readonly (readonly [string, Holds])[] = [
    ['part <= whole', (part, whole) => part <= whole],
    ['whole <= part', (part, whole) => whole <= part],
    ['part + whole <= 4', (part, whole) => part + whole <= 4],
    ['whole >= 0', () => true],
  ];
  const DIRECTIONS = ['down', 'up', 'both'] as const;

  const textOf = (goal: string, check: string, direction: string, ofWhole: string): string => `${HEAD}indicators:
  part: { label: Part, type: count, max: ${MOST}, actionable: ${direction} }
  whole: { label: Whole, type: count, max: ${MOST}${ofWhole} }
checks: [{ rule: ${check}, message: Check }]
criteria: { A: { title: A, test: ${goal} } }
classes: { clean: { label: Clean, certifies: true, when: A }, rest: { label: Rest, when: otherwise } }
`;

  /** What is certain: the whole kept or brought to 0, and the part to a value; as indicators and cost. */
  function certain(part: number, reaches: Holds, isAllowed: Holds, direction: string, ends: readonly number[]) {
    const before = VALUES.filter((whole) => isAllowed(part, whole));
    const parts = VALUES.filter(
      (to) => to === part || direction === 'both' || (direction === 'up' ? to > part : to < part),
    );
    const found = [null, ...ends].flatMap((end) =>
      parts.flatMap((to) => {
        if (end === null && to === part) return [];
        const after = (end === null ? VALUES : [end]).filter((whole) => isAllowed(to, whole));
        const isKept = before.every((whole) => isAllowed(to, end ?? whole));
        if (!isKept || after.length === 0 || !after.every((whole) => reaches(to, whole))) return [];
        const changed = [...(to === part ? [] : ['part']), ...(end === null ? [] : ['whole'])];
        return [{ changed, cost: Math.abs(to - part), isOpen: end !== null }];
      }),
    );
    const sorted = found.toSorted(
      (a, b) => Number(a.isOpen) - Number(b.isOpen) || a.cost - b.cost || a.changed.length - b.changed.length,
    );
    const listed: typeof found = [];
    for (const way of sorted)
      if (!listed.some((known) => known.changed.every((id) => way.changed.includes(id)))) listed.push(way);
    return listed.map(({ changed, cost }) => `${changed.join(' + ')}: ${cost}`);
  }

  it.each(
    DIRECTIONS.flatMap((direction) => ['', ', actionable: down'].map((ofWhole) => [direction, ofWhole] as const)),
  )(
    'a way is certain where it reaches the goal whatever is allowed then, and breaks no check: part %s, whole "%s"',
    (direction, ofWhole) => {
      let ways = 0;
      for (const [goal, reaches] of GOALS_OF) {
        for (const [check, isAllowed] of CHECKS) {
          const text = textOf(goal, check, direction, ofWhole);
          const assessor = assessorOf(text);
          const rows = VALUES.map((part) => ({ code: String(part), part, whole: null }));
          const assessments = assessor.assess(datasetFromRows(rows, assessor.program.set));
          for (const part of VALUES) {
            const found = waysToPass(assessments, part, 'certified');
            if (found.none?.kind === 'reached') continue;
            const expected = certain(part, reaches, isAllowed, direction, ofWhole === '' ? [] : [0]);
            expect([found.exact, found.ways.map(shown)], `part ${part}\n${text}`).toEqual([true, expected]);
            ways += expected.length;
          }
        }
      }
      expect(ways).toBeGreaterThan(3);
    },
  );
});
