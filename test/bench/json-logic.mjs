import { LogicEngine } from 'json-logic-engine';
import { DRUG_FREE, FIRST, SECOND, SECOND_OR_HIGHER, TESTS, THIRD, THIRD_OR_HIGHER } from './decision.mjs';

/**
 * (d) The decision in json-logic-engine, compiled to JavaScript. JsonLogic has no names for parts of a rule, so a criterion
 * is written out wherever it is asked for.
 *
 * @returns {(commune: object) => string}
 */
export function createJsonLogic() {
  const rule = {
    if: [
      { and: DRUG_FREE.map(criterion) },
      'drug_free',
      { '>=': [{ '+': FIRST.map(counted) }, 3] },
      'key_1',
      { '>=': [{ '+': SECOND.map(counted) }, 3] },
      'key_2',
      { or: THIRD.map(criterion) },
      'key_3',
      'other',
    ],
  };
  return new LogicEngine().build(rule);
}

/** @param {string} id */
function criterion(id) {
  if (id === 'I.e') return letterE(SECOND_OR_HIGHER);
  if (id === 'II.e') return letterE(THIRD_OR_HIGHER);
  const test = TESTS[id];
  if (test === undefined) throw new RangeError(`no criterion ${id}`);
  return logicOf(test);
}

/** @param {import('./decision.mjs').Test} test */
function logicOf(test) {
  if ('all' in test) return { and: test.all.map(logicOf) };
  if ('any' in test) return { or: test.any.map(logicOf) };
  const [figure, operator, line] = test;
  return { [operator]: [{ var: figure }, line] };
}

/** @param {string} id */
function counted(id) {
  return oneIf(criterion(id));
}

/** @param {object} condition */
function oneIf(condition) {
  return { if: [condition, 1, 0] };
}

/** @param {readonly (readonly string[])[]} letters */
function letterE(letters) {
  const met = letters.map((ids) => oneIf({ or: ids.map(criterion) }));
  return { and: [{ in: [{ var: 'key_route' }, ['intra', 'inter']] }, { '>=': [{ '+': met }, 2] }] };
}
