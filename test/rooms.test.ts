import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, normalize, relative, sep } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

/** From the ground floor up: a room imports only rooms that stand before it, and `messages`. */
const ROOMS = [
  'number',
  'algebra',
  'formula',
  'criteria',
  'data',
  'assess',
  'rank',
  'explain',
  'compare',
  'cases',
  'prove',
  'lint',
  'diff',
  'report',
  'browser',
  'page',
  'node',
  'cli',
];
/** The folders of the rooms that have many files, from the ground up as well; beside them stand what all of them start from and the face. */
const FOLDERS: Readonly<Record<string, readonly string[]>> = {
  data: ['files', 'columns', 'tables', 'units', 'reading', 'sources', 'rows'],
  report: ['plain', 'results', 'words', 'terminal', 'json', 'csv', 'workbook', 'markdown'],
};
/** The files that may touch Node. */
const TOUCHES_NODE = /^(cli\/|node\/|node\.ts$)/;
const NODE_GLOBALS = new Set(['process', 'Buffer', 'global', '__dirname', '__filename', 'setImmediate']);

const SOURCE = join(import.meta.dirname, '..', 'src');
const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.split(sep).join('/'))
  .sort();
const parsed = new Map(
  files.map((file) => [
    file,
    ts.createSourceFile(file, readFileSync(join(SOURCE, file), 'utf8'), ts.ScriptTarget.Latest, true),
  ]),
);

/** The place of a file's folder among those of its room: below all of them without one. */
function floorOf(file: string): number {
  const [room = '', folder = '', name] = file.split('/');
  return name === undefined ? -1 : (FOLDERS[room] ?? []).indexOf(folder);
}

/** The room of a file, or `null` for the files that gather the rooms. */
const roomOf = (file: string): string | null => (file.includes('/') ? (file.split('/')[0] ?? null) : null);

interface Import {
  readonly from: string;
  /** A path within `src`, or the name of a package. */
  readonly to: string;
  readonly isOwn: boolean;
  readonly isTypeOnly: boolean;
}

function importsOf(file: string, source: ts.SourceFile): readonly Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Expression | undefined, isTypeOnly: boolean): void => {
    if (specifier === undefined || !ts.isStringLiteral(specifier)) return;
    const isOwn = specifier.text.startsWith('.');
    const to = isOwn
      ? normalize(join(dirname(file), specifier.text))
          .split(sep)
          .join('/')
      : specifier.text;
    found.push({ from: file, to, isOwn, isTypeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeImport(node));
    if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isTypeImport({ importClause }: ts.ImportDeclaration): boolean {
  if (importClause === undefined) return false;
  if (importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = importClause.namedBindings;
  return named !== undefined && ts.isNamedImports(named) && named.elements.every((element) => element.isTypeOnly);
}

const imports = [...parsed].flatMap(([file, source]) => importsOf(file, source));
const told = (found: readonly Import[]): readonly string[] => found.map(({ from, to }) => `${from} → ${to}`);

describe('rooms', () => {
  test('are the ones of the architecture', () => {
    const rooms = new Set(files.map(roomOf).filter((room) => room !== null));
    expect([...rooms].filter((room) => room !== 'messages' && !ROOMS.includes(room))).toEqual([]);
    expect(imports.length).toBeGreaterThan(100);
  });

  test('import only rooms before them', () => {
    const wrong = imports.filter(({ from, to, isOwn }) => {
      const [own, other] = [roomOf(from), roomOf(to)];
      if (!isOwn || own === null || own === other) return false;
      // The outermost room may use what is gathered for Node.
      if (other === null) return !(to === 'version.ts' || own === 'cli');
      return own === 'messages' || (other !== 'messages' && ROOMS.indexOf(other) >= ROOMS.indexOf(own));
    });
    expect(told(wrong)).toEqual([]);
  });

  test('are entered only through their index.ts', () => {
    const wrong = imports.filter(({ from, to, isOwn }) => {
      const other = roomOf(to);
      return isOwn && other !== null && other !== roomOf(from) && to !== `${other}/index.ts`;
    });
    expect(told(wrong)).toEqual([]);
  });

  test('are flat, but for the folders that some of them have', () => {
    const isKnown = ([room = '', folder = '', ...rest]: readonly string[]): boolean =>
      rest.length === 0 || (rest.length === 1 && FOLDERS[room]?.includes(folder) === true);
    expect(files.filter((file) => !isKnown(file.split('/')))).toEqual([]);
  });

  test('have folders that import only folders before them', () => {
    const wrong = imports.filter(({ from, to, isOwn }) => {
      const isWithin = isOwn && roomOf(from) !== null && roomOf(from) === roomOf(to) && !from.endsWith('/index.ts');
      return isWithin && floorOf(to) > floorOf(from);
    });
    expect(told(wrong)).toEqual([]);
  });

  test('name files with their ending', () => {
    expect(told(imports.filter(({ to, isOwn }) => isOwn && !files.includes(to)))).toEqual([]);
  });

  test('have no cycle of imports', () => {
    const graph = new Map<string, string[]>();
    for (const { from, to, isOwn, isTypeOnly } of imports) {
      if (isOwn && !isTypeOnly) graph.set(from, [...(graph.get(from) ?? []), to]);
    }
    expect(cyclesIn(graph)).toEqual([]);
  });
});

describe('Node', () => {
  test('is imported only by cli and node.ts', () => {
    const builtins = new Set(builtinModules);
    const wrong = imports.filter(
      ({ from, to, isOwn }) =>
        !isOwn && !TOUCHES_NODE.test(from) && (to.startsWith('node:') || builtins.has(to.split('/')[0] ?? '')),
    );
    expect(told(wrong)).toEqual([]);
  });

  test('and its globals are used only there', () => {
    const wrong = [...parsed]
      .filter(([file]) => !TOUCHES_NODE.test(file))
      .flatMap(([file, source]) => globalsUsed(file, source));
    expect(wrong).toEqual([]);
  });
});

test('nothing runs text as code', () => {
  const wrong = [...parsed].flatMap(([file, source]) => {
    const found: string[] = [];
    const visit = (node: ts.Node): void => {
      const isCall = (ts.isCallExpression(node) || ts.isNewExpression(node)) && ts.isIdentifier(node.expression);
      if (isCall && /^(eval|Function)$/.test(node.expression.getText())) found.push(`${file}: ${node.getText()}`);
      ts.forEachChild(node, visit);
    };
    visit(source);
    return found;
  });
  expect(wrong).toEqual([]);
});

test('only cli asks the process to end, and never with process.exit', () => {
  const wrong = files.filter((file) => /process\s*\.\s*exit\s*\(/.test(readFileSync(join(SOURCE, file), 'utf8')));
  expect(wrong).toEqual([]);
});

/** Uses of Node's globals: not names of properties, and not names declared in the file. */
function globalsUsed(file: string, source: ts.SourceFile): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && NODE_GLOBALS.has(node.text)) {
      const { parent } = node;
      const isProperty =
        (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
        (ts.isPropertyAssignment(parent) && parent.name === node) ||
        (ts.isPropertySignature(parent) && parent.name === node);
      if (!isProperty) found.push(`${file}: ${parent.getText().slice(0, 60)}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function cyclesIn(graph: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const cycles: string[] = [];
  const done = new Set<string>();
  const walk = (file: string, path: readonly string[]): void => {
    const start = path.indexOf(file);
    if (start >= 0) cycles.push([...path.slice(start), file].map((name) => relative('', name)).join(' → '));
    if (start >= 0 || done.has(file)) return;
    for (const next of graph.get(file) ?? []) walk(next, [...path, file]);
    done.add(file);
  };
  for (const file of graph.keys()) walk(file, []);
  return cycles;
}

test('what mutation testing runs is there', () => {
  const rooms = Object.values<readonly string[]>(JSON.parse(readFileSync('test/mutation/rooms.json', 'utf8')));
  const missing = rooms.flat().filter((path) => !existsSync(`test/${path}`) && !existsSync(`test/${path}.test.ts`));
  expect(missing).toEqual([]);
});
