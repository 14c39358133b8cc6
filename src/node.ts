/** The public API with files: what `index.ts` offers, and reading criteria and data from disk or standard input. */
export * from './index.ts';
export * from './node/index.ts';
