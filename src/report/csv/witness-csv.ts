import type { CriteriaSet } from '../../criteria/index.ts';
import { type Lang, messagesIn } from '../../messages/index.ts';
import { type Witness, witnessRows } from '../../prove/index.ts';
import { csvText } from './csv-cells.ts';

/**
 * A witness as a data file: one row, with rows of earlier periods before it where they are asked for.
 *
 * @param sets The two sets that it was found for, the earlier first.
 * @example writeWitnessCsv(witness, [base, revision], 'en') // 'code,name,period,residents\n00001,…,2025,1000\n'
 */
export function writeWitnessCsv(witness: Witness, sets: readonly CriteriaSet[], lang: Lang): string {
  const { header, rows } = witnessRows(witness, sets, messagesIn(lang).diff.proofs.exampleUnit);
  return csvText([header, ...rows], false);
}
