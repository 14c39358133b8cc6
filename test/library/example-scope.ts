import {
  catalogEntry,
  compile,
  datasetFromRows,
  parseCases,
  parseSource,
  PLAIN,
  rank,
  resolveReadings,
  type Result,
  summarise,
} from '../../src/index.ts';

const CRITERIA = `family: example
version: "1"
status: in-force
title: { vi: Ví dụ, en: Example }
unit: commune
effective: { from: 2025-01-01 }
period: { kind: year, from: 01-01, to: 12-31 }
sources:
  doc: { document: 1/2025/QĐ, date: 2025-01-01 }
indicators:
  people: { label: { vi: Nhân khẩu, en: Residents }, type: count, min: 1, measured: end, provider: { vi: Công an, en: Police } }
  addicts: { label: { vi: Người nghiện, en: Addicts }, type: count, measured: end, provider: { vi: Công an, en: Police }, actionable: down }
criteria:
  A: { cite: doc Đ1, title: { vi: Ít người nghiện, en: Few addicts }, test: addicts / people < 0.1% }
classes:
  clean: { label: { vi: Sạch, en: Clean }, certifies: true, when: A }
  other: { label: { vi: Khác, en: Other }, when: otherwise }
score: { model: count, of: [A] }
rank: [{ by: class, best: [clean, other] }]
`;

const source = sound(parseSource(CRITERIA, 'example.yaml'));
const set = sound(resolveReadings(source));
const rows = [
  { code: '00004', name: 'Phường Ba Đình', district: 'Huyện An', people: 8120, addicts: 0 },
  { code: '00008', name: 'Xã Hòa Bình', district: 'Huyện Bình', people: 5000, addicts: 12 },
];
const dataset = datasetFromRows(rows, set);
const assessments = compile(set).assess(dataset);
const ranking = rank(assessments);
const summary = summarise(assessments);
const provenance = { version: '0.0.0', options: {}, period: '2025', issues: [] };

const upper = sound(
  resolveReadings(
    sound(
      parseSource(
        `family: above
version: "1"
status: in-force
title: Above
unit: district
effective: { from: 2025-01-01 }
period: { kind: year, from: 01-01, to: 12-31 }
from: { set: example, group: district }
indicators:
  clean: { label: Clean communes, type: count, rollup: count(certified) }
criteria:
  B: { title: One, test: clean >= 1 }
classes:
  good: { label: Good, when: B }
  other: { label: Other, when: otherwise }
`,
        'above.yaml',
      ),
    ),
  ),
);
const casesText = `criteria: example@1
cases:
  - { name: { vi: Không ai, en: Nobody }, data: { people: 1000, addicts: 0 }, expect: { class: clean, certified: true } }
`;
const cases = sound(parseCases(casesText, 'example.cases.yaml'));
const entries = [sound(catalogEntry(CRITERIA, 'example.yaml'))];
const [criterion] = set.criteria.values();
const formula = criterion?.rule.kind === 'test' ? criterion.rule.test : null;

/** What the examples of the public functions speak of: a small set, two communes and what came out for them. */
export const EXAMPLE_SCOPE = {
  text: CRITERIA,
  source,
  casesText,
  cases,
  sets: { source, below: null },
  entries,
  formula,
  style: { lang: 'en', width: 120, paint: PLAIN },
  set,
  rows,
  dataset,
  assessments,
  upper,
  ranking,
  summary,
  provenance,
  scored: { assessments, ranking, summary, provenance },
};

function sound<T>(result: Result<T>): T {
  if (!result.ok) throw new RangeError(JSON.stringify(result.issues));
  return result.value;
}
