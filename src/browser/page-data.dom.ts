import type { PageData } from './unit-data.ts';

/** What the page was given about its units; `null` on a page without them. */
export function readData(): PageData | null {
  const data: unknown = JSON.parse(document.querySelector('#data')?.textContent ?? 'null');
  return isPageData(data) ? data : null;
}

/** The page was written with its script: what holds units is whole. */
function isPageData(data: unknown): data is PageData {
  return typeof data === 'object' && data !== null && 'units' in data;
}
