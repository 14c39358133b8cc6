/**
 * A text as it is searched: without case, diacritics or `đ`, so that `nghe an` finds `Nghệ An`.
 */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .replaceAll(/[đĐ]/gu, 'd')
    .toLowerCase();
}
