import type { Criterion } from '../criteria/index.ts';
import { printFormula } from '../formula/index.ts';
import { type Issue, issue } from '../messages/index.ts';
import { criterionPath, placeAt } from './places.ts';
import type { CriterionReach } from '../prove/index.ts';
import type { Subject } from './subject.ts';

/** Data checks that no data satisfies: nothing below could be told then. */
export function checksContradict(subject: Subject): readonly Issue[] {
  return isSound(subject) ? [] : [issue('lint/checks-contradict', {}, placeAt(subject, ['checks']))];
}

/** Classes that no data can reach. */
export function classUnreachable(subject: Subject): readonly Issue[] {
  return classesThat(subject, 'no').map((id) =>
    issue('lint/class-unreachable', { class: id }, placeAt(subject, ['classes', id])),
  );
}

/** Data that no class takes. */
export function noClass(subject: Subject): readonly Issue[] {
  const isLeftOut = isSound(subject) && subject.prover.reachesNoClass() === 'yes';
  return isLeftOut ? [issue('lint/no-class', {}, placeAt(subject, ['classes']))] : [];
}

/** Criteria that no data meets. */
export function neverPasses(subject: Subject): readonly Issue[] {
  return criteriaThat(subject, ({ passes }) => passes === 'no').map((criterion) =>
    issue('lint/never-passes', { criterion: criterion.id }, placeAt(subject, criterionPath(criterion, subject))),
  );
}

/** Criteria that all data meets. */
export function neverFails(subject: Subject): readonly Issue[] {
  return criteriaThat(subject, ({ fails }) => fails === 'no').map((criterion) =>
    issue('lint/never-fails', { criterion: criterion.id }, placeAt(subject, criterionPath(criterion, subject))),
  );
}

/** Bands of points that no data reaches. */
export function bandUnreachable(subject: Subject): readonly Issue[] {
  if (!isSound(subject)) return [];
  const { program, prover, set } = subject;
  return [...set.criteria.values()].flatMap((criterion, number) => {
    const { rule } = criterion;
    if (rule.kind !== 'bands') return [];
    const pieces = program.sheet?.items[number]?.pieces ?? [];
    return rule.bands.flatMap((band, index): readonly Issue[] => {
      const piece = pieces[index];
      if (piece === undefined || prover.holds(piece.when) !== 'no') return [];
      const from = printFormula({ kind: 'number', value: band.at, percent: band.percent, at: criterion.at });
      const place = placeAt(subject, [...criterionPath(criterion, subject), 'bands', index]);
      return [issue('lint/band-unreachable', { criterion: criterion.id, from }, place)];
    });
  });
}

/** Where the proofs above were out of reach. */
export function unproved(subject: Subject): readonly Issue[] {
  const classes = classesThat(subject, 'unproved').map((id) =>
    issue('lint/unproved', { of: 'class', id }, placeAt(subject, ['classes', id])),
  );
  const criteria = criteriaThat(subject, (outcomes) => Object.values(outcomes).includes('unproved')).map((criterion) =>
    issue('lint/unproved', { of: 'criterion', id: criterion.id }, placeAt(subject, criterionPath(criterion, subject))),
  );
  const isOpen = isSound(subject) && subject.prover.reachesNoClass() === 'unproved';
  const all = isOpen ? [issue('lint/unproved', { of: 'all', id: 'classes' }, placeAt(subject, ['classes']))] : [];
  return [...classes, ...criteria, ...all];
}

function isSound({ prover }: Subject): boolean {
  return prover.sound() !== 'no';
}

function classesThat(subject: Subject, reach: 'no' | 'unproved'): readonly string[] {
  if (!isSound(subject)) return [];
  return [...subject.set.classes.keys()].filter((_, place) => subject.prover.reachesClass(place) === reach);
}

/** Only criteria with a rule of their own: a group of parts that exclude each other is met by none, and may well be meant. */
function criteriaThat(subject: Subject, holds: (outcomes: CriterionReach) => boolean): readonly Criterion[] {
  if (!isSound(subject)) return [];
  return [...subject.set.criteria.values()].filter(
    ({ rule }, number) => rule.kind !== 'group' && holds(subject.prover.criterion(number)),
  );
}
