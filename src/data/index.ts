export type * from './dataset.ts';
export { canonicalKey } from './canonical-key.ts';
export { type DataFile, readCsv } from './read-csv.ts';
export { nearestSpellings } from './nearest.ts';
export { datasetFromRows } from './rows.ts';
