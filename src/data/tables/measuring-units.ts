import type { Indicator } from '../../criteria/index.ts';
import { type Issue, issue, type Position, type Text } from '../../messages/index.ts';
import { canonicalKey, withoutDiacritics } from '../canonical-key.ts';

/** What the figures of an indicator are, as far as the unit they are given in goes. */
export type Quantity = Pick<Indicator, 'type' | 'unit'>;

/** Words for what is counted: people, cases, places. */
const COUNTED = spelt(
  'người|vụ|hộ|hộ gia đình|xã|phường|thôn|bản|tổ|cơ sở|điểm|tụ điểm|lượt|lượt người|đối tượng|trường hợp|cây|buổi|cuộc|tin|người/năm|people|persons|cases|plants'.split(
    '|',
  ),
);
/** Units of measure under one spelling each; letters that also number columns are none. */
const MEASURES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'm²': ['m2', 'm^2', 'mét vuông', 'met vuong'],
    'km²': ['km2', 'km^2', 'ki lô mét vuông', 'kilômét vuông'],
    ha: ['hecta', 'héc ta', 'hec ta', 'héc-ta', 'hectares'],
    sào: [],
    mẫu: [],
    kg: ['ki lô gam', 'kilôgam'],
    gam: ['gram'],
    tạ: [],
    tấn: [],
    đồng: ['vnđ', 'vnd'],
    '%': ['phần trăm', 'percent', 'tỷ lệ %', 'tỉ lệ %'],
    '‰': ['phần nghìn', 'phần ngàn'],
  }).flatMap(([unit, others]) => [...spelt([unit, ...others])].map((spelling) => [spelling, unit] as const)),
);
/** Words that stand in such a row and measure nothing. */
const NO_MEASURE = spelt(['có/không', 'có / không', 'x', 'đvt', 'đơn vị tính']);
/** Thousands of something. */
const MULTIPLES =
  /^(?:\d[\d.,]*|chục|chuc|trăm|tram|nghìn|nghin|ngàn|ngan|vạn|van|triệu|trieu|tỷ|tỉ|ty|ti|tens of|hundreds? of|thousands? of|thousand|million)\s+(.+)$/;
const BARE_MULTIPLE = /^(?:nghìn|nghin|ngàn|ngan|triệu|trieu|tỷ|tỉ|thousands?|millions?|x ?1[.,]?000)$/;

/** With and without diacritics. */
function spelt(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.flatMap((word) => [word, withoutDiacritics(word)]));
}

/**
 * Whether a text beside the name of a column says in what its figures are measured.
 *
 * @param text The text, in parentheses or not.
 * @param given What the figures of the column are; `null` where it is not known.
 */
export function isMeasure(text: string, given: Quantity | null): boolean {
  const key = measureKey(text);
  return isOwn(key, given) || isCommon(key) || isMultiple(key);
}

/**
 * Whether figures in a unit are not the ones that an indicator needs: hectares where square metres are, thousands of people
 * where people are.
 *
 * @param text The unit, in parentheses or not.
 */
export function isOtherMeasure(text: string, given: Quantity): boolean {
  const key = measureKey(text);
  if (isOwn(key, given) || NO_MEASURE.has(key) || !isMeasure(text, given)) return false;
  if (given.type === 'boolean' || given.type === 'choice') return false;
  if (isMultiple(key)) return true;
  if (given.type === 'percent') return MEASURES.get(key) !== '%';
  // What is counted has many names; where an indicator does not say in what it is measured, any will do.
  return COUNTED.has(key)
    ? given.type !== 'count' && given.unit !== null
    : given.type === 'count' || given.unit !== null;
}

/** Says that figures stand in another unit than an indicator needs. */
export function otherMeasure(
  { id, label, quantity }: { readonly id: string; readonly label: Text; readonly quantity: Quantity | null },
  unit: string,
  position: Position,
): Issue {
  return issue(
    'data/other-measure',
    { column: label, needed: quantity?.unit ?? null },
    { position, path: id, received: unit },
  );
}

/** A text without parentheses and in the spelling that units are known by. */
function measureKey(text: string): string {
  const key = canonicalKey(text)
    .replace(/^\((.*)\)$/u, '$1')
    .replace(/^(?:đvt|đơn vị tính|đơn vị|unit)\s*:\s*/u, '')
    .trim();
  return MEASURES.get(key) ?? key;
}

function isOwn(key: string, given: Quantity | null): boolean {
  if (given === null) return false;
  const { type, unit } = given;
  return (
    (type === 'percent' && key === '%') || (unit !== null && [unit.vi, unit.en].some((own) => measureKey(own) === key))
  );
}

function isCommon(key: string): boolean {
  return COUNTED.has(key) || MEASURES.has(key) || NO_MEASURE.has(key);
}

function isMultiple(key: string): boolean {
  const [, of] = MULTIPLES.exec(key) ?? [];
  return BARE_MULTIPLE.test(key) || (of !== undefined && isCommon(MEASURES.get(of) ?? of));
}
