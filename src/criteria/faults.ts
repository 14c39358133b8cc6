import type * as z from 'zod';
import { type Form, type Issue, issue, nearestNames } from '../messages/index.ts';
import { numberFault } from '../formula/index.ts';
import { FORMS } from './forms.ts';
import { MOST_FAULTS } from './most-faults.ts';
import { criteriaJsonSchema } from './schema.ts';
import { entriesOf, entryAt, type Path, pathText, plain, received, type Tree } from './tree.ts';

type Fault = z.core.$ZodIssue;

/**
 * What is wrong with the form of a tree.
 *
 * @param tree The file.
 * @param schema What it should look like.
 * @param describe The JSON Schema of the whole file, from which the nearest keys are offered.
 * @returns An issue for each fault, at the place of the node.
 */
export function formIssues(
  tree: Tree,
  schema: z.ZodType,
  describe: () => Schema = criteriaJsonSchema,
): readonly Issue[] {
  const result = schema.safeParse(plain(tree));
  if (result.success) return [];
  return result.error.issues.slice(0, MOST_FAULTS).flatMap((fault) => issuesOf(fault, [], { tree, describe }));
}

/** The file that is looked at. */
interface Looked {
  readonly tree: Tree;
  readonly describe: () => Schema;
}

function issuesOf(fault: Fault, above: Path, looked: Looked): readonly Issue[] {
  const { tree } = looked;
  const path: Path = [...above, ...fault.path.map((step) => (typeof step === 'symbol' ? String(step) : step))];
  switch (fault.code) {
    case 'unrecognized_keys':
      return fault.keys.map((key) => unknownKey(key, path, looked));
    case 'invalid_key':
      return [wrongForm(keyForm(fault.issues[0]), path, tree, String(path.at(-1)))];
    case 'invalid_value':
      return [unknownValue(fault.values.map(String), path, tree)];
    case 'invalid_union':
      return unionIssues(fault, path, looked);
    case 'invalid_type':
      return [wrongForm(formOf(fault.message) ?? kindOf(fault.expected), path, tree)];
    default:
      return [wrongForm(formOf(fault.message) ?? 'text', path, tree)];
  }
}

/** A value with keys of one form of a union is told what that form lacks; any other is told all forms. */
function unionIssues(fault: z.core.$ZodIssueInvalidUnion, path: Path, looked: Looked): readonly Issue[] {
  const { tree } = looked;
  const keys = entriesOf(entryAt(tree, path)?.value ?? null).length;
  const ofItsKind = fault.errors.filter(
    (faults) => !faults.some((inner) => inner.code === 'invalid_type' && inner.path.length === 0),
  );
  const strangers = ofItsKind.map(strangeKeys);
  const fewest = Math.min(...strangers);
  const meant = ofItsKind.filter((_, index) => strangers[index] === fewest);
  const [only] = meant;
  if (only === undefined || meant.length > 1 || (keys > 0 && fewest === keys))
    return [wrongForm(formOf(fault.message) ?? 'text', path, tree)];
  return only.flatMap((inner) => issuesOf(inner, path, looked));
}

/** How many keys of the value a form does not know. */
function strangeKeys(faults: readonly Fault[]): number {
  return faults.reduce(
    (count, inner) => count + (inner.code === 'unrecognized_keys' && inner.path.length === 0 ? inner.keys.length : 0),
    0,
  );
}

function unknownKey(key: string, path: Path, { tree, describe }: Looked): Issue {
  const known = knownKeys(path, describe);
  const position = entryAt(tree, [...path, key])?.key ?? null;
  const absent = known.filter((other) => entryAt(tree, [...path, other]) === null);
  const near = nearestNames(key, absent);
  const args = { key, nearest: near.length > 0 ? near : nearestNames(key, known), known };
  return issue('criteria/unknown-key', args, { position, path: pathText([...path, key]), received: key });
}

function unknownValue(known: readonly string[], path: Path, tree: Tree): Issue {
  const found = entryAt(tree, path);
  if (found === null) return missingKey(path, tree);
  const value = received(found.value);
  const nearest = value === null ? [] : nearestNames(value, known);
  return issue(
    'criteria/unknown-value',
    { known, nearest },
    { position: found.value.at, path: pathText(path), received: value },
  );
}

const NUMBERS: ReadonlySet<Form> = new Set(['decimal', 'amount', 'step', 'plain-decimal', 'share']);

function wrongForm(expected: Form, path: Path, tree: Tree, key: string | null = null): Issue {
  const found = entryAt(tree, path);
  if (found === null) return missingKey(path, tree);
  const isEmpty = found.value.kind === 'leaf' && found.value.value === null;
  const details = {
    position: key !== null || isEmpty ? found.key : found.value.at,
    path: pathText(path),
    received: key ?? received(found.value),
  };
  const number = NUMBERS.has(expected) ? numberFault(details.received ?? '', details.position) : null;
  return number === null ? issue('criteria/wrong-form', { expected }, details) : { ...number, path: details.path };
}

function missingKey(path: Path, tree: Tree): Issue {
  const parent = entryAt(tree, path.slice(0, -1));
  const key = String(path.at(-1));
  return issue('criteria/missing-key', { key }, { position: parent?.key ?? tree.at, path: pathText(path) });
}

function keyForm(fault: Fault | undefined): Form {
  return formOf(fault?.message ?? '') ?? 'text';
}

const OTHER_FORMS: readonly Form[] = [
  'text',
  'words',
  'boolean',
  'condition',
  'parts',
  'pair',
  'rule',
  'score',
  'list',
  'map',
  'merge',
  'cell',
  'verdict',
  'points-range',
  'one-case',
  'expectation',
];
const ALL_FORMS: readonly string[] = [...Object.keys(FORMS), ...OTHER_FORMS];

function isForm(text: string): text is Form {
  return ALL_FORMS.includes(text);
}

function formOf(message: string): Form | null {
  return isForm(message) ? message : null;
}

function kindOf(expected: string): Form {
  switch (expected) {
    case 'object':
    case 'record':
      return 'map';
    case 'array':
      return 'list';
    case 'boolean':
      return 'boolean';
    default:
      return 'text';
  }
}

type Schema = z.core.JSONSchema.BaseSchema;

const jsonSchemas = new Map<() => Schema, Schema>();

/** The keys that may stand in the map at a path, read from the JSON Schema, which is made when first needed. */
function knownKeys(path: Path, describe: () => Schema): readonly string[] {
  const root = jsonSchemas.get(describe) ?? describe();
  jsonSchemas.set(describe, root);
  let reached = alternatives(root, root);
  for (const step of path) {
    reached = reached.flatMap((schema) => below(schema, step)).flatMap((schema) => alternatives(schema, root));
  }
  return [...new Set(reached.flatMap((schema) => Object.keys(schema.properties ?? {})))];
}

/** A schema with its references followed and its alternatives spread out. */
function alternatives(schema: Schema, root: Schema): readonly Schema[] {
  const definitions = new Map<string, unknown>(Object.entries(root.definitions ?? {}));
  const referred = definitions.get(schema.$ref?.replace('#/definitions/', '') ?? '');
  const followed = [...(schema.allOf ?? []), ...(schema.anyOf ?? []), referred].filter(isSchema);
  return [schema, ...followed.flatMap((inner) => alternatives(inner, root))];
}

function below(schema: Schema, step: string | number): readonly Schema[] {
  const properties: Readonly<Record<string, unknown>> = schema.properties ?? {};
  const found: unknown = typeof step === 'number' ? schema.items : (properties[step] ?? schema.additionalProperties);
  return isSchema(found) ? [found] : [];
}

function isSchema(found: unknown): found is Schema {
  return typeof found === 'object' && found !== null && !Array.isArray(found);
}
