import type { Position } from '../messages/index.ts';
import type { Rational } from '../number/index.ts';

export type Comparison = '<' | '<=' | '==' | '!=' | '>=' | '>';
export type Arithmetic = '+' | '-' | '*' | '/';

/**
 * A formula as written, every node with its place in the file. The structured form of YAML (`all`, `any`, `not`,
 * `at_least … of`) and the text form (`and`, `or`, `not`) are the same nodes.
 */
export type Formula =
  | NumberLiteral
  | Name
  | { readonly kind: 'negate'; readonly operand: Formula; readonly at: Position }
  | {
      readonly kind: 'arithmetic';
      readonly operator: Arithmetic;
      readonly left: Formula;
      readonly right: Formula;
      readonly at: Position;
    }
  | {
      readonly kind: 'compare';
      readonly operator: Comparison;
      readonly left: Formula;
      readonly right: Formula;
      readonly at: Position;
    }
  | { readonly kind: 'in'; readonly operand: Formula; readonly values: readonly Name[]; readonly at: Position }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Formula[]; readonly at: Position }
  | { readonly kind: 'not'; readonly operand: Formula; readonly at: Position }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Formula[]; readonly at: Position }
  | { readonly kind: 'at_least'; readonly count: number; readonly of: readonly Formula[]; readonly at: Position };

/** A number: `value` is exact; `percent` when written with a percent sign (`0.5%` has the value 1/200). */
export interface NumberLiteral {
  readonly kind: 'number';
  readonly value: Rational;
  readonly percent: boolean;
  readonly at: Position;
}

/** The id of an indicator, a measure, a criterion or a choice. */
export interface Name {
  readonly kind: 'name';
  readonly name: string;
  readonly at: Position;
}
