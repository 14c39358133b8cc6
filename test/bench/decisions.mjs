import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { CLASSES, classesByHand, reasonsByHand } from './by-hand.mjs';
import { createXasach } from './by-xasach.mjs';
import { drawCommunes } from './communes.mjs';
import { CONTENDERS, FEWER, ROWS } from './contenders.mjs';
import { withMeasures } from './decision.mjs';
import { createJsonLogic } from './json-logic.mjs';
import { createJsonRules } from './json-rules.mjs';
import { ratio, timeInTurn } from './rounds.mjs';
import { printTable } from './table.mjs';
import { createZen } from './zen.mjs';

const ROUNDS = 9;

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
  await checkEqual(drawCommunes(ROWS));
  const timings = await timeAll();
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

/** Times every contender in its own process, one at a time. */
async function timeAll() {
  const processes = Object.entries(CONTENDERS).map(([id, { label, rows }]) => {
    const child = fork(join(import.meta.dirname, 'contender-process.mjs'), [id]);
    const run = async () => {
      child.send('run');
      const [time] = await once(child, 'message');
      return Number(time);
    };
    return { id, label, rows, child, run };
  });
  try {
    return await timeInTurn(processes, ROUNDS);
  } finally {
    for (const { child } of processes) child.disconnect();
  }
}

/** @param {number} times */
function rounded(times) {
  return times >= 0.1 ? times.toFixed(2) : `1/${(1 / times).toFixed(0)}`;
}

/** Every class by every engine, before anything is timed. @param {ReturnType<typeof drawCommunes>} communes */
async function checkEqual(communes) {
  const xasach = createXasach(communes);
  const measured = communes.map(withMeasures);
  const [jsonRules, jsonLogic, zen] = [createJsonRules(), createJsonLogic(), createZen()];
  const names = [...classesByHand(communes)].map((place) => CLASSES[place] ?? '');
  const ids = [...xasach.set.classes.keys()];
  expectSame(
    'xasach',
    names,
    [...xasach.assess().classes].map((place) => ids[place]),
  );
  expectSame(
    'the loop with reasons',
    names,
    communes.map((commune) => CLASSES[reasonsByHand(commune).class]),
  );
  expectSame('json-logic-engine', names, measured.map(jsonLogic));
  expectSame('zen-engine', names, await Promise.all(measured.slice(0, FEWER.zen).map(zen)));
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
