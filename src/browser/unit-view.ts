import {
  type BesideData,
  type GoalData,
  type PageData,
  type ReasonData,
  STATE_LETTERS,
  type TextRef,
  type UnitData,
} from './unit-data.ts';

/**
 * Makes an element; what stands in it is always text or other elements, never HTML.
 *
 * @typeParam Piece What an element is: a node where a script draws the page, text where a page is written.
 * @param attributes By name.
 */
export type Make<Piece> = (
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly (string | Piece)[]
) => Piece;

/** What a view is made with. */
interface Maker<Piece> {
  readonly element: Make<Piece>;
  readonly text: (ref: TextRef) => string;
}

const MARKS: Readonly<Record<string, string>> = { p: '✓', f: '✗', u: '?', n: '–' };

/** One unit in full, under a heading of the second level: the same on the page of a unit and within a report. */
export function unitView<Piece>(unit: UnitData, data: PageData, element: Make<Piece>): readonly Piece[] {
  const { words } = data;
  const maker = { element, text: (ref: TextRef): string => data.texts[ref] ?? '' };
  const { text } = maker;
  const list = (title: string, refs: readonly TextRef[]): readonly Piece[] =>
    refs.length === 0 ? [] : [element('h3', {}, title), listed('ul', refs, maker)];
  return [
    element('p', { class: 'places' }, text(unit.places)),
    ...(text(unit.notCertifying) === '' ? [] : [element('p', { class: 'not-certifying' }, text(unit.notCertifying))]),
    element(
      'dl',
      { class: 'facts' },
      ...unit.facts.map(([label, value, colour]) =>
        element(
          'div',
          {},
          element('dt', {}, text(label)),
          element('dd', colour === '' ? {} : { class: `class ${colour}` }, text(value)),
        ),
      ),
    ),
    ...unit.beside.flatMap((beside) => besideBlock(beside, maker)),
    ...(unit.why.length === 0
      ? []
      : [element('h3', {}, words.why), ...unit.why.map((reason) => reasonBlock(reason, maker))]),
    ...list(words.missing, unit.missing),
    ...list(words.unsettled, unit.unsettled),
    ...list(words.notes, unit.notes),
    ...unit.ways.flatMap((goal) => goalBlock(goal, maker)),
    ...list(words.near, unit.near),
    element('h3', {}, words.allCriteria),
    criteriaTable(unit, data, maker),
  ];
}

function listed<Piece>(kind: 'ul' | 'ol', refs: readonly TextRef[], { element, text }: Maker<Piece>): Piece {
  return element(kind, {}, ...refs.map((ref) => element('li', {}, text(ref))));
}

/** Where the unit stood, or would stand, and what moves it. */
function besideBlock<Piece>({ heading, notes, moves }: BesideData, maker: Maker<Piece>): readonly Piece[] {
  const { element, text } = maker;
  return [
    element('h3', {}, text(heading)),
    ...notes.map((ref) => element('p', {}, text(ref))),
    ...moves.flatMap(({ under, change, reasons }) => [
      ...under.map((ref) => element('p', { class: 'places' }, text(ref))),
      element('p', { class: 'reason-head' }, text(change)),
      ...(reasons.length === 0 ? [] : [listed('ul', reasons, maker)]),
    ]),
  ];
}

function reasonBlock<Piece>({ head, lines }: ReasonData, { element, text }: Maker<Piece>): Piece {
  return element(
    'div',
    { class: 'reason' },
    ...(text(head) === '' ? [] : [element('p', { class: 'reason-head' }, text(head))]),
    ...lines.map(([depth, state, ref]) =>
      element(
        'p',
        { class: `evidence d${depth}${state === '' ? ' plain' : ''}` },
        element('span', { class: `mark ${state}` }, MARKS[state] ?? ''),
        ` ${text(ref)}`,
      ),
    ),
  );
}

function goalBlock<Piece>({ heading, ways, remarks }: GoalData, maker: Maker<Piece>): readonly Piece[] {
  const { element, text } = maker;
  return [
    element('h3', {}, text(heading)),
    ...(ways.length === 0 ? [] : [listed('ol', ways, maker)]),
    ...remarks.map((ref) => element('p', {}, text(ref))),
  ];
}

function criteriaTable<Piece>(unit: UnitData, { criteria, words }: PageData, { element, text }: Maker<Piece>): Piece {
  const { columns, states } = words;
  const hasPoints = unit.points.length > 0;
  const wordOf = new Map(Object.entries(STATE_LETTERS).map(([word, letter]) => [letter, word]));
  const stateOf = (letter: string): string =>
    Object.entries(states).find(([word]) => word === wordOf.get(letter))?.[1] ?? '';
  const titles = [
    columns.criterion,
    columns.state,
    ...(hasPoints ? [columns.points] : []),
    columns.found,
    columns.clause,
  ];
  const rows = criteria.map(({ id, title, clause, depth }, index) => {
    const state = unit.states[index] ?? '';
    return element(
      'tr',
      {},
      element('th', { scope: 'row', class: `d${depth}` }, element('b', {}, id), ` ${title}`),
      element(
        'td',
        { class: 'state' },
        element('span', { class: `mark ${state}`, 'aria-hidden': 'true' }, MARKS[state] ?? ''),
        ` ${stateOf(state)}`,
      ),
      ...(hasPoints ? [element('td', { class: 'number' }, text(unit.points[index] ?? 0))] : []),
      element('td', {}, text(unit.found[index] ?? 0)),
      element('td', { class: 'clause' }, clause),
    );
  });
  return element(
    'div',
    { class: 'scroll', role: 'region', 'aria-label': words.allCriteria, tabindex: '0' },
    element(
      'table',
      { class: 'criteria' },
      element('thead', {}, element('tr', {}, ...titles.map((title) => element('th', { scope: 'col' }, title)))),
      element('tbody', {}, ...rows),
    ),
  );
}
