import type { CriteriaSet } from '../criteria/index.ts';
import { type Dataset, suppose, type Supposition } from '../data/index.ts';
import { hasError, type Issue, issue, refusal, type Result } from '../messages/index.ts';
import type { LoadedCriteria } from '../node/index.ts';
import { findUnit } from './unit-in-data.ts';
import type { Request } from './request.ts';
import { setOfData, type Understood } from './understand.ts';

/** `use_points=0`, `40345:filed_users-=2`. */
const WRITTEN = /^(?:([^=:]+):)?\s*([^\s=:+-]+)\s*(=|\+=|-=)\s*(\S.*)$/su;

/**
 * The data as `--set` supposes them.
 *
 * @param chosen The assessed rows that `--where` chose; `null` is all.
 * @returns `null` without `--set`.
 */
export function supposedFigures(
  { options: { set: typed, period } }: Request,
  { loaded, dataset, rows }: Understood,
  chosen: readonly number[] | null,
): Result<Dataset | null> {
  if (typed.length === 0) return { ok: true, value: null, issues: [] };
  const changed = chosen === null || rows === null ? (chosen ?? rows) : chosen.flatMap((row) => rows[row] ?? []);
  const open = { ofPeriod: rows, changed, period };
  const set = setOfData(loaded);
  const above = typed.flatMap((text) => rolledUp(text, loaded, set) ?? []);
  return above.length > 0 ? refusal(above) : supposeTyped(typed, dataset, set, open);
}

/** A figure of the units above is worked out from those of the data, which can be supposed instead. */
function rolledUp(text: string, { set, lower }: LoadedCriteria, below: CriteriaSet): Issue | null {
  const id = WRITTEN.exec(text.trim())?.[2] ?? '';
  const indicator = set.indicators.get(id);
  if (lower === null || below.indicators.has(id)) return null;
  if (indicator === undefined) return rolledUp(text, lower, below);
  return issue('what-if/rolled-up', { label: indicator.label, below: below.id }, { received: id });
}

/** The rows that may be changed; `null` is all. */
interface OpenRows {
  /** Those of the period that is assessed. */
  readonly ofPeriod: readonly number[] | null;
  /** Those of them that `--where` chose. */
  readonly changed: readonly number[] | null;
  readonly period: string | null;
}

function supposeTyped(typed: readonly string[], dataset: Dataset, set: CriteriaSet, open: OpenRows): Result<Dataset> {
  const issues: Issue[] = [];
  const suppositions = typed.flatMap((text) => {
    const read = supposition(text, dataset, open);
    if ('code' in read) issues.push(read);
    return 'code' in read ? [] : [read];
  });
  if (hasError(issues)) return refusal(issues);
  return suppose(dataset, set, suppositions);
}

function supposition(text: string, dataset: Dataset, open: OpenRows): Supposition | Issue {
  const [, unit, indicator, operator, value] = WRITTEN.exec(text.trim()) ?? [];
  if (indicator === undefined || value === undefined || !isOperator(operator))
    return issue('usage/not-a-supposition', {}, { received: text });
  const rest = { indicator, operator, value: value.trim() };
  const { changed } = open;
  if (unit === undefined) return changed === null ? rest : { ...rest, rows: changed };
  const found = findUnit(dataset, unit);
  if (!found.ok) return found.issue;
  const own = among(found.rows, changed);
  return own.length === 0 ? leftOut(dataset, found.rows, unit, open) : { ...rest, rows: own };
}

function among(rows: readonly number[], some: readonly number[] | null): readonly number[] {
  return some === null ? rows : rows.filter((row) => some.includes(row));
}

/** Why a unit of the data is not changed: it has no row of the period, or `--where` did not choose it. */
function leftOut({ units }: Dataset, rows: readonly number[], asked: string, { ofPeriod, period }: OpenRows): Issue {
  const [row = -1] = rows;
  const unit = { code: units.code[row] ?? '', name: units.name[row] ?? null };
  const isOfPeriod = among(rows, ofPeriod).length > 0;
  return issue('usage/unit-left-out', { unit, period: isOfPeriod ? null : period }, { received: asked });
}

function isOperator(text: string | undefined): text is Supposition['operator'] {
  return text === '=' || text === '+=' || text === '-=';
}
