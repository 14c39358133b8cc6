export type Delimiter = ';' | ',' | '\t' | '|';

/** In the order they win a draw: Excel in Vietnamese writes the semicolon. */
const DELIMITERS: readonly Delimiter[] = [';', ',', '\t', '|'];
const HEAD_LINES = 50;
const HEAD_CHARACTERS = 65_536;

/** The delimiter that a first line `sep=;` declares to spreadsheets; `null` where there is none. */
export function declaredDelimiter(text: string): Delimiter | null {
  const [, sign] = /^"?sep=([;,\t|])"?[;,\t| ]*(?:\n|$)/i.exec(text.slice(0, 100)) ?? [];
  return DELIMITERS.find((delimiter) => delimiter === sign) ?? null;
}

/**
 * Which character parts the fields: the one that most consistently cuts the first lines into many fields (lines of the
 * commonest width × log of that width).
 *
 * @param text CSV with line feeds only.
 */
export function detectDelimiter(text: string): Delimiter {
  const head = text
    .slice(0, HEAD_CHARACTERS)
    .split('\n')
    .slice(0, HEAD_LINES)
    .filter((line) => line.trim() !== '');
  const best = DELIMITERS.map((delimiter) => ({ delimiter, score: consistency(head, delimiter) }))
    .filter(({ score }) => score > 0)
    .reduce<{ delimiter: Delimiter; score: number } | null>((a, b) => (a !== null && a.score >= b.score ? a : b), null);
  return best?.delimiter ?? ',';
}

function consistency(lines: readonly string[], delimiter: Delimiter): number {
  const linesOfWidth = new Map<number, number>();
  for (const line of lines) {
    const width = fieldsIn(line, delimiter);
    linesOfWidth.set(width, (linesOfWidth.get(width) ?? 0) + 1);
  }
  return Math.max(0, ...[...linesOfWidth].map(([width, count]) => count * Math.log(width)));
}

function fieldsIn(line: string, delimiter: Delimiter): number {
  let fields = 1;
  let quoted = false;
  for (const character of line) {
    if (character === '"') quoted = !quoted;
    else if (character === delimiter && !quoted) fields += 1;
  }
  return fields;
}
