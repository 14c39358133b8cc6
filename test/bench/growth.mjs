import { compile, datasetFromRows } from '../../dist/index.js';
import { setIn } from './by-xasach.mjs';
import { timeInTurn } from './rounds.mjs';
import { printTable } from './table.mjs';

const ROUNDS = 5;
/** Doubling, so that every line of the table must take twice as long as the one above. */
const ROWS = [25_000, 50_000, 100_000, 200_000];
const CRITERIA = [10, 20, 40, 80, 160];
const FEW_CRITERIA = 20;
const FEW_ROWS = 20_000;

/** How time grows with rows and with criteria. */
export async function measureGrowth() {
  const byRows = await timeInTurn(
    ROWS.map((rows) => assessing(String(rows), rows, FEW_CRITERIA)),
    ROUNDS,
  );
  const byCriteria = await timeInTurn(
    CRITERIA.map((criteria) => assessing(String(criteria), FEW_ROWS, criteria)),
    ROUNDS,
  );
  const most = Math.max(...ROWS);
  const perRow = byRows.map(({ median }, index) => ({ rows: ROWS[index] ?? 0, ns: (median * 1e6) / most }));
  const perCriterion = byCriteria.map(({ median }, index) => {
    const criteria = CRITERIA[index] ?? 1;
    return { criteria, ns: (median * 1e6) / FEW_ROWS / criteria };
  });
  printTable(
    `Growth with rows (${FEW_CRITERIA} criteria) and with criteria (${FEW_ROWS.toLocaleString('en')} rows)`,
    ['', 'ns for one row and criterion'],
    [
      ...perRow.map(({ rows, ns }) => [`${rows.toLocaleString('en')} rows`, (ns / FEW_CRITERIA).toFixed(1)]),
      ...perCriterion.map(({ criteria, ns }) => [`${criteria} criteria`, ns.toFixed(1)]),
    ],
  );
  return { perRow, perCriterion };
}

/**
 * @param {string} id
 * @param {number} rows
 * @param {number} criteria
 * @returns {import('./rounds.mjs').Contender}
 */
function assessing(id, rows, criteria) {
  const set = setIn(criteriaText(criteria), 'growth.yaml');
  const units = Array.from({ length: rows }, (_, row) => ({
    code: String(row),
    ...Object.fromEntries(Array.from({ length: criteria }, (__, index) => [`figure_${index}`, (row * 7 + index) % 13])),
  }));
  const dataset = datasetFromRows(units, set);
  const assessor = compile(set);
  return { id, label: id, rows, run: () => assessor.assess(dataset) };
}

/** A set of so many criteria, each on a figure of its own. @param {number} count */
function criteriaText(count) {
  const places = Array.from({ length: count }, (_, index) => index);
  return [
    'family: growth',
    'version: "1"',
    'status: draft',
    'title: { vi: Đo, en: Measured }',
    'unit: commune',
    'effective: { from: "2025-01-01" }',
    'reviewed: "2025-01-01"',
    'period: { kind: year, from: "01-01", to: "12-31" }',
    'sources: { here: { document: { vi: Đo, en: Measured }, date: "2025-01-01" } }',
    'indicators:',
    ...places.map((index) => `  figure_${index}: { label: { vi: Số ${index}, en: Figure ${index} }, type: count }`),
    'criteria:',
    ...places.map(
      (index) =>
        `  C.${index}: { cite: here, title: { vi: Số ${index}, en: Figure ${index} }, test: figure_${index} >= ${index % 13} }`,
    ),
    'classes:',
    '  good:',
    '    label: { vi: Đạt, en: Met }',
    '    certifies: true',
    `    when: { at_least: ${Math.ceil(count / 2)}, of: [${places.map((index) => `C.${index}`).join(', ')}] }`,
    '  other: { label: { vi: Không, en: Not met }, when: otherwise }',
    '',
  ].join('\n');
}
