import { compile, compilerOf } from '../assess/index.ts';
import type { CriteriaSet, Criterion } from '../criteria/index.ts';
import { type Formula, numberBounds, printFormula, UNBOUNDED } from '../formula/index.ts';
import { type Issue, issue } from '../messages/index.ts';
import { ZERO } from '../number/index.ts';
import { createProver } from '../prove/index.ts';
import type { Subject } from './subject.ts';
import { formulasOf } from './uses.ts';

/** Divisors that are zero for all sound data: what is divided by them is never a number. */
export function dividesByZero(subject: Subject): readonly Issue[] {
  const divisors = [...new Set(formulasOf(subject.set).flatMap(divisorsIn))];
  const plainly = divisors.filter((divisor) => isPlainlyZero(divisor, subject));
  // One that is plainly zero narrows what data is sound: others may only follow from it.
  const zero =
    plainly.length > 0
      ? plainly
      : provedZero(
          divisors.filter((divisor) => mayBeMadeZero(divisor, subject)),
          subject.set,
        );
  return zero.map((divisor) =>
    issue('lint/divides-by-zero', { divisor: printFormula(divisor) }, { position: divisor.at }),
  );
}

/** What a formula divides by; what its measures divide by stands in them. */
function divisorsIn(formula: Formula): readonly Formula[] {
  switch (formula.kind) {
    case 'arithmetic': {
      const own = formula.operator === '/' ? [formula.right] : [];
      return [...divisorsIn(formula.left), ...own, ...divisorsIn(formula.right)];
    }
    case 'compare':
      return [...divisorsIn(formula.left), ...divisorsIn(formula.right)];
    case 'negate':
    case 'not':
      return divisorsIn(formula.operand);
    case 'call':
      return formula.args.flatMap(divisorsIn);
    case 'all':
    case 'any':
    case 'at_least':
      return formula.of.flatMap(divisorsIn);
    case 'number':
    case 'name':
    case 'in':
      return [];
    default:
      return formula satisfies never;
  }
}

/** Whether nothing is left when it is multiplied out, or the limits of the indicators leave zero only. */
function isPlainlyZero(divisor: Formula, { set, program }: Subject): boolean {
  const compiler = compilerOf(set, program.scope);
  const { least, most } = boundsOf(divisor, { set, program });
  return (
    (least?.num === 0n && most?.num === 0n) ||
    compiler.number(divisor).cases.every(({ value }) => value.num.length === 0)
  );
}

/** Whether a proof is worth its time: a figure as it stands is bounded by its limits, and most totals are above zero. */
function mayBeMadeZero(divisor: Formula, subject: Subject): boolean {
  const { least } = boundsOf(divisor, subject);
  return divisor.kind !== 'name' && !(least !== null && least.num > 0n);
}

function boundsOf(formula: Formula, { set, program }: Pick<Subject, 'set' | 'program'>) {
  return numberBounds(formula, program.scope, (id) => {
    const indicator = set.indicators.get(id);
    return indicator === undefined ? UNBOUNDED : { least: indicator.min, most: indicator.max, mayBeUndefined: false };
  });
}

/** Divisors that no sound data makes other than zero: each is asked of as a criterion beside those of the set. */
function provedZero(divisors: readonly Formula[], set: CriteriaSet): readonly Formula[] {
  if (divisors.length === 0) return [];
  const asked = divisors.map((divisor, index) => [`?${index}`, isNotZero(`?${index}`, divisor)] as const);
  const { program } = compile({ ...set, criteria: new Map([...set.criteria, ...asked]) });
  const prover = createProver(program);
  if (prover.sound() === 'no') return [];
  return divisors.filter((_, index) => prover.criterion(set.criteria.size + index).passes === 'no');
}

function isNotZero(id: string, left: Formula): Criterion {
  const { at } = left;
  const right: Formula = { kind: 'number', value: ZERO, percent: false, at };
  return {
    id,
    title: { vi: id, en: id },
    cite: null,
    provider: null,
    was: null,
    group: null,
    rule: { kind: 'test', test: { kind: 'compare', operator: '!=', left, right, at } },
    points: null,
    bonus: false,
    weight: null,
    mandatory: false,
    appliesWhen: null,
    notApplicable: 'exclude',
    at,
  };
}
