import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  type Choice,
  type CriteriaSource,
  parseSource,
  pressSource,
  resolveReadings,
  resolveShipped,
  type Shipped,
  shippedSource,
  type Tree,
} from '../../src/criteria/index.ts';

const FILES = readdirSync('criteria').filter((name) => name.endsWith('.yaml') && !name.endsWith('.cases.yaml'));

function parsed(file: string, text: string): CriteriaSource {
  const source = parseSource(text, file);
  if (!source.ok) throw new Error(JSON.stringify(source.issues[0]));
  return source.value;
}

/** A tree with what its leaves say of the place of every character. */
function told(tree: Tree): unknown {
  switch (tree.kind) {
    case 'leaf': {
      const length = typeof tree.value === 'string' ? tree.value.length : 0;
      const places = Array.from({ length: length + 1 }, (_, offset) => tree.locate(offset));
      return [tree.kind, tree.value, tree.at, places];
    }
    case 'list':
      return [tree.kind, tree.at, tree.items.map(told)];
    case 'branch':
      return [tree.kind, tree.at, [...tree.entries].map(([key, entry]) => [key, entry.key, told(entry.value)])];
    default:
      return tree satisfies never;
  }
}

/** Every way to choose an option of every reading. */
function choicesOf({ readings }: CriteriaSource): readonly Choice[] {
  return [...readings.values()].reduce<readonly Choice[]>(
    (choices, { id, options }) =>
      choices.flatMap((choice) => [...options.keys()].map((option) => ({ ...choice, [id]: option }))),
    [{}],
  );
}

describe.each(FILES)('%s', (file) => {
  const text = readFileSync(`criteria/${file}`, 'utf8');
  const source = parsed(file, text);
  const pressed: Shipped | null = JSON.parse(JSON.stringify(pressSource(source, text)));
  if (pressed === null) throw new Error(`${file} cannot be pressed`);
  const shipped = shippedSource(pressed, text, file);

  test('is the same when it was pressed, in every place', () => {
    expect(told(shipped.tree)).toEqual(told(source.tree));
    expect(pressed.header).toEqual(source.header);
    const { tree: _, isShipped, ...rest } = shipped;
    const { tree: __, ...wanted } = source;
    expect([rest, isShipped]).toEqual([wanted, true]);
  });

  test('needs no check under any choice of readings', () => {
    for (const choice of choicesOf(source)) {
      expect(resolveReadings(source, choice).issues).toEqual([]);
      expect(resolveShipped(shipped, choice)).toEqual(resolveReadings(source, choice));
    }
  });
});

test('a formula that spans lines keeps the place of every word', () => {
  const full = readFileSync('criteria/vn-drug-free-2025.yaml', 'utf8');
  const changed = full.replace('test: drug_rate >= 0.5%\n', 'test: >-\n      drug_rate\n      >=   0.5%\n');
  expect(changed).not.toBe(full);
  const source = parsed('a.yaml', changed);
  const pressed = pressSource(source, changed);
  if (pressed === null) throw new Error('it extends nothing');
  expect(told(shippedSource(pressed, changed, 'a.yaml').tree)).toEqual(told(source.tree));
});

test('a file that extends another is read each time', () => {
  const base = parsed('vn-drug-free-2025.yaml', readFileSync('criteria/vn-drug-free-2025.yaml', 'utf8'));
  const text = 'extends: vn-drug-free@2025\nfamily: mine\nversion: "1"\nstatus: draft\n';
  const source = parseSource(text, 'mine.yaml', { base });
  if (!source.ok) throw new Error(JSON.stringify(source.issues[0]));
  expect(pressSource(source.value, text)).toBeNull();
});
