import type { Patches, Plain } from '../criteria/index.ts';
import type { Renames } from './rename.ts';

/** Exchanges the ids in a part of a patch. */
type Rewrite = (part: Plain) => Plain;

/** What an answer to an ambiguous clause changes, with ids exchanged where ids and formulas stand, and nowhere in words. */
export function renamedPatches(patches: Patches, names: Renames): Patches {
  const id = (text: string): string => names.get(text) ?? text;
  const naming: Rewrite = (part) => (typeof part === 'string' ? id(part) : part);
  const condition = inFormulas((text) => text.replaceAll(/[\p{L}_][\p{L}\p{N}_.]*/gu, id));
  const criterion: Rewrite = (part) =>
    inFields(part, {
      test: condition,
      applies_when: condition,
      on: condition,
      deduct: (own) => inFields(own, { per: condition }),
      parts: (own) => inMap(own, id, criterion),
    });
  const fields =
    (own: Readonly<Record<string, Rewrite>>): Rewrite =>
    (part) =>
      inFields(part, own);
  const sections = {
    indicators: (part: Plain) => inMap(part, id, asIs),
    measures: (part: Plain) => inMap(part, asIs, fields({ formula: condition })),
    criteria: (part: Plain) => inMap(part, id, criterion),
    classes: (part: Plain) => inMap(part, asIs, fields({ when: condition })),
    score: fields({ of: (part) => inList(part, naming) }),
    checks: (part: Plain) => inList(part, fields({ rule: condition })),
    remarks: (part: Plain) => inList(part, fields({ when: condition })),
    rank: (part: Plain) => inList(part, fields({ by: naming })),
  };
  return Object.fromEntries(Object.entries(patches).map(([key, part]) => [key, rewriteOf(sections, key)(part)]));
}

function asIs<T>(part: T): T {
  return part;
}

function rewriteOf(rewrites: Readonly<Record<string, Rewrite>>, key: string): Rewrite {
  return Object.hasOwn(rewrites, key) ? (rewrites[key] ?? asIs) : asIs;
}

/** All formulas of a condition; the names of its parts are the author's own. */
function inFormulas(rewrite: (formula: string) => string): Rewrite {
  const inside: Rewrite = (part) =>
    typeof part === 'string' ? rewrite(part) : inMap(inList(part, inside), asIs, inside);
  return inside;
}

function inFields(part: Plain, rewrites: Readonly<Record<string, Rewrite>>): Plain {
  if (!isMap(part)) return part;
  return Object.fromEntries(Object.entries(part).map(([key, own]) => [key, rewriteOf(rewrites, key)(own)]));
}

function inMap(part: Plain, key: (text: string) => string, value: Rewrite): Plain {
  return isMap(part) ? Object.fromEntries(Object.entries(part).map(([name, own]) => [key(name), value(own)])) : part;
}

function inList(part: Plain, rewrite: Rewrite): Plain {
  return isList(part) ? part.map(rewrite) : part;
}

function isList(part: Plain): part is readonly Plain[] {
  return Array.isArray(part);
}

function isMap(part: Plain): part is { readonly [key: string]: Plain } {
  return typeof part === 'object' && part !== null && !isList(part);
}
