import { describe, expect, test } from 'vitest';
import { parseSource } from '../../src/criteria/index.ts';
import { SMALL_SET } from './small-set.ts';
import { otherSheet } from './small-sheet.ts';

/** The faults of the small set with one part of it spoiled. */
function faultsWith(part: string, by: string): readonly string[] {
  if (!SMALL_SET.includes(part)) throw new RangeError(`the small set does not hold ${part}`);
  const { issues } = parseSource(
    SMALL_SET.replace(part, () => by),
    'a.yaml',
  );
  return issues.map(({ code, path }) => `${code} ${path}`);
}

describe('a slip of one key is told once', () => {
  test.each([
    ['a section that must be there', '\ncriteria:\n  A.1', '\ncriterea:\n  A.1', 'criterea'],
    ['the figures', 'indicators:', 'indicater:', 'indicater'],
    ['a section that may be missing', 'measures:', 'measure:', 'measure'],
    ['the classes', '\nclasses:', '\nclases:', 'clases'],
    ['the sources', 'sources:', 'source:', 'source'],
    ['a key of an entry', '    title: Few users', '    titel: Few users', 'criteria.A.1.titel'],
    ['a key of a formula', 'at_least: 1, of:', 'at_least: 1, off:', 'criteria.A.3.test.off'],
  ])('%s', (_, part, by, path) => {
    expect(faultsWith(part, by)).toEqual([`criteria/unknown-key ${path}`]);
  });

  test.each([
    ['a kind in other words', 'type: decimal', 'type: phần trăm', 'criteria/unknown-value indicators.area.type'],
    [
      'a kind that is none',
      'label: Users, type: count',
      'label: Users, type: choice',
      'criteria/values-misplaced indicators.users',
    ],
    ['choices under another key', '    values: {', '    value: {', 'criteria/unknown-key indicators.route.value'],
    ['an id that is there twice', '  A.2:\n', '  A.1:\n', 'criteria/duplicate-key null'],
    ['a figure that is there twice', '  people: {', '  users: {', 'criteria/duplicate-key null'],
    ['an id that begins small', '  A.2:\n', '  a.2:\n', 'criteria/wrong-form criteria.a.2'],
    ['a figure that begins with a capital', '  people: {', '  People: {', 'criteria/wrong-form indicators.People'],
    ['a rule', '    test: rate < 0.5%', '    tests: rate < 0.5%', 'criteria/unknown-key criteria.A.1.tests'],
    ['a section with an s too many', '\ncriteria:\n  A.1', '\ncriterias:\n  A.1', 'criteria/unknown-key criterias'],
  ])('%s', (_, part, by, fault) => {
    expect(faultsWith(part, by)).toEqual([fault]);
  });

  test('the id of a part that is there twice', () => {
    const twice = otherSheet('A.2: {', 'A.1: {').replace('[mandatory', '[A.2, mandatory');
    expect(parseSource(twice, 'a.yaml').issues.map(({ code }) => code)).toEqual(['criteria/duplicate-key']);
  });

  test('the key offered is one that does not stand there yet', () => {
    const { issues } = parseSource(SMALL_SET.replace('    title: Few', '    tilte: Few'), 'a.yaml');
    expect(issues).toMatchObject([{ args: { key: 'tilte', nearest: ['title'] } }]);
  });
});

describe('what does not follow from another fault is told beside it', () => {
  test('a section that is not there, and not the names that it would declare', () => {
    const found = faultsWith(SMALL_SET.slice(SMALL_SET.indexOf('indicators:'), SMALL_SET.indexOf('measures:')), '');
    expect(found).toEqual(['criteria/missing-key indicators']);
  });

  test('a section of another form', () => {
    const found = faultsWith(
      SMALL_SET.slice(SMALL_SET.indexOf('measures:'), SMALL_SET.indexOf('criteria:')),
      'measures: []\n',
    );
    expect(found).toEqual(['criteria/wrong-form measures']);
  });

  test.each([
    ['an unknown key that is like no other', 'measures:', 'xyz: 1\nmeasures:', ['criteria/unknown-key xyz']],
    [
      'a key there twice that declares nothing',
      'test: rate < 0.5%',
      'test: rat < 0.5%\n    test: rate < 1%',
      ['formula/unknown-name criteria.A.1.test', 'criteria/duplicate-key null'],
    ],
    [
      'a rule that is missing where another key is misspelt',
      '    title: Few users\n    cite: law k1\n    test: rate < 0.5%\n',
      '    title: Few users\n    cites: law k1\n',
      ['criteria/wrong-form criteria.A.1', 'criteria/unknown-key criteria.A.1.cites'],
    ],
    ['an undeclared name', 'test: rate < 0.5%', 'test: rat < 0.5%', ['formula/unknown-name criteria.A.1.test']],
    [
      'a misspelt key and an undeclared name',
      'title: Few users\n    cite: law k1\n    test: rate < 0.5%',
      'titel: Few users\n    cite: law k1\n    test: rat < 0.5%',
      ['criteria/unknown-key criteria.A.1.titel', 'formula/unknown-name criteria.A.1.test'],
    ],
    [
      'a missing key where another one is misspelt',
      '    title: Few users\n    cite: law k1\n',
      '    cit: law k1\n',
      ['criteria/missing-key criteria.A.1.title', 'criteria/unknown-key criteria.A.1.cit'],
    ],
  ])('%s', (_, part, by, expected) => {
    expect(faultsWith(part, by)).toEqual(expected);
  });
});
