import { describe, expect, it } from 'vitest';
import {
  type Issue,
  type IssueArgs,
  type IssueCode,
  type IssueOf,
  type Lang,
  dayText,
  issue,
  numberText,
  sentence,
} from '../../src/messages/index.ts';
import { isDay } from '../../src/messages/format.ts';
import { CASES, type Case } from './issue-cases.ts';

/** What a sentence leaves unsaid by design: it chooses the words, or is told elsewhere. */
const UNSAID: { readonly [C in IssueCode]?: readonly (keyof IssueArgs[C])[] } = {
  'formula/unexpected-token': ['expected'],
  'formula/wrong-type': ['expected', 'found'],
  'formula/mixed-units': ['left', 'right'],
  'formula/wrong-argument-count': ['most'],
  'data/binary': ['looksLike'],
  'data/garbled-text': ['fault'],
  'data/not-a-workbook': ['reason'],
  'data/personal-column': ['kind', 'by'],
  'criteria/too-large': ['of'],
  'criteria/yaml-syntax': ['fault'],
  'criteria/wrong-form': ['expected'],
  'criteria/unknown-id': ['kind'],
  'criteria/cycle': ['of'],
  'criteria/too-deep': ['of'],
  'criteria/rule-fault': ['fault'],
  'criteria/points-do-not-sum': ['of'],
  'lint/unproved': ['of'],
  'cases/unknown-id': ['kind'],
  'period/none-in-force': ['from'],
  'rollup/units': ['column'],
  'what-if/unknown-indicator': ['set'],
  'what-if/not-a-value': ['type'],
  'what-if/outside-domain': ['units', 'total', 'of'],
  'what-if/stays-missing': ['total'],
  'where/division-by-zero': ['total'],
  'where/open': ['total'],
  'compare/no-result': ['reason'],
  'verify/not-a-result': ['reason'],
  'compare/other-criteria': ['difference'],
  'compare/across-criteria': ['difference'],
  'file/not-writable': ['reason', 'detail'],
  'usage/no-such-units': ['of'],
  'usage/other-unit-level': ['baseUnit', 'revisionUnit'],
};

const LANGS: readonly Lang[] = ['vi', 'en'];

/** Sentences begin small only with a name or a word of the formula language. */
const SMALL = /^(?:min, max|xasach )/u;

const isCode = (key: string): key is IssueCode => key in CASES;
const isIssue = (found: IssueOf<IssueCode>): found is Issue => isCode(found.code);

const codes = Object.keys(CASES).filter(isCode);
const allIssues = codes.flatMap(issuesOf);

function issuesOf(code: IssueCode): readonly Issue[] {
  const cases: readonly Case<IssueCode>[] = CASES[code];
  return cases.map(([args, received = null]) => issue(code, args, { received })).filter(isIssue);
}

/** What a sentence in a language is expected to name. */
function named(found: Issue, lang: Lang): readonly string[] {
  const args: Readonly<Record<string, unknown>> = { ...found.args };
  const unsaid: readonly string[] = UNSAID[found.code] ?? [];
  // Near names stand in the place of all that are known.
  const instead = Array.isArray(args['nearest']) && args['nearest'].length > 0 ? ['known', 'sheets'] : [];
  return [
    found.received ?? '',
    ...Object.entries(args).flatMap(([key, value]) =>
      unsaid.includes(key) || instead.includes(key) ? [] : leaves(value, lang),
    ),
  ];
}

function leaves(value: unknown, lang: Lang): readonly string[] {
  if (typeof value === 'string') return [isDay(value) ? dayText(value, lang) : value];
  // None and one are told by the words.
  if (typeof value === 'number') return value > 1 ? [String(value)] : [];
  if (typeof value !== 'object' || value === null) return [];
  if ('vi' in value && 'en' in value) return leaves(value[lang], lang);
  return Object.entries(value).flatMap(([key, part]) => (key === 'portion' ? [] : leaves(part, lang)));
}

const grouped = (text: string, lang: Lang): string =>
  /^-?\d+(?:\.\d+)?%?$/u.test(text) ? numberText(text, lang) : text;

describe.each(LANGS)('what is wrong, in %s', (lang) => {
  const told = allIssues.map((found) => ({ found, text: sentence(found, lang) }));
  const wrong = (isWrong: (text: string, found: Issue) => boolean): readonly string[] =>
    told.filter(({ found, text }) => isWrong(text, found)).map(({ found, text }) => `${found.code}: ${text}`);

  it('begins and ends as a sentence', () => {
    expect(wrong((text) => !/[.?]$/u.test(text))).toEqual([]);
    const beginsWithAName = (text: string, found: Issue): boolean =>
      named(found, lang).some((name) => name !== '' && text.startsWith(name));
    expect(wrong((text, found) => /^\p{Ll}/u.test(text) && !SMALL.test(text) && !beginsWithAName(text, found))).toEqual(
      [],
    );
  });

  it('has no hole and no trace of code', () => {
    expect(wrong((text) => /undefined|\bNaN\b|\[object|\$\{|\{\w*\}/u.test(text))).toEqual([]);
    expect(wrong((text) => / {2}|^\s|\s$| [,;:?]| \.(?![a-z/])|“”|\(\)|\.\.(?!\.)|[,;] *[,;]/u.test(text))).toEqual([]);
  });

  it('names the files, numbers and ids it is about', () => {
    const lacking = told.flatMap(({ found, text }) =>
      named(found, lang)
        .filter((name) => !text.includes(name) && !text.includes(grouped(name, lang)))
        .map((name) => `${found.code}: ${name} is not in: ${text}`),
    );
    expect(lacking).toEqual([]);
  });
});

it('counts in plain English', () => {
  const texts = allIssues.map((found) => `${found.code}: ${sentence(found, 'en')}`);
  expect(texts.filter((text) => /\(s\)/u.test(text))).toEqual([]);
  // “1 units”, “1 more problems”, “1 are listed”
  expect(texts.filter((text) => /(?<![\d@])1 (?:more |former )?(?!is\b|has\b)\p{Ll}+s\b/u.test(text))).toEqual([]);
  expect(texts.filter((text) => /(?<![\d@])1 (?:of the \p{Ll}+ )?\p{Ll}* ?are\b/u.test(text))).toEqual([]);
});

it('reads as recorded', async () => {
  const lines = codes.flatMap((code) => [
    code,
    ...issuesOf(code).flatMap((found) => [`  vi: ${sentence(found, 'vi')}`, `  en: ${sentence(found, 'en')}`]),
    '',
  ]);
  await expect(lines.join('\n')).toMatchFileSnapshot('issues.golden.txt');
});
