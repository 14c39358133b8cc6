import { type Issue, type Lang, LANGUAGES } from '../messages/index.ts';
import { unknownValue } from './options.ts';

/** The language to speak, and a word that names none. */
export interface Language {
  readonly lang: Lang;
  readonly issues: readonly Issue[];
}

/**
 * Finds the language before the command line is read, so that its faults too are told in it: `--lang`, then
 * `XASACH_LANG`, then Vietnamese.
 */
export function languageOf(argv: readonly string[], variable: string | undefined): Language {
  const own = variable === undefined || variable === '' ? IN_VIETNAMESE : chosen('XASACH_LANG', variable, 'vi');
  const asked = lastLang(argv);
  return asked === null ? own : chosen('--lang', asked, own.lang);
}

const IN_VIETNAMESE: Language = { lang: 'vi', issues: [] };

function chosen(option: string, word: string, otherwise: Lang): Language {
  const lang = LANGUAGES.find((known) => known === word);
  return lang === undefined
    ? { lang: otherwise, issues: [unknownValue(option, word, LANGUAGES)] }
    : { lang, issues: [] };
}

function lastLang(argv: readonly string[]): string | null {
  const end = argv.indexOf('--');
  const options = end === -1 ? argv : argv.slice(0, end);
  return options.reduce<string | null>((found, word, index) => {
    if (word.startsWith('--lang=')) return word.slice('--lang='.length);
    return word === '--lang' ? (options[index + 1] ?? found) : found;
  }, null);
}
