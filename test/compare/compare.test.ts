import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Assessments, compile } from '../../src/assess/index.ts';
import {
  compareAssessments,
  type Matrix,
  type SideBySide,
  type SideUnit,
  type Slot,
  slotOf,
  type UnitPair,
} from '../../src/compare/index.ts';
import { type CriteriaSet, parseSource, resolveReadings } from '../../src/criteria/index.ts';
import { readCsv, rowsOfPeriod } from '../../src/data/index.ts';
import { rank } from '../../src/rank/index.ts';
import { randomCommune, seededRandom, toCsv } from '../oracle/communes.ts';

const SEED = 2_803;

function setIn(
  file: string,
  readings: Readonly<Record<string, string>> = {},
  change = (text: string) => text,
): CriteriaSet {
  const text = readFileSync(file, 'utf8');
  const source = parseSource(change(text), file);
  const set = source.ok ? resolveReadings(source.value, readings) : source;
  if (!set.ok) throw new Error(JSON.stringify(set.issues, null, 1));
  return set.value;
}

/** The text with one part exchanged, which must be there. */
function exchanged(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`the criteria do not hold ${from}`);
  return text.replace(from, () => to);
}

function assessed(set: CriteriaSet, text: string): Assessments {
  return compile(set).assess(readCsv({ name: 'data.csv', text }, set));
}

const slotName = (slot: Slot): string => (slot.kind === 'class' ? slot.id : slot.kind);

const cell = ({ rows, columns, counts }: Matrix, from: string, to: string): number | undefined =>
  counts[rows.findIndex((slot) => slotName(slot) === from)]?.[columns.findIndex((slot) => slotName(slot) === to)];

const pairOf = ({ pairs }: SideBySide, code: string): UnitPair => {
  const found = pairs.find((pair) => pair.code === code);
  if (found === undefined) throw new Error(`there is no unit ${code}`);
  return found;
};

describe('Nghệ An, 2021 and 2022', () => {
  const set = setIn('criteria/nghe-an-clean-2022.yaml');
  const both = assessed(set, readFileSync('fixtures/nghe-an-2021-2022.csv', 'utf8'));
  const rows = (period: string) => ({ rows: rowsOfPeriod(both.dataset, period), ranking: rank(both) });
  const found = compareAssessments(both, both, { before: rows('2021'), after: rows('2022') });

  it('tells the published figures: 35 newly clean, 48 from key to not key', () => {
    expect(found.verdicts['newly-certified']).toBe(35);
    expect(cell(found.matrix, 'key', 'not_key')).toBe(48);
    expect(found.matrix.total).toBe(460);
    expect(found.sameCriteria).toBe(true);
    expect([found.before.period, found.after.period]).toEqual(['2021', '2022']);
  });

  it('names the criterion and the figures that moved a unit', () => {
    const clean = found.moved.filter(({ verdict }) => verdict === 'newly-certified');
    for (const pair of clean) {
      const deciding = found.decidingChange(pair).criteria.filter(({ decides }) => decides);
      expect(deciding.length).toBeGreaterThan(0);
      for (const { before, after, figures, ruleChanged } of deciding) {
        expect([before?.state, after?.state, ruleChanged]).toEqual(['fail', 'pass', false]);
        expect(figures.length).toBeGreaterThan(0);
      }
    }
  });
});

/** The columns of a commune of Nghệ An. */
const HEADER =
  'code,name,key_status,hot_spots,complex_points,retail_points,sellers,filed_addicts,addicts_compulsory,addicts_community,addicts_away,addicts_struck_off,treatment_files,filed_users,border';
const NGHE_AN = setIn('criteria/nghe-an-clean-2022.yaml');

describe('the deciding change', () => {
  const commune = (figures: string): Assessments => assessed(NGHE_AN, `${HEADER}\n01,Xã A,${figures},no\n`);

  it('leaves out criteria and figures that are the same', () => {
    const change = compareAssessments(commune('none,0,0,1,0,0,0,0,0,0,0,0'), commune('none,0,0,0,0,0,0,0,0,0,0,5'));
    expect(change.decidingChange(pairOf(change, '01'))).toEqual({
      criteria: [
        {
          id: 'C.1',
          was: null,
          before: { state: 'fail', points: null, settledBy: null },
          after: { state: 'pass', points: null, settledBy: null },
          decides: true,
          ruleChanged: false,
          figures: [
            {
              indicator: 'retail_points',
              periodsAgo: 0,
              before: { kind: 'number', value: { num: 1n, den: 1n } },
              after: { kind: 'number', value: { num: 0n, den: 1n } },
              usedBefore: true,
            },
          ],
        },
      ],
      classRules: [],
      recorded: null,
    });
  });

  it('is a figure that is there now and was missing', () => {
    const change = compareAssessments(commune('none,0,0,0,,0,0,0,0,0,0,0'), commune('none,0,0,0,0,0,0,0,0,0,0,0'));
    expect(change.verdicts.open).toBe(1);
    const [criterion] = change.decidingChange(pairOf(change, '01')).criteria;
    expect(criterion).toMatchObject({
      id: 'C.1',
      before: { state: 'unknown' },
      after: { state: 'pass' },
      figures: [{ indicator: 'sellers', before: null }],
    });
  });

  it.each([
    ['Huyện Hòa An', 'Huyện Hoà An', ['kept']],
    ['Huyện Hòa An', 'HUYỆN HÒA AN'.normalize('NFD'), ['kept']],
    ['Huyện Hòa An', 'Huyện Hoa An', ['appeared', 'vanished']],
  ])('of a unit whose name is its code: %s and %s', (before, after, verdicts) => {
    const { program, dataset } = commune('none,0,0,0,0,0,0,0,0,0,0,0');
    const unit = (name: string): Assessments =>
      compile(program.set).assess({ ...dataset, units: { ...dataset.units, code: [name], name: [name] } });
    const { pairs } = compareAssessments(unit(before), unit(after));
    expect(pairs.map(({ verdict }) => verdict)).toEqual(verdicts);
  });

  it('of units on one side only is nothing', () => {
    const change = compareAssessments(
      commune('none,0,0,0,0,0,0,0,0,0,0,0'),
      assessed(NGHE_AN, `${HEADER}\n02,Xã B,none,0,0,0,0,0,0,0,0,0,0,0,no\n`),
    );
    expect(change.pairs.map(({ code, verdict }) => [code, verdict])).toEqual([
      ['02', 'appeared'],
      ['01', 'vanished'],
    ]);
    expect(change.pairs.map(change.decidingChange)).toEqual([
      { criteria: [], classRules: [], recorded: null },
      { criteria: [], classRules: [], recorded: null },
    ]);
    expect([cell(change.matrix, 'clean', 'absent'), cell(change.matrix, 'absent', 'clean')]).toEqual([1, 1]);
  });

  it('is the criterion whose rule changed, when no figure did', () => {
    const later = setIn('criteria/nghe-an-clean-2022.yaml', {}, (text) =>
      exchanged(text, 'formula: hot_spots + complex_points', 'formula: 0 * hot_spots + complex_points'),
    );
    const data = `${HEADER}\n01,Xã A,none,1,0,0,0,0,0,0,0,0,0,0,no\n`;
    const change = compareAssessments(assessed(NGHE_AN, data), assessed(later, data));
    expect(change.sameCriteria).toBe(false);
    const { criteria } = change.decidingChange(pairOf(change, '01'));
    expect(criteria.map(({ id, ruleChanged, figures }) => ({ id, ruleChanged, figures }))).toEqual([
      { id: 'C.1', ruleChanged: true, figures: [] },
    ]);
  });

  it('does not take a rule that is only written otherwise for another', () => {
    const later = setIn('criteria/nghe-an-clean-2022.yaml', {}, (text) =>
      exchanged(text, 'hot_spots + complex_points + retail_points', 'retail_points + hot_spots + complex_points'),
    );
    const change = compareAssessments(
      commune('none,1,0,0,0,0,0,0,0,0,0,0'),
      assessed(later, `${HEADER}\n01,Xã A,none,0,0,0,0,0,0,0,0,0,0,0,no\n`),
    );
    expect(change.decidingChange(pairOf(change, '01')).criteria).toMatchObject([{ id: 'C.1', ruleChanged: false }]);
  });

  it('follows criteria that have new ids', () => {
    const later = setIn('criteria/nghe-an-clean-2022.yaml', {}, (text) =>
      text.replaceAll('C.1', 'D.1').replace('\n  D.1:\n', '\n  D.1:\n    was: C.1\n'),
    );
    const change = compareAssessments(
      commune('none,1,0,0,0,0,0,0,0,0,0,0'),
      assessed(later, `${HEADER}\n01,Xã A,none,0,0,0,0,0,0,0,0,0,0,0,no\n`),
    );
    expect(change.decidingChange(pairOf(change, '01'))).toMatchObject({
      criteria: [{ id: 'D.1', was: 'C.1', decides: true, ruleChanged: false }],
      classRules: [],
    });
  });
});

describe('a code that was given to another unit', () => {
  const named = (name: string): Assessments =>
    assessed(NGHE_AN, `${HEADER}\n30292,${name},none,0,0,0,0,0,0,0,0,0,0,0,no\n`);
  const kinds = (before: string, after: string): readonly (readonly [string | null, string])[] =>
    compareAssessments(named(before), named(after)).pairs.map(({ name, verdict }) => [name, verdict]);

  it('is no pair: the one unit is gone, the other is new', () => {
    expect(kinds('Phường Bình Khánh', 'Phường Bình Đức')).toEqual([
      ['Phường Bình Đức', 'appeared'],
      ['Phường Bình Khánh', 'vanished'],
    ]);
  });

  it.each([
    ['Xã Bình Đức', 'Phường Bình Đức'],
    ['', 'Phường Bình Đức'],
  ])('may be one unit where its names do not tell: %j, %j', (before, after) => {
    expect(kinds(before, after)).toEqual([[after, 'kept']]);
  });
});

describe('units given twice', () => {
  const set = setIn('criteria/nghe-an-clean-2022.yaml');
  const both = assessed(set, readFileSync('fixtures/nghe-an-2021-2022.csv', 'utf8'));

  it('are refused when paired by code, and stand beside themselves when paired by period too', () => {
    expect(() => compareAssessments(both, both)).toThrow(RangeError);
    const found = compareAssessments(both, both, { pairBy: 'code-and-period' });
    expect([found.pairs.length, found.moved.length]).toEqual([both.dataset.rows, 0]);
  });
});

describe('two random assessments', () => {
  const strict = setIn('criteria/vn-drug-free-2025.yaml');
  const cumulative = setIn('criteria/vn-drug-free-2025.yaml', { bands: 'cumulative' });

  /** Communes of which some cells are blank and some rows are not there. */
  function communes(seed: number, missing: number): string {
    const random = seededRandom(BigInt(seed));
    const [header = '', ...lines] = toCsv(Array.from({ length: 16 }, () => randomCommune(random)))
      .trim()
      .split('\n');
    const kept = lines
      .filter(() => random(6n) > 0n)
      .map((line) =>
        line
          .split(',')
          .map((text, field) => (field > 1 && random(100n) < BigInt(missing) ? '' : text))
          .join(','),
      );
    return [header, ...kept, ''].join('\n');
  }

  const sides = fc.record({
    before: fc.nat(10_000),
    after: fc.nat(10_000),
    missing: fc.constantFrom(0, 2, 5),
    other: fc.boolean(),
  });

  it('put every unit into exactly one cell, and swapped give the mirror image', () => {
    fc.assert(
      fc.property(sides, ({ before, after, missing, other }) => {
        const one = assessed(strict, communes(before, missing));
        const two = assessed(other ? cumulative : strict, communes(after, missing));
        const there = compareAssessments(one, two);
        const back = compareAssessments(two, one);
        const { matrix, pairs, verdicts, moved } = there;
        const sum = (list: readonly number[]): number => list.reduce((all, count) => all + count, 0);
        const units = new Set([...one.dataset.units.code, ...two.dataset.units.code]).size;
        expect(pairs.length).toBe(units);
        expect([matrix.total, sum(matrix.rowTotals), sum(matrix.columnTotals), sum(matrix.counts.flat())]).toEqual(
          Array.from({ length: 4 }, () => units),
        );
        expect(sum(Object.values(verdicts))).toBe(units);
        for (const slot of matrix.rows) {
          const own = pairs.filter((pair) => slotName(slotOf(pair.before)) === slotName(slot)).length;
          expect(matrix.rowTotals[matrix.rows.indexOf(slot)]).toBe(own);
        }

        expect(back.matrix.counts).toEqual(matrix.columns.map((_, column) => matrix.counts.map((row) => row[column])));
        expect([back.verdicts['newly-certified'], back.verdicts.lost, back.verdicts.appeared]).toEqual([
          verdicts.lost,
          verdicts['newly-certified'],
          verdicts.vanished,
        ]);
        for (const pair of moved) {
          const { criteria, classRules } = there.decidingChange(pair);
          const mirrored = back.decidingChange(pairOf(back, pair.code));
          expect(classRules).toEqual([]);
          expect(criteria.map(({ id, before: old, after: now, decides }) => ({ id, old, now, decides }))).toEqual(
            mirrored.criteria.map(({ id, before: now, after: old, decides }) => ({ id, old, now, decides })),
          );
          expect(criteria.some(({ decides }) => decides)).toBe(true);
          expect(criteria.every(({ before: old, after: now }) => old?.state !== now?.state)).toBe(true);
          expect(pairOf(back, pair.code).direction).toBe(
            pair.direction === null ? null : pair.direction === 'better' ? 'worse' : 'better',
          );
        }
      }),
      { seed: SEED, numRuns: 25 },
    );
  });

  it('move where they are open and the classes they can be in are others', () => {
    fc.assert(
      fc.property(sides, ({ before, after, missing }) => {
        const [one, two] = [
          assessed(strict, communes(before, missing)),
          assessed(cumulative, communes(after, missing)),
        ];
        const setOf = (unit: SideUnit | null): string => (unit?.candidates ?? []).toSorted().join(' ');
        for (const { before: old, after: now, moved } of compareAssessments(one, two).pairs) {
          if (old === null || now === null) continue;
          expect(moved).toBe(setOf(old) !== setOf(now) || old.class !== now.class || old.certified !== now.certified);
        }
      }),
      { seed: SEED, numRuns: 25 },
    );
  });

  it('held against themselves show no change', () => {
    fc.assert(
      fc.property(fc.nat(10_000), (seed) => {
        const one = assessed(strict, communes(seed, 5));
        const { moved, sameCriteria, pairs, decidingChange } = compareAssessments(one, one);
        expect([moved, sameCriteria]).toEqual([[], true]);
        expect(pairs.flatMap((pair) => decidingChange(pair).criteria)).toEqual([]);
      }),
      { seed: SEED, numRuns: 20 },
    );
  });

  it('under other readings name as changed only the criteria that the reading changes', () => {
    const touched = cumulative.overridden.flatMap(({ path }) => /^criteria\.(.+?)\.test/u.exec(path)?.[1] ?? []);
    expect(touched.length).toBeGreaterThan(0);
    const text = communes(7, 0);
    const { moved, decidingChange } = compareAssessments(assessed(strict, text), assessed(cumulative, text));
    expect(moved.length).toBeGreaterThan(0);
    for (const pair of moved) {
      for (const { id, ruleChanged, figures } of decidingChange(pair).criteria) {
        expect(ruleChanged).toBe(touched.includes(id));
        expect(figures).toEqual([]);
      }
    }
  });
});
