import { describe, expect, it } from 'vitest';
import { writeScorePage } from '../../src/page/index.ts';
import { PLAIN, type Scored, writeMarkdown, writeTable } from '../../src/report/index.ts';
import { COMMUNES, scored } from './communes.ts';

const [HEADER = '', FIRST = '', SECOND = ''] = COMMUNES.split('\n');

/** Two units of some names in some places. */
function two(names: readonly [string, string], places: readonly [string, string], column = 'district'): Scored {
  const unit = (line: string, place: number): string =>
    `${line.replace(/^(\d+),[^,]+/u, `$1,${names[place]}`)},${places[place]}`;
  return scored([`${HEADER},${column}`, unit(FIRST, 0), unit(SECOND, 1)].join('\n'));
}

describe('the place of units of one name', () => {
  it.each([
    ['is told where their places differ', two(['Thôn 1', 'Thôn 1'], ['Xã A', 'Xã B']), true],
    ['is not told of names that differ', two(['Thôn 1', 'Thôn 2'], ['Xã A', 'Xã B']), false],
    ['is not told where it is the same', two(['Thôn 1', 'Thôn 1'], ['Xã A', 'Xã A']), false],
    ['is not told of units that are not shown', { ...two(['Thôn 1', 'Thôn 1'], ['Xã A', 'Xã B']), rows: [0] }, false],
    ['is told of the place that tells them apart', two(['Thôn 1', 'Thôn 1'], ['Xã A', 'Xã B']), true],
  ] as const)('%s', (_, all, isTold) => {
    const style = { lang: 'vi', width: 160, paint: PLAIN } as const;
    const pages = [writeTable(all, style), writeMarkdown(all, style)];
    for (const page of pages) expect(/^.*Thôn 1.*Xã A/mu.test(page)).toBe(isTold);
    expect(writeScorePage(all, style).includes('<td>Xã A</td>')).toBe(isTold);
  });
});
