/** The values of the closed lists of words, in the order they are offered. */
export const WORDS = {
  status: ['draft', 'partial', 'in-force', 'retired'],
  unit: ['hamlet', 'commune', 'district', 'province'],
  type: ['count', 'decimal', 'percent', 'boolean', 'choice'],
  measured: ['end', 'period'],
  actionable: ['up', 'down', 'both'],
  show: ['number', 'percent'],
  severity: ['error', 'warning'],
  order: ['low', 'high'],
  ties: ['competition', 'dense', 'ordinal'],
  merge: ['sum', 'max', 'any'],
  mergeOf: ['people', 'things'],
  notApplicable: ['pass', 'fail', 'exclude'],
  model: ['count', 'points', 'weighted'],
  rounding: ['half-up', 'half-even', 'half-down', 'up', 'down'],
} as const;
