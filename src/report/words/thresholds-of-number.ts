import { thresholdsOf } from '../../cases/index.ts';
import type { CriteriaSet } from '../../criteria/index.ts';
import { type Formula, printFormula, rememberedOf, rememberedOfPair } from '../../formula/index.ts';
import { equal, type Rational } from '../../number/index.ts';

/**
 * The thresholds that a set holds a number against, in whatever criterion or class: shown anywhere, the number stands on its
 * own side of each, and is written the same wherever it is shown.
 */
export const thresholdsOfNumber = rememberedOfPair(
  (set: CriteriaSet, number: Formula): readonly Rational[] => thresholdsByNumber(set).get(keyOf(set, number)) ?? [],
);

const thresholdsByNumber = rememberedOf((set: CriteriaSet): ReadonlyMap<string, readonly Rational[]> => {
  const found = new Map<string, Rational[]>();
  for (const threshold of thresholdsOf(set)) {
    if (threshold.kind !== 'number' || threshold.right.kind !== 'number') continue;
    const { value } = threshold.right;
    const key = keyOf(set, threshold.left);
    const before = found.get(key) ?? [];
    if (!before.some((other) => equal(other, value))) found.set(key, [...before, value]);
  }
  return found;
});

/** A measure is what it is worked out from, under whatever name. */
function keyOf(set: CriteriaSet, number: Formula): string {
  const measure = number.kind === 'name' ? set.measures.get(number.name) : undefined;
  return measure === undefined ? printFormula(number) : keyOf(set, measure.formula);
}
