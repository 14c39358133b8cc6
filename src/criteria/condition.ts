import { type Formula, parseFormula } from '../formula/index.ts';
import { type Issue, issue, type Position } from '../messages/index.ts';
import { ZERO } from '../number/index.ts';
import { child, entriesOf, itemsOf, type Leaf, type Path, pathText, textOf, type Tree } from './tree.ts';

/*
 * Conditions in YAML: a text is a formula; `all`, `any`, `not`, `at_least … of` join further conditions. What has the wrong
 * form is reported by the schema; here a neutral formula takes its place, so that all the rest is still read and checked.
 */

/** Reads a condition; faults of its formulas are added to `issues`. */
export function readCondition(tree: Tree | null, path: Path, issues: Issue[]): Formula {
  if (tree === null) return neutralCondition({ file: '' });
  if (tree.kind === 'leaf') return readText(tree, path, issues) ?? neutralCondition(tree.at);
  for (const form of ['all', 'any'] as const) {
    const parts = child(tree, form);
    if (parts !== null) return { kind: form, of: readParts(parts, [...path, form], issues), at: tree.at };
  }
  const negated = child(tree, 'not');
  if (negated !== null) return { kind: 'not', operand: readCondition(negated, [...path, 'not'], issues), at: tree.at };
  return readAtLeast(tree, path, issues);
}

/** Reads a formula that yields a number. */
export function readNumber(tree: Tree | null, path: Path, issues: Issue[]): Formula {
  const formula = tree?.kind === 'leaf' ? readText(tree, path, issues) : null;
  return formula ?? neutralNumber(tree?.at ?? { file: '' });
}

/** The number that stands in for a formula that cannot be read. */
export function neutralNumber(at: Position): Formula {
  return { kind: 'number', value: ZERO, percent: false, at };
}

function neutralCondition(at: Position): Formula {
  return { kind: 'all', of: [], at };
}

function readText(leaf: Leaf, path: Path, issues: Issue[]): Formula | null {
  const text = textOf(leaf);
  if (text === null || text === '') return null;
  const result = parseFormula(text, leaf.locate);
  issues.push(...result.issues.map((found) => ({ ...found, path: pathText(path) })));
  return result.ok ? result.value : null;
}

function readParts(tree: Tree, path: Path, issues: Issue[]): readonly Formula[] {
  const listed = itemsOf(tree).map((item, index) => readCondition(item, [...path, index], issues));
  const named = entriesOf(tree).map(([key, entry]) => readCondition(entry.value, [...path, key], issues));
  return [...listed, ...named];
}

function readAtLeast(tree: Tree, path: Path, issues: Issue[]): Formula {
  const count = Number(textOf(child(tree, 'at_least')) ?? 0);
  const parts = child(tree, 'of');
  if (parts === null || !Number.isInteger(count)) return neutralCondition(tree.at);
  const of = readParts(parts, [...path, 'of'], issues);
  if (count > of.length) {
    const position = child(tree, 'at_least')?.at ?? tree.at;
    issues.push(
      issue(
        'criteria/at-least-too-many',
        { count, of: of.length },
        { position, path: pathText(path), received: String(count) },
      ),
    );
  }
  return { kind: 'at_least', count, of, at: tree.at };
}
