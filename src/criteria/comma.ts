import { isScalar, type Node, type Pair, Scalar } from 'yaml';

/**
 * A comma inside `{ … }` or `[ … ]` ends a value, so `{ test: last(2, x) == 0 }` silently becomes two keys. These
 * functions find the accident and put the value together again, so that it is reported once and not as what it broke.
 */
export interface Cut {
  /** The value as it was meant. */
  readonly whole: string;
  /** How many items it was cut into. */
  readonly pieces: number;
  readonly start: number;
  readonly end: number;
}

type FlowPair = Pair<Node, Node | null>;

/** The value of this pair of a flow map, where keys without a value follow it. */
export function cutValue(pairs: readonly FlowPair[], index: number, source: string): Cut | null {
  const value = pairs[index]?.value ?? null;
  if (!isPlain(value)) return null;
  let last = index;
  while (isBareKey(pairs[last + 1]) && tightPair(pairs[last + 1]) === null) last += 1;
  const start = value.range?.[0];
  const end = pairs[last]?.key.range?.[1];
  if (last === index || start === undefined || end === undefined) return null;
  return { whole: source.slice(start, end), pieces: last - index + 1, start, end };
}

/** The item of a flow list whose bracket is closed only in a later item. */
export function cutItem(items: readonly Node[], index: number, source: string): Cut | null {
  let open = 0;
  for (let last = index; last < items.length; last += 1) {
    const item = items[last];
    if (!isPlain(item ?? null)) return null;
    open += balance(item, source);
    if (open <= 0) return last === index ? null : cutBetween(items[index], item, last - index + 1, source);
  }
  return null;
}

/** A key of a flow map with neither a colon nor a value. */
export function isBareKey(pair: FlowPair | undefined): boolean {
  return pair !== undefined && pair.value === null;
}

/** A pair of a flow map whose colon lacks the space behind it, as in `{vi: Dân số,en:Residents}`. */
export interface Tight {
  readonly key: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** The colon of an address has slashes behind it. */
const TIGHT = /^([A-Za-z_]\w*):(?!\/)(\S.*)$/su;

/** A key without a value that holds a key and a value of its own. */
export function tightPair(pair: FlowPair | undefined): Tight | null {
  if (pair === undefined || !isBareKey(pair) || !isPlain(pair.key)) return null;
  const [, key, value] = TIGHT.exec(pair.key.source ?? '') ?? [];
  const [start, end] = pair.key.range ?? [];
  if (key === undefined || value === undefined || start === undefined || end === undefined) return null;
  return { key, value, start, end };
}

function cutBetween(first: Node | undefined, last: Node | undefined, pieces: number, source: string): Cut | null {
  const start = first?.range?.[0];
  const end = last?.range?.[1];
  return start === undefined || end === undefined ? null : { whole: source.slice(start, end), pieces, start, end };
}

function isPlain(node: Node | null): node is Scalar {
  return isScalar(node) && node.type === Scalar.PLAIN;
}

/** How many brackets an item opens and does not close. */
function balance(node: Node | undefined, source: string): number {
  const text = node?.range ? source.slice(node.range[0], node.range[1]) : '';
  return text.split('(').length - text.split(')').length;
}
