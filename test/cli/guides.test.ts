import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { COMMANDS } from '../../src/cli/commands.ts';
import { criteriaSchema } from '../../src/criteria/schema.ts';

const textOf = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

describe('the formats of each command stand in README.md', () => {
  const line =
    textOf('README.md').match(/^`score` and `rank` give .*(?=, the others at most `table` or `json`)/mu)?.[0] ?? '';
  const beyond = COMMANDS.filter(({ formats }) => formats.some((format) => format !== 'table' && format !== 'json'));
  const parts = line.split(new RegExp(`(?=${beyond.map(({ id }) => `\`${id}\``).join('|')})`, 'u'));

  test.each(beyond.map(({ id, formats }) => [id, formats] as const))('of %s', (id, formats) => {
    // `rank` stands beside `score`, which adds its own formats.
    const own = parts.filter(
      (part) => part.startsWith(`\`${id === 'score' ? 'rank' : id}\``) || part.startsWith(`\`${id}\``),
    );
    const told = new Set(own.join(' ').match(/(?<=`(?:-f )?)\w+(?=`)/gu));
    expect(formats.filter((format) => !told.has(format))).toEqual([]);
  });
});

describe.each(['criteria/README.md', 'criteria/README.vi.md'])('%s', (path) => {
  const sections = textOf(path).split(/^\*\*(?=An indicator|A criterion|Chỉ tiêu|Tiêu chí)/mu);
  const keysIn = (text: string | undefined): readonly string[] =>
    [...(text ?? '').matchAll(/^\| ((?:`\w+`(?:, | \+ )?)+) \|/gmu)].flatMap(([, cell = '']) =>
      [...cell.matchAll(/`(\w+)`/gu)].map(([, key = '']) => key),
    );

  test('names every key of an indicator', () => {
    const { properties = {} } = z.toJSONSchema(criteriaSchema, { unrepresentable: 'any', io: 'input' });
    const { indicators } = properties;
    if (typeof indicators !== 'object' || typeof indicators.additionalProperties !== 'object')
      throw new TypeError('the schema has no indicators');
    const known = keysIn(sections[1]);
    const needed = Object.keys(indicators.additionalProperties.properties ?? {});
    expect(needed.filter((key) => key !== 'values' && !known.includes(key))).toEqual([]);
  });
});
