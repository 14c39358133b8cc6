import { besideReader, pairsByRow, type StandingResult } from '../results/comparison-result.ts';
import { moveTexts } from '../words/comparison-texts.ts';
import { whatIfTexts } from '../words/head-texts.ts';
import { scoreSpan, span, textCell } from './csv-cells.ts';
import type { Scored } from '../scored.ts';
import type { Style } from '../style.ts';

/** A further column of a CSV result. */
interface CsvColumn {
  readonly title: string;
  readonly cell: (row: number) => string;
}

/**
 * The columns of what a result is held against: where each unit stood before, what became of it and why; under which other
 * readings it would be in another class; and, where it is a what-if, that nobody is certified by it.
 */
export function besideColumns(
  scored: Scored,
  { lang, excel }: Pick<Style, 'lang'> & { readonly excel: boolean },
): readonly CsvColumn[] {
  const { compared, otherReadings } = scored;
  const read = besideReader(scored);
  const reasonOf = reasonReader(scored, lang);
  const before = (row: number): StandingResult | null => read(row).before ?? null;
  const whatIf = whatIfTexts(scored, lang);
  const columns: readonly CsvColumn[] = [
    { title: 'class_before', cell: (row) => before(row)?.class ?? '' },
    { title: 'certified_before', cell: (row) => String(before(row)?.certified ?? '') },
    { title: 'score_before', cell: (row) => scoreSpan(before(row)?.score ?? null, excel) },
    {
      title: 'rank_before',
      cell: (row) => {
        const rank = before(row)?.rank ?? null;
        return rank === null ? '' : span(String(rank.from), String(rank.to));
      },
    },
    { title: 'change', cell: (row) => read(row).change?.verdict ?? '' },
    { title: 'change_reason', cell: (row) => textCell(reasonOf(row)) },
  ];
  return [
    ...(compared === undefined ? [] : columns),
    ...(otherReadings === undefined
      ? []
      : [{ title: 'other_readings', cell: (row: number) => readingsCell(read(row)) }]),
    ...(whatIf.length > 0 ? [{ title: 'what_if', cell: () => textCell(whatIf.join(' ')) }] : []),
  ];
}

/** Why each unit moved; of one that did not, nothing. */
function reasonReader({ assessments, compared }: Scored, lang: Style['lang']): (row: number) => string {
  if (compared === undefined) return () => '';
  const { sides } = compared;
  const pairs = pairsByRow(sides);
  const wording = { set: assessments.program.set, lang, rulesDiffer: !sides.sameCriteria };
  return (row) => {
    const pair = pairs.get(row);
    if (pair?.moved !== true) return '';
    const { change, reasons } = moveTexts(pair, sides, wording);
    return [change, ...reasons].join('; ');
  };
}

/** `zero=literal key_3 | bands=cumulative+zero=literal key_3`: the class under each reading that moves the unit. */
function readingsCell({ underReadings = [] }: ReturnType<ReturnType<typeof besideReader>>): string {
  return underReadings
    .map(({ readings, class: own, candidates }) => {
      const chosen = Object.entries(readings).map(([reading, option]) => `${reading}=${option}`);
      return `${chosen.join('+')} ${own ?? candidates.join('/')}`;
    })
    .join(' | ');
}
