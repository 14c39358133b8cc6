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
  readonly facts: readonly (readonly [label: TextRef, value: TextRef])[];
  /** The colour of its class. */
  readonly colour: string;
  /** The deciding criteria and conditions, each with its evidence. */
  readonly why: readonly ReasonData[];
  readonly missing: readonly TextRef[];
  readonly notes: readonly TextRef[];
  readonly ways: readonly GoalData[];
  readonly near: readonly TextRef[];
  /** The state of every criterion, one letter each. */
  readonly states: string;
  /** By criterion, what settles it; and its points, empty where the set has none. */
  readonly found: readonly TextRef[];
  readonly points: readonly TextRef[];
}

export interface ReasonData {
  readonly head: TextRef;
  readonly lines: readonly (readonly [depth: number, state: string, text: TextRef])[];
}

export interface GoalData {
  readonly heading: TextRef;
  readonly ways: readonly TextRef[];
  readonly remarks: readonly TextRef[];
}
