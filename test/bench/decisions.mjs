import { CLASSES, classesByHand, reasonsByHand } from './by-hand.mjs';
import { PASS } from '../../dist/index.js';
import { createXasach } from './by-xasach.mjs';
import { drawCommunes } from './communes.mjs';
import { withMeasures } from './decision.mjs';
import { createJsonLogic } from './json-logic.mjs';
import { createJsonRules } from './json-rules.mjs';
import { ratio, timeInTurn } from './rounds.mjs';
import { printTable } from './table.mjs';
import { createZen } from './zen.mjs';

const ROWS = 100_000;
const ROUNDS = 7;
/** The slow ones decide fewer rows; their times are scaled to all. */
const FEWER = { jsonRules: 500, zen: 2000 };

/** What must hold: the first takes at most `most` times as long as the second. */
const TARGETS = [
  { id: 'f', than: 'a', most: 1 },
  { id: 'g', than: 'b', most: 1 },
  { id: 'f', than: 'c', most: 1 / 100 },
  { id: 'f', than: 'd', most: 1 },
  { id: 'f', than: 'e', most: 1 / 50 },
];

/** The same decision on the same communes, by every engine. */
export async function measureDecisions() {
  const communes = drawCommunes(ROWS);
  const xasach = createXasach(communes);
  // The peers take rates that are worked out before: only their rules are measured.
  const measured = communes.map(withMeasures);
  const jsonRules = createJsonRules();
  const jsonLogic = createJsonLogic();
  const zen = createZen();

  await checkEqual(communes, { xasach, measured, jsonRules, jsonLogic, zen });
  let seen = 0;
  const timings = await timeInTurn(
    [
      { id: 'a', label: 'loop by hand, class only', rows: ROWS, run: () => classesByHand(communes) },
      {
        id: 'b',
        label: 'loop by hand, a reason for each criterion',
        rows: ROWS,
        run: () => {
          for (const commune of communes) seen += sumByHand(reasonsByHand(commune));
        },
      },
      {
        id: 'c',
        label: 'json-rules-engine, class only',
        rows: FEWER.jsonRules,
        run: async () => {
          for (const commune of measured.slice(0, FEWER.jsonRules)) await jsonRules(commune);
        },
      },
      {
        id: 'd',
        label: 'json-logic-engine compiled, class only',
        rows: ROWS,
        run: () => {
          for (const commune of measured) jsonLogic(commune);
        },
      },
      {
        id: 'e',
        label: '@gorules/zen-engine, class only',
        rows: FEWER.zen,
        run: async () => {
          for (const commune of measured.slice(0, FEWER.zen)) await zen(commune);
        },
      },
      { id: 'f', label: 'xasach, class and verdict', rows: ROWS, run: () => xasach.assess() },
      {
        id: 'g',
        label: 'xasach, all reasons',
        rows: ROWS,
        run: () => {
          xasach.withReasons((reasons) => {
            seen += sumByXasach(reasons);
          });
        },
      },
      { id: 'h', label: 'xasach, objects into columns', rows: ROWS, run: () => xasach.columns() },
    ],
    ROUNDS,
  );
  if (seen === 0) throw new Error('no reason was looked at');
  const byId = new Map(timings.map((timing) => [timing.id, timing]));
  const targets = TARGETS.map(({ id, than, most }) => {
    const [one, other] = [byId.get(id), byId.get(than)];
    if (one === undefined || other === undefined) throw new RangeError('a target names no contender');
    const times = ratio(one, other);
    return { target: `(${id}) ≤ ${rounded(most)} × (${than})`, ratio: times, reached: times <= most };
  });
  printTable(
    `QĐ 28/2025 on ${ROWS.toLocaleString('en')} communes, ${ROUNDS} rounds in turn, all results equal`,
    ['', 'median ms', 'least', 'most', '× (a)', 'ns a commune', 'rows timed'],
    timings.map((timing) => [
      `(${timing.id}) ${timing.label}`,
      timing.median.toFixed(1),
      timing.least.toFixed(1),
      timing.most.toFixed(1),
      ratio(timing, byId.get('a') ?? timing).toFixed(2),
      ((timing.median * 1e6) / ROWS).toFixed(0),
      timing.rows.toLocaleString('en'),
    ]),
  );
  printTable(
    'Targets',
    ['', 'measured', ''],
    targets.map(({ target, ratio: times, reached }) => [target, rounded(times), reached ? 'reached' : 'NOT reached']),
  );
  return { rows: ROWS, rounds: ROUNDS, timings, targets };
}

/** Looks at every reason, so that none is left unmade. @param {ReturnType<typeof reasonsByHand>} decided */
function sumByHand({ reasons }) {
  let sum = 0;
  for (const { met, comparisons } of reasons) {
    if (met) sum += 1;
    for (const { observed, required, margin } of comparisons) sum += observed + required + margin;
  }
  return sum;
}

/** The same of what xasach finds. */
function sumByXasach(findings) {
  let sum = 0;
  for (const finding of findings) sum += sumOfFinding(finding);
  return sum;
}

function sumOfFinding(finding) {
  const own = finding.state === PASS ? 1 : 0;
  if (finding.kind === 'comparison') return own + Number(finding.margin.num) / Number(finding.margin.den);
  return finding.kind === 'group' ? finding.of.reduce((sum, part) => sum + sumOfFinding(part), own) : own;
}

/** @param {number} times */
function rounded(times) {
  return times >= 0.1 ? times.toFixed(2) : `1/${(1 / times).toFixed(0)}`;
}

/** Every class by every engine, before anything is timed; and the reasons, one by one. */
async function checkEqual(communes, { xasach, measured, jsonRules, jsonLogic, zen }) {
  const classes = classesByHand(communes);
  const names = [...classes].map((place) => CLASSES[place] ?? '');
  const assessed = xasach.assess();
  const ids = [...xasach.set.classes.keys()];
  expectSame(
    'xasach',
    names,
    [...assessed.classes].map((place) => ids[place]),
  );
  expectSame(
    'the loop with reasons',
    names,
    communes.map((commune) => CLASSES[reasonsByHand(commune).class]),
  );
  expectSame('json-logic-engine', names, measured.map(jsonLogic));
  const few = measured.slice(0, FEWER.zen);
  expectSame('zen-engine', names, await Promise.all(few.map(zen)));
  // One run at a time: an engine that stops stops every run.
  const ruled = [];
  for (const commune of measured.slice(0, FEWER.jsonRules)) ruled.push(await jsonRules(commune));
  expectSame('json-rules-engine', names, ruled);
  if (new Set(names).size !== CLASSES.length) throw new Error('not every class occurs');
}

/** @param {string} who @param {readonly string[]} expected @param {readonly (string | undefined)[]} found */
function expectSame(who, expected, found) {
  const wrong = found.findIndex((name, row) => name !== expected[row]);
  if (found.length === 0 || wrong !== -1) {
    throw new Error(`${who} says ${found[wrong]} of commune ${wrong}, which is ${expected[wrong]}`);
  }
}
