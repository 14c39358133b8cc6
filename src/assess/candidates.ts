import { solve } from '../algebra/index.ts';
import { type State, UNKNOWN } from '../formula/index.ts';
import { compare, equal, ZERO } from '../number/index.ts';
import { type Answer, answersIn, type Given, NOTHING_GIVEN, type Outlook } from './answers.ts';
import { lookApart } from './apart.ts';
import type { Earned } from './earned.ts';
import { isMissingIn } from './hanging.ts';
import { cellsAt, type Point } from './point.ts';
import { scoreRange } from './score-range.ts';
import type { Program } from './program.ts';
import type { Score } from './score.ts';
import { signatureOf } from './signature.ts';
import { createTally, within } from './tally.ts';
import type { KnownUnit } from './known-unit.ts';
import type { Outcome } from './standing.ts';
import { type Cells, createUnit, domainsOf, type Unit } from './unit.ts';

/** What a unit with missing cells can still be. */
export interface Candidates {
  /** The classes that some filling-in of the missing cells gives, in order; empty when none is sound, or no class holds. */
  readonly classes: readonly number[];
  /** Whether some filling is in no class. */
  readonly mayBeNone: boolean;
  /** Whether some filling keeps to the data checks. */
  readonly sound: boolean;
  readonly score: Score | null;
  /** Whether each of them was shown to be reached; else the list may hold too much, never too little. */
  readonly exact: boolean;
  /** The criteria that missing cells leave open by themselves, but whose state is the same in all that is sound. */
  readonly settled: ReadonlyMap<number, State>;
  /** What each criterion earns, by number; `null` where no more is known than the row tells by itself. */
  readonly points: readonly (Earned | null)[] | null;
}

/** The classes and points among them. */
type Reached = Omit<Candidates, 'settled' | 'points'>;

/** Steps after which the search gives up and answers with what is possible for sure. */
const MOST_STEPS = 1000;
/** Finding the ends of points takes as long as so many steps. */
const STEPS_TO_ENDS = 10;
/** So many fillings put together of parts are tried. */
const MOST_TRIED = 100;

/**
 * A search for the candidates of units of one set. Units whose missing cells raise the same questions are searched once:
 * what was shown to be exact for one of them is exact for all.
 */
export function candidateSearch(program: Program): (cells: Cells) => Candidates {
  const found = new Map<string, Candidates>();
  let blank: Candidates | null = null;
  return (cells) => {
    // Units of which nothing is known are alike, whatever their questions are; a province may lack hundreds.
    if (isBlank(program, cells)) return (blank ??= findCandidates(program, cells));
    const signature = signatureOf(program, cells);
    if (signature === null) return findCandidates(program, cells);
    const candidates = found.get(signature) ?? findCandidates(program, cells);
    if (candidates.exact) found.set(signature, candidates);
    return candidates;
  };
}

function isBlank({ questions }: Program, cells: Cells): boolean {
  return [...questions.variables.keys()].every(
    (variable) => isMissingIn(cells, variable) && cells.bounds(variable) === null,
  );
}

/**
 * Finds the classes and points that fillings of the missing cells lead to.
 *
 * The missing cells are never sampled. Each open question (the sign of a polynomial, the value of a choice) is split into
 * its answers; an answer is followed only if values of the missing cells exist that give all answers so far and that the
 * domains and data checks allow, which is decided exactly over integers and decimals. What is decided at the end of a
 * branch is reached by the values found for it.
 */
export function findCandidates(program: Program, cells: Cells): Candidates {
  return search(program, cells, true);
}

/**
 * The same of the classes alone: where a unit of which figures are missing is asked about often, and never for its points.
 */
export function findClasses(program: Program, cells: Cells): Omit<Reached, 'score'> {
  return search(program, cells, false);
}

/** @param withPoints Whether the points, and the states of criteria, matter beside the class. */
function search(program: Program, cells: Cells, withPoints: boolean): Candidates {
  const unit = createUnit(program, cells);
  const domainOf = domainsOf(program, cells);
  const outlook: Outlook = { program, unit, domainOf, answersTo: answersIn(unit, domainOf) };
  const apart = withPoints || program.sheet !== null ? lookApart(cells, outlook) : null;
  const { tryOut, dive, follow, isDone, result } = createSearch(cells, outlook, withPoints, apart?.widest ?? null);
  let left = MOST_TRIED;
  for (const point of apart?.points ?? []) {
    if (left === 0 || isDone()) break;
    left -= 1;
    tryOut(point);
  }
  if (program.sheet !== null && !isDone()) {
    // Once the ends of the points are reached, little between them is left to be looked for.
    dive((one, other) => compare(one.score?.max ?? ZERO, other.score?.max ?? ZERO) > 0);
    dive((one, other) => compare(one.score?.min ?? ZERO, other.score?.min ?? ZERO) < 0);
  }
  follow();
  const found = result();
  if (apart === null || !found.sound) return { ...found, settled: new Map(), points: null };
  return {
    ...found,
    settled: settledIn(program, unit, apart.known),
    points: program.sheet === null ? null : apart.known.points(),
  };
}

/** The states that only all parts together tell. */
function settledIn({ criteria }: Program, unit: Unit, known: KnownUnit): ReadonlyMap<number, State> {
  const states = [...criteria.keys()]
    .filter((number) => unit.criterion(number) === UNKNOWN)
    .map((number) => [number, known.criterion(number)] as const);
  return new Map(states.filter(([, state]) => state !== UNKNOWN));
}

interface Search {
  /** Whether all that the unit may be was reached. */
  readonly isDone: () => boolean;
  /** Puts values into all missing cells. */
  readonly tryOut: (point: Point) => void;
  /** Follows every answer that may yet lead to something new. */
  readonly follow: () => void;
  /** Follows, of the answers to each question, only the one that promises the most. */
  readonly dive: (isBetter: (one: Outcome, other: Outcome) => boolean) => void;
  readonly result: () => Reached;
}

/** @param atMost What the unit can be at most, as far as that is known; else `null`. */
function createSearch(
  cells: Cells,
  { program, unit, domainOf, answersTo }: Outlook,
  withPoints: boolean,
  atMost: Outcome | null,
): Search {
  const openIn = ({ openQuestion, classQuestion }: Unit) => (withPoints ? openQuestion() : classQuestion());
  const outcomeOf = (of: Unit): Outcome => (withPoints ? of.outcome() : { ...of.standing(), score: null });
  const reached = createTally();
  const possible = createTally();
  const widest = atMost === null ? outcomeOf(unit) : { ...atMost, score: withPoints ? atMost.score : null };
  let steps = 0;
  let sound = false;

  function tryOut(point: Point): void {
    const filled = createUnit(program, cellsAt(cells, point));
    const outcome = outcomeOf(filled);
    if (outcome.unsound || openIn(filled) !== null) return;
    sound = true;
    possible.add(outcome);
    reached.add(outcome);
  }

  function follow(given: Given): void {
    steps += 1;
    if (steps > MOST_STEPS || reached.covers(within(outcomeOf(unit), widest))) return;
    const open = openIn(unit);
    if (open === null) return finish(given);
    for (const answer of answersTo(open, given)) answer.give(() => follow(answer.given));
  }

  function dive(given: Given, isBetter: (one: Outcome, other: Outcome) => boolean): void {
    const open = openIn(unit);
    if (open === null) return finish(given);
    let best: { readonly answer: Answer; readonly outcome: Outcome } | null = null;
    for (const answer of answersTo(open, given)) {
      let outcome = widest;
      answer.give(() => (outcome = outcomeOf(unit)));
      if (!outcome.unsound && (best === null || isBetter(outcome, best.outcome))) best = { answer, outcome };
    }
    best?.answer.give(() => dive(best.answer.given, isBetter));
  }

  function finish({ requirements }: Given): void {
    const outcome = outcomeOf(unit);
    if (outcome.unsound) return;
    sound = true;
    const score = narrowed(outcome.score, requirements);
    const found = within({ ...outcome, score: score ?? outcome.score }, widest);
    possible.add(found);
    if ((score === null && outcome.score !== null) || reached.covers(found)) return;
    if (solve(requirements, domainOf).kind === 'yes') reached.add(found);
  }

  /** Points whose ends are both reached; `null` when that cannot be shown. */
  function narrowed(score: Score | null, requirements: Given['requirements']): Score | null {
    if (score === null || equal(score.min, score.max)) return score;
    const total = unit.pointsOf(null);
    if (program.sheet === null || total === null) return null;
    steps += STEPS_TO_ENDS;
    const range = scoreRange(program.sheet, total.fraction, total.bounds, { requirements, domainOf });
    return range === null ? null : { ...score, min: range.least, max: range.most };
  }

  function result(): Reached {
    if (steps > MOST_STEPS) return { ...widest, sound: true, exact: reached.covers(widest) };
    const found = reached.covers(widest) ? reached.total() : possible.total();
    return { ...found, sound, exact: reached.covers(found) };
  }

  return {
    isDone: () => reached.covers(widest),
    tryOut,
    follow: () => (widest.unsound ? undefined : follow(NOTHING_GIVEN)),
    dive: (isBetter) => dive(NOTHING_GIVEN, isBetter),
    result,
  };
}
