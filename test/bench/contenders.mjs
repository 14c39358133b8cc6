import { PASS } from '../../dist/index.js';
import { classesByHand, reasonsByHand } from './by-hand.mjs';
import { createXasach } from './by-xasach.mjs';
import { drawCommunes } from './communes.mjs';
import { withMeasures } from './decision.mjs';
import { createJsonLogic } from './json-logic.mjs';
import { createJsonRules } from './json-rules.mjs';
import { createZen } from './zen.mjs';

export const ROWS = 100_000;
/** The slow ones decide fewer rows; their times are scaled to all. */
export const FEWER = { jsonRules: 500, zen: 2000 };

/**
 * What is timed. `create` draws the communes and makes the engine; what it returns decides all of them once.
 *
 * @type {Readonly<Record<string, Readonly<{ label: string, rows: number, create: () => () => unknown }>>>}
 */
export const CONTENDERS = {
  a: {
    label: 'loop by hand, class only',
    rows: ROWS,
    create: () => {
      const communes = drawCommunes(ROWS);
      return () => classesByHand(communes);
    },
  },
  b: {
    label: 'loop by hand, a reason for each criterion',
    rows: ROWS,
    create: () => {
      const communes = drawCommunes(ROWS);
      return () => {
        let seen = 0;
        for (const commune of communes) seen += sumByHand(reasonsByHand(commune));
        return seen;
      };
    },
  },
  c: {
    label: 'json-rules-engine, class only',
    rows: FEWER.jsonRules,
    create: () => {
      const communes = measured(FEWER.jsonRules);
      const decide = createJsonRules();
      return async () => {
        for (const commune of communes) await decide(commune);
      };
    },
  },
  d: {
    label: 'json-logic-engine compiled, class only',
    rows: ROWS,
    create: () => {
      const communes = measured(ROWS);
      const decide = createJsonLogic();
      return () => {
        for (const commune of communes) decide(commune);
      };
    },
  },
  e: {
    label: '@gorules/zen-engine, class only',
    rows: FEWER.zen,
    create: () => {
      const communes = measured(FEWER.zen);
      const decide = createZen();
      return async () => {
        for (const commune of communes) await decide(commune);
      };
    },
  },
  f: {
    label: 'xasach, class and verdict',
    rows: ROWS,
    create: () => createXasach(drawCommunes(ROWS)).assess,
  },
  g: {
    label: 'xasach, all reasons',
    rows: ROWS,
    create: () => {
      const xasach = createXasach(drawCommunes(ROWS));
      return () => {
        let seen = 0;
        xasach.withReasons((reasons) => {
          seen += sumByXasach(reasons);
        });
        return seen;
      };
    },
  },
  h: {
    label: 'xasach, objects into columns',
    rows: ROWS,
    create: () => createXasach(drawCommunes(ROWS)).columns,
  },
};

/** The peers take rates that are worked out before: only their rules are measured. @param {number} rows */
function measured(rows) {
  return drawCommunes(ROWS).slice(0, rows).map(withMeasures);
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
  let sum = finding.state === PASS ? 1 : 0;
  if (finding.kind === 'comparison') {
    const { num, den } = finding.margin;
    sum += Number(num) / Number(den);
  } else if (finding.kind === 'group') for (const part of finding.of) sum += sumOfFinding(part);
  return sum;
}
