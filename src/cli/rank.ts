import { writeRanking } from '../report/index.ts';
import { reportUnits } from './report-units.ts';
import type { Outcome, Request } from './request.ts';

/** `xasach rank`: the units in order, with equal places. A JSON result keeps the order of the data, as the contract says. */
export async function rank(request: Request): Promise<Outcome> {
  return reportUnits(request, { writeTable: writeRanking, isRanked: request.format !== 'json' });
}
