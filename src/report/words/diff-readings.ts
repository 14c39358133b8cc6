import { type Lang, messagesIn } from '../../messages/index.ts';
import type { Diffed } from '../diffed.ts';
import { type AppliedReading, appliedReadings } from './applied-readings.ts';

/** An ambiguous clause with the answers that two sets were compared under. */
export interface DiffReading {
  readonly question: string;
  /** One answer where it is that of both, else one of each set that has the clause. */
  readonly answers: readonly string[];
}

/** The readings that two sets were compared under: what a diff says holds under these alone. */
export function diffReadings({ base, revision }: Diffed, lang: Lang): readonly DiffReading[] {
  const { before, after } = messagesIn(lang).diff.impact.columns;
  const sides = [
    { label: before, readings: appliedReadings(base, lang) },
    { label: after, readings: appliedReadings(revision, lang) },
  ];
  const ids = new Set(sides.toReversed().flatMap(({ readings }) => readings.map(({ id }) => id)));
  return [...ids].map((id) => {
    const own = sides.flatMap(({ label, readings }) =>
      readings.filter((reading) => reading.id === id).map((reading) => ({ label, reading, text: answerText(reading) })),
    );
    const isSame = own.length === sides.length && new Set(own.map(({ text }) => text)).size === 1;
    return {
      question: own.at(-1)?.reading.question ?? id,
      answers: isSame ? own.slice(1).map(({ text }) => text) : own.map(({ label, text }) => `${label}: ${text}`),
    };
  });
}

/** The same, a sentence or two for each clause. */
export function diffReadingTexts(diffed: Diffed, lang: Lang): readonly string[] {
  const { reading } = messagesIn(lang).report;
  return diffReadings(diffed, lang).map(({ question, answers }) => [question, ...answers.map(reading)].join(' '));
}

function answerText({ id, chosen, answer }: AppliedReading): string {
  return `${answer} (${id} = ${chosen})`;
}
