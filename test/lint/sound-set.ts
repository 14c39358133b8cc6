/** A small sound set in which lint finds nothing; each test spoils one part of it. */
export const SOUND_SET = `family: small
version: "2"
status: in-force
title: { vi: Bộ nhỏ, en: Small set }
unit: commune
effective: { from: 2025-01-01 }
period: { kind: year, from: 01-01, to: 12-31 }
sources:
  law: { document: 1/2025 }
indicators:
  people:
    { label: { vi: Số người, en: People }, type: count, min: 1, provider: { vi: Công an, en: Police } }
  users:
    { label: { vi: Người sử dụng, en: Users }, type: count, provider: { vi: Công an, en: Police } }
  points:
    { label: { vi: Số điểm, en: Points }, type: count, measured: period, provider: { vi: Công an, en: Police } }
  route:
    label: { vi: Tuyến, en: Route }
    type: choice
    values: { none: { vi: Không, en: None }, main: { vi: Chính, en: Main } }
    provider: { vi: Công an, en: Police }
measures:
  rate: { label: { vi: Tỷ lệ, en: Rate }, formula: users / people, show: percent }
checks:
  - { rule: users <= people, message: { vi: Sai, en: Wrong } }
criteria:
  F.1: { cite: law k1, title: { vi: Một, en: One }, test: users == 0 }
  F.2: { cite: law k2, title: { vi: Hai, en: Two }, test: route == none }
  K.1: { cite: law k3, title: { vi: Ba, en: Three }, test: rate >= 50% }
  K.2: { cite: law k4, title: { vi: Bốn, en: Four }, test: rate >= 10% and rate < 50% }
  K.3: { cite: law k5, title: { vi: Năm, en: Five }, test: rate > 0 and rate < 10% }
  P.1: { cite: law k6, title: { vi: Sáu, en: Six }, was: P.0, test: places >= 2 }
classes:
  clean: { label: { vi: Sạch, en: Clean }, certifies: true, when: { all: [F.1, F.2] } }
  high: { label: { vi: Cao, en: High }, when: { any: [K.1, P.1] } }
  middle: { label: { vi: Vừa, en: Middle }, when: K.2 }
  low: { label: { vi: Thấp, en: Low }, when: K.3 }
  rest: { label: { vi: Còn lại, en: Rest }, when: otherwise }
rank:
  - { by: class, best: [clean, rest, low, middle, high] }
  - { by: rate, order: low }
readings:
  limit:
    question: { vi: Mức nào?, en: Which limit? }
    default: strict
    options:
      strict: { label: { vi: Hẹp, en: Strict } }
      wide: { label: { vi: Rộng, en: Wide }, criteria: { K.1: { test: rate >= 40% } } }
targets:
  - { until: 2030, share: certified, at_least: 50%, cite: law }
`
  .replaceAll('points', 'places')
  .replaceAll('Points', 'Places');

/** The version before: its P.0 goes on in the sound set. */
export const EARLIER_SET = SOUND_SET.replace('version: "2"', 'version: "1"')
  .replace('from: 2025-01-01', 'from: 2020-01-01, to: 2024-12-31')
  .replace('in-force', 'retired')
  .replace('was: P.0, ', '')
  .replaceAll('P.1', 'P.0');

/** A small points sheet in which lint finds nothing. */
export const SOUND_SHEET = `family: sheet
version: "1"
status: partial
title: { vi: Bảng điểm, en: Sheet }
unit: commune
effective: { from: 2025-01-01 }
period: { kind: year, from: 01-01, to: 12-31 }
missing:
  - { vi: Phụ lục, en: An annex }
sources:
  plan: { document: 2/2025 }
indicators:
  homes: { label: { vi: Số hộ, en: Homes }, type: count, provider: { vi: Xã, en: Commune } }
  pledged: { label: { vi: Số hộ cam kết, en: Pledged }, type: count, provider: { vi: Xã, en: Commune } }
  plan_issued: { label: { vi: Có kế hoạch, en: Plan issued }, type: boolean, provider: { vi: Xã, en: Commune } }
checks:
  - { rule: pledged <= homes, message: { vi: Sai, en: Wrong } }
criteria:
  M.1: { cite: plan k1, title: { vi: Có, en: Has }, mandatory: true, test: plan_issued }
  A:
    cite: plan k2
    title: { vi: Nhóm, en: Group }
    points: 100
    parts:
      A.1:
        title: { vi: Cam kết, en: Pledges }
        points: 60
        on: pledged / homes
        bands: [[90%, 60], [50%, 30]]
      A.2: { title: { vi: Thang, en: Scale }, points: 40, on: pledged, scale: [[0, 0], [10, 40]] }
score: { model: points, of: 100 }
classes:
  good: { label: { vi: Tốt, en: Good }, when: { all: [mandatory, score >= 80%] } }
  fair: { label: { vi: Khá, en: Fair }, when: score >= 50 }
  rest: { label: { vi: Còn lại, en: Rest }, when: otherwise }
rank:
  - { by: class }
  - { by: score, order: high }
`;
