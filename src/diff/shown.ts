import type {
  Check,
  Cite,
  Criterion,
  CriteriaSet,
  Indicator,
  Merge,
  RankKey,
  Remark,
  Rounding,
  Rule,
  ScoreModel,
  Source,
  Step,
  Target,
} from '../criteria/index.ts';
import { type Formula, printFormula } from '../formula/index.ts';
import { dayText, type DiffMessages, type Lang, messagesIn, numberText, type Text } from '../messages/index.ts';
import { exactText, integer, multiply, type Rational } from '../number/index.ts';
import type { Pair } from './change.ts';

/*
 * Values as the file writes them: a reviewer finds in the file what a change shows. Only texts differ between languages, and
 * what the file writes in several keys.
 */

/** A text that is the same in both languages. */
export function plainText(text: string): Text {
  return { vi: text, en: text };
}

/** What the file writes in several keys, in the words of each language. */
export function inWords(text: (shown: DiffMessages['shown'], lang: Lang) => string): Text {
  return { vi: text(messagesIn('vi').diff.shown, 'vi'), en: text(messagesIn('en').diff.shown, 'en') };
}

/** The same, where there may be nothing. */
export function plainOrNull(text: string | null): Text | null {
  return text === null ? null : plainText(text);
}

export function numberOrNull(value: Rational | null): string | null {
  return value === null ? null : exactText(value);
}

/** What a criterion asks for and earns, on one line. */
export function ruleText({ rule, points, bonus, appliesWhen }: Criterion): string {
  const own = points === null ? [] : [`points: ${exactText(points)}`];
  const extra = bonus ? ['bonus: true'] : [];
  const when = appliesWhen === null ? [] : [`applies_when: ${printFormula(appliesWhen)}`];
  return [...own, ...extra, ruleOnly(rule), ...when].join('; ');
}

/** The rule alone. */
export function ruleOnly(rule: Rule): string {
  switch (rule.kind) {
    case 'test':
      return `test: ${printFormula(rule.test)}`;
    case 'bands':
      return `on: ${printFormula(rule.on)}; bands: ${stepsText(rule.bands)}`;
    case 'scale':
      return `on: ${printFormula(rule.on)}; scale: ${stepsText(rule.steps)}`;
    case 'deduct':
      return `deduct: ${deductText(rule)}`;
    case 'group':
      return `parts: ${rule.parts.join(', ')}`;
  }
}

/** `[95%, 5], [90%, 3]`. */
function stepsText(steps: readonly Step[]): string {
  return steps.map(({ at, percent, points }) => `[${literal(at, percent)}, ${exactText(points)}]`).join(', ');
}

function deductText({ each, per, floor, most }: Extract<Rule, { kind: 'deduct' }>): string {
  const cap = most === null ? '' : `; most: ${exactText(most)}`;
  return `each: ${exactText(each)}; per: ${printFormula(per)}; floor: ${exactText(floor)}${cap}`;
}

function literal(value: Rational, percent: boolean): string {
  return percent ? percentLiteral(value) : exactText(value);
}

function percentLiteral(share: Rational): string {
  return `${exactText(multiply(share, integer(100)))}%`;
}

export function citeText(cite: Cite | null): string | null {
  return cite === null ? null : [cite.source, cite.clause].join(' ').trim();
}

export function conditionText(formula: Formula | null): string {
  return formula === null ? 'otherwise' : printFormula(formula);
}

/** The same with the words that join its parts; ids and figures stay as they are written. */
export function conditionWords(formula: Formula | null): Text {
  return inWords((shown, lang) =>
    formula === null
      ? messagesIn(lang).report.set.otherwise
      : printFormula(formula).replaceAll(/\b(and|or|not)\b/gu, (word) =>
          isJoining(word) ? shown.joining[word] : word,
        ),
  );
}

function isJoining(word: string): word is keyof DiffMessages['shown']['joining'] {
  return word === 'and' || word === 'or' || word === 'not';
}

/** How the score is made, the same in any words. */
export function scoreKey(score: ScoreModel | null): string | null {
  if (score === null) return null;
  return score.model === 'count'
    ? `count of ${score.of.toSorted().join(', ')}`
    : `${score.model} of ${exactText(score.of)}`;
}

export function scoreText(score: ScoreModel | null): Text | null {
  if (score === null) return null;
  return inWords((shown, lang) =>
    score.model === 'count'
      ? shown.counted(score.of.toSorted())
      : shown.points(score.model, numberText(exactText(score.of), lang)),
  );
}

export function roundingKey(round: Rounding | null): string | null {
  return round === null ? null : `to ${exactText(round.to)}, ${round.mode}`;
}

export function roundingText(round: Rounding | null): Text | null {
  return round === null
    ? null
    : inWords((shown, lang) => shown.rounded(numberText(exactText(round.to), lang), round.mode));
}

export function rankText(keys: readonly RankKey[]): string | null {
  return keys.length === 0 ? null : keys.map(rankKeyText).join('; ');
}

function rankKeyText(key: RankKey): string {
  switch (key.by) {
    case 'class':
      return `class [${key.best.join(', ')}]`;
    case 'score':
      return `score ${key.order}`;
    case 'measure':
    case 'indicator':
      return `${key.id} ${key.order}`;
  }
}

export function targetText({ until, atLeast }: Target): string {
  return `${until}: ≥ ${percentLiteral(atLeast)}`;
}

export function effectiveText({ from, to }: CriteriaSet['effective']): string {
  return `${from} – ${to ?? ''}`.trim();
}

export function effectiveWords({ effective: { from, to } }: CriteriaSet): Text {
  return inWords((shown, lang) => shown.inForce(dayText(from, lang), to === null ? null : dayText(to, lang)));
}

export function unitWords(unit: CriteriaSet['unit']): Text {
  return inWords((_, lang) => messagesIn(lang).report.levels[unit]);
}

export function statusWords({ status }: CriteriaSet): Text {
  return inWords((_, lang) => messagesIn(lang).report.statuses[status]);
}

export function reviewedWords({ reviewed }: CriteriaSet): Text {
  return inWords((_, lang) => (reviewed === null ? messagesIn(lang).diff.nothing : dayText(reviewed, lang)));
}

export function lowerKey(from: CriteriaSet['from']): string | null {
  return from === null ? null : `${from.set} by ${from.group}`;
}

export function lowerText(from: CriteriaSet['from']): Text | null {
  return from === null ? null : inWords((shown) => shown.rolledUp(from.set, from.group));
}

export function checkText({ rule, severity }: Check): string {
  return severity === 'error' ? printFormula(rule) : `${printFormula(rule)} (${severity})`;
}

/** The same for people, with what it tells where it fails. */
export function checkWords({ rule, severity, message }: Check): Text {
  return inWords((_, lang) => {
    const { severities } = messagesIn(lang).report;
    const level = severity === 'error' ? '' : ` (${severities[severity]})`;
    return `${printFormula(rule)}${level}\n${message[lang]}`;
  });
}

export function remarkText({ when, class: only, message }: Remark): Text {
  const start = `${only === null ? '' : `${only}: `}${printFormula(when)}`;
  return { vi: `${start} → ${message.vi}`, en: `${start} → ${message.en}` };
}

export function sourceText({ document, date, issuer, url }: Source): Text {
  const rest = [date, issuer, url].flatMap((part) => part ?? []);
  return { vi: [document.vi, ...rest].join(', '), en: [document.en, ...rest].join(', ') };
}

/** The same with its date as people write it. */
export function sourceWords(source: Source): Text {
  return inWords((_, lang) => {
    const { document, date, issuer, url } = source;
    const day = date === null ? null : dayText(date, lang);
    return [document[lang], ...[day, issuer, url].flatMap((part) => part ?? [])].join(', ');
  });
}

/** The labels of what both nodes have, in the order of the revision. */
export function labelsText(
  labels: ReadonlyMap<string, Text>,
  { base, revision }: Pair<ReadonlyMap<string, unknown> | undefined>,
): Text | null {
  const common = [...(revision?.keys() ?? [])].filter((id) => base?.has(id) === true);
  const inLang = (lang: Lang): string => common.map((id) => `${id}: ${labels.get(id)?.[lang] ?? ''}`).join('\n');
  return common.length === 0 ? null : { vi: inLang('vi'), en: inLang('en') };
}

/** What an indicator is, without its label. */
export function indicatorText(indicator: Indicator): string {
  const { type, values, rollup, measured } = indicator;
  const kinds = values.size === 0 ? type : `${type} (${[...values.keys()].join(', ')})`;
  return rollup === null ? `${kinds}, ${measured}` : printFormula(rollup);
}

/** The same in words; of choices their ids, as criteria name them. */
export function indicatorWords(indicator: Indicator): Text {
  const { type, values, rollup, measured } = indicator;
  if (rollup !== null) return plainText(indicatorText(indicator));
  return inWords((shown, lang) => {
    const kind = values.size === 0 ? shown.types[type] : `${shown.types[type]} (${[...values.keys()].join(', ')})`;
    return `${kind}, ${messagesIn(lang).report.set.measured[measured]}`;
  });
}

export function mergeText(merge: Merge | null): string | null {
  return merge === null ? null : `${merge.by} of ${merge.of}${merge.bounds ? ', bounds' : ''}`;
}

export function periodKey({ kind, from, to }: CriteriaSet['period']): string {
  return `${kind} ${from} – ${to}`;
}

export function periodText({ kind, from, to }: CriteriaSet['period']): Text {
  return inWords((shown) => shown[kind](from, to));
}
