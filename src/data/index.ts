export type * from './dataset.ts';
export { canonicalKey } from './canonical-key.ts';
export { type DataFile, readCsv } from './read-csv.ts';
export { datasetFromRows } from './rows.ts';
export { GROUP_COLUMN_IDS, UNIT_COLUMN_IDS, UNIT_COLUMNS, type UnitColumn, type UnitColumnId } from './unit-columns.ts';
