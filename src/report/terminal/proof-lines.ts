import { messagesIn } from '../../messages/index.ts';
import type { Diffed } from '../diffed.ts';
import { section } from './head.ts';
import { wrap } from './layout.ts';
import type { Style } from '../style.ts';
import { limitTexts, proofTexts } from '../words/proof-texts.ts';

/** The proofs on a terminal. */
export function proofLines(diffed: Diffed, style: Style): readonly string[] {
  const { proofs } = diffed;
  if (proofs === null) return [];
  const { lang, width, paint } = style;
  const lines = proofTexts(proofs.classes, diffed, lang).flatMap(({ label, verdict, examples }) => [
    ...wrap(`${label}: ${verdict}`, width - 2),
    ...examples.flatMap((example) => wrap(example, width - 4, '  ').map((line) => paint.dim(line))),
  ]);
  const limits = limitTexts(proofs.classes, diffed, lang).flatMap((line) => wrap(line, width - 2));
  return section(messagesIn(lang).diff.proofs.title, [...lines, ...limits], style);
}
