import { readFileSync } from 'node:fs';
import { it } from 'vitest';
import { compile } from '../src/assess/index.ts';
import { parseCriteria, resolveReadings } from '../src/criteria/index.ts';
import { readCsv } from '../src/data/index.ts';
import { waysToPass } from '../src/explain/ways.ts';
import { exactText } from '../src/number/index.ts';
import { randomCommune, seededRandom, toCsv } from './oracle/communes.ts';
import { decide, isSound } from './oracle/qd28.ts';
it('x', () => {
  const source = parseCriteria(readFileSync('criteria/vn-drug-free-2025.yaml', 'utf8'), 'a');
  if (!source.ok) throw new Error();
  const set = resolveReadings(source.value, {});
  if (!set.ok) throw new Error();
  const random = seededRandom(5n);
  const communes = Array.from({ length: 200 }, () => randomCommune(random)).filter(isSound);
  const as = compile(set.value).assess(readCsv({ name: 'c', text: toCsv(communes) }, set.value));
  const t = performance.now();
  let worst = 0; let worstRow = 0;
  const kinds = new Map();
  for (let r = 0; r < communes.length; r++) for (const g of ['certified', 'better'] as const) {
    const t0 = performance.now();
    const w = waysToPass(as, r, g);
    const dt = performance.now() - t0;
    if (dt > worst) { worst = dt; worstRow = r; }
    const k = `${g} ${w.none?.kind ?? `ways ${w.ways.length}`} ${w.exact}`;
    kinds.set(k, (kinds.get(k) ?? 0) + 1);
    if (r < 0) console.log(r, decide(communes[r]!, { bands: 'strict', zero: 'excluded' }).class, g, w.exact, w.none ? JSON.stringify(w.none) : '', w.ways.map((x) => exactText(x.cost) + '→' + x.reaches + ': ' + x.changes.map((c) => `${c.indicator} ${c.from.kind==='number'?exactText(c.from.value):''}→${c.to.kind==='number'?exactText(c.to.value):''}`).join(', ')).join(' | '));
  }
  console.log(performance.now() - t, worst, worstRow, kinds);
}, 100000);
