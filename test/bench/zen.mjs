import { ZenEngine } from '@gorules/zen-engine';
import { DRUG_FREE, FIRST, SECOND, SECOND_OR_HIGHER, TESTS, THIRD, THIRD_OR_HIGHER } from './decision.mjs';

/**
 * (e) The decision in GoRules ZEN: one node of expressions, a criterion each, then the class.
 *
 * @returns {(commune: object) => Promise<string>}
 */
export function createZen() {
  const expressions = [
    ...Object.entries(TESTS).map(([id, test]) => ({ key: keyOf(id), value: expressionOf(test) })),
    { key: keyOf('I.e'), value: letterE(SECOND_OR_HIGHER) },
    { key: keyOf('II.e'), value: letterE(THIRD_OR_HIGHER) },
    {
      key: 'class',
      value: [
        `${DRUG_FREE.map(own).join(' and ')} ? 'drug_free'`,
        `${atLeast(3, FIRST.map(own))} ? 'key_1'`,
        `${atLeast(3, SECOND.map(own))} ? 'key_2'`,
        `${THIRD.map(own).join(' or ')} ? 'key_3' : 'other'`,
      ].join(' : '),
    },
  ];
  const decision = new ZenEngine().createDecision({
    nodes: [
      { id: 'in', name: 'in', type: 'inputNode', position: { x: 0, y: 0 } },
      {
        id: 'criteria',
        name: 'criteria',
        type: 'expressionNode',
        position: { x: 1, y: 0 },
        content: { expressions: expressions.map((expression, index) => ({ id: String(index), ...expression })) },
      },
      { id: 'out', name: 'out', type: 'outputNode', position: { x: 2, y: 0 } },
    ],
    edges: [
      { id: '1', sourceId: 'in', targetId: 'criteria', type: 'edge' },
      { id: '2', sourceId: 'criteria', targetId: 'out', type: 'edge' },
    ],
  });
  return async (commune) => (await decision.evaluate(commune)).result.class;
}

/** @param {string} id */
function keyOf(id) {
  return id.replace('.', '_');
}

/** What an earlier expression of the node gave. @param {string} id */
function own(id) {
  return `$.${keyOf(id)}`;
}

/** @param {import('./decision.mjs').Test} test @returns {string} */
function expressionOf(test) {
  if ('all' in test) return `(${test.all.map(expressionOf).join(' and ')})`;
  if ('any' in test) return `(${test.any.map(expressionOf).join(' or ')})`;
  const [figure, operator, line] = test;
  return `${figure} ${operator} ${line}`;
}

/** @param {number} count @param {readonly string[]} conditions */
function atLeast(count, conditions) {
  return `(${conditions.map((condition) => `((${condition}) ? 1 : 0)`).join(' + ')}) >= ${count}`;
}

/** @param {readonly (readonly string[])[]} letters */
function letterE(letters) {
  return `key_route in ['intra', 'inter'] and ${atLeast(
    2,
    letters.map((ids) => ids.map(own).join(' or ')),
  )}`;
}
