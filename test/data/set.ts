import type { CriteriaSet, Indicator } from '../../src/criteria/criteria-set.ts';
import { rational } from '../../src/number/index.ts';

type IndicatorDetails = Partial<Omit<Indicator, 'id' | 'type'>>;

/** An indicator of a test set. */
export function indicator(id: string, type: Indicator['type'], details: IndicatorDetails = {}): Indicator {
  return {
    id,
    label: { vi: id, en: id },
    type,
    unit: null,
    min: rational(0n),
    max: null,
    values: new Map(),
    measured: 'end',
    provider: null,
    aliases: [],
    actionable: null,
    rollup: null,
    was: null,
    merge: type === 'count' ? { by: 'sum', of: 'things', bounds: false } : null,
    at: { file: 'test.yaml' },
    ...details,
  };
}

/** A criteria set that has indicators and nothing else. */
export function setOf(...indicators: readonly Indicator[]): CriteriaSet {
  return {
    id: 'test@1',
    family: 'test',
    version: '1',
    status: 'draft',
    title: { vi: 'Bộ thử', en: 'Test set' },
    unit: 'commune',
    effective: { from: '2025-01-01', to: null },
    reviewed: null,
    period: { kind: 'year', from: '12-15', to: '12-14' },
    notes: [],
    missing: [],
    from: null,
    sources: new Map(),
    indicators: new Map(indicators.map((one) => [one.id, one])),
    measures: new Map(),
    checks: [],
    criteria: new Map(),
    classes: new Map(),
    score: null,
    rank: [],
    ties: 'competition',
    readings: new Map(),
    chosen: {},
    targets: [],
    remarks: [],
    overridden: [],
    file: 'test.yaml',
    sha256: '',
  };
}

/** One indicator of every type. */
export const EVERY_TYPE = setOf(
  indicator('residents', 'count', {
    label: { vi: 'Số nhân khẩu hiện đang cư trú', en: 'Current residents' },
    aliases: ['Dân số'],
    min: rational(1n),
    max: rational(1_000_000n),
  }),
  indicator('area', 'decimal', { label: { vi: 'Diện tích hòa mạng', en: 'Area' } }),
  indicator('coverage', 'percent', { label: { vi: 'Tỷ lệ bao phủ', en: 'Coverage' }, max: rational(1n) }),
  indicator('planned', 'boolean', { label: { vi: 'Có kế hoạch', en: 'Planned' } }),
  indicator('key_route', 'choice', {
    label: { vi: 'Tuyến trọng điểm', en: 'Key route' },
    values: new Map([
      ['none', { vi: 'Không thuộc tuyến', en: 'None' }],
      ['intra', { vi: 'Nội tỉnh', en: 'Intra-provincial' }],
      ['inter', { vi: 'Liên tỉnh', en: 'Inter-provincial' }],
    ]),
  }),
);

/** A set with one count, for tests about the file around it. */
export const ONE_COUNT = setOf(indicator('cases', 'count'));
