import type { Cite, CriteriaSet } from '../../criteria/index.ts';
import { rememberedOf } from '../../formula/index.ts';
import { type Lang, messagesIn } from '../../messages/index.ts';
import { harmless } from '../plain/harmless.ts';

/** `Đ4.k1.a`: article 4, clause 1, point a. */
const CLAUSE = /^Đ(\d+\p{L}?)(?:\.k(\d+\p{L}?))?(?:\.(\p{L}))?$/u;
/** `nhiệm vụ 10`: a plan numbers the tasks that it gives. */
const TASK = /^nhiệm vụ (\d+)$/iu;

/**
 * A clause in words, where one knows which set it is of: without its document, unless criteria and classes of the set cite
 * more than one.
 *
 * @example clauseText({ source: 'qd28', clause: 'Đ4.k1.a' }, set, 'vi') // 'điểm a khoản 1 Điều 4'
 */
export function clauseText(cite: Cite, set: CriteriaSet, lang: Lang): string {
  return citesSeveral(set) ? citation(cite, set, lang) : clauseOrDocument(cite, set, lang);
}

/**
 * A clause in words with its document.
 *
 * @example citation({ source: 'qd28', clause: 'Đ6.k1' }, set, 'vi') // 'khoản 1 Điều 6, 28/2025/QĐ-TTg'
 */
export function citation(cite: Cite, set: CriteriaSet, lang: Lang): string {
  const document = documentOf(cite, set, lang);
  return cite.clause === '' ? document : `${clauseOrDocument(cite, set, lang)}, ${document}`;
}

function clauseOrDocument(cite: Cite, set: CriteriaSet, lang: Lang): string {
  const clause = cite.clause.normalize('NFC');
  const [, task] = TASK.exec(clause) ?? [];
  if (task !== undefined) return messagesIn(lang).report.task(task);
  const match = CLAUSE.exec(clause);
  if (match === null) return harmless(cite.clause || documentOf(cite, set, lang));
  const [, article = '', number, point] = match;
  return messagesIn(lang).report.clause({ article, clause: number ?? null, point: point ?? null });
}

function documentOf({ source }: Cite, { sources }: CriteriaSet, lang: Lang): string {
  return harmless(sources.get(source)?.document[lang] ?? source);
}

const citesSeveral = rememberedOf(({ criteria, classes }: CriteriaSet): boolean => {
  const cited = [...criteria.values(), ...classes.values()].flatMap(({ cite }) => cite?.source ?? []);
  return new Set(cited).size > 1;
});
