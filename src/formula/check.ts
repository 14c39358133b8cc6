import { issue, nearestNames, type Issue, type Position, type ValueKind } from '../messages/index.ts';
import { exactText } from '../number/index.ts';
import {
  agree,
  combine,
  type Dimension,
  dimensionName,
  dimensionOf,
  LITERAL,
  PERCENT,
  RATIO,
  unite,
} from './dimension.ts';
import { MOST_CASES, MOST_TERMS, passedLimit } from './expansion.ts';
import type { Formula, Name } from './formula.ts';
import { FUNCTIONS, MOST_PERIODS, periodsOf } from './functions.ts';
import { isChoice } from './is-choice.ts';
import { rememberedByMeasure } from './remembered.ts';
import type { IndicatorMeaning, Scope } from './scope.ts';

/** What a formula yields; `unknown` follows a mistake already reported, so that one mistake is one issue. */
type Type =
  | { readonly kind: 'number'; readonly dimension: Dimension }
  | { readonly kind: 'condition' }
  | { readonly kind: 'choice'; readonly indicator: IndicatorMeaning }
  | { readonly kind: 'unknown' };

const CONDITION: Type = { kind: 'condition' };
const UNKNOWN: Type = { kind: 'unknown' };

const typeOfMeasure = rememberedByMeasure<Type>();

/**
 * Checks the names, types and units of a formula: mistakes are found when criteria are loaded, not when data arrives.
 *
 * @param formula The formula as read.
 * @param scope What its names mean.
 * @param expected What it must yield.
 * @returns Every mistake, in the order of the formula; none when it is sound.
 */
export function checkFormula(formula: Formula, scope: Scope, expected: 'number' | 'condition'): readonly Issue[] {
  const issues: Issue[] = [];
  createChecker(scope, issues).top(formula, expected);
  return issues;
}

interface Checker {
  /** Checks a whole formula: of numbers also how large they become. */
  readonly top: (formula: Formula, expected: 'number' | 'condition') => Type;
}

function createChecker(scope: Scope, issues: Issue[]): Checker {
  function typeOf(formula: Formula): Type {
    switch (formula.kind) {
      case 'number':
        return { kind: 'number', dimension: formula.percent ? PERCENT : LITERAL };
      case 'name':
        return typeOfName(formula);
      case 'negate':
        return require(formula.operand, 'number');
      case 'not':
        return require(formula.operand, 'condition');
      case 'arithmetic':
        return typeOfArithmetic(formula);
      case 'compare':
        return typeOfComparison(formula);
      case 'in':
        return typeOfMembership(formula.operand, formula.values);
      case 'call':
        return typeOfCall(formula);
      case 'all':
      case 'any':
      case 'at_least':
        for (const part of formula.of) require(part, 'condition');
        return CONDITION;
    }
  }

  function require(formula: Formula, expected: 'number' | 'condition'): Type {
    const type = typeOf(formula);
    if (type.kind === expected || type.kind === 'unknown') return type;
    return mistake(issue('formula/wrong-type', { expected, found: kindOf(type) }, { position: formula.at }));
  }

  function typeOfName(name: Name): Type {
    const meaning = scope.lookup(name.name);
    if (meaning === null) {
      return mistake(unknownName(name, scope));
    }
    if (meaning.kind === 'criterion' || meaning.kind === 'mandatory') return CONDITION;
    if (meaning.kind === 'score')
      return mistake(issue('formula/gate-form', {}, { position: name.at, received: name.name }));
    // A measure's own formula is checked where it is defined.
    if (meaning.kind === 'measure') {
      return typeOfMeasure(scope, name.name, () => createChecker(scope, []).top(meaning.formula, 'number'));
    }
    return typeOfIndicator(meaning.indicator);
  }

  function typeOfArithmetic(formula: Formula & { kind: 'arithmetic' }): Type {
    const left = dimensionOfPart(formula.left);
    const right = dimensionOfPart(formula.right);
    if (formula.operator === '/' && formula.right.kind === 'number' && formula.right.value.num === 0n) {
      return mistake(issue('formula/division-by-zero', {}, { position: formula.right.at }));
    }
    if (left === null || right === null) return UNKNOWN;
    if (formula.operator === '*') return { kind: 'number', dimension: combine(left, right, 1) };
    if (formula.operator === '/') return { kind: 'number', dimension: combine(left, right, -1) };
    return agree(left, right) ? { kind: 'number', dimension: unite(left, right) } : mixed(left, right, formula.at);
  }

  function typeOfComparison(formula: Formula & { kind: 'compare' }): Type {
    if (isGate(formula.left, scope)) return typeOfGate(formula);
    const choice = choiceComparison(formula);
    if (choice !== null) return typeOfMembership(formula.left, [choice]);
    const left = dimensionOfPart(formula.left);
    const right = dimensionOfPart(formula.right);
    if (left === null || right === null) return CONDITION;
    if (!agree(left, right)) return mixed(left, right, formula.at);
    const tooLarge = sizeIssue(formula, scope);
    if (tooLarge !== null) return mistake(tooLarge);
    if (left.percent) percentNeeded(formula.right);
    if (right.percent) percentNeeded(formula.left);
    return CONDITION;
  }

  /** `score >= 80%`, `points(A) >= 12`: points against a number or a share of what can be earned. */
  function typeOfGate({ operator, left, right }: Formula & { kind: 'compare' }): Type {
    const [part] = left.kind === 'call' ? left.args : [];
    const isKnown = left.kind === 'name' || (part?.kind === 'name' && scope.lookup(part.name)?.kind === 'criterion');
    if (!isKnown || right.kind !== 'number' || operator === '==' || operator === '!=') {
      mistake(issue('formula/gate-form', {}, { position: left.at }));
    }
    return CONDITION;
  }

  /** `rate >= 90` where 90 % is meant: the mistake that a bare 0 cannot make. */
  function percentNeeded(formula: Formula): void {
    if (formula.kind !== 'number' || formula.percent || formula.value.num === 0n) return;
    const number = exactText(formula.value);
    mistake(issue('formula/percent-needed', { number }, { position: formula.at, received: number }));
  }

  /** The value in `key_route == inter`, when the left side is a choice. */
  function choiceComparison(formula: Formula & { kind: 'compare' }): Name | null {
    if (formula.operator !== '==' && formula.operator !== '!=') return null;
    return formula.right.kind === 'name' && isChoice(formula.left, scope) ? formula.right : null;
  }

  function typeOfMembership(operand: Formula, values: readonly Name[]): Type {
    const type = typeOf(operand);
    if (type.kind === 'unknown') return CONDITION;
    if (type.kind !== 'choice') {
      return mistake(
        issue('formula/wrong-type', { expected: 'choice-indicator', found: kindOf(type) }, { position: operand.at }),
      );
    }
    const { id, values: known } = type.indicator;
    for (const value of values) {
      if (known.includes(value.name)) continue;
      mistake(issue('formula/unknown-choice', { indicator: id, known }, { position: value.at, received: value.name }));
    }
    return CONDITION;
  }

  function typeOfCall(formula: Formula & { kind: 'call' }): Type {
    const known = FUNCTIONS.get(formula.name);
    if (known === undefined) {
      const details = { position: formula.at, received: formula.name };
      return mistake(issue('formula/unknown-function', { name: formula.name, known: [...FUNCTIONS.keys()] }, details));
    }
    const { least, most } = known;
    if (formula.args.length < least || (most !== null && formula.args.length > most)) {
      return mistake(
        issue('formula/wrong-argument-count', { name: formula.name, least, most }, { position: formula.at }),
      );
    }
    if (formula.name === 'last' && periodsOf(formula.args[0]) === null) {
      return mistake(issue('formula/period-count', { most: MOST_PERIODS }, { position: formula.at }));
    }
    const numbers = formula.name === 'last' ? formula.args.slice(1) : formula.args;
    return numbers.reduce<Type>((sum, arg) => unitePart(sum, arg), { kind: 'number', dimension: LITERAL });
  }

  function unitePart(sum: Type, part: Formula): Type {
    const dimension = dimensionOfPart(part);
    if (sum.kind !== 'number' || dimension === null) return UNKNOWN;
    if (!agree(sum.dimension, dimension)) return mixed(sum.dimension, dimension, part.at);
    return { kind: 'number', dimension: unite(sum.dimension, dimension) };
  }

  function dimensionOfPart(formula: Formula): Dimension | null {
    const type = require(formula, 'number');
    return type.kind === 'number' ? type.dimension : null;
  }

  function mixed(left: Dimension, right: Dimension, position: Position): Type {
    return mistake(
      issue('formula/mixed-units', { left: dimensionName(left), right: dimensionName(right) }, { position }),
    );
  }

  function mistake(found: Issue): Type {
    issues.push(found);
    return UNKNOWN;
  }

  function top(formula: Formula, expected: 'number' | 'condition'): Type {
    const type = require(formula, expected);
    const tooLarge = type.kind === 'number' ? sizeIssue(formula, scope) : null;
    return tooLarge === null ? type : mistake(tooLarge);
  }

  return { top };
}

/** Says what a name that means nothing by itself is: the value of a choice, or unknown. */
function unknownName({ name, at }: Name, scope: Scope): Issue {
  const details = { position: at, received: name };
  const indicators = choicesWith(name, scope);
  if (indicators.length > 0) return issue('formula/choice-value', { value: name, indicators }, details);
  return issue('formula/unknown-name', { name, nearest: nearestNames(name, scope.names) }, details);
}

/** The choices that have a value. */
function choicesWith(value: string, scope: Scope): readonly string[] {
  return scope.names.filter((name) => {
    const meaning = scope.lookup(name);
    return meaning?.kind === 'indicator' && meaning.indicator.values.includes(value);
  });
}

/** Says that a number or comparison becomes too large when it is compiled. */
function sizeIssue(formula: Formula, scope: Scope): Issue | null {
  switch (passedLimit(formula, scope)) {
    case 'cases':
      return issue('formula/too-many-cases', { limit: MOST_CASES }, { position: formula.at });
    case 'terms':
      return issue('formula/too-many-terms', { limit: MOST_TERMS }, { position: formula.at });
    case null:
      return null;
  }
}

/** Whether the left side of a comparison is the points of the sheet or of a part of it. */
function isGate(left: Formula, scope: Scope): boolean {
  if (left.kind === 'call') return left.name === 'points' && scope.lookup('score') !== null;
  return left.kind === 'name' && scope.lookup(left.name)?.kind === 'score';
}

function typeOfIndicator(indicator: IndicatorMeaning): Type {
  switch (indicator.type) {
    case 'count':
      return { kind: 'number', dimension: dimensionOf('count') };
    case 'decimal':
      return { kind: 'number', dimension: indicator.unit === null ? RATIO : dimensionOf(indicator.unit) };
    case 'percent':
      return { kind: 'number', dimension: PERCENT };
    case 'boolean':
      return CONDITION;
    case 'choice':
      return { kind: 'choice', indicator };
  }
}

function kindOf(type: Exclude<Type, { kind: 'unknown' }>): ValueKind {
  return type.kind;
}
