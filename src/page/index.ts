export { areasOfUnits, parseBoundaries, type UnitMap } from './boundaries.ts';
export { writeDiffPage } from './diff-page.ts';
export { type Html, html, type HtmlPart } from './html.ts';
export { writeScorePage } from './score-page.ts';
export { writeUnitPage } from './unit-page.ts';
export { type PageParts, type PageSection, writeShell } from './shell.ts';
