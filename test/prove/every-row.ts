/** All rows of some figures. */
export function everyRow(
  figures: Readonly<Record<string, readonly unknown[]>>,
): readonly Readonly<Record<string, unknown>>[] {
  return Object.entries(figures).reduce<readonly Readonly<Record<string, unknown>>[]>(
    (rows, [id, values]) => rows.flatMap((row) => values.map((value) => ({ ...row, [id]: value }))),
    [{}],
  );
}
