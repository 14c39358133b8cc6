/**
 * Quyết định 28/2025/QĐ-TTg as somebody writes it who wants it fast: one loop over objects, plain numbers, default readings.
 * A quotient of two counts that lies on a line of 0.5 %, 0.1 % or 0.05 % is the same double as that line, so that plain
 * division decides right for the counts of these communes. A missing figure it cannot tell from a wrong one.
 */

/** @typedef {import('./communes.mjs').Commune} Commune */

export const CLASSES = ['drug_free', 'key_1', 'key_2', 'key_3', 'other'];

/**
 * (a) The class of every commune.
 *
 * @param {readonly Commune[]} communes
 * @returns {Uint8Array} Places in {@link CLASSES}.
 */
export function classesByHand(communes) {
  const classes = new Uint8Array(communes.length);
  for (let i = 0; i < communes.length; i += 1) {
    const commune = communes[i];
    if (commune !== undefined) classes[i] = classByHand(commune);
  }
  return classes;
}

/**
 * @param {Commune} commune
 * @returns {number}
 */
function classByHand(commune) {
  const { use_points: points, plants_destroyed: plants, plant_area_m2: area } = commune;
  const unexcepted =
    commune.resident_drug_people -
    commune.excepted_substitution -
    commune.excepted_home_treatment -
    commune.excepted_post_treatment;
  if (unexcepted === 0 && commune.resident_violators === 0 && commune.wanted_hiding === 0 && points === 0) return 0;

  const drugRate = (commune.filed_addicts + commune.filed_users) / commune.residents;
  const offenderRate = commune.offenders_arrested / commune.residents;
  const onRoute = commune.key_route !== 'none';

  const firstA = drugRate >= 0.005;
  const firstB = points >= 2;
  const firstC = offenderRate >= 0.001;
  const firstD = plants >= 3000 || area >= 750;
  const secondA = drugRate >= 0.001 && !firstA;
  const secondB = points === 1;
  const secondC = offenderRate >= 0.0005 && !firstC;
  const secondD = (plants >= 500 && plants < 3000) || (area >= 125 && area < 750);
  const thirdA = drugRate > 0 && drugRate < 0.001;
  const thirdC = offenderRate > 0 && offenderRate < 0.0005;
  const thirdD = (plants > 0 && plants < 500) || (area > 0 && area < 125);

  const b = firstB || secondB;
  const second = count(firstA || secondA, b, firstC || secondC, firstD || secondD);
  const firstE = onRoute && second >= 2;
  if (count(firstA, firstB, firstC, firstD) + (firstE ? 1 : 0) >= 3) return 1;
  const third = count(firstA || secondA || thirdA, b, firstC || secondC || thirdC, firstD || secondD || thirdD);
  const secondE = onRoute && third >= 2;
  if (count(secondA, secondB, secondC, secondD) + (secondE ? 1 : 0) >= 3) return 2;
  return thirdA || thirdC || thirdD ? 3 : 4;
}

/**
 * @param {boolean} a
 * @param {boolean} b
 * @param {boolean} c
 * @param {boolean} d
 */
function count(a, b, c, d) {
  return (a ? 1 : 0) + (b ? 1 : 0) + (c ? 1 : 0) + (d ? 1 : 0);
}

/**
 * One comparison of a criterion.
 * @typedef {Readonly<{ observed: number, operator: string, required: number, margin: number, met: boolean }>} Comparison
 */
/**
 * Why a criterion is met or not.
 * @typedef {Readonly<{ id: string, met: boolean, comparisons: readonly Comparison[] }>} Reason
 */

/**
 * (b) The class of one commune, with a reason for each criterion.
 *
 * @param {Commune} commune
 * @returns {Readonly<{ class: number, reasons: readonly Reason[] }>}
 */
export function reasonsByHand(commune) {
  const { residents, use_points: points, plants_destroyed: plants, plant_area_m2: area } = commune;
  const unexcepted =
    commune.resident_drug_people -
    commune.excepted_substitution -
    commune.excepted_home_treatment -
    commune.excepted_post_treatment;
  const filed = commune.filed_addicts + commune.filed_users;
  const arrested = commune.offenders_arrested;
  const onRoute = commune.key_route !== 'none';

  const firstA = reason('I.a', [atLeast(filed / residents, 0.005, filed - 0.005 * residents)]);
  const firstB = reason('I.b', [atLeast(points, 2, points - 2)]);
  const firstC = reason('I.c', [atLeast(arrested / residents, 0.001, arrested - 0.001 * residents)]);
  const firstD = either('I.d', [atLeast(plants, 3000, plants - 3000), atLeast(area, 750, area - 750)]);
  const secondA = both('II.a', [
    atLeast(filed / residents, 0.001, filed - 0.001 * residents),
    below(filed / residents, 0.005, filed - 0.005 * residents),
  ]);
  const secondB = reason('II.b', [equals(points, 1, points - 1)]);
  const secondC = both('II.c', [
    atLeast(arrested / residents, 0.0005, arrested - 0.0005 * residents),
    below(arrested / residents, 0.001, arrested - 0.001 * residents),
  ]);
  const secondD = eitherPair('II.d', [
    atLeast(plants, 500, plants - 500),
    below(plants, 3000, plants - 3000),
    atLeast(area, 125, area - 125),
    below(area, 750, area - 750),
  ]);
  const thirdA = both('III.a', [
    above(filed / residents, 0, filed),
    below(filed / residents, 0.001, filed - 0.001 * residents),
  ]);
  const thirdC = both('III.b', [
    above(arrested / residents, 0, arrested),
    below(arrested / residents, 0.0005, arrested - 0.0005 * residents),
  ]);
  const thirdD = eitherPair('III.c', [
    above(plants, 0, plants),
    below(plants, 500, plants - 500),
    above(area, 0, area),
    below(area, 125, area - 125),
  ]);
  const b = firstB.met || secondB.met;
  const second = count(firstA.met || secondA.met, b, firstC.met || secondC.met, firstD.met || secondD.met);
  const third = count(
    firstA.met || secondA.met || thirdA.met,
    b,
    firstC.met || secondC.met || thirdC.met,
    firstD.met || secondD.met || thirdD.met,
  );
  const firstE = { id: 'I.e', met: onRoute && second >= 2, comparisons: NONE };
  const secondE = { id: 'II.e', met: onRoute && third >= 2, comparisons: NONE };
  const clause1 = reason('F.1', [equals(unexcepted, 0, unexcepted)]);
  const clause2 = both('F.2', [
    equals(commune.resident_violators, 0, commune.resident_violators),
    equals(commune.wanted_hiding, 0, commune.wanted_hiding),
  ]);
  const clause3 = reason('F.3', [equals(points, 0, points)]);

  return {
    class: firstHeld(
      clause1.met && clause2.met && clause3.met,
      count(firstA.met, firstB.met, firstC.met, firstD.met) + (firstE.met ? 1 : 0) >= 3,
      count(secondA.met, secondB.met, secondC.met, secondD.met) + (secondE.met ? 1 : 0) >= 3,
      thirdA.met || thirdC.met || thirdD.met,
    ),
    reasons: [
      firstA,
      firstB,
      firstC,
      firstD,
      firstE,
      secondA,
      secondB,
      secondC,
      secondD,
      secondE,
      thirdA,
      thirdC,
      thirdD,
      clause1,
      clause2,
      clause3,
    ],
  };
}

/** @type {readonly Comparison[]} */
const NONE = [];

/**
 * @param {boolean} drugFree
 * @param {boolean} first
 * @param {boolean} second
 * @param {boolean} third
 */
function firstHeld(drugFree, first, second, third) {
  if (drugFree) return 0;
  if (first) return 1;
  if (second) return 2;
  return third ? 3 : 4;
}

/**
 * @param {string} id
 * @param {readonly [Comparison]} comparisons
 * @returns {Reason}
 */
function reason(id, comparisons) {
  return { id, met: comparisons[0].met, comparisons };
}

/**
 * @param {string} id
 * @param {readonly [Comparison, Comparison]} comparisons
 * @returns {Reason}
 */
function both(id, comparisons) {
  return { id, met: comparisons[0].met && comparisons[1].met, comparisons };
}

/**
 * @param {string} id
 * @param {readonly [Comparison, Comparison]} comparisons
 * @returns {Reason}
 */
function either(id, comparisons) {
  return { id, met: comparisons[0].met || comparisons[1].met, comparisons };
}

/**
 * @param {string} id
 * @param {readonly [Comparison, Comparison, Comparison, Comparison]} comparisons
 * @returns {Reason}
 */
function eitherPair(id, comparisons) {
  const [from, to, otherFrom, otherTo] = comparisons;
  return { id, met: (from.met && to.met) || (otherFrom.met && otherTo.met), comparisons };
}

/**
 * @param {number} observed
 * @param {number} required
 * @param {number} margin
 * @returns {Comparison}
 */
function atLeast(observed, required, margin) {
  return { observed, operator: '>=', required, margin, met: observed >= required };
}

/**
 * @param {number} observed
 * @param {number} required
 * @param {number} margin
 * @returns {Comparison}
 */
function below(observed, required, margin) {
  return { observed, operator: '<', required, margin, met: observed < required };
}

/**
 * @param {number} observed
 * @param {number} required
 * @param {number} margin
 * @returns {Comparison}
 */
function above(observed, required, margin) {
  return { observed, operator: '>', required, margin, met: observed > required };
}

/**
 * @param {number} observed
 * @param {number} required
 * @param {number} margin
 * @returns {Comparison}
 */
function equals(observed, required, margin) {
  return { observed, operator: '==', required, margin, met: observed === required };
}
