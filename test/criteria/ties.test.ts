import { describe, expect, it, test } from 'vitest';
import { layOverlay, parseCriteria, parseSource, resolveReadings } from '../../src/criteria/index.ts';
import { SMALL_SET } from './small-set.ts';

const tiesOf = (text: string, readings = {}) => {
  const set = parseCriteria(text, { readings });
  return set.ok ? set.value.ties : set.issues;
};

describe('the places of equal units', () => {
  it.each([
    ['', 'competition'],
    ['ties: competition\n', 'competition'],
    ['ties: dense\n', 'dense'],
    ['ties: ordinal\n', 'ordinal'],
  ])('%j: %s', (line, expected) => {
    expect(tiesOf(SMALL_SET + line)).toBe(expected);
  });

  it.each([
    ['ties: dence\n', 'criteria/unknown-value', ['dense']],
    ['ties: shared\n', 'criteria/unknown-value', []],
    ['tie: dense\n', 'criteria/unknown-key', ['ties']],
  ])('%j is refused as %s', (line, code, nearest) => {
    expect(tiesOf(SMALL_SET + line)).toMatchObject([
      { code, args: { nearest }, position: { line: SMALL_SET.split('\n').length } },
    ]);
  });
});

/** The small set with one reading more, of which an answer says something. */
const withReading = (answer: string): string =>
  SMALL_SET.replace(
    /^readings:$/m,
    `readings:
  equal:
    question: { vi: Đồng hạng, en: Ties }
    default: shared
    options:
      shared: {}
      other: { ${answer} }`,
  );

describe('a reading changes them', () => {
  it.each([
    ['', 'competition'],
    ['ties: ordinal\n', 'ordinal'],
  ])('of a set that says %j', (line, own) => {
    const text = withReading('ties: dense') + line;
    expect(tiesOf(text)).toBe(own);
    expect(tiesOf(text, { equal: 'other' })).toBe('dense');
  });

  it('and names the word that is wrong', () => {
    expect(tiesOf(withReading('ties: dens'))).toMatchObject([
      { code: 'criteria/unknown-value', args: { nearest: ['dense'] } },
    ]);
  });
});

test('a set that extends another, and a what-if, change them and say where', () => {
  const base = parseSource(SMALL_SET, 'a.yaml');
  if (!base.ok) throw new Error('the small set is sound');
  const own = 'extends: small@1\nfamily: ours\nversion: "1"\nstatus: draft\n';
  const extended = parseSource(`${own}ties: dense\n`, 'ours.yaml', { base: base.value });
  for (const source of [extended, layOverlay(base.value, 'ties: dense\n', 'change.yaml')]) {
    if (!source.ok) throw new Error(source.issues[0].code);
    const set = resolveReadings(source.value);
    expect(set).toMatchObject({ ok: true, value: { ties: 'dense' } });
    expect(source.value.overridden.map(({ path }) => path)).toContain('ties');
    expect(source.value.sha256).not.toBe(base.value.sha256);
  }
});
