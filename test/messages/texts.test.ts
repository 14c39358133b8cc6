import { expect, it } from 'vitest';
import { type Messages, messagesIn } from '../../src/messages/index.ts';

const HASHES = { recorded: 'a1b2', found: 'c3d4' };
const SELECTED = { only: [], inGroups: false, shown: '1', of: '9', all: '9', areChosen: false };
const CHOSEN = { where: 'cases = 0', open: null, areShown: true, isCompared: false };
const OPEN = { units: '2', figures: ['A', 'B'] };

/** Texts that are told only now and then, each with what it is told of. */
const TOLD: readonly (readonly [name: string, text: (words: Messages) => string])[] = [
  ['compare.chosen', ({ report }) => report.compare.chosen({ ...CHOSEN, count: '3', of: '20' })],
  ['compare.chosen', ({ report }) => report.compare.chosen({ ...CHOSEN, count: '1', of: '2' })],
  ['compare.chosen', ({ report }) => report.compare.chosen({ ...CHOSEN, count: '1', of: '1' })],
  ['compare.chosen', ({ report }) => report.compare.chosen({ ...CHOSEN, count: '3', of: '20', open: OPEN })],
  [
    'compare.chosen',
    ({ report }) => report.compare.chosen({ ...CHOSEN, count: '3', of: '20', areShown: false, isCompared: true }),
  ],
  ['compare.acrossCriteria', ({ report }) => report.compare.acrossCriteria('a@1', 'a@2')],
  ['compare.columnsAre', ({ report }) => report.compare.columnsAre(['A', 'B'])],
  ['compare.formerly', ({ report }) => report.compare.formerly('I.a')],
  ['compare.classRules', ({ report }) => report.compare.classRules(['A', 'B'])],
  ['compare.noneCommon', ({ report }) => report.compare.noneCommon],
  ['compare.noneMoved', ({ report }) => report.compare.noneMoved('1')],
  ['compare.noneMoved', ({ report }) => report.compare.noneMoved('9')],
  ['compare.moreFigures', ({ report }) => report.compare.moreFigures('1')],
  ['compare.moreFigures', ({ report }) => report.compare.moreFigures('2')],
  ['verify.engine', ({ report }) => report.verify.engine({ recorded: '0.1.0', found: '0.2.0' })],
  ['verify.criteria', ({ report }) => report.verify.criteria('a@1', HASHES)],
  ['verify.file', ({ report }) => report.verify.file('so-lieu.csv', HASHES)],
  ['verify.differs', ({ report }) => report.verify.differs('result.json', '1')],
  ['verify.differs', ({ report }) => report.verify.differs('result.json', '2')],
  ['verify.result', ({ report }) => report.verify.result('units[3].class', '00004', HASHES, '60')],
  ['verify.result', ({ report }) => report.verify.result('summary', null, HASHES, null)],
  ['sheets.onlyDeciding', ({ report }) => report.sheets.onlyDeciding('3,321')],
  ['sheets.waysAtCost', ({ report }) => report.sheets.waysAtCost('xasach explain 00004')],
  ['sheets.shownOf', ({ report }) => report.sheets.shownOf('20', '3,321')],
  ['ways.raise', ({ report }) => report.ways.raise({ label: 'Trong đó có hồ sơ', from: '1', to: '3', distance: '2' })],
  [
    'ways.lower',
    ({ report }) => report.ways.lower({ label: 'Of these, with a file', from: '3', to: '1', distance: '2' }),
  ],
  ['ways.turn', ({ report }) => report.ways.turn('Tuyến', 'Nội tỉnh', 'Không')],
  ['reasons.not', ({ report }) => report.reasons.not('(A)')],
  ['selected', ({ report }) => report.selected({ ...SELECTED, top: '1' })],
  ['selected', ({ report }) => report.selected({ ...SELECTED, top: '3', inGroups: true })],
  ['selected', ({ report }) => report.selected({ ...SELECTED, top: '3', only: ['A', 'B', 'C'] })],
  ['selected', ({ report }) => report.selected({ ...SELECTED, top: null, only: ['A'], all: '20', areChosen: true })],
  ['lastPeriods', ({ report }) => report.lastPeriods('A', '3')],
  ['periodsAgo', ({ report }) => report.periodsAgo('A', 1)],
  ['periodsAgo', ({ report }) => report.periodsAgo('A', 2)],
  ['missingUnits', ({ report }) => report.missingUnits('1')],
  ['missingUnits', ({ report }) => report.missingUnits('4')],
  ['between', ({ report }) => report.between('1', '3')],
  ['otherThan', ({ report }) => report.otherThan(['A', 'B'])],
  ['noneOf', ({ report }) => report.noneOf(['A', 'B', 'C'])],
  ['atMost', ({ report }) => report.atMost('1', '3')],
  ['check.moreOfKind', ({ report }) => report.check.moreOfKind('4')],
  ['check.moreCells', ({ report }) => report.check.moreCells('1', ['B2'], true)],
  ['check.moreCells', ({ report }) => report.check.moreCells('9', ['B2', 'B3'], false)],
  ['cases.state', ({ report }) => report.cases.state('I.a')],
  ['cases.points', ({ report }) => report.cases.points('I.a')],
  ['set.fromTo', ({ report }) => report.set.fromTo('2025-01-01', '2025-12-31')],
  ['set.rolledUpBy', ({ report }) => report.set.rolledUpBy('a@1', 'province')],
  ['set.fromBelow', ({ report }) => report.set.fromBelow('sum(addicts)')],
  ['page.office', ({ page }) => page.office('A', '1')],
  ['page.office', ({ page }) => page.office('A', '2')],
  ['page.mapPicture', ({ page }) => page.mapPicture('9', '4')],
  ['page.boundariesFrom', ({ page }) => page.boundariesFrom('xa.geojson')],
  ['diff.impact.notAttributed', ({ diff }) => diff.impact.notAttributed],
  ['diff.impact.by', ({ diff }) => diff.impact.by([['A', 'B'], ['C']], true)],
  ['diff.impact.by', ({ diff }) => diff.impact.by([['A']], false)],
  ['diff.impact.rankMoves', ({ diff }) => diff.impact.rankMoves('2')],
  ['cli.progress', ({ cli }) => cli.progress('read', 40)],
  ['cli.progress', ({ cli }) => cli.progress('write', 40)],
  ['cli.bug', ({ cli }) => cli.bug('out of bounds', '0.1.0')],
];

it('reads as recorded', async () => {
  const lines = TOLD.flatMap(([name, text]) => [
    name,
    `  vi: ${text(messagesIn('vi'))}`,
    `  en: ${text(messagesIn('en'))}`,
  ]);
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('texts.golden.txt');
});

it('tells the same numbers in either language', () => {
  // None and one may be told by the words.
  const numbers = (text: string): readonly string[] => text.match(/\d[\d.,]*\d|[2-9]/gu) ?? [];
  const apart = TOLD.flatMap(([name, text]) => {
    const [vi, en] = [text(messagesIn('vi')), text(messagesIn('en'))];
    return [...numbers(vi)].sort().join() === [...numbers(en)].sort().join() ? [] : [`${name}: ${vi} | ${en}`];
  });
  expect(apart).toEqual([]);
});
