import { type CriteriaSet, shareOfColumn } from '../../criteria/index.ts';
import { type Lang, messagesIn } from '../../messages/index.ts';
import type { ClassProofs, Figure, Moves, Proof, Witness } from '../../prove/index.ts';
import type { Diffed } from '../diffed.ts';
import { classNames } from './class-names.ts';
import { labelOf, valueLabel, yesOrNo } from './finding-text.ts';
import { exactNumber } from './figure-text.ts';

/** What is proved of one class, or of the certificate, in words and apart from how it is laid out. */
export interface ProofText {
  readonly label: string;
  readonly verdict: string;
  /** Units that show it. */
  readonly examples: readonly string[];
}

/** What is proved of every class and of the certificate. */
export function proofTexts(
  { classes, certified, limits }: ClassProofs,
  diffed: Diffed,
  lang: Lang,
): readonly ProofText[] {
  const words = messagesIn(lang).diff.proofs;
  const { base, revision } = diffed;
  const certifies = [base, revision].some((set) => [...set.classes.values()].some((own) => own.certifies));
  const nameOf = classNames(diffed, lang);
  const told = (label: string, proof: Proof): ProofText => ({
    label,
    verdict: words.verdicts[verdictOf(proof, limits)],
    examples: [
      ...exampleOf(proof.losing, words.losing, diffed, lang),
      ...exampleOf(proof.gaining, words.gaining, diffed, lang),
    ],
  });
  return [
    ...[...classes].map(([id, proof]) => told(nameOf(id, revision, base), proof)),
    ...(certifies ? [told(words.certified, certified)] : []),
  ];
}

/** What is not proved says why. */
function verdictOf(
  { direction }: Proof,
  { clashes, apart }: ClassProofs['limits'],
): Proof['direction'] | 'apart' | 'clash' {
  if (clashes.length > 0) return 'clash';
  return direction === 'unproved' && apart.length > 0 ? 'apart' : direction;
}

/** What limits the proofs. */
export function limitTexts({ limits }: ClassProofs, { revision }: Diffed, lang: Lang): readonly string[] {
  const words = messagesIn(lang).diff.proofs;
  const labels = (ids: readonly string[]): readonly string[] => ids.map((id) => labelOf(revision, id, lang));
  return [
    ...(limits.clashes.length === 0 ? [] : [words.clashes(labels(limits.clashes))]),
    ...(limits.narrowed.length === 0 ? [] : [words.narrowed(labels(limits.narrowed))]),
    ...(limits.apart.length === 0 ? [] : [words.apart(labels(limits.apart))]),
    ...(limits.rolledUp ? [words.rolledUp] : []),
  ];
}

function exampleOf(
  moves: Moves,
  words: (figures: readonly string[]) => string,
  diffed: Diffed,
  lang: Lang,
): readonly string[] {
  return moves.kind === 'yes' ? [words(figureTexts(moves.witness, diffed, lang))] : [];
}

/** The figures that are something; the others are named together. */
function figureTexts({ figures }: Witness, { base, revision }: Diffed, lang: Lang): readonly string[] {
  const words = messagesIn(lang);
  const shown = figures.filter(isSomething);
  const texts = shown.map((figure) => {
    const [old = null, now = null] = figure.indicators;
    const set = now === null ? base : revision;
    const id = now ?? old ?? '';
    const label = partLabel(set, id, lang);
    const named = figure.periodsAgo === 0 ? label : words.report.periodsAgo(label, figure.periodsAgo);
    return words.diff.proofs.figure(named, valueText(figure, set, id, lang));
  });
  return shown.length < figures.length ? [...texts, words.diff.proofs.allElse(texts.length > 0)] : texts;
}

function isSomething({ value }: Figure): boolean {
  return typeof value === 'object' ? value.num !== 0n : value !== false;
}

/** The label of an indicator, or of a part that a rolled-up share is made of. */
function partLabel(set: CriteriaSet, id: string, lang: Lang): string {
  const share = shareOfColumn(id);
  if (share === null) return labelOf(set, id, lang);
  const { shareCount, shareUnits } = messagesIn(lang).diff.proofs;
  const label = labelOf(set, share.id, lang);
  return share.part === 'count' ? shareCount(label) : shareUnits(label);
}

/** Exactly: rounded, an example need not show what it is an example of. */
function valueText({ value }: Figure, set: CriteriaSet, id: string, lang: Lang): string {
  if (typeof value === 'boolean') return yesOrNo(value, lang);
  if (typeof value === 'string') return valueLabel(set, id, value, lang);
  return exactNumber(value, set.indicators.get(id), lang);
}
