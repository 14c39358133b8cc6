import { Engine } from 'json-rules-engine';
import { DRUG_FREE, FIRST, SECOND, SECOND_OR_HIGHER, TESTS, THIRD, THIRD_OR_HIGHER } from './decision.mjs';

const OPERATORS = {
  '>=': 'greaterThanInclusive',
  '>': 'greaterThan',
  '<': 'lessThan',
  '==': 'equal',
};

/**
 * (c) The decision in json-rules-engine, its rules chained as its manual shows: a rule for each criterion that adds a fact,
 * then letter đ, then the classes in the order in which they are tried, until one holds. It has no "at least three of
 * five"; a fact counts them.
 *
 * @returns {(commune: object) => Promise<string>}
 */
export function createJsonRules() {
  const engine = new Engine([], { allowUndefinedFacts: true });
  for (const [id, test] of Object.entries(TESTS)) addCriterion(engine, 6, id, grouped(conditionOf(test)));
  addCount(engine, 'second_or_higher', SECOND_OR_HIGHER);
  addCount(engine, 'third_or_higher', THIRD_OR_HIGHER);
  addCriterion(engine, 5, 'I.e', letterE('second_or_higher'));
  addCriterion(engine, 5, 'II.e', letterE('third_or_higher'));
  addCount(engine, 'drug_free', asLetters(DRUG_FREE));
  addCount(engine, 'first', asLetters(FIRST));
  addCount(engine, 'second', asLetters(SECOND));
  addCount(engine, 'third', asLetters(THIRD));
  addClass(engine, 4, 'drug_free', counted('drug_free', 3));
  addClass(engine, 3, 'key_1', counted('first', 3));
  addClass(engine, 2, 'key_2', counted('second', 3));
  addClass(engine, 1, 'key_3', counted('third', 1));
  return async (commune) => (await engine.run(commune)).events.at(-1)?.params?.class ?? 'other';
}

/**
 * A rule that adds the fact of its criterion; rules of higher priority come first.
 *
 * @param {Engine} engine
 * @param {number} priority
 * @param {string} id
 * @param {import('json-rules-engine').TopLevelCondition} conditions
 */
function addCriterion(engine, priority, id, conditions) {
  const onSuccess = (_event, almanac) => void almanac.addFact(id, true);
  engine.addRule({ conditions, event: { type: 'criterion' }, priority, onSuccess });
}

/**
 * @param {Engine} engine
 * @param {number} priority
 * @param {string} id
 * @param {import('json-rules-engine').NestedCondition} condition
 */
function addClass(engine, priority, id, condition) {
  const event = { type: 'class', params: { class: id } };
  engine.addRule({ conditions: { all: [condition] }, event, priority, onSuccess: () => void engine.stop() });
}

/**
 * A fact that counts the letters of which a criterion is met.
 *
 * @param {Engine} engine
 * @param {string} name
 * @param {readonly (readonly string[])[]} letters
 */
function addCount(engine, name, letters) {
  engine.addFact(name, async (_params, almanac) => {
    let met = 0;
    for (const ids of letters) {
      const states = await Promise.all(ids.map((id) => almanac.factValue(id)));
      if (states.includes(true)) met += 1;
    }
    return met;
  });
}

/** @param {readonly string[]} ids */
function asLetters(ids) {
  return ids.map((id) => [id]);
}

/** @param {import('./decision.mjs').Test} test */
function conditionOf(test) {
  if ('all' in test) return { all: test.all.map(conditionOf) };
  if ('any' in test) return { any: test.any.map(conditionOf) };
  const [fact, operator, value] = test;
  return { fact, operator: OPERATORS[operator], value };
}

/** The conditions of a rule are an `all` or an `any`. */
function grouped(condition) {
  return 'fact' in condition ? { all: [condition] } : condition;
}

/** @param {string} letters */
function letterE(letters) {
  return { all: [{ fact: 'key_route', operator: 'in', value: ['intra', 'inter'] }, counted(letters, 2)] };
}

/**
 * @param {string} fact
 * @param {number} least
 */
function counted(fact, least) {
  return { fact, operator: 'greaterThanInclusive', value: least };
}
