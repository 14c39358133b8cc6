import type { CriteriaSet } from '../criteria/index.ts';
import { type Issue, issue } from '../messages/index.ts';
import { placeAt } from './places.ts';
import type { Subject } from './subject.ts';

/** Options of a reading that lead to the same set as another option. */
export function idleOption(subject: Subject): readonly Issue[] {
  return [...subject.set.readings.values()].flatMap(({ id: reading, options }) => {
    const first = new Map<string, string>();
    return [...options.keys()].flatMap((option) => {
      const content = contentUnder(subject, reading, option);
      const same = first.get(content);
      if (same === undefined) first.set(content, option);
      const place = placeAt(subject, ['readings', reading, 'options', option]);
      return same === undefined ? [] : [issue('lint/idle-option', { reading, option, same }, place)];
    });
  });
}

function contentUnder({ set, variants }: Subject, reading: string, option: string): string {
  const variant = variants.find((one) => one.reading === reading && one.option === option);
  return content(variant?.set ?? set);
}

/** What a set says, without where it says it and which readings were chosen. */
function content(set: CriteriaSet): string {
  return JSON.stringify({ ...set, chosen: null, overridden: null }, (key, value: unknown) => {
    if (key === 'at') return null;
    if (value instanceof Map) return [...value];
    return typeof value === 'bigint' ? String(value) : value;
  });
}
