import { issue, type ExpectedWord, type Issue, type Result } from '../messages/index.ts';
import { parseDecimal, rational, multiply, ZERO } from '../number/index.ts';
import type { Arithmetic, Comparison, Formula, Name } from './formula.ts';
import { type Locate, lex, type Token } from './lex.ts';
import { numberFault } from './number-fault.ts';
import { printFormula } from './print.ts';
import { meantWord } from './words.ts';

/** The deepest nesting of brackets, signs and negations that is read. */
const DEEPEST_FORMULA = 100;

/** The most `+ - * /` of one formula: each nests what stands before it one level deeper. */
const MOST_OPERATORS = 1000;

const COMPARISONS: readonly Comparison[] = ['<', '<=', '==', '!=', '>=', '>'];

/** Thrown inside the parser only, to leave a deep nesting at the first mistake. */
class Unreadable extends Error {
  readonly found: Issue;
  constructor(found: Issue) {
    super(found.code);
    this.found = found;
  }
}

/**
 * Reads a formula.
 *
 * @param text The formula, such as `(filed_addicts + filed_users) / residents >= 0.5%`.
 * @param locate Where an offset of the text stands in its file.
 * @returns The formula, or the first thing in it that cannot be read.
 */
export function parseFormula(text: string, locate: Locate): Result<Formula> {
  const words = lex(text, locate);
  if ('issue' in words) return { ok: false, issues: [words.issue] };
  try {
    return { ok: true, value: new Parser(words.tokens, locate).formula(), issues: [] };
  } catch (mistake) {
    if (mistake instanceof Unreadable) return { ok: false, issues: [mistake.found] };
    throw mistake;
  }
}

/** Recursive descent: one method for each level of the grammar, loosest binding first. */
class Parser {
  readonly #tokens: readonly Token[];
  readonly #locate: Locate;
  #next = 0;
  #depth = 0;
  /** Whether a comma stands between two parts of a call here, and not in a number. */
  #isListed = false;
  #operators = 0;

  constructor(tokens: readonly Token[], locate: Locate) {
    this.#tokens = tokens;
    this.#locate = locate;
  }

  formula(): Formula {
    const formula = this.#disjunction();
    if (this.#peek().kind !== 'end') throw this.#unexpected('operator', 'end');
    return formula;
  }

  #disjunction(): Formula {
    return this.#joined('any', 'or', () => this.#joined('all', 'and', () => this.#negation()));
  }

  #joined(kind: 'all' | 'any', word: string, part: () => Formula): Formula {
    const first = part();
    const of = [first];
    while (this.#accept(word)) of.push(part());
    return of.length === 1 ? first : { kind, of, at: first.at };
  }

  #negation(): Formula {
    const token = this.#peek();
    if (!this.#accept('not')) return this.#comparison();
    return { kind: 'not', operand: this.#deeper(() => this.#negation()), at: this.#locate(token.offset) };
  }

  #comparison(): Formula {
    const left = this.#sum();
    const operator = COMPARISONS.find((candidate) => this.#accept(candidate));
    if (operator !== undefined)
      return this.#single({ kind: 'compare', operator, left, right: this.#sum(), at: left.at });
    if (this.#accept('in')) return { kind: 'in', operand: left, values: this.#choices(), at: left.at };
    return left;
  }

  /** A comparison that no other goes on from, as in `0 <= x <= 5`. */
  #single(first: Formula & { kind: 'compare' }): Formula {
    const token = this.#peek();
    const operator = COMPARISONS.find((candidate) => this.#accept(candidate));
    if (operator === undefined) return first;
    const second: Formula = { kind: 'compare', operator, left: first.right, right: this.#sum(), at: first.right.at };
    const write = printFormula({ kind: 'all', of: [first, second], at: first.at });
    const details = { position: this.#locate(token.offset), received: operator };
    throw new Unreadable(issue('formula/chained-comparison', { write }, details));
  }

  #choices(): readonly Name[] {
    if (!this.#accept('[')) throw this.#unexpected('[');
    const values: Name[] = [];
    do {
      const token = this.#peek();
      if (token.kind !== 'name') throw this.#unexpected('name');
      this.#next += 1;
      values.push({ kind: 'name', name: token.text, at: this.#locate(token.offset) });
    } while (this.#accept(','));
    if (!this.#accept(']')) throw this.#unexpected(',', ']');
    return values;
  }

  #sum(): Formula {
    return this.#chain(['+', '-'], () => this.#chain(['*', '/'], () => this.#signed()));
  }

  #chain(operators: readonly Arithmetic[], part: () => Formula): Formula {
    let left = part();
    for (;;) {
      const operator = operators.find((candidate) => this.#accept(candidate));
      if (operator === undefined) return left;
      this.#operators += 1;
      if (this.#operators > MOST_OPERATORS) throw this.#tooDeep(MOST_OPERATORS);
      left = { kind: 'arithmetic', operator, left, right: part(), at: left.at };
    }
  }

  #signed(): Formula {
    const token = this.#peek();
    if (!this.#accept('-')) return this.#operand();
    return { kind: 'negate', operand: this.#deeper(() => this.#signed()), at: this.#locate(token.offset) };
  }

  #operand(): Formula {
    const token = this.#peek();
    const at = this.#locate(token.offset);
    if (token.kind === 'number') {
      this.#next += 1;
      const misread = numberFault(this.#isListed ? token.text : this.#withCommas(token), at);
      if (misread !== null) throw new Unreadable(misread);
      return numberLiteral(token.text, at);
    }
    if (token.kind === 'name') {
      this.#next += 1;
      // Spreadsheets know functions of these names.
      if (meantWord(token.text) !== null && this.#isNext('(')) throw this.#wrongWord(token);
      return this.#accept('(')
        ? { kind: 'call', name: token.text, args: this.#arguments(), at }
        : { kind: 'name', name: token.text, at };
    }
    if (!this.#accept('(')) throw this.#unexpected('operand');
    const inside = this.#bracketed(false);
    if (!this.#accept(')')) throw this.#unexpected('operator', ')');
    return inside;
  }

  #arguments(): readonly Formula[] {
    const args: Formula[] = [];
    do args.push(this.#bracketed(true));
    while (this.#accept(','));
    if (!this.#accept(')')) throw this.#unexpected('operator', ',', ')');
    return args;
  }

  #bracketed(isListed: boolean): Formula {
    const around = this.#isListed;
    this.#isListed = isListed;
    const formula = this.#deeper(() => this.#disjunction());
    this.#isListed = around;
    return formula;
  }

  #deeper(part: () => Formula): Formula {
    this.#depth += 1;
    if (this.#depth > DEEPEST_FORMULA) throw this.#tooDeep(DEEPEST_FORMULA);
    const formula = part();
    this.#depth -= 1;
    return formula;
  }

  #peek(): Token {
    return this.#tokens[this.#next] ?? { kind: 'end', text: '', offset: 0 };
  }

  #accept(symbol: string): boolean {
    if (!this.#isNext(symbol)) return false;
    this.#next += 1;
    return true;
  }

  #isNext(symbol: string): boolean {
    const token = this.#peek();
    return token.kind === 'symbol' && token.text === symbol;
  }

  /** A number before the next word, with the numbers that follow it behind a comma and no space. */
  #withCommas({ text, offset }: Token): string {
    let typed = text;
    for (const token of this.#tokens.slice(this.#next)) {
      if (token.offset !== offset + typed.length || (token.text !== ',' && token.kind !== 'number')) break;
      typed += token.text;
    }
    return typed;
  }

  #tooDeep(limit: number): Unreadable {
    return new Unreadable(issue('formula/too-deep', { limit }, { position: this.#locate(this.#peek().offset) }));
  }

  #wrongWord({ text: found, offset }: Token): Unreadable {
    const write = meantWord(found) ?? found;
    const details = { position: this.#locate(offset), received: found };
    return new Unreadable(issue('formula/wrong-operator', { found, write }, details));
  }

  #unexpected(...expected: readonly ExpectedWord[]): Unreadable {
    const token = this.#peek();
    const before = this.#tokens[this.#next - 1];
    if (token.kind === 'name' && ['and', 'or'].includes(meantWord(token.text) ?? '')) return this.#wrongWord(token);
    if (before?.kind === 'name' && meantWord(before.text) === 'not') return this.#wrongWord(before);
    return new Unreadable(
      issue(
        'formula/unexpected-token',
        { expected },
        { position: this.#locate(token.offset), received: token.kind === 'end' ? null : token.text },
      ),
    );
  }
}

function numberLiteral(text: string, at: Formula['at']): Formula {
  const percent = text.endsWith('%');
  const value = parseDecimal(percent ? text.slice(0, -1) : text) ?? ZERO;
  return { kind: 'number', value: percent ? multiply(value, rational(1n, 100n)) : value, percent, at };
}
