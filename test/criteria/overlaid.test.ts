import { describe, expect, test } from 'vitest';
import {
  child,
  type CriteriaSource,
  layOverlay,
  parseCriteria,
  parseShipped,
  parseSource,
  pressSource,
  resolvedTree,
  resolveReadings,
  type Tree,
} from '../../src/criteria/index.ts';
import { printFormula } from '../../src/formula/index.ts';
import { exchanged, SMALL_SET, spoiled, valueOf } from './small-set.ts';

const source = (text = SMALL_SET): CriteriaSource => valueOf(parseSource(text, 'a.yaml'));

const at = (tree: Tree | null, ...keys: readonly string[]): Tree | null =>
  keys.reduce<Tree | null>((found, key) => child(found, key), tree);

const testOf = (given: CriteriaSource, id: string, chosen = {}): string | null => {
  const rule = valueOf(resolveReadings(given, chosen)).criteria.get(id)?.rule;
  return rule?.kind === 'test' ? printFormula(rule.test) : null;
};

describe('changes laid on a set', () => {
  const changes = 'criteria:\n  A.1: { test: rate < 3% }\n';

  test('change its rules and its hash, and keep its name', () => {
    const before = source();
    const laid = valueOf(layOverlay(before, changes, 'what-if.yaml'));
    expect(testOf(laid, 'A.1')).toBe('rate < 3%');
    expect(laid).toMatchObject({ file: 'a.yaml', header: { id: 'small@1' } });
    expect(laid.overridden).toMatchObject([{ path: 'criteria.A.1.test', at: { file: 'what-if.yaml', line: 2 } }]);
    expect(laid.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(laid.sha256).not.toBe(before.sha256);
    expect(valueOf(layOverlay(before, `${changes}\n`, 'what-if.yaml')).sha256).not.toBe(laid.sha256);
    expect(valueOf(layOverlay(source(`${SMALL_SET}\n`), changes, 'what-if.yaml')).sha256).not.toBe(laid.sha256);
  });

  test('stand one on another, and under a reading', () => {
    const once = valueOf(layOverlay(source(), changes, 'one.yaml'));
    const twice = valueOf(layOverlay(once, 'criteria:\n  A.3: { test: users < 3 }\n', 'two.yaml'));
    expect(twice.overridden.map(({ path, at: { file } }) => [path, file])).toEqual([
      ['criteria.A.1.test', 'one.yaml'],
      ['criteria.A.3.test', 'two.yaml'],
    ]);
    expect([testOf(twice, 'A.1'), testOf(twice, 'A.1', { limit: 'high' })]).toEqual(['rate < 3%', 'rate < 1%']);
    const set = valueOf(resolveReadings(twice, { limit: 'high' }));
    expect(set.overridden.map(({ path, at: { file } }) => [path, file])).toEqual([
      ['criteria.A.1.test', 'one.yaml'],
      ['criteria.A.3.test', 'two.yaml'],
      ['criteria.A.1.test', 'a.yaml'],
    ]);
  });

  test.each([
    ['what is no YAML', 'a: [', ['criteria/yaml-syntax']],
    ['nothing', '', ['criteria/empty-file']],
    ['a new id', 'criteria:\n  B.1: { title: New, test: users > 5 }\n', ['criteria/patch-hits-nothing']],
    ['a fault', 'criteria:\n  A.1: { test: rte < 3% }\n', ['formula/unknown-name']],
    ['a key twice', 'status: draft\nstatus: draft\n', ['criteria/duplicate-key']],
  ])('are refused: %s', (_, text, codes) => {
    const { ok, issues } = layOverlay(source(), text, 'what-if.yaml');
    expect(ok).toBe(false);
    expect(issues.map(({ code, position }) => [code, position?.file])).toEqual(
      codes.map((code) => [code, 'what-if.yaml']),
    );
  });
});

describe('a file that extends another', () => {
  test('is refused with the faults of its own YAML', () => {
    const ours = parseSource('family: ours\nfamily: ours\nextends: small@1\n', 'ours.yaml', { base: source() });
    expect(ours.issues.map(({ code, position }) => [code, position?.line])).toEqual([['criteria/duplicate-key', 2]]);
    const alone = parseSource('family: ours\nfamily: ours\nextends: small@1\n', 'ours.yaml');
    expect(alone.issues.map(({ code }) => code)).toEqual(['criteria/duplicate-key', 'criteria/base-missing']);
    expect(parseSource('a: [', 'ours.yaml').issues.map(({ code }) => code)).toEqual(['criteria/yaml-syntax']);
  });

  test('may be given as one text', () => {
    const base = source();
    const set = valueOf(
      parseCriteria('family: ours\nversion: "1"\nstatus: draft\nextends: small@1\n', {
        file: 'ours.yaml',
        base,
      }),
    );
    expect(set).toMatchObject({ id: 'ours@1', file: 'ours.yaml', chosen: { limit: 'low', place: 'counts' } });
    expect(parseCriteria('family: ours\nextends: small@1\n')).toMatchObject({
      ok: false,
      issues: [{ code: 'criteria/base-missing', position: { file: 'criteria.yaml' } }],
    });
  });
});

describe('readings', () => {
  test('the tree of a choice has its options laid on it', () => {
    const given = source();
    const written = (chosen: Readonly<Record<string, string>>) => {
      const test = at(resolvedTree(given, chosen), 'criteria', 'A.1', 'test');
      return test?.kind === 'leaf' ? test.value : null;
    };
    expect([written({}), written({ limit: 'low' }), written({ limit: 'high' })]).toEqual([
      'rate < 0.5%',
      'rate < 0.5%',
      'rate < 1%',
    ]);
    expect(resolvedTree(given, { place: 'counts' })).toBe(given.tree);
  });

  test('are laid in file order: the later one has the last word', () => {
    const both = spoiled('A.2: { test: { all: { off: null } } }', 'A.1: { test: rate < 7% }');
    expect(testOf(source(both), 'A.1', { limit: 'high', place: 'ignored' })).toBe('rate < 7%');
  });

  test('a default that changes something is laid on where nothing is chosen', () => {
    const given = source(spoiled('default: low', 'default: high'));
    expect([testOf(given, 'A.1'), testOf(given, 'A.1', { limit: 'low' })]).toEqual(['rate < 1%', 'rate < 0.5%']);
  });

  test('every option is tried, beside the defaults of the rest', () => {
    const onlyTogether = spoiled('default: low', 'default: high').replace('rate < 1%', 'rte < 1%');
    expect(parseSource(onlyTogether, 'a.yaml').issues).toMatchObject([
      { code: 'formula/unknown-name', position: { line: 47 } },
    ]);
    const withDefault = spoiled('default: low', 'default: high')
      .replace('A.1: { test: rate < 1% }', 'A.1: { test: A.2 }')
      .replace('A.2: { test: { all: { off: null } } }', 'A.2: { test: not A.1 }');
    expect(parseSource(withDefault, 'a.yaml').issues.map(({ code }) => code)).toEqual(['criteria/cycle']);
  });

  test('up to 64 options beside the defaults are tried', () => {
    const options = (count: number): string =>
      exchanged(
        SMALL_SET,
        '      low: { label: The low one }\n',
        `      low: {}\n${Array.from({ length: count }, (_, index) => `      o${index}: {}\n`).join('')}`,
      );
    // Those two of the small set count as well.
    expect(parseSource(options(62), 'a.yaml').issues).toEqual([]);
    expect(parseSource(options(63), 'a.yaml').issues).toMatchObject([
      {
        code: 'criteria/too-large',
        args: { of: 'options', limit: 64 },
        path: 'readings',
        position: { line: 40, column: 3 },
      },
    ]);
  });
});

describe('a set that comes with xasach', () => {
  test('is not checked again', () => {
    const faulty = spoiled('test: rate < 0.5%', 'test: rte < 0.5%');
    expect(parseShipped(faulty, 'a.yaml').ok).toBe(true);
    expect(parseShipped('a: [', 'a.yaml').ok).toBe(false);
  });

  test('is not what any file can pass for', () => {
    const faulty = spoiled('test: rate < 0.5%', 'test: rte < 0.5%');
    // What a program without types can ask for.
    expect(Reflect.apply(parseSource, null, [faulty, 'a.yaml', { isShipped: true }])).toMatchObject({ ok: false });
  });

  test('is pressed as it stands', () => {
    expect(pressSource(source(), SMALL_SET)).toMatchObject({ sha256: source().sha256, header: { id: 'small@1' } });
  });
});
