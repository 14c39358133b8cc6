import { readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { Plugin } from 'esbuild';
import ts from 'typescript';

/**
 * Makes files import each other directly instead of by the `index.ts` of a room. In the source a room is entered through its
 * face; but where a bundle is split, a file that only touches a face counts as needing all that stands behind it, and every
 * command would load every room.
 *
 * @param standIn What else than its file a value is to be imported from.
 */
export function directImports(standIn: StandIn = () => null): Plugin {
  return {
    name: 'direct-imports',
    setup(build) {
      const known: Known = new Map();
      build.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => ({
        contents: rewritten(path, standIn, known),
        loader: 'ts',
      }));
    },
  };
}

/** The file that declares what a file exports, and its name there. */
export interface Origin {
  readonly file: string;
  readonly name: string;
}

/** What stands for the file of a value where another file imports it, and its name there; `null` where nothing does. */
export type StandIn = (importer: string, origin: Origin) => { readonly from: string; readonly name: string } | null;

type Known = Map<string, ReadonlyMap<string, Origin>>;

function rewritten(path: string, standIn: StandIn, known: Known): string {
  const source = parsed(path);
  let text = source.text;
  for (const statement of source.statements.toReversed()) {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) continue;
    const imported = fileOf(statement, path);
    const bindings = ts.isImportDeclaration(statement) ? statement.importClause?.namedBindings : statement.exportClause;
    if (imported === null || bindings === undefined) continue;
    if (!ts.isNamedImports(bindings) && !ts.isNamedExports(bindings)) continue;
    const word = ts.isImportDeclaration(statement) ? 'import' : 'export';
    const origins = exportsOf(imported, known);
    const lines = bindings.elements.filter(isValue).map((element) => {
      const asked = (element.propertyName ?? element.name).text;
      const origin = origins.get(asked);
      // What a file does not export as a value is a type.
      if (origin === undefined) return '';
      const { from, name } = standIn(path, origin) ?? { from: specifier(path, origin.file), name: origin.name };
      return `${word} { ${name} as ${element.name.text} } from '${from}';`;
    });
    text = text.slice(0, statement.getStart(source)) + lines.join(' ') + text.slice(statement.end);
  }
  return text;
}

function parsed(path: string): ts.SourceFile {
  return ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
}

function isValue(element: ts.ImportSpecifier | ts.ExportSpecifier): boolean {
  return !element.isTypeOnly;
}

/** The file of the source that a statement with values refers to. */
function fileOf(statement: ts.ImportDeclaration | ts.ExportDeclaration, path: string): string | null {
  const { moduleSpecifier } = statement;
  if (moduleSpecifier === undefined || !ts.isStringLiteral(moduleSpecifier)) return null;
  const isType = ts.isImportDeclaration(statement)
    ? statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword
    : statement.isTypeOnly;
  return isType || !/^\..*\.ts$/.test(moduleSpecifier.text) ? null : join(dirname(path), moduleSpecifier.text);
}

/** The values that a file exports, by name. */
export function exportsOf(path: string, known: Known = new Map()): ReadonlyMap<string, Origin> {
  const before = known.get(path);
  if (before !== undefined) return before;
  const source = parsed(path);
  const exported = new Map<string, Origin>();
  for (const statement of source.statements)
    for (const [name, origin] of exportedBy(statement, path, known)) exported.set(name, origin);
  known.set(path, exported);
  return exported;
}

function exportedBy(statement: ts.Statement, path: string, known: Known): readonly (readonly [string, Origin])[] {
  if (ts.isExportDeclaration(statement)) {
    const { exportClause, moduleSpecifier } = statement;
    if (statement.isTypeOnly || moduleSpecifier === undefined || !ts.isStringLiteral(moduleSpecifier)) return [];
    const from = exportsOf(join(dirname(path), moduleSpecifier.text), known);
    if (exportClause === undefined) return [...from];
    if (!ts.isNamedExports(exportClause)) return [];
    return exportClause.elements.filter(isValue).flatMap(({ name, propertyName }) => {
      const origin = from.get((propertyName ?? name).text);
      return origin === undefined ? [] : [[name.text, origin] as const];
    });
  }
  return declaredBy(statement).map((name) => [name, { file: path, name }] as const);
}

/** The values that a statement of a file declares and exports. */
function declaredBy(statement: ts.Statement): readonly string[] {
  if (!ts.canHaveModifiers(statement)) return [];
  const isExported = ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
  if (!isExported) return [];
  if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement))
    return statement.name === undefined ? [] : [statement.name.text];
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations.flatMap(({ name }) => (ts.isIdentifier(name) ? [name.text] : []));
}

function specifier(from: string, to: string): string {
  const path = relative(dirname(from), to).split(sep).join('/');
  return path.startsWith('.') ? path : `./${path}`;
}
