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

/** Finds out something about a thing once, for as long as it is there. */
export function rememberedOf<A extends object, T>(find: (a: A) => T): (a: A) => T {
  const known = new WeakMap<A, { readonly found: T }>();
  return (a) => {
    const before = known.get(a);
    if (before !== undefined) return before.found;
    const found = find(a);
    known.set(a, { found });
    return found;
  };
}

/** Finds out something about a thing of another, such as a criterion of a set, once for each pair for as long as both are there. */
export function rememberedOfPair<A extends object, B extends object, T>(find: (a: A, b: B) => T): (a: A, b: B) => T {
  const ofFirst = rememberedOf((a: A) => rememberedOf((b: B) => find(a, b)));
  return (a, b) => ofFirst(a)(b);
}

/** Makes something once, when it is first asked for. */
export function whenAsked<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** What is made for a key when it is first asked for. */
export type Once<K, T> = (key: K, make: () => T) => T;

export function once<K, T>(): Once<K, T> {
  const made = new Map<K, T>();
  return (key, make) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const thing = make();
    made.set(key, thing);
    return thing;
  };
}
