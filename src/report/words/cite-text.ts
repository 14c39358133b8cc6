import type { Cite, CriteriaSet } from '../../criteria/index.ts';
import { type Lang, messagesIn } from '../../messages/index.ts';
import { harmless } from '../plain/harmless.ts';

/** `Đ4.k1.a`: article 4, clause 1, point a. */
const CLAUSE = /^Đ(\d+\p{L}?)(?:\.k(\d+\p{L}?))?(?:\.(\p{L}))?$/u;

/**
 * A clause in words, without its document.
 *
 * @example clauseText({ source: 'qd28', clause: 'Đ4.k1.a' }, set, 'vi') // 'điểm a khoản 1 Điều 4'
 */
export function clauseText({ source, clause }: Cite, set: CriteriaSet, lang: Lang): string {
  const match = CLAUSE.exec(clause.normalize('NFC'));
  if (match === null) return harmless(clause || (set.sources.get(source)?.document[lang] ?? source));
  const [, article = '', number, point] = match;
  return messagesIn(lang).report.clause({ article, clause: number ?? null, point: point ?? null });
}

/**
 * A clause in words with its document.
 *
 * @example citation({ source: 'qd28', clause: 'Đ6.k1' }, set, 'vi') // 'khoản 1 Điều 6, 28/2025/QĐ-TTg'
 */
export function citation(cite: Cite, set: CriteriaSet, lang: Lang): string {
  const document = harmless(set.sources.get(cite.source)?.document[lang] ?? cite.source);
  return cite.clause === '' ? document : `${clauseText(cite, set, lang)}, ${document}`;
}
