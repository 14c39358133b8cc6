/** Reads a CSV with csv-parse and does nothing with it but count: what reading costs before anything is decided. */
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';

let rows = 0;
for await (const record of createReadStream(process.argv[2]).pipe(parse())) rows += record.length > 0 ? 1 : 0;
process.stdout.write(`${rows}\n`);
