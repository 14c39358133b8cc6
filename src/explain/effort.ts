import type { Program } from '../assess/index.ts';

/** What a search does again and again. */
type Kind =
  /** Branches that are looked at. */
  | 'branch'
  /** Questions that are looked for where figures are missing: each takes as long as a branch without them. */
  | 'question'
  /** Ways that are sought by taking back. */
  | 'reduction';

/** What the searches of a unit may still do before they give up. It is counted, not timed: so the same figures give the same. */
export interface Effort {
  readonly spend: (kind: Kind) => void;
  readonly isSpent: (kind: Kind) => boolean;
  /** Half of what is left, for a search after which others may come; what that spends is spent here too. */
  readonly half: () => Effort;
}

type Left = Readonly<Record<Kind, number>>;

const MOST: Left = { branch: 2000, question: 30_000, reduction: 12 };
/** On a sheet of points each takes longer. */
const MOST_ON_SHEETS: Left = { branch: 300, question: 1000, reduction: 12 };

/** What the searches of one unit may do together. */
export function effortFor({ sheet }: Program): Effort {
  return effortOf(sheet === null ? MOST : MOST_ON_SHEETS, null);
}

function effortOf(most: Left, spendToo: ((kind: Kind) => void) | null): Effort {
  const left = { ...most };
  const spend = (kind: Kind): void => {
    left[kind] -= 1;
    spendToo?.(kind);
  };
  const halved = (count: number): number => Math.ceil(count / 2);
  return {
    spend,
    isSpent: (kind) => left[kind] <= 0,
    half: () =>
      effortOf(
        { branch: halved(left.branch), question: halved(left.question), reduction: halved(left.reduction) },
        spend,
      ),
  };
}
