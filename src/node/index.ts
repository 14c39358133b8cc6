export { isPath } from '../criteria/index.ts';
export { decodedText, readBytes, STDIN } from './bytes.ts';
export { type LoadedCriteria, loadCriteria, type LoadOptions } from './load-criteria.ts';
export { builtinCatalog } from './load-source.ts';
export { loadAccepted } from './load-accepted.ts';
export { loadRevision, type Revision } from './load-revision.ts';
export {
  type DataOptions,
  type InspectedData,
  inspectData,
  pathAboutUnits,
  readData,
  readRegistry,
  sheetsOf,
} from './read-data.ts';
export { builtinIds, createLintLoader, type LintedCriteria, type LintLoader } from './load-linted.ts';
export { builtinCases, loadCases, type LoadedCases } from './load-cases.ts';
export { openLargeText, type TextFile, type TextPart } from './text-parts.ts';
