import { element } from './element.dom.ts';
import type { ShownRows } from './ranking.dom.ts';
import type { PageData, UnitData } from './unit-data.ts';
import { unitView } from './unit-view.ts';

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
  const title = data.texts[unit.title] ?? '';
  return [
    toolbar(unit, data, shown),
    element('h2', { id: 'unit-title', tabindex: '-1', autofocus: '' }, title),
    ...unitView(unit, data, element),
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
