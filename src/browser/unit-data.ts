import type { StateWord } from '../messages/index.ts';

/** A text by its place in {@link PageData.texts}. */
export type TextRef = number;

/** What the script of a page knows: of every unit what the table leaves out. Texts that many units share stand once. */
export interface PageData {
  readonly words: PageWords;
  readonly texts: readonly string[];
  readonly criteria: readonly CriterionData[];
  /** In the order of the rows of the ranking table. */
  readonly units: readonly UnitData[];
}

/** The words that the script itself puts on the page. */
export interface PageWords {
  /** How many units are shown of how many; `{shown}` and `{all}` stand for the numbers. */
  readonly shown: string;
  readonly close: string;
  readonly previous: string;
  readonly next: string;
  readonly print: string;
  readonly why: string;
  readonly missing: string;
  readonly unsettled: string;
  readonly notes: string;
  readonly near: string;
  readonly allCriteria: string;
  readonly columns: Readonly<Record<'criterion' | 'state' | 'points' | 'found' | 'clause', string>>;
  readonly states: Readonly<Record<StateWord, string>>;
}

/** A criterion as every unit's page lists it. */
export interface CriterionData {
  readonly id: string;
  readonly title: string;
  readonly clause: string;
  /** How deep it stands among groups. */
  readonly depth: number;
}

/** The states of criteria, one letter each, as {@link UnitData.states} holds them. */
export const STATE_LETTERS: Readonly<Record<StateWord, string>> = {
  pass: 'p',
  fail: 'f',
  unknown: 'u',
  'not-applicable': 'n',
};

/** One unit. */
export interface UnitData {
  /** Its address within the page. */
  readonly id: string;
  readonly title: TextRef;
  /** Places it belongs to, in one line. */
  readonly places: TextRef;
  /** Why the result may not certify the unit; empty where it may. */
  readonly notCertifying: TextRef;
  /** What came out; its class has a colour, other facts none. */
  readonly facts: readonly (readonly [label: TextRef, value: TextRef, colour: string])[];
  /** Where it stood before, and where it would stand under other readings. */
  readonly beside: readonly BesideData[];
  /** The deciding criteria and conditions, each with its evidence. */
  readonly why: readonly ReasonData[];
  readonly missing: readonly TextRef[];
  readonly unsettled: readonly TextRef[];
  readonly notes: readonly TextRef[];
  readonly ways: readonly GoalData[];
  readonly near: readonly TextRef[];
  /** The state of every criterion, one letter each. */
  readonly states: string;
  /** By criterion, what settles it; and its points, empty where the set has none. */
  readonly found: readonly TextRef[];
  readonly points: readonly TextRef[];
}

export interface BesideData {
  readonly heading: TextRef;
  readonly notes: readonly TextRef[];
  readonly moves: readonly MoveData[];
}

export interface MoveData {
  /** Under which readings; empty against another result. */
  readonly under: readonly TextRef[];
  readonly change: TextRef;
  readonly reasons: readonly TextRef[];
}

export interface ReasonData {
  /** Empty where the lines say it all. */
  readonly head: TextRef;
  readonly lines: readonly (readonly [depth: number, state: string, text: TextRef])[];
}

export interface GoalData {
  readonly heading: TextRef;
  readonly ways: readonly TextRef[];
  readonly remarks: readonly TextRef[];
}
