import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import * as library from '../../src/node.ts';
import { EXAMPLE_SCOPE } from './example-scope.ts';

/*
 * Every public function shows an example, and every example of a public value gives what it says: the value of its last line is compared
 * with the comment behind it.
 */

const SOURCE = join(import.meta.dirname, '..', '..', 'src');
const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
const examples = new Map(files.flatMap((file) => [...examplesIn(join(SOURCE, file))]));
const values = Object.keys(library);
const functions = Object.entries(library).flatMap(([name, value]) => (typeof value === 'function' ? [name] : []));

describe('public values', () => {
  test.each(functions)('%s shows an example', (name) => {
    expect(examples.get(name) ?? []).not.toEqual([]);
  });

  test.each(values.flatMap((name) => (examples.get(name) ?? []).map((code) => [name, code] as const)))(
    '%s: %s',
    async (_, code) => {
      const [, lines = '', last = '', expected = ''] = /^([^]*?)([^\n]*?);? \/\/ ([^\n]*)$/.exec(code) ?? [];
      expect(expected, 'an example ends with what it gives').not.toBe('');
      expect(await run(`${lines}return ${last};`)).toEqual(await run(`return ${expected};`));
    },
  );
});

/** Runs code with the public names and the things that examples speak of. */
async function run(code: string): Promise<unknown> {
  const scope = { ...library, ...EXAMPLE_SCOPE };
  const inner = ts.transpile(`const example = async () => { ${code} };`, { target: ts.ScriptTarget.ES2022 });
  const example = compileFunction(`${inner}\nreturn example();`, Object.keys(scope));
  return example(...Object.values(scope));
}

/** The examples of the exported values of a file, by name. */
function examplesIn(file: string): readonly (readonly [string, readonly string[]])[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  return source.statements.flatMap((statement) => {
    const name = nameOf(statement);
    const shown = ts
      .getJSDocTags(statement)
      .filter(({ tagName }) => tagName.text === 'example')
      .map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '');
    return name === null || shown.length === 0 ? [] : [[name, shown] as const];
  });
}

function nameOf(statement: ts.Statement): string | null {
  if (ts.isFunctionDeclaration(statement)) return statement.name?.text ?? null;
  if (!ts.isVariableStatement(statement)) return null;
  const [declaration] = statement.declarationList.declarations;
  return declaration !== undefined && ts.isIdentifier(declaration.name) ? declaration.name.text : null;
}
