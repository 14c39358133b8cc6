import fc from 'fast-check';
import Fraction from 'fraction.js';
import { describe, expect, test } from 'vitest';
import {
  checkFormula,
  type Column,
  columnName,
  createCompiler,
  type Formula,
  NOT_APPLICABLE,
  numberAt,
  type NumberColumn,
  observe,
  PASS,
  printFormula,
  runConditions,
  type Table,
  valueOfObserved,
} from '../../src/formula/index.ts';
import { compare, type Rational, rational } from '../../src/number/index.ts';
import { soundComparison, soundCondition } from './generators.ts';
import { numberOf, type OracleRow, type OracleState, stateOf, UnsoundRow } from './oracle.ts';
import { read } from './read.ts';
import { anyFullRow, anyRows, compileScope, filled, numberColumn, type Row, scaleOf, tableOf, words } from './table.ts';

const { scope } = compileScope;
const STATES: readonly OracleState[] = ['fail', 'unknown', 'pass', 'not-applicable'];

const OVER_THE_EDGE: Row['numbers'] = {
  people: 94906267n,
  cases: 94906267n,
  [columnName('people', 1)]: 94906266n,
  [columnName('cases', 1)]: 94906268n,
};

/** The states of one formula over rows, and whether each row divides something by nothing. */
interface Run {
  readonly states: readonly OracleState[];
  readonly unsound: readonly boolean[];
}

function run(formula: Formula, rows: readonly Row[], table: Table = tableOf(rows)): Run {
  const compiler = createCompiler(compileScope);
  const condition = compiler.condition(formula);
  const questions = compiler.questions();
  const known = new Map(
    words.criteria.map((_, number) => [number, Uint8Array.from(rows, (row) => row.criteria[number] ?? 1)]),
  );
  const others = [condition, ...questions.unsoundDivisions];
  const found = runConditions(questions, { known, criteria: [], others }, table);
  const [states = new Uint8Array(), ...divisions] = found.others.map((column) => column.bytes());
  return {
    states: [...states].map((byte) => STATES[byte] ?? 'unknown'),
    unsound: rows.map((_, row) => divisions.some((division) => division[row] === PASS)),
  };
}

function oracleRow(row: Row): OracleRow {
  const byte = (id: string): number | null => row.bytes[id] ?? null;
  return {
    number: (id, periodsAgo) => {
      const scaled = row.numbers[columnName(id, periodsAgo)] ?? null;
      return scaled === null ? null : new Fraction(scaled, 10n ** BigInt(scaleOf(id)));
    },
    boolean: (id) => (byte(id) === null ? null : byte(id) === 1),
    choice: (id) => words.choices[byte(id) ?? -1] ?? null,
    criterion: (id) => STATES[row.criteria[words.criteria.indexOf(id)] ?? 1] ?? 'unknown',
  };
}

/** The oracle's state, or `null` where the row is no sound data. */
function expected(formula: Formula, row: Row): OracleState | null {
  try {
    return stateOf(formula, scope, oracleRow(row));
  } catch (thrown) {
    if (thrown instanceof UnsoundRow) return null;
    throw thrown;
  }
}

const TOO_LARGE: readonly string[] = ['formula/too-many-cases', 'formula/too-many-terms'];

function compiles(formula: Formula): boolean {
  const codes = checkFormula(formula, scope, 'condition').map((found) => found.code);
  expect(
    codes.filter(
      (code) => !TOO_LARGE.includes(code) && !['formula/division-by-zero', 'formula/percent-needed'].includes(code),
    ),
  ).toEqual([]);
  return !codes.some((code) => TOO_LARGE.includes(code));
}

describe('random formulas over random columns, against an oracle in fractions', () => {
  test('every state is the one the definitions give', () => {
    const met: Record<string, number> = {};
    const count = (what: string): void => void (met[what] = (met[what] ?? 0) + 1);
    fc.assert(
      fc.property(
        soundCondition(words),
        anyRows(8),
        fc.array(anyFullRow, { minLength: 3, maxLength: 3 }),
        (formula, rows, others) => {
          fc.pre(compiles(formula));
          const { states, unsound } = run(formula, rows);
          for (const [index, row] of rows.entries()) {
            const state = states[index] ?? 'unknown';
            const wanted = expected(formula, row);
            // Unsound for the oracle is unsound for the engine, which may also see it where a missing cell cancels out.
            if (wanted === null) expect(unsound[index]).toBe(true);
            if (unsound[index] === true) {
              count('unsound');
              if (isFull(row)) expect(wanted).toBeNull();
              continue;
            }
            count(wanted ?? 'unsound');
            if (wanted === state) continue;
            // More may be known than from each cell alone (x ≥ x), but only what no filling changes.
            expect([wanted, printFormula(formula)]).toEqual(['unknown', printFormula(formula)]);
            count('sharper');
            for (const other of others) {
              const filling = expected(formula, filled(row, other));
              if (filling !== null) expect([filling, index]).toEqual([state, index]);
            }
          }
        },
      ),
      { seed: 28, numRuns: 1500 },
    );
    for (const what of ['pass', 'fail', 'unknown', 'not-applicable', 'unsound']) expect(met[what]).toBeGreaterThan(100);
  });

  test('doubles and exact arithmetic give the same states', () => {
    const huge = (row: Row): Row['numbers'] =>
      Object.fromEntries(Object.keys(row.numbers).map((id) => [id, 10n ** 30n]));
    fc.assert(
      fc.property(soundCondition(words), anyRows(8), anyFullRow, (formula, rows, other) => {
        fc.pre(compiles(formula));
        // One huge row makes doubles unsafe for the whole column.
        const withHuge = run(formula, [...rows, { ...other, numbers: huge(other) }]);
        const alone = run(formula, rows);
        expect(withHuge.states.slice(0, -1)).toEqual(alone.states);
        expect(withHuge.unsound.slice(0, -1)).toEqual(alone.unsound);
      }),
      { seed: 28, numRuns: 400 },
    );
  });

  test('observe() agrees with the compiled comparison and with the oracle', () => {
    let compared = 0;
    fc.assert(
      fc.property(soundComparison(words), anyRows(4), (formula, rows) => {
        fc.pre(compiles(formula));
        const table = tableOf(rows);
        const { states, unsound } = run(formula, rows, table);
        for (const [index, row] of rows.entries()) {
          const sides = [formula.left, formula.right].map((side) => {
            const observed = observe(side, scope, (id) => numberIn(table.columns.get(id), index));
            const wanted = numberOf(side, scope, oracleRow(row));
            if (typeof observed === 'string') expect(observed).toBe(wanted === 'unsound' ? 'undefined' : wanted);
            else expect(valueOfObserved(observed)).toEqual(fromFraction(wanted));
            return observed;
          });
          if (unsound[index] === true) continue;
          const [left = 'missing', right = 'missing'] = sides;
          if (left === 'undefined' || right === 'undefined') expect(states[index]).toBe('not-applicable');
          if (typeof left === 'string' || typeof right === 'string') continue;
          compared += 1;
          const order = compare(valueOfObserved(left), valueOfObserved(right));
          const holds = {
            '<': order < 0,
            '<=': order <= 0,
            '==': order === 0,
            '!=': order !== 0,
            '>=': order >= 0,
            '>': order > 0,
          };
          expect(states[index]).toBe(holds[formula.operator] ? 'pass' : 'fail');
        }
      }),
      { seed: 28, numRuns: 500 },
    );
    expect(compared).toBeGreaterThan(200);
  });
});

describe('tables', () => {
  const base: Row = {
    numbers: { people: 1000n, cases: 5n, area: 7500n, mass: 1n, balance: -250n },
    bytes: { planned: 1, armed: 0, route: 2 },
    criteria: [2, 0],
  };

  function state(text: string, numbers: Row['numbers'] = {}, bytes: Row['bytes'] = {}): OracleState | 'unsound' {
    const row = { ...base, numbers: { ...base.numbers, ...numbers }, bytes: { ...base.bytes, ...bytes } };
    const { states, unsound } = run(read(text), [row]);
    return unsound[0] === true ? 'unsound' : (states[0] ?? 'unknown');
  }

  test.each<[string, Row['numbers'], OracleState | 'unsound']>([
    ['rate >= 0.5%', {}, 'pass'],
    ['rate > 0.5%', {}, 'fail'],
    ['rate >= 0.5%', { cases: null }, 'unknown'],
    ['rate >= 0.5%', { people: null }, 'unknown'],
    ['cases / area > 1', { cases: 0n, area: 0n }, 'not-applicable'],
    ['cases / area > 1', { cases: 1n, area: 0n }, 'unsound'],
    ['cases / area > 1', { cases: null, area: 0n }, 'unknown'],
    ['cases / area > 1', { cases: 0n, area: null }, 'unknown'],
    ['cases / area > 0', { cases: 1n, area: null }, 'pass'],
    ['cases / area + mass > 1', { cases: 0n, area: 0n, mass: null }, 'not-applicable'],
    ['mass + cases / area > 1', { cases: 0n, area: 0n, mass: null }, 'not-applicable'],
    ['people / (cases / area) > 1', { cases: 0n, area: 0n }, 'not-applicable'],
    ['people / (cases / area) > 1', { cases: 0n, area: 5n }, 'unsound'],
    ['cases / area > 1 or people > 5', { cases: 0n, area: 0n }, 'pass'],
    ['cases / area > 1 and people > 5', { cases: 0n, area: 0n }, 'pass'],
    ['cases / area > 1 or people > 5000', { cases: 0n, area: 0n }, 'fail'],
    ['not cases / area > 1', { cases: 0n, area: 0n }, 'not-applicable'],
    ['area >= 750', {}, 'pass'],
    ['area >= 750.1', {}, 'fail'],
    ['area == 749.9 + 0.1', {}, 'pass'],
    ['abs(balance) == 2.5', {}, 'pass'],
    ['abs(balance + 5) == 2.5', {}, 'pass'],
    ['min(balance, cases, 3) == -2.5', {}, 'pass'],
    ['max(balance, cases, 3) == 5', {}, 'pass'],
    ['max(cases, 5) == min(cases, 5)', {}, 'pass'],
    ['balance * balance == 6.25', {}, 'pass'],
    ['people == 9007199254740993', { people: 9007199254740993n }, 'pass'],
    ['people == 9007199254740992', { people: 9007199254740993n }, 'fail'],
    ['people * people > 9007199254740992 * 9007199254740994', { people: 9007199254740993n }, 'pass'],
    ['prev(cases) < cases', { [columnName('cases', 1)]: 4n }, 'pass'],
    ['prev(cases) < cases', {}, 'unknown'],
    // 94906267² is odd and just past 2^53: as doubles the products are equal, though every factor is small.
    ['people * cases > prev(people) * prev(cases)', OVER_THE_EDGE, 'pass'],
    ['people * cases > 9007199515875288', OVER_THE_EDGE, 'pass'],
    ['prev(prev(rate)) == 20%', { [columnName('cases', 2)]: 1n, [columnName('people', 2)]: 5n }, 'pass'],
    ['last(2, cases) == 9', { [columnName('cases', 1)]: 4n }, 'pass'],
    ['last(1, cases) == 5', {}, 'pass'],
    ['prev(last(2, cases)) == 7', { [columnName('cases', 1)]: 4n, [columnName('cases', 2)]: 3n }, 'pass'],
    [
      'last(2, cases) / last(2, people) >= 0.5%',
      { [columnName('cases', 1)]: 1n, [columnName('people', 1)]: 200n },
      'pass',
    ],
    ['worst > 4', { area: null }, 'unknown'],
    ['cases < 9 and area > 1', { cases: 9n, area: null }, 'fail'],
    ['cases < 9 or area > 1', { cases: 8n, area: null }, 'pass'],
  ])('%s with %o: %s', (text, numbers, wanted) => {
    expect(state(text, numbers)).toBe(wanted);
  });

  test.each<[string, Row['bytes'], OracleState]>([
    ['planned', {}, 'pass'],
    ['planned', { planned: null }, 'unknown'],
    ['not armed', {}, 'pass'],
    ['route == inter', {}, 'pass'],
    ['route != inter', {}, 'fail'],
    ['route in [none, intra]', {}, 'fail'],
    ['route in [none, intra, inter]', { route: null }, 'unknown'],
    ['route != inter', { route: null }, 'unknown'],
    ['C.1 and not C.2', {}, 'pass'],
    ['mandatory', {}, 'fail'],
  ])('%s with %o: %s', (text, bytes, wanted) => {
    expect(state(text, {}, bytes)).toBe(wanted);
  });
});

describe('at_least', () => {
  const letters: Readonly<Record<string, number>> = { F: 0, U: 1, P: 2, N: NOT_APPLICABLE };
  test.each<[number, string, OracleState]>([
    [3, 'PPPUU', 'pass'],
    [3, 'PPUFF', 'unknown'],
    [3, 'PPFFF', 'fail'],
    [3, 'PUFFF', 'fail'],
    [1, 'N', 'not-applicable'],
    [2, 'NNN', 'not-applicable'],
    [2, 'PNN', 'fail'],
    [2, 'PPN', 'pass'],
    [2, 'UN', 'unknown'],
    [2, 'UFN', 'fail'],
    [300, 'P'.repeat(300), 'pass'],
    [300, `${'P'.repeat(299)}U`, 'unknown'],
    [2, 'F'.repeat(256), 'fail'],
    [2, `${'N'.repeat(256)}P`, 'fail'],
  ])('%s of %s: %s', (count, parts, wanted) => {
    const of = [...parts].map(
      (_, criterion) => ({ kind: 'criterion', criterion, whenNotApplicable: NOT_APPLICABLE }) as const,
    );
    const known = new Map([...parts].map((letter, number) => [number, Uint8Array.of(letters[letter] ?? 1)]));
    const others = [{ kind: 'at_least', count, of } as const];
    const questions = { variables: [], polynomials: [], gates: [], unsoundDivisions: [] };
    const found = runConditions(questions, { known, criteria: [], others }, { rows: 1, columns: new Map() });
    expect(STATES[found.others[0]?.bytes()[0] ?? 1]).toBe(wanted);
  });
});

describe('a whole table', () => {
  test('rows past one run, columns that the data does not have, criteria that refer to criteria', () => {
    const rows = 5000;
    const cases = Array.from({ length: rows }, (_, row) => (row % 7 === 0 ? null : BigInt(row % 11)));
    const people = Array.from({ length: rows }, (_, row) => BigInt(1 + (row % 13)));
    const compiler = createCompiler(compileScope);
    const formulas = [read('rate > 0.5'), read('not C.1 or mass > 1'), read('planned or route == none or C.2')];
    const conditions = formulas.map((formula, number) => ({ number, condition: compiler.condition(formula) }));
    const columns = new Map<string, Column>([
      ['cases', numberColumn(cases, 0)],
      ['people', numberColumn(people, 0)],
    ]);
    const work = { criteria: conditions.slice(0, 2), others: conditions.slice(2).map(({ condition }) => condition) };
    const found = runConditions(compiler.questions(), work, { rows, columns });
    const states = [...found.criteria, ...found.others].map((column) => column.bytes());
    for (let row = 0; row < rows; row += 1) {
      const [c, p] = [cases[row] ?? null, people[row] ?? 1n];
      const one: OracleState = c === null ? 'unknown' : 2n * c > p ? 'pass' : 'fail';
      const two: OracleState = one === 'fail' ? 'pass' : 'unknown';
      expect([row, ...states.map((bytes) => STATES[bytes[row] ?? 1])]).toEqual([row, one, two, two]);
    }
  });
});

describe('questions', () => {
  test.each([
    ['rate >= 0.5%', '200 * cases >= people'],
    ['rate >= 0.5%', 'cases >= 0.005 * people'],
    ['rate >= 0.5%', '0.5% <= rate'],
    ['rate >= 0.5%', 'not rate < 0.5%'],
    ['rate >= 0.5%', 'rate - 0.5% > 0'],
    ['area / cases > 2', 'area - 2 * cases == 0'],
    ['balance >= 5', '10 - 2 * balance > 0'],
    ['(cases + area) * people > 1', 'people * cases + area * people <= 1'],
    ['area * 2 / 2 == mass', 'mass - area < 0'],
  ])('%s and %s are one', (one, other) => {
    const compiler = createCompiler(compileScope);
    compiler.condition(read(one));
    const before = asked(compiler.condition(read(one)));
    expect(asked(compiler.condition(read(other)))).toEqual(before);
    expect(before).toHaveLength(1);
  });

  function asked(condition: unknown): readonly number[] {
    const found: number[] = [];
    JSON.stringify(condition, (key, value: unknown) => {
      if (key === 'question' && typeof value === 'number') found.push(value);
      return key === 'undefinedWhen' ? null : value;
    });
    return [...new Set(found)];
  }

  test('a ratio stays linear where its denominator cannot be negative', () => {
    const compiler = createCompiler(compileScope);
    compiler.condition(read('area / cases >= 50%'));
    for (const polynomial of compiler.questions().polynomials) {
      for (const term of polynomial) expect(term.variables.length).toBeLessThanOrEqual(1);
    }
  });

  test('a division that is always sound asks nothing more', () => {
    const compiler = createCompiler(compileScope);
    expect(compiler.condition(read('cases / people > cases / (people + 1) / 2')).kind).toBe('sign');
    expect(compiler.questions().unsoundDivisions).toEqual([]);
  });

  test('a division is looked at once, however often it stands there', () => {
    const compiler = createCompiler(compileScope);
    for (const bound of ['10%', '20%', '30%']) compiler.condition(read(`area / cases >= ${bound}`));
    expect(compiler.questions().unsoundDivisions).toHaveLength(1);
    compiler.condition(read('cases / area >= 2'));
    expect(compiler.questions().unsoundDivisions).toHaveLength(2);
  });

  test('what a formula multiplies out to stays within the terms that are counted', () => {
    fc.assert(
      fc.property(soundCondition(words), (formula) => {
        fc.pre(compiles(formula));
        const compiler = createCompiler(compileScope);
        compiler.condition(formula);
        for (const polynomial of compiler.questions().polynomials)
          expect(polynomial.length).toBeLessThanOrEqual(20_000);
      }),
      { seed: 20_251, numRuns: 300 },
    );
  });

  test.each([
    ['1 < 2', { kind: 'constant', holds: true }],
    ['cases - cases > 0', { kind: 'constant', holds: false }],
    ['2 * 3 == 6', { kind: 'constant', holds: true }],
    ['max(1, 2) == 2', { kind: 'constant', holds: true }],
    ['-5 > abs(-4)', { kind: 'constant', holds: false }],
  ])('%s needs no data', (text, condition) => {
    expect(createCompiler(compileScope).condition(read(text))).toEqual(condition);
  });

  test.each(['5', 'cases + 1', '-cases', 'max(cases, 1)', 'nobody', 'planned > 1 + (area > 2)', 'C.1 > 1'])(
    'what was not checked is refused: %s',
    (text) => {
      expect(() => createCompiler(compileScope).condition(read(text))).toThrow(RangeError);
    },
  );

  // These are taken for a yes-or-no and a choice: to compile, an indicator is whatever it is asked as.
  test.each(['cases', 'cases in [none]'])('a formula that compiles unchecked has a fault to be found: %s', (text) => {
    expect(() => createCompiler(compileScope).condition(read(text))).not.toThrow();
    expect(checkFormula(read(text), scope, 'condition')).toHaveLength(1);
  });
});

function isFull(row: Row): boolean {
  return ![...Object.values(row.numbers), ...Object.values(row.bytes)].includes(null);
}

function numberIn(column: Column | undefined, row: number): Rational | null {
  return column?.kind === 'number' ? numberAt(column satisfies NumberColumn, row) : null;
}

function fromFraction(value: Fraction | string): Rational | string {
  return typeof value === 'string' ? value : rational(value.s * value.n, value.d);
}
