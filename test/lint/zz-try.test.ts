import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'vitest';
import { parseCriteria, resolveReadings } from '../../src/criteria/index.ts';
import { lintSet } from '../../src/lint/index.ts';
import { sentence } from '../../src/messages/index.ts';
test('try', () => {
  const files = readdirSync('criteria').filter((f) => f.endsWith('.yaml') && !f.endsWith('.cases.yaml'));
  const sources = files.flatMap((f) => { const r = parseCriteria(readFileSync(`criteria/${f}`, 'utf8'), f); if (!r.ok) console.log(f, r.issues.slice(0,3).map((i) => sentence(i, 'en'))); return r.ok ? [r.value] : []; });
  const sets = sources.flatMap((s) => { const r = resolveReadings(s); return r.ok ? [{ s, set: r.value }] : []; });
  for (const { s, set } of sets) {
    const t = performance.now();
    const found = lintSet(set, { source: s, versions: sets.map((x) => x.set).filter((x) => x.family === set.family && x.id !== set.id), above: sets.map((x) => x.set).filter((x) => x.from?.set === set.family || x.from?.set === set.id), hasCases: true });
    console.log(set.id, Math.round(performance.now() - t), found.map((i) => `${i.position?.line}:${i.position?.column} ${i.severity} ${i.code} ${sentence(i, 'en')}`).join('\n   '));
  }
}, 120000);
