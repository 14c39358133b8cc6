import {
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  Lexer,
  type Node,
  type Pair,
  Parser,
  Scalar,
  type YAMLError,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { type Issue, issue, requireText } from '../messages/index.ts';
import { type Cut, cutItem, cutValue, isBareKey, type Tight, tightPair } from './comma.ts';
import { createPlaces, locateWithin, type Places } from './places.ts';
import type { Entry, Leaf, Tree } from './tree.ts';
import { syntaxIssue } from './yaml-fault.ts';

/** What a criteria file may be at most; a real one is far below. */
export const LIMITS = { characters: 1_000_000, levels: 64, values: 100_000 } as const;

/** Keys that reach into JavaScript's own objects. */
const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** A tree, and what was wrong with the YAML; `tree` is `null` where nothing can be made of the file. */
export interface Grown {
  readonly tree: Tree | null;
  readonly issues: readonly Issue[];
}

/**
 * Reads YAML 1.2 (core schema) into a tree with the place of every key and value.
 *
 * @param text The text of the file.
 * @param file Its name, for messages.
 * @returns The tree and every fault of the YAML; after a fault that leaves the rest readable there still is a tree.
 */
export function readYaml(text: string, file: string): Grown {
  requireText(text, 'text of a file');
  if (text.length > LIMITS.characters) {
    return refused(issue('criteria/too-large', { of: 'characters', limit: LIMITS.characters }, { position: { file } }));
  }
  const places = createPlaces(text.replace(/^\uFEFF/, '').normalize('NFC'), file);
  const { tokens, deepest } = tokenize(places.source);
  if (deepest !== null) {
    return refused(
      issue('criteria/too-large', { of: 'levels', limit: LIMITS.levels }, { position: places.at(deepest) }),
    );
  }
  const documents = [...new Composer({ schema: 'core', uniqueKeys: false }).compose(tokens)];
  const faults = upToFirstBreak(documents.flatMap(({ errors }) => errors)).map((error) =>
    syntaxIssue(error, tokens, places),
  );
  const [first, second] = documents;
  if (second !== undefined)
    faults.push(issue('criteria/several-documents', {}, { position: places.at(second.range[0]) }));
  if (faults.length > 0) return { tree: null, issues: faults };
  if (first === undefined || isEmpty(first)) return refused(issue('criteria/empty-file', {}, { position: { file } }));
  return grow(first, places);
}

/** What follows after a fault in the structure is mostly its echo. */
function upToFirstBreak(errors: readonly YAMLError[]): readonly YAMLError[] {
  const first = errors.findIndex(({ code }) => code !== 'BAD_DQ_ESCAPE');
  return first === -1 ? errors : errors.slice(0, first + 1);
}

function refused(found: Issue): Grown {
  return { tree: null, issues: [found] };
}

function isEmpty(document: Document.Parsed): boolean {
  return document.contents === null || (isScalar(document.contents) && document.contents.value === null);
}

/** The tokens of the file, or where it is nested too deep for the recursive steps that follow. */
function tokenize(source: string): { readonly tokens: readonly CST.Token[]; readonly deepest: number | null } {
  const tokens: CST.Token[] = [];
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(source)) {
    tokens.push(...parser.next(lexeme));
    if (parser.stack.length > LIMITS.levels) return { tokens: [], deepest: Math.min(parser.offset, source.length) };
  }
  tokens.push(...parser.end());
  return { tokens, deepest: null };
}

/** What growing a tree collects and counts. */
interface Growth {
  readonly places: Places;
  readonly issues: Issue[];
  /** Anchored trees and how many values each holds: an alias stands for the tree, which is not copied. */
  readonly anchors: Map<string, { readonly tree: Tree; readonly values: number }>;
  /** Values so far, those behind aliases counted each time. */
  values: number;
}

function grow(document: Document.Parsed, places: Places): Grown {
  const growth: Growth = { places, issues: [], anchors: new Map(), values: 0 };
  const tree = growNode(document.contents, 0, growth);
  if (growth.values > LIMITS.values) {
    return refused(issue('criteria/too-large', { of: 'values', limit: LIMITS.values }, { position: places.at(0) }));
  }
  return { tree, issues: growth.issues };
}

function growNode(node: Node | null, fallback: number, growth: Growth): Tree {
  const start = node?.range?.[0] ?? fallback;
  const before = growth.values;
  growth.values += 1;
  if (node === null || growth.values > LIMITS.values) return emptyLeaf(start, growth);
  if (isAlias(node)) return growAlias(node.source, start, growth);
  if (node.tag !== undefined) reportTag(node.tag, start, growth);
  const tree = growContent(node, start, growth);
  if (node.anchor !== undefined) growth.anchors.set(node.anchor, { tree, values: growth.values - before });
  return tree;
}

function growContent(node: Node, start: number, growth: Growth): Tree {
  if (isMap<Node, Node | null>(node)) return growMap(node, start, growth);
  if (isSeq<Node>(node)) return growList(node, start, growth);
  return isScalar(node) ? growLeaf(node, start, growth) : emptyLeaf(start, growth);
}

function growAlias(name: string, start: number, growth: Growth): Tree {
  const anchored = growth.anchors.get(name);
  if (anchored === undefined) {
    growth.issues.push(
      issue('criteria/yaml-syntax', { fault: 'alias' }, { position: growth.places.at(start), received: `*${name}` }),
    );
    return emptyLeaf(start, growth);
  }
  growth.values += anchored.values;
  return anchored.tree;
}

function reportTag(tag: string, start: number, growth: Growth): void {
  growth.issues.push(
    issue('criteria/yaml-syntax', { fault: 'tag' }, { position: growth.places.at(start), received: tag }),
  );
}

function emptyLeaf(start: number, growth: Growth): Leaf {
  const at = growth.places.at(start);
  return { kind: 'leaf', value: null, at, locate: () => at };
}

function growLeaf(scalar: Scalar, start: number, growth: Growth): Leaf {
  const value = writtenValue(scalar);
  const at = growth.places.at(start);
  if (typeof value !== 'string') return { kind: 'leaf', value, at, locate: () => at };
  const end = scalar.range?.[1] ?? start;
  return {
    kind: 'leaf',
    value,
    at,
    locate: locateWithin(growth.places, value, contentStart(scalar, start, growth.places.source), end),
  };
}

/** Numbers as they were written: `1.10` is not 1.1 here. */
function writtenValue(scalar: Scalar): string | boolean | null {
  const { value } = scalar;
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  return scalar.source ?? null;
}

function contentStart(scalar: Scalar, start: number, source: string): number {
  switch (scalar.type) {
    case Scalar.QUOTE_DOUBLE:
    case Scalar.QUOTE_SINGLE:
      return start + 1;
    case Scalar.BLOCK_FOLDED:
    case Scalar.BLOCK_LITERAL:
      return source.indexOf('\n', start) + 1;
    default:
      return start;
  }
}

function growList(list: YAMLSeq<Node>, start: number, growth: Growth): Tree {
  const items: Tree[] = [];
  for (let index = 0; index < list.items.length; ) {
    const cut = list.flow === true ? cutItem(list.items, index, growth.places.source) : null;
    const item = list.items[index] ?? null;
    items.push(cut === null ? growNode(item, start, growth) : mendedLeaf(cut, null, growth));
    index += cut?.pieces ?? 1;
  }
  return { kind: 'list', items, at: growth.places.at(start) };
}

function growMap(map: YAMLMap<Node, Node | null>, start: number, growth: Growth): Tree {
  const entries = new Map<string, Entry>();
  const pairs = map.items.filter((pair): pair is Pair<Node, Node | null> => isPair(pair));
  for (let index = 0; index < pairs.length; ) {
    const cut = map.flow === true ? cutValue(pairs, index, growth.places.source) : null;
    const pair = pairs[index];
    const tight = map.flow === true ? tightPair(pair) : null;
    if (tight !== null) growTight(tight, entries, growth);
    else if (pair !== undefined) growEntry(pair, cut, map.flow === true, entries, growth);
    index += cut?.pieces ?? 1;
  }
  return { kind: 'branch', entries, at: growth.places.at(start) };
}

/** The pair as it was meant, and the report that its colon lacks a space. */
function growTight({ key, value, start, end }: Tight, entries: Map<string, Entry>, growth: Growth): void {
  const at = growth.places.at(start);
  growth.issues.push(
    issue('criteria/tight-colon', { write: `${key}: ${value}` }, { position: at, received: `${key}:${value}` }),
  );
  const leaf: Leaf = { kind: 'leaf', value, at, locate: locateWithin(growth.places, value, end - value.length, end) };
  if (!entries.has(key)) entries.set(key, { key: at, value: leaf });
}

function growEntry(
  pair: Pair<Node, Node | null>,
  cut: Cut | null,
  flow: boolean,
  entries: Map<string, Entry>,
  growth: Growth,
): void {
  const start = pair.key.range?.[0] ?? 0;
  const position = growth.places.at(start);
  const key = isScalar(pair.key) ? writtenValue(pair.key) : null;
  if (typeof key !== 'string') {
    growth.issues.push(issue('criteria/key-not-text', {}, { position, received: key === null ? null : String(key) }));
    return;
  }
  const found = keyFault(key, flow && isBareKey(pair), entries);
  if (found !== null) growth.issues.push({ ...found, position, received: key });
  const value = cut === null ? growNode(pair.value, start, growth) : mendedLeaf(cut, key, growth);
  if (found === null) entries.set(key, { key: position, value });
}

function keyFault(key: string, bare: boolean, entries: ReadonlyMap<string, Entry>): Issue | null {
  if (FORBIDDEN_KEYS.has(key)) return issue('criteria/forbidden-key', { key });
  const before = entries.get(key);
  if (before !== undefined) return issue('criteria/duplicate-key', { key, line: before.key.line ?? 0 });
  return bare ? issue('criteria/key-without-value', { key }) : null;
}

/** The value as it was meant, and the report that a comma cut it. */
function mendedLeaf(cut: Cut, key: string | null, growth: Growth): Leaf {
  const at = growth.places.at(cut.start);
  growth.issues.push(issue('criteria/cut-by-comma', { key, whole: cut.whole }, { position: at, received: cut.whole }));
  growth.values += 1;
  return { kind: 'leaf', value: cut.whole, at, locate: locateWithin(growth.places, cut.whole, cut.start, cut.end) };
}
