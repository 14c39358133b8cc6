import { hasError, type Issue, issue, type Position, requireText, type Result } from '../messages/index.ts';
import { withChoiceIds } from './choice-labels.ts';
import type { CriteriaSet } from './criteria-set.ts';
import { withDoubtsTold } from './doubted.ts';
import { formIssues } from './faults.ts';
import { withoutFollowUps } from './follow-ups.ts';
import { readHeader } from './header.ts';
import { failure, inOrder } from './issue-list.ts';
import { type Added, overlay, readingMayAdd, type Removed } from './overlay.ts';
import { readContent } from './read.ts';
import { type Choice, type CriteriaSource, layReadings, readingsIn, resolveWith } from './readings.ts';
import { criteriaSchema } from './schema.ts';
import { sha256Hex } from './sha256.ts';
import { soundnessIssues } from './soundness.ts';
import { withRemovalsTold } from './still-named.ts';
import { child, textOf, type Tree } from './tree.ts';
import { readYaml } from './yaml.ts';

/** Every option is laid on the file once when it is parsed. */
const MOST_OPTIONS = 64;

/** What is known of a criteria file beside its text. */
export interface ParseOptions {
  readonly base?: CriteriaSource | null | undefined;
}

/**
 * Parses a criteria file and checks it, as it stands and under every option of every reading.
 *
 * @param text The text of the file.
 * @param file Its name, for messages and results.
 * @param given The set it changes, when it says `extends` (see {@link extendedSet}).
 * @returns The file with its readings still open, or all its faults in file order.
 * @example parseSource(text, 'example.yaml').ok // true
 */
export function parseSource(text: string, file: string, { base = null }: ParseOptions = {}): Result<CriteriaSource> {
  return parsedSource(text, file, base, false);
}

/**
 * The same for a file that comes with xasach, whose tests have tried every option of every reading: nothing is checked
 * again.
 */
export function parseShipped(text: string, file: string): Result<CriteriaSource> {
  return parsedSource(text, file, null, true);
}

function parsedSource(
  text: string,
  file: string,
  base: CriteriaSource | null,
  isShipped: boolean,
): Result<CriteriaSource> {
  const { tree, issues } = readYaml(text, file);
  if (tree === null) return failure(issues);
  const id = textOf(child(tree, 'extends'));
  if (id === null)
    return checkedSource(tree, issues, { file, sha256: sha256Hex(text), base: null, overridden: [] }, { isShipped });
  const position = child(tree, 'extends')?.at ?? tree.at;
  if (base === null) return failure([...issues, issue('criteria/base-missing', { id }, { position, received: id })]);
  const unnamed = hasError(issues) ? null : identityIssue(tree, id, position);
  if (unnamed !== null) return failure([...issues, unnamed]);
  // The result hangs on both texts, and so does its hash.
  const sha256 = sha256Hex(`${base.sha256}\n${text}`);
  const laid = overlay(base.tree, tree, () => true);
  const identity = { file, sha256, base, overridden: [...base.overridden, ...laid.touched] };
  return checkedSource(laid.tree, [...issues, ...laid.issues], identity, { removed: laid.removed, added: laid.added });
}

/** What makes a set another than the one it extends. */
const OWN_KEYS = ['family', 'version', 'status'] as const;

/** A set that says nothing of its own identity would pass for the one it extends. */
function identityIssue(tree: Tree, base: string, position: Position): Issue | null {
  const absent = OWN_KEYS.filter((key) => textOf(child(tree, key)) === null);
  const isBase = `${textOf(child(tree, 'family')) ?? ''}@${textOf(child(tree, 'version')) ?? ''}` === base;
  if (absent.length === 0 && !isBase) return null;
  const keys = absent.length === 0 ? (['version'] as const) : absent;
  return issue('criteria/own-identity', { base, keys }, { position, received: base });
}

/** A set that a criteria file extends: its id, and where the file says so. */
export interface ExtendedSet {
  readonly id: string;
  readonly at: Position;
}

/**
 * The set a criteria file extends, `null` when it stands for itself.
 *
 * @example extendedSet(text, 'example.yaml') // null
 */
export function extendedSet(text: string, file: string): ExtendedSet | null {
  requireText(text, 'text of a file');
  // Most sets stand for themselves: the file is not read twice for them.
  const node = /^extends\s*:/m.test(text) ? child(readYaml(text, file).tree, 'extends') : null;
  const id = textOf(node);
  return node === null || id === null ? null : { id, at: node.at };
}

/**
 * Lays a file of changes on a set: a what-if on its rules. It may change what is there, and adds no ids.
 *
 * @param source The set.
 * @param text The changes, in the form of a criteria file.
 * @param file The name of the file of changes.
 */
export function layOverlay(source: CriteriaSource, text: string, file: string): Result<CriteriaSource> {
  const { tree, issues } = readYaml(text, file);
  if (tree === null) return failure(issues);
  const laid = overlay(source.tree, tree, readingMayAdd);
  const overridden = [...source.overridden, ...laid.touched];
  const sha256 = sha256Hex(`${source.sha256}\n${text}`);
  const identity = { file: source.file, sha256, base: source.base, overridden };
  return checkedSource(laid.tree, [...issues, ...laid.issues], identity, { removed: laid.removed });
}

/** What is known of a tree that is to be checked. */
interface Checking {
  readonly isShipped?: boolean;
  readonly removed?: readonly Removed[];
  readonly added?: readonly Added[];
}

function checkedSource(
  tree: Tree,
  issues: readonly Issue[],
  identity: Pick<CriteriaSource, 'file' | 'sha256' | 'base' | 'overridden'>,
  { isShipped = false, removed = [], added = [] }: Checking,
): Result<CriteriaSource> {
  const found = isShipped
    ? issues
    : faultsOf([...issues, ...treeIssues(tree), ...optionIssues(tree)], tree, { removed, added });
  if (hasError(found)) return failure(found);
  const readings = readingsIn(tree);
  return { ok: true, value: { header: readHeader(tree), readings, tree, ...identity }, issues: inOrder(found) };
}

/**
 * Lays the chosen readings on a criteria file, in the order in which the file lists them.
 *
 * @param source The file.
 * @param chosen Options by reading; a reading not named has its default.
 * @returns The set, or why the choice cannot be made.
 * @example resolveReadings(source).ok // true
 */
export function resolveReadings(source: CriteriaSource, chosen: Choice = {}): Result<CriteriaSet> {
  // Options were checked one at a time: two together may still be at odds.
  return resolveWith(source, chosen, (content, tree) => [
    ...formIssues(tree, criteriaSchema),
    ...soundnessIssues(content, tree),
  ]);
}

/** What was found without what follows from it, told where a patch says it. */
function faultsOf(
  found: readonly Issue[],
  tree: Tree,
  { removed, added }: Required<Omit<Checking, 'isShipped'>>,
): readonly Issue[] {
  return withDoubtsTold(withRemovalsTold(withoutFollowUps(found, tree), removed), added);
}

/** Everything wrong with a tree as it stands. */
function treeIssues(tree: Tree): readonly Issue[] {
  const issues: Issue[] = [...formIssues(tree, criteriaSchema)];
  const content = readContent(tree, issues);
  return withChoiceIds([...issues, ...soundnessIssues(content, tree)], content.indicators);
}

/** What goes wrong under the defaults, and under each other option beside the defaults of the rest. */
function optionIssues(tree: Tree): readonly Issue[] {
  const readings = [...readingsIn(tree).values()];
  const defaults = Object.fromEntries(readings.map((reading) => [reading.id, reading.default]));
  const others = readings.flatMap(({ id, options, default: first }) =>
    [...options.keys()].filter((option) => option !== first).map((option) => ({ ...defaults, [id]: option })),
  );
  if (others.length > MOST_OPTIONS) {
    const position = child(tree, 'readings')?.at ?? tree.at;
    return [issue('criteria/too-large', { of: 'options', limit: MOST_OPTIONS }, { position, path: 'readings' })];
  }
  return [defaults, ...others].flatMap((choice) => {
    const laid = layReadings(tree, choice);
    return laid.tree === tree
      ? laid.issues
      : [...laid.issues, ...withRemovalsTold(treeIssues(laid.tree), laid.removed)];
  });
}
