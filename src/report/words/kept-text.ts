import type { Assessments, Program } from '../../assess/index.ts';
import { type Criterion, fullPoints, numberOf } from '../../criteria/index.ts';
import { cellsBehind, keptRows } from '../../explain/index.ts';
import { rememberedOfPair, UNKNOWN } from '../../formula/index.ts';
import type { Lang } from '../../messages/index.ts';

/** A kind of text that is kept in each language. */
export function keptTextsByLanguage(): Readonly<Record<Lang, KeptText>> {
  return { vi: keptTexts(), en: keptTexts() };
}

/** Makes the writer of a text about a criterion, by row, out of one that writes it anew for each row. */
export type KeptText = (
  assessments: Assessments,
  criterion: Criterion,
  write: (row: number) => string,
) => (row: number) => string;

/**
 * Keeps one kind of text about the criteria of a row for rows with the same cells, one table after another. Not of an open
 * criterion, which names the places of missing cells, nor of a group, whose points hang on those of its parts.
 *
 * Each kind of text in each language needs one of its own, and `write` may hang on nothing but the criterion and its cells.
 */
export function keptTexts(): KeptText {
  const keptOf = rememberedOfPair((_program: Program, _criterion: Criterion) => keptRows<string>());
  return (assessments, criterion, write) => {
    const states = assessments.states[numberOf(assessments.program.set.criteria, criterion.id)];
    const { appliesWhen } = criterion;
    const cells = cellsBehind(assessments, [fullPoints(criterion), ...(appliesWhen === null ? [] : [appliesWhen])]);
    if (cells === null || states === undefined || criterion.rule.kind === 'group') return write;
    let kept: ((row: number) => string) | null = null;
    return (row) => {
      if (states[row] === UNKNOWN) return write(row);
      kept ??= keptOf(assessments.program, criterion)({ ...cells, columns: [...cells.columns, states] }, write);
      return kept(row);
    };
  };
}
