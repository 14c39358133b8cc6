import { readFileSync } from 'node:fs';
import { compile, datasetFromRows, findingReader, parseCriteria } from '../../dist/index.js';

/** @typedef {import('./communes.mjs').Commune} Commune */

const FILE = 'vn-drug-free-2025.yaml';

/** The shipped criteria of QĐ 28/2025/QĐ-TTg in their default readings. */
export function decisionCriteria() {
  const text = readFileSync(new URL(`../../criteria/${FILE}`, import.meta.url), 'utf8');
  return setIn(text, FILE);
}

/**
 * @param {string} text A criteria file.
 * @param {string} file
 */
export function setIn(text, file) {
  const set = parseCriteria(text, { file });
  if (!set.ok) throw new Error(`${file} does not parse`);
  return set.value;
}

/**
 * xasach with the communes in its columns.
 *
 * @param {readonly Commune[]} communes
 */
export function createXasach(communes) {
  const set = decisionCriteria();
  const assessor = compile(set);
  const dataset = datasetFromRows(communes, set);
  const faults = dataset.issues.filter(({ severity }) => severity === 'error');
  if (faults.length > 0) throw new Error('the communes do not read');
  const formulas = [...set.criteria.values()].flatMap(({ rule }) => (rule.kind === 'test' ? [rule.test] : []));
  return {
    set,
    /** (f) The class of every commune, as places in the set, and whether it is certified. */
    assess: () => assessor.assess(dataset),
    /** (g) The same with the reasons of every commune: each is made, looked at and dropped. */
    withReasons(look) {
      const assessments = assessor.assess(dataset);
      const readers = formulas.map((formula) => findingReader(assessments, formula));
      for (let row = 0; row < dataset.rows; row += 1) look(readers.map((read) => read(row)));
    },
    /** Turns objects into columns, as an app does that has no file. */
    columns: () => datasetFromRows(communes, set),
  };
}
