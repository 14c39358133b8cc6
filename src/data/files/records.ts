import { issue, type Position, requireText, type Result, type Text } from '../../messages/index.ts';
import { canonicalKey } from '../canonical-key.ts';
import { parseCsv } from './csv.ts';

/** A column of a table that is no table of figures. */
export interface RecordColumn {
  readonly id: string;
  readonly label: Text;
  readonly aliases: readonly string[];
  readonly required: boolean;
}

/** One row of such a table; a column the file lacks, or a blank, is ''. */
export interface Record {
  readonly line: number;
  readonly get: (id: string) => string;
  readonly at: (id: string) => Position;
}

/**
 * Reads a small table with known columns: a registry, a lineage.
 *
 * @param file Its name, for messages.
 * @param text The text of a CSV file.
 * @param columns What may stand in its header, by id, label or alias.
 */
export function readRecords(file: string, text: string, columns: readonly RecordColumn[]): Result<readonly Record[]> {
  requireText(text, 'text of a file');
  const grid = parseCsv(file, text.replace(/^\uFEFF/, '').normalize('NFC'));
  if (!grid.ok) return grid;
  const [header, ...rows] = grid.value.rows;
  const [headerLine, ...lines] = grid.value.lines;
  if (header === undefined) return { ok: false, issues: [issue('data/empty-file', {}, { position: { file } })] };
  const fields = fieldsOf(
    header.map((cell) => canonicalKey(String(cell ?? ''))),
    columns,
  );
  const position = { file, line: headerLine ?? 1 };
  const absent = columns.filter(({ id, required }) => required && !fields.has(id));
  const [first] = absent;
  if (first !== undefined) {
    const found = issue(
      'registry/missing-columns',
      { columns: absent.map(({ id, label }) => ({ id, label })) },
      { position },
    );
    return { ok: false, issues: [found] };
  }
  if (rows.length === 0) return { ok: false, issues: [issue('data/no-rows', {}, { position })] };
  const records = rows.map((row, index): Record => {
    const line = lines[index] ?? 0;
    const field = (id: string): number => fields.get(id) ?? -1;
    return {
      line,
      get: (id) => String(row[field(id)] ?? '').trim(),
      at: (id) => (fields.has(id) ? { file, line, column: field(id) + 1 } : { file, line }),
    };
  });
  return { ok: true, value: records, issues: grid.issues };
}

function fieldsOf(header: readonly string[], columns: readonly RecordColumn[]): ReadonlyMap<string, number> {
  const fields = new Map<string, number>();
  for (const { id, label, aliases } of columns) {
    const field = [id, label.vi, label.en, ...aliases]
      .map((name) => header.indexOf(canonicalKey(name)))
      .find((at) => at >= 0);
    if (field !== undefined) fields.set(id, field);
  }
  return fields;
}
