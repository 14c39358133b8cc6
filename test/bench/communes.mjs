import { seeded } from '../../fixtures/draws.mjs';

/**
 * The figures of one commune, none missing.
 * @typedef {object} Commune
 * @property {string} code
 * @property {number} residents
 * @property {number} filed_addicts
 * @property {number} filed_users
 * @property {number} use_points
 * @property {number} offenders_arrested
 * @property {number} plants_destroyed
 * @property {number} plant_area_m2 Square metres, to one decimal.
 * @property {'none' | 'intra' | 'inter'} key_route
 * @property {number} resident_drug_people
 * @property {number} excepted_substitution
 * @property {number} excepted_home_treatment
 * @property {number} excepted_post_treatment
 * @property {number} resident_violators
 * @property {number} wanted_hiding
 */

const SEED = 282_025;

/** @type {readonly Commune['key_route'][]} */
const ROUTES = ['none', 'none', 'none', 'intra', 'inter'];

/** Plants around the lines of Đ4: none, below 500, on 500, between, on 3,000 and above. */
const PLANTS = [0, 0, 0, 0, 0, 0, 120, 499, 500, 1200, 2999, 3000, 5000];
/** The same for their area. */
const AREAS = [0, 0, 0, 0, 0, 0, 40.5, 124.9, 125, 300.2, 749.9, 750, 1000];

/**
 * Communes drawn by lot, the same on every machine: every class occurs, and many stand on a line.
 *
 * @param {number} count
 * @param {number} from How many go before them: others are drawn, with later codes.
 * @returns {readonly Commune[]}
 */
export function drawCommunes(count, from = 0) {
  const draw = seeded(SEED + from);
  return Array.from({ length: count }, (_, index) => drawCommune(String(from + index + 1).padStart(7, '0'), draw));
}

/**
 * @param {string} code
 * @param {import('../../fixtures/draws.mjs').Draw} draw
 * @returns {Commune}
 */
function drawCommune(code, draw) {
  const residents = 1000 * (2 + draw(40));
  const isClean = draw(10) < 3;
  const excepted = [draw(6), draw(4), draw(8)];
  const [substitution = 0, home = 0, post = 0] = excepted;
  return {
    code,
    residents,
    filed_addicts: isClean ? 0 : around(residents, draw),
    filed_users: isClean || draw(3) > 0 ? 0 : draw(30),
    use_points: isClean ? 0 : Math.max(0, draw(6) - 3),
    offenders_arrested: draw(3) === 0 ? 0 : around(residents / 5, draw),
    plants_destroyed: pick(PLANTS, draw),
    plant_area_m2: pick(AREAS, draw),
    key_route: pick(ROUTES, draw),
    resident_drug_people: substitution + home + post + (isClean ? 0 : draw(40)),
    excepted_substitution: substitution,
    excepted_home_treatment: home,
    excepted_post_treatment: post,
    resident_violators: isClean ? 0 : draw(5),
    wanted_hiding: isClean ? 0 : Math.max(0, draw(8) - 6),
  };
}

/**
 * A number of people on or beside one of the lines of 0.1 % and 0.5 %, or anywhere below the higher one and a little above.
 *
 * @param {number} residents
 * @param {import('../../fixtures/draws.mjs').Draw} draw
 */
function around(residents, draw) {
  const line = Math.ceil(residents / pick([1000, 200], draw));
  return pick([0, line - 1, line, line + 1, draw(line), draw(2 * line)], draw);
}

/**
 * @template T
 * @param {readonly T[]} items
 * @param {import('../../fixtures/draws.mjs').Draw} draw
 * @returns {T}
 */
function pick(items, draw) {
  const item = items[draw(items.length)];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
}
