/** The CSV report, loaded only where it is asked for: what writes CSV is of no use to the others. */
export { writeCsv } from '../report/index.ts';
