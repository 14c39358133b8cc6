/** The public API with files: what `index.ts` offers, and reading criteria and data from disk or standard input. */
export * from './index.ts';
export {
  builtinCases,
  builtinCatalog,
  builtinIds,
  createLintLoader,
  type DataOptions,
  type InspectedData,
  inspectData,
  type LintedCriteria,
  type LintLoader,
  loadAccepted,
  loadCases,
  type LoadedCases,
  type LoadedCriteria,
  loadCriteria,
  type LoadOptions,
  loadRevision,
  readData,
  readRegistry,
  type Revision,
  STDIN,
} from './node/index.ts';
