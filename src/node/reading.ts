/**
 * What reads YAML and checks forms: it takes long to load, and the criteria that come with xasach do without. Only loaded
 * when it is needed; the whole room `criteria` may not be, or it would be loaded with every part of it.
 */
export {
  catalogEntry,
  extendedSet,
  layOverlay,
  parseShipped,
  parseSource,
  resolveReadings,
  statedId,
} from '../criteria/index.ts';
export { parseColumnMap } from '../data/index.ts';
