import { type Cases, parseCases, type Sets } from '../../src/cases/index.ts';
import { parseSource } from '../../src/criteria/index.ts';
import { SMALL_SET } from '../criteria/small-set.ts';

/** Sound cases of the small set; each test spoils or narrows them. */
export const SMALL_CASES = `criteria: small@1
base:
  people: 1000
  users: 0
  area: 0
  route: none
cases:
  - name: { vi: Sạch, en: Clean }
    cite: law k1
    data: {}
    expect: { class: clean, certified: true, score: 2, states: { A.1: pass, A.2: pass } }
  - name: Exactly the limit
    data: { users: 5 }
    expect: { class: rest, certified: false, score: 1, states: { A.1: fail } }
  - name: Unknown users
    data: { users: null }
    expect: { class: null, candidates: [rest, clean], certified: null, score: { min: 1, max: 2 }, states: { A.1: unknown } }
`;

export function setsOf(text: string): Sets {
  const source = parseSource(text, 'small.yaml');
  if (!source.ok) throw new Error(JSON.stringify(source.issues, null, 1));
  return { source: source.value, below: null };
}

export const SMALL_SETS = setsOf(SMALL_SET);

export function casesOf(text: string): Cases {
  const cases = parseCases(text, 'small.cases.yaml');
  if (!cases.ok) throw new Error(JSON.stringify(cases.issues, null, 1));
  return cases.value;
}

/** A cases file with these cases in place of the small ones, over the same base. */
export function withCases(lines: readonly string[]): string {
  const head = SMALL_CASES.slice(0, SMALL_CASES.indexOf('cases:'));
  return `${head}cases:\n${lines.map((line) => `  - ${line}`).join('\n')}\n`;
}
