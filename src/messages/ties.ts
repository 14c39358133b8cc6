/** How units are placed that are equal on all keys of the order, as a criteria file says it. */
export type TiesWord = 'competition' | 'dense' | 'ordinal';

/** Each with the places of four units of which the second and the third are equal; the same in every language. */
export const TIES: Readonly<Record<TiesWord, string>> = {
  competition: 'competition, 1-2-2-4',
  dense: 'dense, 1-2-2-3',
  ordinal: 'ordinal, 1-2-3-4',
};
