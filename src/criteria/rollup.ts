import {
  checkFormula,
  type Formula,
  type IndicatorMeaning,
  type Meaning,
  printFormula,
  type Scope,
} from '../formula/index.ts';
import { type Issue, issue } from '../messages/index.ts';
import type { CriteriaSet, Indicator } from './criteria-set.ts';
import { type Rollup, type RollupFunction, rollupOf } from './rollup-formula.ts';
import { scopeOf } from './scope.ts';
import { isWhole } from './whole-numbers.ts';

const OF_NUMBERS: ReadonlySet<string> = new Set<RollupFunction>(['sum', 'min', 'max']);
const OF_CONDITIONS: ReadonlySet<string> = new Set<RollupFunction>(['count', 'share', 'any', 'all']);

/**
 * What the names in roll-ups mean: those of the set below, and of its results `class` and `certified`.
 *
 * @param lower The set whose units are rolled up.
 */
export function rollupScope(lower: CriteriaSet): Scope {
  const scope = scopeOf(lower);
  const results: ReadonlyMap<string, IndicatorMeaning> = new Map([
    ['class', { id: 'class', type: 'choice', unit: null, values: [...lower.classes.keys()] }],
    ['certified', { id: 'certified', type: 'boolean', unit: null, values: [] }],
  ]);
  return {
    names: [...scope.names, ...results.keys()],
    lookup: (name): Meaning | null => {
      const indicator = results.get(name);
      return indicator === undefined ? scope.lookup(name) : { kind: 'indicator', indicator };
    },
  };
}

/** What is wrong with the roll-ups of a set above another. */
export function rollupIssues(upper: CriteriaSet, lower: CriteriaSet): readonly Issue[] {
  const scope = rollupScope(lower);
  return [...upper.indicators.values()].flatMap((indicator): readonly Issue[] => {
    const path = `indicators.${indicator.id}.rollup`;
    const rollup = rollupOf(indicator);
    if (rollup === null || !fits(indicator, rollup, scope)) {
      return [
        issue(
          'criteria/rollup-form',
          { indicator: indicator.id, type: indicator.type },
          { position: indicator.at, path },
        ),
      ];
    }
    const expected = OF_NUMBERS.has(rollup.function) ? 'number' : 'condition';
    const where = rollup.where === null ? [] : checkFormula(rollup.where, scope, 'condition');
    const found = [...checkFormula(rollup.of, scope, expected), ...where];
    if (found.length > 0) return found.map((one) => ({ ...one, path }));
    if (indicator.type !== 'count' || expected !== 'number' || isWhole(rollup.of, lower)) return [];
    const args = { indicator: indicator.id, of: printFormula(rollup.of) };
    return [issue('criteria/rollup-not-whole', args, { position: rollup.of.at, path })];
  });
}

/** Sums, least and most are numbers, counts are counts, a share is a percentage, any and all are yes or no. */
function fits({ type }: Indicator, { function: name, of }: Rollup, scope: Scope): boolean {
  if (OF_NUMBERS.has(name)) return (type === 'count' || type === 'decimal') && !divides(of, scope);
  if (OF_CONDITIONS.has(name)) return type === (name === 'count' ? 'count' : name === 'share' ? 'percent' : 'boolean');
  return false;
}

/** A quotient, also one that a measure stands for, need not have a finite decimal, which a column holds. */
function divides(formula: Formula, scope: Scope): boolean {
  const inner = (part: Formula): boolean => divides(part, scope);
  switch (formula.kind) {
    case 'name': {
      const meaning = scope.lookup(formula.name);
      return meaning?.kind === 'measure' && inner(meaning.formula);
    }
    case 'arithmetic':
      return formula.operator === '/' || inner(formula.left) || inner(formula.right);
    case 'negate':
      return inner(formula.operand);
    case 'call':
      return formula.args.some(inner);
    default:
      return false;
  }
}
