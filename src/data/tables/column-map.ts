import {
  child,
  type CriteriaSet,
  entriesOf,
  itemsOf,
  type Path,
  pathText,
  readYaml,
  received,
  textOf,
  type Tree,
} from '../../criteria/index.ts';
import {
  type Form,
  type Issue,
  issue,
  nearestNames,
  refusal,
  type Result,
  unlessFaulty,
  requireSet,
} from '../../messages/index.ts';
import { canonicalKey } from '../canonical-key.ts';
import type { ColumnMap, MapEntry } from './header-meanings.ts';
import { type HeaderMeanings, knownColumns } from './known-columns.ts';

const KEYS = { map: ['headers', 'ignore', 'files'], file: ['headers', 'ignore'] } as const;

/**
 * Reads a column map: what headers mean that nobody foresaw.
 *
 * @param text YAML with `headers` (header to column id), `ignore` (headers), and the same under `files` by file name, where
 *   `*` stands for any characters.
 * @param file Its name, for messages.
 * @param set Whose columns are meant.
 * @example parseColumnMap('headers: { "Tổng số người": people }\nignore: ["Ghi chú"]', 'map.yaml', set).ok // true
 */
export function parseColumnMap(text: string, file: string, set: CriteriaSet): Result<ColumnMap> {
  requireSet(set);
  const { tree, issues } = readYaml(text, file);
  if (tree === null) return failed(file, issues);
  const ids = knownColumns(set).map(({ id }) => id);
  const reading: Reading = { ids, issues: [...issues] };
  const everywhere = readMeanings(tree, [], KEYS.map, reading);
  const listed = child(tree, 'files');
  if (listed !== null && listed.kind !== 'branch') reportForm(listed, ['files'], 'map', reading);
  const files = entriesOf(listed).map(([name, { key: position, value }]) => ({
    name,
    pattern: patternOf(name),
    position,
    value,
    meanings: readMeanings(value, ['files', name], KEYS.file, reading),
  }));
  const entries = [
    ...headerEntries(tree, null),
    ...files.flatMap(({ name, pattern, position, value }): readonly MapEntry[] => [
      { of: 'file', text: name, pattern, position },
      ...headerEntries(value, pattern),
    ]),
  ];
  const kept = files.map(({ pattern, meanings }) => ({ pattern, meanings }));
  return unlessFaulty({ everywhere, files: kept, entries }, reading.issues);
}

interface Reading {
  readonly ids: readonly string[];
  readonly issues: Issue[];
}

function failed(file: string, issues: readonly Issue[]): Result<ColumnMap> {
  const isEmpty = issues.length === 0 || issues[0]?.code === 'criteria/empty-file';
  return refusal(isEmpty ? [issue('map/empty-file', {}, { position: { file } })] : issues);
}

/** The headers that a map names, in all files or in some. */
function headerEntries(tree: Tree, pattern: RegExp | null): readonly MapEntry[] {
  const meant = entriesOf(child(tree, 'headers')).map(([text, { key: position }]) => ({ text, position }));
  const ignored = itemsOf(child(tree, 'ignore')).flatMap((item) => {
    const text = textOf(item);
    return text === null ? [] : [{ text, position: item.at }];
  });
  return [...meant, ...ignored].map((entry) => ({ of: 'header', pattern, ...entry }));
}

function readMeanings(tree: Tree, path: Path, known: readonly string[], reading: Reading): HeaderMeanings {
  if (tree.kind !== 'branch') reportForm(tree, path, 'map', reading);
  for (const [key, { key: position }] of entriesOf(tree)) {
    if (known.includes(key)) continue;
    const args = { key, nearest: nearestNames(key, known), known };
    reading.issues.push(
      issue('criteria/unknown-key', args, { position, path: pathText([...path, key]), received: key }),
    );
  }
  return {
    headers: readHeaders(child(tree, 'headers'), [...path, 'headers'], reading),
    ignored: readIgnored(child(tree, 'ignore'), [...path, 'ignore'], reading),
  };
}

function readHeaders(tree: Tree | null, path: Path, reading: Reading): ReadonlyMap<string, string> {
  if (tree !== null && tree.kind !== 'branch') reportForm(tree, path, 'map', reading);
  const headers = new Map<string, string>();
  const lines = new Map<string, number>();
  for (const [header, { key: position, value }] of entriesOf(tree)) {
    const key = canonicalKey(header);
    const id = textOf(value);
    const line = lines.get(key);
    if (line !== undefined)
      reading.issues.push(issue('map/header-twice', { header, line }, { position, received: header }));
    else if (id === null) reportForm(value, [...path, header], 'name', reading);
    else if (!reading.ids.includes(id)) reportUnknown(value, [...path, header], id, reading);
    else headers.set(key, id);
    lines.set(key, line ?? position.line ?? 0);
  }
  return headers;
}

function readIgnored(tree: Tree | null, path: Path, reading: Reading): ReadonlySet<string> {
  if (tree !== null && tree.kind !== 'list') reportForm(tree, path, 'list', reading);
  const texts = itemsOf(tree).flatMap((item, index) => {
    const text = textOf(item);
    if (text === null) reportForm(item, [...path, index], 'text', reading);
    return text ?? [];
  });
  return new Set(texts.map(canonicalKey));
}

function reportForm(tree: Tree, path: Path, expected: Form, { issues }: Reading): void {
  issues.push(
    issue('criteria/wrong-form', { expected }, { position: tree.at, path: pathText(path), received: received(tree) }),
  );
}

function reportUnknown(tree: Tree, path: Path, id: string, { ids, issues }: Reading): void {
  const details = { position: tree.at, path: pathText(path), received: id };
  issues.push(issue('map/unknown-column', { nearest: nearestNames(id, ids) }, details));
}

/** `*` stands for any characters, `?` for one; the case of letters does not matter. */
function patternOf(name: string): RegExp {
  const escaped = name.normalize('NFC').replace(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replace(/\*+/g, '.*').replaceAll('?', '.')}$`, 'iu');
}
