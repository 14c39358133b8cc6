import type { Change, Value } from '../../diff/index.ts';
import { printFormula } from '../../formula/index.ts';
import { dayText, type Lang, messagesIn, type Text } from '../../messages/index.ts';
import { classNames } from './class-names.ts';
import { clauseText } from '../words/cite-text.ts';
import type { Diffed } from '../diffed.ts';
import { harmless } from '../plain/harmless.ts';
import { placeText } from '../words/missing-text.ts';

/** A change in words, apart from how it is laid out. */
export interface ChangeText {
  /** `F.1`, or `A.3, C.4`; of what has no id, empty. */
  readonly subject: string;
  readonly kind: string;
  readonly direction: string;
  /** The title of what it is about, with the clause. */
  readonly about: string | null;
  readonly before: ValueText | null;
  readonly after: ValueText | null;
  /** Which classes it makes easier or harder to fall under. */
  readonly classes: string | null;
  /** That the direction is proved. */
  readonly proved: string | null;
  readonly office: string | null;
  readonly fingerprint: string;
  readonly accepted: string | null;
}

export interface ValueText {
  /** One line or several. */
  readonly lines: readonly string[];
  readonly place: string | null;
}

/** Writes a change in a language. */
export function changeText(change: Change, diffed: Diffed, lang: Lang): ChangeText {
  const words = messagesIn(lang).diff;
  const accepted = diffed.accepted.get(change.fingerprint);
  return {
    subject: change.subject.ids.map((id) => harmless(id)).join(', '),
    kind: words.kinds[change.id],
    direction: directionText(change, diffed, lang),
    about: aboutText(change, diffed, lang),
    before: valueText(change.before, change.inWords?.base ?? null, lang),
    after: valueText(change.after, change.inWords?.revision ?? null, lang),
    classes: classesText(change, diffed, lang),
    proved: change.basis === 'proved' ? words.proofs.proved : null,
    office: change.office === null ? null : words.office(harmless(change.office[lang])),
    fingerprint: words.fingerprint(change.fingerprint),
    accepted: accepted === undefined ? null : words.accepted(harmless(accepted.reason), dayText(accepted.until, lang)),
  };
}

/** Which way a change goes; of one that changes no class by itself, what it may change all the same. */
function directionText(change: Change, diffed: Diffed, lang: Lang): string {
  const words = messagesIn(lang).diff;
  if (change.direction === 'none' && mayMovePoints(change, diffed)) return words.pointsAlone;
  if (change.direction === 'none' && boundsMissing(change, diffed)) return words.checksAlone;
  return words.directions[change.direction];
}

/** Data checks: where figures are missing they say what these may be. */
const ABOUT_CHECKS: ReadonlySet<Change['id']> = new Set(['check-added', 'check-removed', 'check-changed']);

/** One that only warns bounds nothing. */
function boundsMissing({ id, subject }: Change, { base, revision }: Diffed): boolean {
  const strict = [...base.checks, ...revision.checks].filter(({ severity }) => severity === 'error');
  return ABOUT_CHECKS.has(id) && strict.some(({ rule }) => subject.ids.includes(printFormula(rule)));
}

/** Changes of points and of places themselves. */
const ABOUT_POINTS: ReadonlySet<Change['id']> = new Set([
  'points-moved',
  'points-changed',
  'bonus-changed',
  'cap-changed',
  'weight-changed',
  'score-model-changed',
  'rounding-changed',
  'rank-changed',
]);

/** Whether points or places can be others although no class is: also by what is asked of a criterion with points. */
function mayMovePoints({ id, subject, concerns }: Change, { base, revision }: Diffed): boolean {
  if (ABOUT_POINTS.has(id)) return true;
  const hasPoints = (own: string): boolean =>
    [base, revision].some(({ criteria }) => (criteria.get(own)?.points ?? null) !== null);
  return concerns === 'units' && subject.kind === 'criterion' && subject.ids.some(hasPoints);
}

function aboutText({ subject, cite }: Change, { base, revision }: Diffed, lang: Lang): string | null {
  const label = subject.label === null ? '' : harmless(subject.label[lang]);
  const set = cite !== null && revision.sources.has(cite.source) ? revision : base;
  const clause = cite === null ? '' : clauseText(cite, set, lang);
  if (label === '') return clause === '' ? null : clause;
  return clause === '' ? label : `${label} (${clause})`;
}

function valueText(value: Value | null, inWords: Text | null, lang: Lang): ValueText | null {
  const text = inWords ?? value?.text ?? null;
  if (text === null) return null;
  const at = value?.at ?? null;
  return {
    lines: text[lang].split('\n').map((line) => harmless(line)),
    place: at === null ? null : placeText(at),
  };
}

function classesText({ classes }: Change, diffed: Diffed, lang: Lang): string | null {
  const words = messagesIn(lang).diff.classes;
  const nameOf = classNames(diffed, lang);
  const parts = (['narrower', 'wider', 'either'] as const).flatMap((way) => {
    const own = classes.filter(({ effect }) => effect === way);
    const labels = own.map(({ class: id }) => nameOf(id, diffed.revision, diffed.base));
    return labels.length === 0 ? [] : [words[way](labels)];
  });
  return parts.length === 0 ? null : parts.join('; ');
}
