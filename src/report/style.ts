import type { Lang } from '../messages/index.ts';

/** How parts of a text stand out on a terminal; each keeps the text's letters and width. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly warn: (text: string) => string;
}

const same = (text: string): string => text;

/** No colour: for files and pipes. */
export const PLAIN: Paint = { bold: same, dim: same, good: same, bad: same, warn: same };

/** For whom and for where a report is written. */
export interface Style {
  readonly lang: Lang;
  /** Columns of the terminal; `Infinity` shortens nothing. */
  readonly width: number;
  readonly paint: Paint;
  /** Whether warnings are left out: then nothing says where they stand. */
  readonly isQuiet?: boolean;
}

/** Refuses what says nothing of the reader, such as a style that was left out. @throws {RangeError} */
export function requireReader(style: Pick<Style, 'lang'> | null | undefined): void {
  if (typeof style?.lang !== 'string') throw new RangeError('no language of a reader: give { lang }');
}

/** Refuses what nothing can be laid out by. @throws {RangeError} */
export function requireStyle(style: Partial<Style> | null | undefined): void {
  const isWhole = typeof style?.lang === 'string' && typeof style.width === 'number' && style.paint !== undefined;
  if (!isWhole) throw new RangeError('no style: give { lang, width, paint }');
}
