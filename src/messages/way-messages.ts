/** A figure that changes; values and distance come as they are to be shown. */
export interface MovedFigure {
  readonly label: string;
  readonly from: string;
  readonly to: string;
  readonly distance: string;
}

/** The words about what would change a class. */
export interface WayMessages {
  readonly title: string;
  readonly toCertified: string;
  readonly toBetter: string;
  readonly lower: (figure: MovedFigure) => string;
  readonly raise: (figure: MovedFigure) => string;
  /** Of yes and no, or of a choice. */
  readonly turn: (label: string, from: string, to: string) => string;
  /** Of a number that is missing. */
  readonly bring: (label: string, to: string) => string;
  /** Of a yes or no, or a choice, that is missing. */
  readonly make: (label: string, to: string) => string;
  /** Changes that are made together, and what they lead to. */
  readonly way: (changes: readonly string[], classes: readonly string[]) => string;
  readonly notExact: string;
  readonly whateverIsMissing: string;

  // why there is no way
  /** Of a unit whose figures are rolled up: none of its own can be changed. */
  readonly figuresFromBelow: string;
  readonly nothingActionable: string;
  readonly blocked: string;
  /** A criterion that cannot change, and the figures it hangs on. */
  readonly unmet: (id: string, labels: readonly string[]) => string;
  readonly met: (id: string, labels: readonly string[]) => string;
  readonly notTogether: string;
  readonly missing: string;
  readonly notFound: string;

  readonly near: string;
  /** How many of some units; of how many all are, where these are not all. */
  readonly nearUnits: (near: string, of: string, all: string | null) => string;
  /** Of how many units none is, where these are not all. */
  readonly noneNear: (of: string | null) => string;
  /** One figure one unit away, and the class it would lead to. */
  readonly nearBy: (label: string, now: string, then: string, className: string) => string;
}
