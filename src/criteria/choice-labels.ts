import { type Issue, issue, type Position } from '../messages/index.ts';
import type { Indicator } from './criteria-set.ts';

/** The faults of formulas that a label in place of an id leads to. */
const OF_LABELS: ReadonlySet<Issue['code']> = new Set([
  'formula/unexpected-token',
  'formula/unknown-choice',
  'formula/quoted',
]);

/** Faults of formulas; one that stands in the label of a choice, as in `key_route == Liên tỉnh`, tells its id instead. */
export function withChoiceIds(issues: readonly Issue[], indicators: ReadonlyMap<string, Indicator>): readonly Issue[] {
  const values = [...indicators.values()].flatMap((indicator) => [...indicator.values]);
  const labels = values.flatMap(([id, { vi, en }]) => [vi, en].map((label) => ({ id, label })));
  return issues.map((found) => {
    const { code, position, path } = found;
    const meant = OF_LABELS.has(code) ? labels.find(({ label }) => startOf(label, position) !== null) : undefined;
    const start = meant === undefined ? null : startOf(meant.label, position);
    if (meant === undefined || position === null || start === null) return found;
    const place = { ...position, column: start + 1 };
    return issue('formula/choice-label', meant, { position: place, path, received: meant.label });
  });
}

/** Where the label begins in its line that stands around the place or behind a quote at it. */
function startOf(label: string, position: Position | null): number | null {
  const at = (position?.column ?? 0) - 1;
  const start = position?.text?.lastIndexOf(label, at + 1) ?? -1;
  return start === -1 || label === '' || start + label.length <= at ? null : start;
}
