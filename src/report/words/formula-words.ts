import { type Formula, printFormula } from '../../formula/index.ts';
import { messagesIn } from '../../messages/index.ts';
import { SIGNS, valueLabel, type Wording } from './finding-text.ts';
import { countText, shownNumber } from '../plain/numbers.ts';

/** How tightly a condition holds together; a looser one inside a tighter one needs brackets. */
const ANY = 0;
const ALL = 1;
const PART = 2;

/**
 * A formula as a person reads it: words for its connections and counts, signs of mathematics, numbers as the language
 * writes them. Indicators, measures and criteria keep the ids under which they are listed.
 *
 * @example formulaWords(formula, { set, lang: 'vi' }) // 'ít nhất 3 trong 5 ý sau: I.a; I.b; I.c; I.d; I.e'
 */
export function formulaWords(formula: Formula, wording: Wording): string {
  return condition(formula, wording, ANY);
}

function condition(formula: Formula, wording: Wording, around: number): string {
  const { set, lang } = wording;
  const words = messagesIn(lang).report;
  const joined = (parts: readonly string[], join: (parts: readonly string[]) => string, own: number): string =>
    bracketed(join(parts), own < around);
  switch (formula.kind) {
    case 'all':
      return joined(
        formula.of.map((part) => condition(part, wording, PART)),
        words.and,
        ALL,
      );
    case 'any':
      // “a and b or c and d” could be read either way.
      return joined(
        formula.of.map((part) => condition(part, wording, PART)),
        words.or,
        ANY,
      );
    case 'at_least': {
      const head = words.atLeast(countText(formula.count, lang), countText(formula.of.length, lang));
      // Semicolons part the list, so that its own parts need no brackets.
      const parts = formula.of.map((part) => condition(part, wording, ANY));
      return bracketed(`${head}: ${parts.join('; ')}`, around > ANY);
    }
    case 'not':
      // Without brackets, “not: a or b” would deny both.
      return bracketed(words.reasons.not(condition(formula.operand, wording, PART)), around > ANY);
    case 'compare':
      return `${number(formula.left, wording)} ${SIGNS[formula.operator]} ${number(formula.right, wording)}`;
    case 'in': {
      const { operand, values } = formula;
      const labels = values.map(({ name }) => valueLabel(set, printFormula(operand), name, lang));
      return bracketed(`${printFormula(operand)} ${words.oneOf(labels)}`, labels.length > 1 && around > ANY);
    }
    case 'name':
    case 'call':
    case 'number':
    case 'negate':
    case 'arithmetic':
      return number(formula, wording);
    default:
      return formula satisfies never;
  }
}

function bracketed(text: string, isLoose: boolean): string {
  return isLoose ? `(${text})` : text;
}

function number(formula: Formula, wording: Wording): string {
  const { lang } = wording;
  const words = messagesIn(lang).report;
  const [first, second] = formula.kind === 'call' ? formula.args : [];
  if (formula.kind === 'call' && formula.name === 'prev' && first !== undefined)
    return words.periodsAgo(number(first, wording), 1);
  if (formula.kind === 'call' && formula.name === 'last' && first !== undefined && second !== undefined)
    return words.lastPeriods(number(second, wording), printFormula(first));
  if (formula.kind !== 'number') return printFormula(formula);
  return shownNumber(formula.value, { lang, percent: formula.percent, lines: [formula.value] });
}
