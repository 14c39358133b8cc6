import { readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { Plugin } from 'esbuild';
import ts from 'typescript';

/**
 * Makes files import each other directly instead of by the `index.ts` of a room. In the source a room is entered through its
 * face; but where a bundle is split, a file that only touches a face counts as needing all that stands behind it, and every
 * command would load every room.
 */
export const directImports: Plugin = {
  name: 'direct-imports',
  setup(build) {
    const faces = new Map<string, ReadonlyMap<string, Origin>>();
    build.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => ({
      contents: rewritten(path, faces),
      loader: 'ts',
    }));
  },
};

/** The file that declares what a face exports, and its name there. */
interface Origin {
  readonly file: string;
  readonly name: string;
}

type Faces = Map<string, ReadonlyMap<string, Origin>>;

function rewritten(path: string, faces: Faces): string {
  const source = parsed(path);
  let text = source.text;
  for (const statement of source.statements.toReversed()) {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) continue;
    const face = faceOf(statement, path);
    const bindings = ts.isImportDeclaration(statement) ? statement.importClause?.namedBindings : statement.exportClause;
    if (face === null || bindings === undefined) continue;
    if (!ts.isNamedImports(bindings) && !ts.isNamedExports(bindings)) continue;
    const word = ts.isImportDeclaration(statement) ? 'import' : 'export';
    const origins = exportsOf(face, faces);
    const lines = bindings.elements.filter(isValue).map((element) => {
      const asked = (element.propertyName ?? element.name).text;
      const origin = origins.get(asked);
      // What a face does not export as a value is a type.
      if (origin === undefined) return '';
      return `${word} { ${origin.name} as ${element.name.text} } from '${specifier(path, origin.file)}';`;
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

/** The `index.ts` of a room that a statement with values refers to. */
function faceOf(statement: ts.ImportDeclaration | ts.ExportDeclaration, path: string): string | null {
  const { moduleSpecifier } = statement;
  if (moduleSpecifier === undefined || !ts.isStringLiteral(moduleSpecifier)) return null;
  const isType = ts.isImportDeclaration(statement)
    ? statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword
    : statement.isTypeOnly;
  return isType || !/^\..*\/index\.ts$/.test(moduleSpecifier.text) ? null : join(dirname(path), moduleSpecifier.text);
}

function exportsOf(path: string, faces: Faces): ReadonlyMap<string, Origin> {
  const known = faces.get(path);
  if (known !== undefined) return known;
  const source = parsed(path);
  const exported = new Map<string, Origin>();
  for (const statement of source.statements)
    for (const [name, origin] of exportedBy(statement, path, faces)) exported.set(name, origin);
  faces.set(path, exported);
  return exported;
}

function exportedBy(statement: ts.Statement, path: string, faces: Faces): readonly (readonly [string, Origin])[] {
  if (ts.isExportDeclaration(statement)) {
    const { exportClause, moduleSpecifier } = statement;
    if (statement.isTypeOnly || moduleSpecifier === undefined || !ts.isStringLiteral(moduleSpecifier)) return [];
    const from = exportsOf(join(dirname(path), moduleSpecifier.text), faces);
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
