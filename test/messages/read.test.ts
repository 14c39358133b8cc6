import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { messagesIn } from '../../src/messages/index.ts';

const ROOT = new URL('../../src/', import.meta.url).pathname;
const MESSAGES = /^messages\/(?:vi|en)[.-]|-messages\.ts$/u;

/** Everything that may read a message. */
const SOURCE = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !MESSAGES.test(path))
  .map((path) => readFileSync(join(ROOT, path), 'utf8'))
  .join('\n');

/** The keys of messages and of their groups. */
function keysIn(messages: object): readonly string[] {
  return Object.entries(messages).flatMap(([key, own]) =>
    typeof own === 'object' && own !== null && !Array.isArray(own) ? [key, ...keysIn(own)] : [key],
  );
}

/** Read as a property, taken out of an object, or the word of a kind by which messages are looked up. */
const isRead = (key: string): boolean => new RegExp(String.raw`(?:\.|[{,]\s*|['"])${key}\b`, 'u').test(SOURCE);

test('every message is read somewhere', () => {
  const { issues: _, ...messages } = messagesIn('vi');
  const keys = [...new Set(keysIn(messages))].filter((key) => !/^\d+$/u.test(key));
  expect(keys.length).toBeGreaterThan(300);
  expect(keys.filter((key) => !isRead(key))).toEqual([]);
});
