import { folded } from './fold.dom.ts';
import type { PageData } from './unit-data.ts';

/** The rows in sight, in their order on the page. */
export type ShownRows = () => readonly HTMLTableRowElement[];

/** A row with what it is found and sorted by. */
interface Row {
  readonly element: HTMLTableRowElement;
  /** What a search looks at, word by word. */
  readonly words: readonly string[];
  readonly place: number;
}

/** Gives the ranking table its search, its filters and its sorting; without a script it is a plain table. */
export function upgradeRanking(data: PageData | null): ShownRows {
  const table = document.querySelector<HTMLTableElement>('#ranking');
  const body = table?.tBodies[0];
  const controls = document.querySelector<HTMLFormElement>('#ranking-controls');
  if (data === null || table === null || body === undefined || controls === null) return () => [];
  const rows: readonly Row[] = [...body.rows].map((element, place) => ({
    element,
    words: wordsOf(element, data.texts[data.units[place]?.places ?? 0] ?? ''),
    place,
  }));
  const narrow = (): void => {
    const count = showRows(rows, controls);
    const status = controls.querySelector('output');
    if (status !== null)
      status.textContent = data.words.shown.replace('{shown}', numbered(count)).replace('{all}', numbered(rows.length));
  };
  controls.hidden = false;
  controls.addEventListener('input', narrow);
  controls.addEventListener('submit', (event) => event.preventDefault());
  controls.addEventListener('reset', () => setTimeout(narrow));
  for (const header of table.querySelectorAll<HTMLTableCellElement>('th[data-sort]')) sortBy(header, rows, body);
  narrow();
  return () => [...body.rows].filter(({ hidden }) => hidden === false);
}

/** The words of the code, the name and the places of a unit. */
function wordsOf(row: HTMLTableRowElement, places: string): readonly string[] {
  const cells = [...row.querySelectorAll('.code, th')].map(({ textContent }) => textContent ?? '');
  return split([...cells, places].join(' '));
}

function split(text: string): readonly string[] {
  return folded(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** @returns How many rows are in sight. */
function showRows(rows: readonly Row[], controls: HTMLFormElement): number {
  const asked = split(controls.querySelector('input')?.value ?? '');
  const chosen = [...controls.querySelectorAll('select')].filter(({ value }) => value !== '');
  let count = 0;
  for (const { element, words } of rows) {
    const isShown =
      asked.every((begin) => words.some((word) => word.startsWith(begin))) &&
      chosen.every(({ name, value }) => element.dataset[name] === value);
    element.hidden = !isShown;
    if (isShown) count += 1;
  }
  return count;
}

function numbered(count: number): string {
  return new Intl.NumberFormat(document.documentElement.lang).format(count);
}

const collator = new Intl.Collator('vi', { numeric: true });

/** Turns a heading into a button that sorts by its column, the other way round when pressed again. */
function sortBy(header: HTMLTableCellElement, rows: readonly Row[], body: HTMLTableSectionElement): void {
  const button = document.createElement('button');
  button.type = 'button';
  button.append(...header.childNodes);
  header.append(button);
  button.addEventListener('click', () => {
    const isUp = header.ariaSort !== 'ascending';
    for (const other of header.parentElement?.children ?? []) other.removeAttribute('aria-sort');
    header.ariaSort = isUp ? 'ascending' : 'descending';
    const keys = rows.map((row) => ({ ...row, key: keyOf(row.element.cells[header.cellIndex]) }));
    const sorted = keys.sort((a, b) => (isUp ? 1 : -1) * compare(a.key, b.key) || a.place - b.place);
    body.append(...sorted.map(({ element }) => element));
  });
}

/** A cell is sorted by the key it carries, else by its text. */
function keyOf(cell: HTMLTableCellElement | undefined): string | number {
  const key = cell?.dataset['key'];
  return key === undefined ? (cell?.textContent ?? '') : Number(key);
}

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
}
