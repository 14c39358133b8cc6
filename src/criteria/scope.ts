import { FAIL, type Formula, type Meaning, NOT_APPLICABLE, PASS, type Scope, type State } from '../formula/index.ts';
import type { CriteriaSet, Criterion, Indicator } from './criteria-set.ts';
import { rollupOf, shareColumns } from './rollup-formula.ts';

/** What of a set the names in its formulas can mean. */
export type Named = Pick<CriteriaSet, 'indicators' | 'measures' | 'criteria'>;

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

/** The same for the conditions of classes, which may also ask for points and for all mandatory criteria. */
export function classScopeOf(set: Named): Scope {
  const scope = scopeOf(set);
  const criteria = [...set.criteria.values()].filter(({ mandatory }) => mandatory).map(({ id }) => id);
  return {
    names: [...scope.names, 'mandatory', 'score'],
    lookup: (name) => {
      if (name === 'mandatory') return { kind: 'mandatory', criteria };
      return name === 'score' ? { kind: 'score' } : scope.lookup(name);
    },
  };
}

const COUNTS_AS = { pass: PASS, fail: FAIL, exclude: NOT_APPLICABLE } as const satisfies Record<
  Criterion['notApplicable'],
  State
>;

/** What a criterion counts as where it does not apply. */
export function countsAs({ notApplicable }: Criterion): State {
  return COUNTS_AS[notApplicable];
}

function meaningOf(name: string, { indicators, measures, criteria }: Named): Meaning | null {
  const indicator = indicators.get(name);
  if (indicator !== undefined) return shareOf(indicator) ?? { kind: 'indicator', indicator: asOperand(indicator) };
  const [share = ''] = name.split('#');
  if (indicators.has(share)) {
    return { kind: 'indicator', indicator: { id: name, type: 'count', unit: null, values: [] } };
  }
  const measure = measures.get(name);
  if (measure !== undefined) return { kind: 'measure', formula: measure.formula };
  const criterion = criteria.get(name);
  return criterion === undefined ? null : { kind: 'criterion', whenNotApplicable: countsAs(criterion) };
}

/** A share of the units below is a quotient of two counts. */
function shareOf(indicator: Indicator): Meaning | null {
  if (rollupOf(indicator)?.function !== 'share') return null;
  const { count, units } = shareColumns(indicator.id);
  const column = (name: string): Formula => ({ kind: 'name', name, at: indicator.at });
  const formula: Formula = {
    kind: 'arithmetic',
    operator: '/',
    left: column(count),
    right: column(units),
    at: indicator.at,
  };
  return { kind: 'measure', formula };
}

/** Only the unit of a decimal is a dimension; people and points are both counts. */
function asOperand({ id, type, unit, values }: Indicator): Extract<Meaning, { kind: 'indicator' }>['indicator'] {
  return { id, type, unit: type === 'decimal' ? (unit?.en ?? null) : null, values: [...values.keys()] };
}
