/** A piece of a text, and whether the other text has it too. */
export interface WordPart {
  readonly text: string;
  readonly same: boolean;
}

/** Beyond so many words a text is taken as a whole. */
const MOST_WORDS = 600;

/**
 * Which words of two texts are in both, in order.
 *
 * @example wordDiff('from 95 %', 'from 98 %').after // [{ text: 'from ', same: true }, { text: '98', same: false }, …]
 */
export function wordDiff(
  before: string,
  after: string,
): { readonly before: readonly WordPart[]; readonly after: readonly WordPart[] } {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  if (old.length > MOST_WORDS || now.length > MOST_WORDS) {
    return { before: [{ text: before, same: false }], after: [{ text: after, same: false }] };
  }
  const lengths = commonLengths(old, now);
  const kept = { old: new Set<number>(), now: new Set<number>() };
  let [i, j] = [0, 0];
  while (i < old.length && j < now.length) {
    if (old[i] === now[j]) {
      kept.old.add(i);
      kept.now.add(j);
      i += 1;
      j += 1;
    } else if ((lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0)) i += 1;
    else j += 1;
  }
  return { before: joined(old, kept.old), after: joined(now, kept.now) };
}

/** Words, numbers, signs and blanks, each apart. */
function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{M}\p{N}_.]+|\s+|./gu) ?? [];
}

/** The length of the longest common row of words from each pair of places on. */
function commonLengths(old: readonly string[], now: readonly string[]): readonly (readonly number[])[] {
  const lengths = Array.from({ length: old.length + 1 }, () => Array.from({ length: now.length + 1 }, () => 0));
  for (let i = old.length - 1; i >= 0; i -= 1) {
    const [row, below] = [lengths[i] ?? [], lengths[i + 1] ?? []];
    for (let j = now.length - 1; j >= 0; j -= 1) {
      row[j] = old[i] === now[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return lengths;
}

function joined(words: readonly string[], kept: ReadonlySet<number>): readonly WordPart[] {
  const parts: WordPart[] = [];
  for (const [index, text] of words.entries()) {
    const same = kept.has(index);
    const last = parts.at(-1);
    if (last !== undefined && last.same === same) parts[parts.length - 1] = { text: last.text + text, same };
    else parts.push({ text, same });
  }
  return parts;
}
