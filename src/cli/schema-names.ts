/** The schemas that can be asked for. */
export const SCHEMA_NAMES = ['criteria', 'cases', 'result', 'diff'] as const;
