import type { Scope } from './scope.ts';

/** Finds out something about a measure once for each scope: measures that refer to each other would be walked again and again. */
export function rememberedByMeasure<T>(): (scope: Scope, measure: string, find: () => T) => T {
  const byScope = new WeakMap<Scope, Map<string, T>>();
  return (scope, measure, find) => {
    const known = byScope.get(scope) ?? new Map<string, T>();
    byScope.set(scope, known);
    const found = known.get(measure) ?? find();
    known.set(measure, found);
    return found;
  };
}
