/**
 * The decision as data, for engines whose rules are JSON: criteria as comparisons joined by all and any, and which of them
 * each class counts. Default readings of QĐ 28/2025/QĐ-TTg, Đ4 and Đ6.
 */

/** @typedef {readonly [figure: string, operator: '>=' | '>' | '<' | '==', line: number]} Line */
/** @typedef {Line | Readonly<{ all: readonly Test[] }> | Readonly<{ any: readonly Test[] }>} Test */

/** @type {Readonly<Record<string, Test>>} */
export const TESTS = {
  'I.a': ['drug_rate', '>=', 0.005],
  'I.b': ['use_points', '>=', 2],
  'I.c': ['offender_rate', '>=', 0.001],
  'I.d': {
    any: [
      ['plants_destroyed', '>=', 3000],
      ['plant_area_m2', '>=', 750],
    ],
  },
  'II.a': between('drug_rate', 0.001, 0.005),
  'II.b': ['use_points', '==', 1],
  'II.c': between('offender_rate', 0.0005, 0.001),
  'II.d': { any: [between('plants_destroyed', 500, 3000), between('plant_area_m2', 125, 750)] },
  'III.a': aboveZero('drug_rate', 0.001),
  'III.b': aboveZero('offender_rate', 0.0005),
  'III.c': { any: [aboveZero('plants_destroyed', 500), aboveZero('plant_area_m2', 125)] },
  'F.1': ['unexcepted_people', '==', 0],
  'F.2': {
    all: [
      ['resident_violators', '==', 0],
      ['wanted_hiding', '==', 0],
    ],
  },
  'F.3': ['use_points', '==', 0],
};

/** The letters of class II or higher, and of class III or higher: each letter counts once. Two of them on a key route. */
export const SECOND_OR_HIGHER = [
  ['I.a', 'II.a'],
  ['I.b', 'II.b'],
  ['I.c', 'II.c'],
  ['I.d', 'II.d'],
];
export const THIRD_OR_HIGHER = [
  ['I.a', 'II.a', 'III.a'],
  ['I.b', 'II.b'],
  ['I.c', 'II.c', 'III.b'],
  ['I.d', 'II.d', 'III.c'],
];

/** What the first two classes of key areas need three of; letter đ (`e`) is the count above. */
export const FIRST = ['I.a', 'I.b', 'I.c', 'I.d', 'I.e'];
export const SECOND = ['II.a', 'II.b', 'II.c', 'II.d', 'II.e'];
export const THIRD = ['III.a', 'III.b', 'III.c'];
export const DRUG_FREE = ['F.1', 'F.2', 'F.3'];

/**
 * @param {string} figure
 * @param {number} from
 * @param {number} to
 * @returns {Test}
 */
function between(figure, from, to) {
  return {
    all: [
      [figure, '>=', from],
      [figure, '<', to],
    ],
  };
}

/**
 * @param {string} figure
 * @param {number} to
 * @returns {Test}
 */
function aboveZero(figure, to) {
  return {
    all: [
      [figure, '>', 0],
      [figure, '<', to],
    ],
  };
}

/**
 * A commune with the three figures that the lines are drawn on: these the peers are given, so that only rules are measured.
 *
 * @param {import('./communes.mjs').Commune} commune
 */
export function withMeasures(commune) {
  return {
    ...commune,
    drug_rate: (commune.filed_addicts + commune.filed_users) / commune.residents,
    offender_rate: commune.offenders_arrested / commune.residents,
    unexcepted_people:
      commune.resident_drug_people -
      commune.excepted_substitution -
      commune.excepted_home_treatment -
      commune.excepted_post_treatment,
  };
}
