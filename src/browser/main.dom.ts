import { readData } from './page-data.dom.ts';
import { upgradeRanking } from './ranking.dom.ts';
import { openUnits } from './unit.dom.ts';

const data = readData();
const shown = upgradeRanking(data);
if (data !== null) openUnits(data, shown);
