import { refusal, type Result } from '../messages/index.ts';
import { rowsByPeriod, selectUnits, VERDICTS } from '../rank/index.ts';
import type { Scored } from '../report/index.ts';
import { type Options, unknownValue } from './options.ts';

/**
 * Leaves out the units that `--only` and `--top` do not ask for; totals stay those of all units.
 *
 * @param isRanked Whether units stand in the order of places, else in that of the data.
 */
export function withSelection(scored: Scored, { only, top }: Options, isRanked: boolean): Result<Scored> {
  const { assessments, groups, ranking } = scored;
  const order = groups ?? scored;
  const chosen = scored.rows === undefined ? null : new Set(scored.rows);
  const isChosen = (row: number): boolean => chosen === null || chosen.has(row);
  const ranked = isRanked ? { ...scored, rows: order.ranking.order.filter(isChosen) } : scored;
  if (only.length === 0 && top === null) return { ok: true, value: ranked, issues: [] };
  const classes = [...assessments.program.set.classes.keys()];
  const known = [...VERDICTS, ...classes];
  const unknown = only.find((word) => !known.includes(word));
  if (unknown !== undefined) return refusal([unknownValue('--only', unknown, known)]);
  const parts = groups === undefined ? rowsByPeriod(assessments.dataset.units) : groups.groups.map(({ rows }) => rows);
  const among = parts.map((rows) => rows.filter(isChosen));
  const selected = selectUnits(assessments, order.ranking, among, { only, top });
  const rows = isRanked ? selected : selected.toSorted((a, b) => a - b);
  const selection = { only, top, of: chosen?.size ?? ranking.order.length };
  return { ok: true, value: { ...scored, rows, selection }, issues: [] };
}
