import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'vitest';
import { criteriaJsonSchema, parseCriteria, resolveReadings, catalogEntry } from '../../src/criteria/index.ts';
import { sentence } from '../../src/messages/index.ts';
test('x', () => {
  const text = readFileSync('criteria/vn-drug-free-2025.yaml', 'utf8');
  let t = performance.now();
  const r = parseCriteria(text, 'a.yaml');
  console.log('ms', performance.now() - t);
  t = performance.now(); catalogEntry(text, 'x'); console.log('header ms', performance.now() - t);
  for (const i of r.issues) console.log(i.code, i.position, i.path, sentence(i, 'vi'));
  if (r.ok) { const s = resolveReadings(r.value, { bands: 'cumulative', zero: 'literal' }); console.log(s.ok, s.issues); if (s.ok) console.log(JSON.stringify(s.value.criteria.get('III.c'), (k,v)=> typeof v==='bigint'?String(v): v instanceof Map ? Object.fromEntries(v): k==='text'?undefined:v), s.value.chosen, s.value.indicators.get('residents')); }
  for (const bad of [
    'a: [1, 2\nb: 3', 'family: {x: last(2, y) == 0, vi: không, có}\nfamily: 2\n__proto__: 3\n? [a]\n: 3', '', '# only', 'a: 1\n---\nb: 2', 'a: &x {b: *x}', 'a: !!js/function x', '\ta: 1', 'a: "\\q"', '['.repeat(100000), '- '.repeat(200000),
    'a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: [*e,*e,*e,*e,*e]',
    'x'.repeat(1000001), '%YAML 1.1\n---\nfamily: x', '%FOO\n---\nfamily: x',
    text.replace('test: use_points >= 2', 'test: { all: [use_point >= 2, {nto: I.a}] , foo: 3}').replace('score:', 'scor:').replace('en: Two or more', 'em: Two').replace('certifies: true','certifies: yes').replace('2025-08-24','2025-02-30').replace('type: count','type: cuont').replace('by: drug_rate','by: drug_rat').replace('qd28 Đ4.k1.b','qd29 Đ4').replace('II.b:\n            test: use', 'II.x:\n            test: use').replace('default: strict','default: strikt').replace('unit: commune',''),
    text.replace('test: use_points == 1', 'test: { any: [I.b, II.b] }').replace('formula: offenders_arrested / residents','formula: offender_rate * 2').replace('indicators:\n','indicators:\n  drug_rate: {label: x, type: count}\n'),
    'criteria:\n' + Array.from({length: 30000}, (_, i) => `  C.${i}: { title: t, test: x }`).join('\n'),
    'criteria:\n' + Array.from({length: 20000}, (_, i) => `  C.${i}: { title: t, test: C.${i+1} }`).join('\n'),
    'a: 1\n  b: 2\n c: 3', 'key: value: x', "t: 'abc\n", 'hello', '- a\n- b', '12', 'a: *nope', "a: key in [a, b]\nb: {c: key in [a, b]}",
  ]) {
    const t = performance.now();
    const r = parseCriteria(bad, 'b.yaml');
    console.log('-----', bad.slice(0, 60).replaceAll('\n', '⏎'), r.ok, r.issues.length, Math.round(performance.now() - t), 'ms');
    for (const i of r.issues.slice(0, 25)) console.log('  ', i.code, i.position?.line, i.position?.column, i.path, '|', i.position?.text?.slice(0,60), '|', sentence(i, 'vi').slice(0,150), '|', sentence(i, 'en').slice(0,150));
  }
}, 60000);
