/** The functions of the language and how many arguments they take; `most` is `null` where there is no limit. */
export const FUNCTIONS: ReadonlyMap<string, { readonly least: number; readonly most: number | null }> = new Map([
  ['min', { least: 2, most: null }],
  ['max', { least: 2, most: null }],
  ['abs', { least: 1, most: 1 }],
]);
