import type { Lang } from '../../messages/index.ts';
import type { Scored } from '../scored.ts';
import { furtherSheets } from './sheet-further.ts';
import { missingSheet } from './sheet-missing.ts';
import { provenanceSheet } from './sheet-provenance.ts';
import { reasonsSheet } from './sheet-reasons.ts';
import { summarySheet } from './sheet-summary.ts';
import { matrixSheet, rankingSheet, type SheetSource } from './sheet-units.ts';
import { nearSheets, waysSheet } from './sheet-ways.ts';
import { unitTexts } from '../words/unit-texts.ts';

/**
 * A result as an Excel workbook: summary, ranking, criteria matrix, reasons, ways to pass, missing figures, provenance.
 *
 * @returns The bytes of the workbook; the same for the same result.
 */
export async function writeResultWorkbook(scored: Scored, lang: Lang): Promise<Uint8Array> {
  const { writeWorkbook } = await import('./workbook.ts');
  const { assessments, ranking } = scored;
  const rows = scored.rows ?? ranking.order;
  const source: SheetSource = { scored, rows, texts: unitTexts(assessments, ranking, lang), lang };
  return writeWorkbook([
    summarySheet(source),
    rankingSheet(source),
    ...furtherSheets(source),
    matrixSheet(source),
    reasonsSheet(source),
    waysSheet(source),
    ...nearSheets(source),
    missingSheet(source),
    provenanceSheet(source),
  ]);
}
