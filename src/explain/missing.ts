import { type Assessments, indicatorsIn, type Program } from '../assess/index.ts';
import { type CriteriaSet, rollupFormulas, rollupOf, rollupScope } from '../criteria/index.ts';
import { type Dataset, type Gap, isMissing, requireRow } from '../data/index.ts';
import { figuresIn, MISSING, rememberedOf } from '../formula/index.ts';
import { type NamedUnit, type Position, requireAssessments, type Text } from '../messages/index.ts';

/** A cell that the criteria need and the data lacks. */
export interface MissingCell {
  readonly indicator: string;
  /** How many periods earlier than the unit's own. */
  readonly periodsAgo: number;
  /** Where the figure should stand. */
  readonly position: Position;
  /** The office that owes it; of a figure that is rolled up, one that owes figures below. */
  readonly provider: Text | null;
  /** Of a figure that is rolled up, the units of the registry below that have no row at all; absent where there are none. */
  readonly units?: readonly NamedUnit[];
  /** Of a figure that is made of those of other units, all the cells that leave it open, the one at `position` first. */
  readonly cells?: readonly Gap[];
}

/** Whether nothing is lacking of a figure: those it is made of are there, and yet do not settle it. */
export function isUnsettled({ cells = [], units = [] }: Pick<MissingCell, 'cells' | 'units'>): boolean {
  return cells.length > 0 && units.length === 0 && cells.every(({ because }) => because !== undefined);
}

/**
 * The missing cells of a unit among the indicators that its classes, criteria, points and rank ask about, of earlier periods
 * last.
 *
 * @returns For each row, in the order of the set's indicators.
 * @throws {RangeError} When asked for a row that is not there.
 * @example missingCells(assessments)(0) // []
 */
export function missingCells(assessments: Assessments): (row: number) => readonly MissingCell[] {
  requireAssessments(assessments);
  const { program, dataset } = assessments;
  const needed = neededBy(program);
  // Most columns lack nothing.
  const lacks = (column: string): boolean => hasGaps(assessments, column);
  const ids = [...program.set.indicators.keys()].filter((id) => needed.has(id) && lacks(id));
  const earlier = program.questions.variables.filter(
    ({ periodsAgo, indicator, column }) => periodsAgo > 0 && needed.has(indicator.id) && lacks(column),
  );
  const offices = new Map([...needed].map((id) => [id, officeOf(id, [program.set, ...(dataset.below ?? [])])]));
  const cellAt = (row: number, indicator: string, periodsAgo: number, column: string): MissingCell => {
    const cells = dataset.gapsOf?.(row, column) ?? [];
    return {
      indicator,
      periodsAgo,
      position: dataset.positionOf(row, column),
      provider: offices.get(indicator) ?? null,
      ...(cells.length === 0 ? {} : { cells }),
    };
  };
  const ownCells = (row: number): readonly MissingCell[] => {
    const own = ids.filter((id) => isMissing(dataset, id, row)).map((id) => cellAt(row, id, 0, id));
    const units = own.length === 0 ? [] : absentBelow(dataset, row);
    return units.length === 0 ? own : own.map((cell) => ({ ...cell, units }));
  };
  const cellsOf = (row: number): readonly MissingCell[] => [
    ...ownCells(row),
    ...earlier
      .filter(({ column }) => isMissing(dataset, column, row))
      .map(({ indicator, periodsAgo, column }) => cellAt(row, indicator.id, periodsAgo, column)),
  ];
  return (row) => {
    requireRow(dataset, row);
    return cellsOf(row);
  };
}

/** The indicators that criteria, classes and the keys of the rank ask about, whatever the table. */
const neededBy = rememberedOf((program: Program): ReadonlySet<string> => {
  const { set, scope } = program;
  const ranked = set.rank.flatMap((key) =>
    key.by === 'measure' || key.by === 'indicator'
      ? figuresIn({ kind: 'name', name: key.id, at: { file: '' } }, scope).map(({ indicator }) => indicator)
      : [],
  );
  const asked = [...program.criteria, ...program.classes].flatMap((condition) => indicatorsIn(program, condition));
  return new Set([...asked, ...ranked]);
});

/** The units at whatever level below a unit that a registry has and the data lack. */
function absentBelow({ members }: Dataset, row: number): readonly NamedUnit[] {
  if (members === undefined) return [];
  const { dataset, given, rows } = members;
  const { code, name } = dataset.units;
  return (rows[row] ?? []).flatMap((own) =>
    own < given ? absentBelow(dataset, own) : [{ code: code[own] ?? '', name: name[own] ?? null }],
  );
}

function hasGaps({ dataset }: Assessments, name: string): boolean {
  const column = dataset.columns.get(name);
  if (column === undefined) return true;
  return column.kind === 'number' ? column.values.includes(Number.NaN) : column.values.includes(MISSING);
}

/** The office that owes a figure, which the sets below name where the figure is rolled up. */
function officeOf(id: string, [set, ...below]: readonly CriteriaSet[]): Text | null {
  const indicator = set?.indicators.get(id);
  const [lower] = below;
  if (indicator === undefined || indicator.provider !== null || lower === undefined) return indicator?.provider ?? null;
  const rollup = rollupOf(indicator);
  const formulas = rollup === null ? [] : rollupFormulas(rollup);
  const behind = formulas.flatMap((formula) => figuresIn(formula, rollupScope(lower)));
  return behind.map(({ indicator: own }) => officeOf(own, below)).find((office) => office !== null) ?? null;
}
