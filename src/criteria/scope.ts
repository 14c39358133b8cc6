import type { Meaning, Scope } from '../formula/index.ts';
import type { CriteriaSet, Indicator } from './criteria-set.ts';

/** What of a set the names in its formulas can mean. */
export type Named = Pick<CriteriaSet, 'indicators' | 'measures'> & { readonly criteria: ReadonlyMap<string, unknown> };

/**
 * What the names in the formulas of a set mean: its indicators, measures and criteria.
 *
 * @param set The set, or as much of it as names need.
 */
export function scopeOf(set: Named): Scope {
  const choices = [...set.indicators.values()].flatMap((indicator) => [...indicator.values.keys()]);
  return {
    lookup: (name) => meaningOf(name, set),
    names: [...new Set([...set.indicators.keys(), ...set.measures.keys(), ...set.criteria.keys(), ...choices])],
  };
}

function meaningOf(name: string, { indicators, measures, criteria }: Named): Meaning | null {
  const indicator = indicators.get(name);
  if (indicator !== undefined) return { kind: 'indicator', indicator: asOperand(indicator) };
  const measure = measures.get(name);
  if (measure !== undefined) return { kind: 'measure', formula: measure.formula };
  return criteria.has(name) ? { kind: 'criterion' } : null;
}

/** Only the unit of a decimal is a dimension; people and points are both counts. */
function asOperand({ id, type, unit, values }: Indicator): Extract<Meaning, { kind: 'indicator' }>['indicator'] {
  return { id, type, unit: type === 'decimal' ? (unit?.en ?? null) : null, values: [...values.keys()] };
}
