import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/assess/index.ts';
import { createProver } from '../../src/prove/index.ts';
import { setOf } from '../lint/lint.ts';

/** The figures of a unit that is small enough to try all of them. */
interface Unit {
  readonly a: number;
  readonly b: number;
  readonly flag: boolean;
}

/** A condition as it is written in a file, and as it is meant. */
interface Meant {
  readonly text: string;
  readonly holds: (unit: Unit) => boolean;
}

const MOST = 4;
const UNITS: readonly Unit[] = Array.from({ length: (MOST + 1) ** 2 * 2 }, (_, index) => ({
  a: index % (MOST + 1),
  b: Math.floor(index / (MOST + 1)) % (MOST + 1),
  flag: index >= (MOST + 1) ** 2,
}));

const OPERATORS: Readonly<Record<string, (left: number, right: number) => boolean>> = {
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '==': (left, right) => left === right,
  '!=': (left, right) => left !== right,
  '>=': (left, right) => left >= right,
  '>': (left, right) => left > right,
};

const QUANTITIES: readonly { readonly text: string; readonly of: (unit: Unit) => number }[] = [
  { text: 'a', of: ({ a }) => a },
  { text: 'b', of: ({ b }) => b },
  { text: 'a + b', of: ({ a, b }) => a + b },
  { text: '2 * a - 3 * b', of: ({ a, b }) => 2 * a - 3 * b },
  { text: 'a * b', of: ({ a, b }) => a * b },
  { text: 'max(a, b)', of: ({ a, b }) => Math.max(a, b) },
];

const comparison: fc.Arbitrary<Meant> = fc
  .record({
    quantity: fc.constantFrom(...QUANTITIES),
    operator: fc.constantFrom(...Object.keys(OPERATORS)),
    bound: fc.integer({ min: 0, max: 9 }),
  })
  .map(({ quantity, operator, bound }) => ({
    text: `${quantity.text} ${operator} ${bound}`,
    holds: (unit) => OPERATORS[operator]?.(quantity.of(unit), bound) === true,
  }));
const flag: fc.Arbitrary<Meant> = fc.constant({ text: 'flag', holds: (unit: Unit) => unit.flag });

const { condition } = fc.letrec<{ condition: Meant }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    comparison,
    flag,
    tie('condition').map((of) => ({ text: `not (${of.text})`, holds: (unit: Unit) => !of.holds(unit) })),
    fc.tuple(tie('condition'), tie('condition')).map(([one, two]) => ({
      text: `(${one.text}) and (${two.text})`,
      holds: (unit: Unit) => one.holds(unit) && two.holds(unit),
    })),
    fc.tuple(tie('condition'), tie('condition')).map(([one, two]) => ({
      text: `(${one.text}) or (${two.text})`,
      holds: (unit: Unit) => one.holds(unit) || two.holds(unit),
    })),
  ),
}));

const fileOf = (check: Meant, first: Meant, second: Meant): string => `family: tried
version: "1"
status: draft
title: Tried
unit: commune
effective: { from: 2025-01-01 }
period: { kind: year, from: 01-01, to: 12-31 }
indicators:
  a: { label: A, type: count, max: ${MOST} }
  b: { label: B, type: count, max: ${MOST} }
  flag: { label: Flag, type: boolean }
checks:
  - { rule: "${check.text}", message: Wrong }
criteria:
  C.1: { title: One, test: "${first.text}" }
  C.2: { title: Two, test: "${second.text}" }
classes:
  one: { label: One, when: C.1 }
  two: { label: Two, when: C.2 }
`;

describe('the prover', () => {
  test('agrees with trying all units', () => {
    let open = 0;
    let told = 0;
    const agrees = (reach: string, isReached: boolean): void => {
      told += 1;
      if (reach === 'unproved') open += 1;
      else expect(reach).toBe(isReached ? 'yes' : 'no');
    };
    fc.assert(
      fc.property(condition, condition, condition, (check, first, second) => {
        const { program } = compile(setOf(fileOf(check, first, second)));
        const prover = createProver(program);
        const sound = UNITS.filter(check.holds);
        agrees(prover.sound(), sound.length > 0);
        if (sound.length === 0) return;
        agrees(prover.reachesClass(0), sound.some(first.holds));
        agrees(
          prover.reachesClass(1),
          sound.some((unit) => !first.holds(unit) && second.holds(unit)),
        );
        agrees(
          prover.reachesNoClass(),
          sound.some((unit) => !first.holds(unit) && !second.holds(unit)),
        );
        agrees(prover.criterion(0).passes, sound.some(first.holds));
        agrees(
          prover.criterion(0).fails,
          sound.some((unit) => !first.holds(unit)),
        );
      }),
      { seed: 20_251_214, numRuns: 300 },
    );
    // Only products of figures may leave a question open.
    expect(open / told).toBeLessThan(0.1);
  });
});
