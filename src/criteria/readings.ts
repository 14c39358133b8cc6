import { hasError, type Issue, issue, nearestNames, requireSource, type Result } from '../messages/index.ts';
import type { CriteriaSet, Reading } from './criteria-set.ts';
import type { Header } from './header.ts';
import { failure, inOrder } from './issue-list.ts';
import { type Laid, overlay, readingMayAdd, type Removed, type Touched } from './overlay.ts';
import { readContent, readReading, type SetContent } from './read.ts';
import { type Branch, child, entriesOf, type Tree } from './tree.ts';

/** The chosen option of each reading, by reading. */
export type Choice = Readonly<Record<string, string>>;

/** A criteria file that is sound under every option of its readings; the readings are still open. */
export interface CriteriaSource {
  readonly header: Header;
  readonly readings: ReadonlyMap<string, Reading>;
  readonly file: string;
  /** SHA-256 of the text, in hexadecimal. */
  readonly sha256: string;
  readonly tree: Tree;
  /** The set that the file extends, `null` when it stands for itself. */
  readonly base: CriteriaSource | null;
  /** What the file changes of the set it extends, and what overlays change of it. */
  readonly overridden: readonly Touched[];
  /** Whether it comes with xasach, whose tests have tried every choice of readings: nothing is checked again. */
  readonly isShipped?: true;
}

/**
 * Lays the chosen readings on a criteria file, in the order in which the file lists them.
 *
 * @param check What is wrong with the outcome, beside faults of its formulas.
 */
export function resolveWith(
  source: CriteriaSource,
  chosen: Choice,
  check: (content: SetContent, tree: Tree) => readonly Issue[],
): Result<CriteriaSet> {
  requireSource(source);
  const unknown = choiceIssues(source.readings, chosen);
  if (unknown.length > 0) return failure(unknown);
  const complete = completeChoice(source.readings, chosen);
  const { tree, issues, touched } = layReadings(source.tree, complete);
  const faults: Issue[] = [...issues];
  const content = readContent(tree, faults);
  faults.push(...check(content, tree));
  if (hasError(faults)) return failure(faults);
  const { file, sha256 } = source;
  const set = { ...content, chosen: complete, overridden: [...source.overridden, ...touched], file, sha256 };
  return { ok: true, value: set, issues: inOrder(faults) };
}

/** The readings that a file offers, by id. */
export function readingsIn(tree: Tree): ReadonlyMap<string, Reading> {
  return new Map(entriesOf(child(tree, 'readings')).map(([id, entry]) => [id, readReading(id, entry)]));
}

/** The tree that a set was read from: its file, with the chosen readings laid on it. */
export function resolvedTree(source: CriteriaSource, chosen: Choice): Tree {
  return layReadings(source.tree, completeChoice(source.readings, chosen)).tree;
}

/** The tree with the options of a choice laid on it; the same tree where no option changes anything. */
export function layReadings(tree: Tree, choice: Choice): Omit<Laid, 'added'> {
  let laid = tree;
  const issues: Issue[] = [];
  const touched: Touched[] = [];
  const removed: Removed[] = [];
  for (const [id, { value: reading }] of entriesOf(child(tree, 'readings'))) {
    const option = child(child(reading, 'options'), choice[id] ?? '');
    const patch = option?.kind === 'branch' ? withoutLabel(option) : null;
    if (patch === null || patch.entries.size === 0) continue;
    const next = overlay(laid, patch, readingMayAdd);
    laid = next.tree;
    issues.push(...next.issues);
    touched.push(...next.touched);
    removed.push(...next.removed);
  }
  return { tree: laid, issues, touched, removed };
}

function withoutLabel(option: Branch): Branch {
  return { ...option, entries: new Map([...option.entries].filter(([key]) => key !== 'label')) };
}

function completeChoice(readings: ReadonlyMap<string, Reading>, chosen: Choice): Choice {
  return Object.fromEntries(
    [...readings.values()].map((reading) => [reading.id, chosen[reading.id] ?? reading.default]),
  );
}

/** Says that there is no such reading among those there are. */
export function unknownReading(reading: string, known: readonly string[]): Issue {
  return issue('reading/unknown', { reading, known, nearest: nearestNames(reading, known) }, { received: reading });
}

function choiceIssues(readings: ReadonlyMap<string, Reading>, chosen: Choice): readonly Issue[] {
  return Object.entries(chosen).flatMap(([id, option]): readonly Issue[] => {
    const reading = readings.get(id);
    if (reading === undefined) {
      return [unknownReading(id, [...readings.keys()])];
    }
    if (reading.options.has(option)) return [];
    const known = [...reading.options.keys()];
    const args = { reading: id, option, known, nearest: nearestNames(option, known) };
    return [issue('reading/unknown-option', args, { received: option })];
  });
}
