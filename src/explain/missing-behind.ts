import { type Assessments, earlierInWhere, indicatorsIn } from '../assess/index.ts';
import { numberOf, scopeOf } from '../criteria/index.ts';
import { isMissing, withHistory } from '../data/index.ts';
import { columnName, type Formula, figuresIn } from '../formula/index.ts';
import type { MissingCell } from './missing.ts';

type Figure = Pick<MissingCell, 'indicator' | 'periodsAgo'>;

/**
 * The figures that a condition on units hangs on, those of the criteria it names among them, and that at least one of some
 * rows lacks.
 *
 * @param formula A condition that `readWhere` found sound for the same set.
 */
export function missingBehind(assessments: Assessments, formula: Formula, rows: readonly number[]): readonly Figure[] {
  const { program } = assessments;
  const { set } = program;
  const dataset = withHistory(assessments.dataset, earlierInWhere(set, formula));
  const figures = new Map<string, Figure>();
  const ask = (figure: Figure): void => {
    if (set.indicators.has(figure.indicator)) figures.set(columnName(figure.indicator, figure.periodsAgo), figure);
  };
  for (const asked of figuresIn(formula, scopeOf(set))) {
    ask(asked);
    const criterion = program.criteria[numberOf(set.criteria, asked.indicator)];
    for (const indicator of indicatorsIn(program, criterion)) ask({ indicator, periodsAgo: 0 });
  }
  return [...figures].flatMap(([column, figure]) =>
    rows.some((row) => isMissing(dataset, column, row)) ? [figure] : [],
  );
}
