import { element } from './element.dom.ts';
import type { ShownRows } from './ranking.dom.ts';
import { type GoalData, type PageData, type ReasonData, STATE_LETTERS, type UnitData } from './unit-data.ts';

const MARKS: Readonly<Record<string, string>> = { p: '✓', f: '✗', u: '?', n: '–' };

const PRINTED = 'unit-on-paper';

/** Opens the page of a unit over the report when its address is followed, and closes it again. */
export function openUnits(data: PageData, shown: ShownRows): void {
  const dialog = document.querySelector<HTMLDialogElement>('#unit');
  if (dialog === null) return;
  const byId = new Map(data.units.map((unit) => [unit.id, unit]));
  const follow = (): void => {
    const unit = byId.get(decodeURIComponent(location.hash.slice(1)));
    if (unit === undefined) {
      if (dialog.open) dialog.close();
      return;
    }
    dialog.replaceChildren(...unitPage(unit, data, shown));
    if (!dialog.open) dialog.showModal();
    dialog.scrollTop = 0;
  };
  dialog.addEventListener('close', () => {
    const id = decodeURIComponent(location.hash.slice(1));
    history.replaceState(null, '', location.pathname + location.search);
    document.querySelector<HTMLElement>(`#${CSS.escape(id)} a`)?.focus();
  });
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  // A dialog cannot go over several pages: its contents are printed in its place, and nothing else.
  addEventListener('beforeprint', () => {
    if (!dialog.open) return;
    const copy = element('div', { id: PRINTED });
    copy.append(...[...dialog.children].slice(1).map((child) => child.cloneNode(true)));
    document.body.classList.add('unit-alone');
    document.body.append(copy);
  });
  addEventListener('afterprint', () => {
    document.body.classList.remove('unit-alone');
    document.querySelector(`#${PRINTED}`)?.remove();
  });
  addEventListener('hashchange', follow);
  follow();
}

function unitPage(unit: UnitData, data: PageData, shown: ShownRows): readonly HTMLElement[] {
  const { words } = data;
  const text = (ref: number): string => data.texts[ref] ?? '';
  const list = (title: string, refs: readonly number[]): readonly HTMLElement[] =>
    refs.length === 0
      ? []
      : [element('h3', {}, title), element('ul', {}, ...refs.map((ref) => element('li', {}, text(ref))))];
  return [
    toolbar(unit, data, shown),
    element('h2', { id: 'unit-title', tabindex: '-1', autofocus: '' }, text(unit.title)),
    element('p', { class: 'places' }, text(unit.places)),
    ...(text(unit.notCertifying) === '' ? [] : [element('p', { class: 'not-certifying' }, text(unit.notCertifying))]),
    element(
      'dl',
      { class: 'facts' },
      ...unit.facts.map(([label, value], index) =>
        element(
          'div',
          {},
          element('dt', {}, text(label)),
          element('dd', index === 0 ? { class: `class ${unit.colour}` } : {}, text(value)),
        ),
      ),
    ),
    ...(unit.why.length === 0
      ? []
      : [element('h3', {}, words.why), ...unit.why.map((reason) => reasonBlock(reason, text))]),
    ...list(words.missing, unit.missing),
    ...unit.ways.flatMap((goal) => goalBlock(goal, text)),
    ...list(words.near, unit.near),
    ...list(words.notes, unit.notes),
    element('h3', {}, words.allCriteria),
    criteriaTable(unit, data, text),
  ];
}

/** Close, print, and the units before and after in the order of the table. */
function toolbar(unit: UnitData, { words }: PageData, shown: ShownRows): HTMLElement {
  const ids = shown().map(({ id }) => id);
  const place = ids.indexOf(unit.id);
  const to = (id: string | undefined, label: string, sign: string): HTMLElement => {
    const button = element('button', { type: 'button', title: label, 'aria-label': label }, sign);
    if (id === undefined) button.setAttribute('disabled', '');
    else button.addEventListener('click', () => location.replace(`#${encodeURIComponent(id)}`));
    return button;
  };
  const close = element('button', { type: 'button', class: 'close' }, words.close);
  close.addEventListener('click', () => document.querySelector<HTMLDialogElement>('#unit')?.close());
  const print = element('button', { type: 'button' }, words.print);
  print.addEventListener('click', () => window.print());
  return element(
    'div',
    { class: 'toolbar' },
    to(ids[place - 1], words.previous, '←'),
    to(ids[place < 0 ? ids.length : place + 1], words.next, '→'),
    print,
    close,
  );
}

function reasonBlock({ head, lines }: ReasonData, text: (ref: number) => string): HTMLElement {
  return element(
    'div',
    { class: 'reason' },
    element('p', { class: 'reason-head' }, text(head)),
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

function goalBlock({ heading, ways, remarks }: GoalData, text: (ref: number) => string): readonly HTMLElement[] {
  return [
    element('h3', {}, text(heading)),
    ...(ways.length === 0 ? [] : [element('ol', {}, ...ways.map((ref) => element('li', {}, text(ref))))]),
    ...remarks.map((ref) => element('p', {}, text(ref))),
  ];
}

function criteriaTable(unit: UnitData, { criteria, words }: PageData, text: (ref: number) => string): HTMLElement {
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
