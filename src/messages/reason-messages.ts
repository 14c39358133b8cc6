/** The words of whole reasons: what was found, what is asked, and what would turn it. */
export interface ReasonMessages {
  /** A condition that must not hold. */
  readonly not: (condition: string) => string;
  /** A number with the two it was divided from: `45 người/8.120 người = 0,55 %`. */
  readonly divided: (quotient: string, value: string) => string;
  /** The smallest change of a count that turns a criterion; the distance comes with its unit. */
  readonly turn: (direction: 'up' | 'down', distance: string, becomes: 'met' | 'not-met' | 'full') => string;
  /** A criterion with its reason, clause and state. */
  readonly sentence: (parts: {
    readonly id: string;
    readonly reason: string;
    readonly clause: string | null;
    readonly state: string;
    readonly turn: string | null;
  }) => string;
}
