import { type Grid, readGrid } from '../data/index.ts';
import { messagesIn } from '../messages/index.ts';
import { sheetsOf } from '../node/index.ts';
import {
  checkCounts,
  type CheckedData,
  writeCheckCsv,
  writeCheckJson,
  writeCheckPage,
  writeCheckWorkbook,
} from '../report/index.ts';
import { assessFiles, failed, filesOf, objectsTo } from './assessment.ts';
import type { Outcome, Request } from './request.ts';
import { isDataFault } from './exit-code.ts';
import type { Witnessed } from './understand.ts';

/** Whoever mends a file wants to know of every cell; a file with more faults of one kind has one fault. */
const KEPT = 1000;

/** `xasach check`: what is wrong with the data; faults of the data are its result, faults of the criteria are not. */
export async function check(request: Request): Promise<Outcome> {
  const seen: Witnessed[] = [];
  const { issues } = await assessFiles(request, { kept: KEPT, witness: (witnessed) => seen.push(witnessed) });
  const obstacles = issues.filter((found) => found.severity === 'error' && !isDataFault(found));
  const [witnessed] = seen;
  if (obstacles.length > 0 || witnessed === undefined) return failed(obstacles.length > 0 ? obstacles : issues);
  const { options, style } = request;
  const checked = { issues, set: witnessed.set, dataset: witnessed.data.dataset };
  return {
    output: await render(checked, witnessed, request),
    issues: [],
    ...(options.output === null
      ? {}
      : { written: messagesIn(style.lang).cli.written(options.output, checkCounts(checked, style.lang)) }),
    objected: objectsTo(issues, options.failOn),
    read: filesOf(request),
  };
}

async function render(
  checked: CheckedData,
  witnessed: Witnessed,
  { format, style, options }: Request,
): Promise<string | Uint8Array> {
  switch (format) {
    case 'csv':
      return writeCheckCsv(checked, { lang: style.lang, excel: options.excel });
    case 'json':
      return writeCheckJson(checked, style.lang);
    case 'xlsx':
      return writeCheckWorkbook(checked, await gridsOf(witnessed, options), style.lang);
    default:
      return writeCheckPage(checked, style);
  }
}

/** The cells of the files that can be read as cells. */
async function gridsOf({ data }: Witnessed, { encoding, sheet }: Request['options']): Promise<readonly Grid[]> {
  const grids: Grid[] = [];
  for (const file of data.files) {
    for (const wanted of sheetsOf(file, sheet)) {
      const grid = await readGrid(file, { encoding, sheet: wanted });
      if (grid.ok) grids.push(grid.value);
    }
  }
  return grids;
}
