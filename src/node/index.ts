export { STDIN } from './bytes.ts';
export { builtinCatalog, type LoadedCriteria, loadCriteria, type LoadOptions } from './load-criteria.ts';
export { type DataOptions, readData, readRegistry } from './read-data.ts';
