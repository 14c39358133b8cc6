import { describe, expect, test } from 'vitest';
import { changesOf, type Edit, sample } from './sample.ts';

const D1 =
  '      D.1:\n        title: { vi: Quản lý tốt, en: Well managed }\n        points: 5\n        test: plan and clips >= 1\n';

interface Own {
  readonly id: string;
  readonly was?: string;
  readonly points?: number;
  readonly test: string;
  readonly keys?: string;
}

function criterion({ id, was, points = 3, test: asked, keys = '' }: Own): string {
  const lineage = was === undefined ? '' : `        was: ${was}\n`;
  return `      ${id}:\n        title: { vi: ${id}, en: ${id} }\n${lineage}        points: ${points}\n${keys}        test: ${asked}\n`;
}

/** What is told of criteria in the place of D.1 that become others. */
function told(before: readonly Own[], after: readonly Own[]): readonly string[] {
  const inPlace = (own: readonly Own[]): Edit => [D1, own.map(criterion).join('')];
  return changesOf(sample(inPlace(before)), sample(inPlace(after)))
    .filter(({ id }) => id === 'criterion-split' || id === 'criterion-merged')
    .map(({ id, path, direction }) => `${id} ${path} ${direction}`);
}

const whole: Own = { id: 'D.1', points: 5, test: 'plan and clips >= 1' };
const halves = (keys = ''): readonly Own[] => [
  { id: 'D.1a', was: 'D.1', test: 'plan' },
  { id: 'D.1b', was: 'D.1', points: 2, test: 'clips >= 1', keys },
];

describe('a criterion that becomes several, and back', () => {
  test.each<readonly [string, readonly Own[], readonly string[]]>([
    ['each asks for less', halves(), ['looser', 'stricter']],
    ['one applies to others', halves('        applies_when: model\n'), ['either', 'either']],
  ])('%s', (_, parts, [apart, together]) => {
    expect(told([whole], parts)).toEqual([`criterion-split criteria.D.1 ${apart}`]);
    expect(told(parts, [whole])).toEqual([`criterion-merged criteria.D.1 ${together}`]);
  });

  test.each<readonly [string, number, string, string]>([
    ['asks for less and earns as much, a bonus beside it', 5, 'looser', 'stricter'],
    ['asks for less and earns less', 3, 'either', 'either'],
  ])('the part that keeps the id %s', (_, points, apart, together) => {
    const parts = [
      { id: 'D.1', points, test: 'plan' },
      { id: 'D.1b', was: 'D.1', points: 2, test: 'clips >= 1', keys: points === 5 ? '        bonus: true\n' : '' },
    ];
    expect(told([whole], parts)).toEqual([`criterion-split criteria.D.1 ${apart}`]);
    expect(told(parts, [whole])).toEqual([`criterion-merged criteria.D.1 ${together}`]);
  });
});
