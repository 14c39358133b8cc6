import { expect, test } from 'vitest';
import { findUnit } from '../../src/cli/unit-in-data.ts';
import type { Dataset } from '../../src/data/index.ts';

const UNITS = [
  ['00004', 'Phường Ba Đình', '2024'],
  ['00004', 'Phường Ba Đình', '2025'],
  ['00008', 'Xã Hòa Bình', '2025'],
  ['00009', 'Phường Hoà Bình', '2025'],
  ['00010', 'Xã Tân Lập', '2025'],
  ['00011', 'Xã Tân Lập', '2025'],
  ['00012', null, '2025'],
] as const;
const DATASET = datasetOf(UNITS);

function datasetOf(units: readonly (readonly [code: string, name: string | null, period: string])[]): Dataset {
  return {
    rows: units.length,
    units: {
      code: units.map(([code]) => code),
      name: units.map(([, name]) => name),
      period: units.map(([, , period]) => period),
      groups: new Map(),
    },
    columns: new Map(),
    inputs: [],
    issues: [],
    positionOf: () => ({ file: 'a.csv' }),
  };
}

test.each([
  { asked: '00008', rows: [2] },
  { asked: ' 00008 ', rows: [2] },
  { asked: '00004', rows: [0, 1] },
  { asked: '4', rows: [0, 1] },
  { asked: '012', rows: [6] },
  { asked: 'Phường Ba Đình', rows: [0, 1] },
  { asked: 'PHƯỜNG BA ĐÌNH'.normalize('NFD'), rows: [0, 1] },
  { asked: 'ba đình', rows: [0, 1] },
  { asked: 'xã Hoà Bình', rows: [2] },
  { asked: '00012', rows: [6] },
  { asked: 'ba dinh', rows: [0, 1] },
  { asked: 'phuong ba dinh', rows: [0, 1] },
  { asked: 'P. Ba Đình', rows: [0, 1] },
  { asked: 'p.ba dinh', rows: [0, 1] },
  { asked: 'X. Hòa Bình', rows: [2] },
  { asked: 'ba đ', rows: [0, 1] },
  { asked: 'phuong ba', rows: [0, 1] },
  { asked: 'Phường Ba Dinh', rows: [0, 1] },
  { asked: 'xa Hòa Bình', rows: [2] },
])('$asked', ({ asked, rows }) => {
  expect(findUnit(DATASET, asked)).toEqual({ ok: true, rows });
});

const ODD_NAMES = [
  "Xã Ea H'leo",
  "Đắk R'lấp-Nam",
  'Xã Xa Dung',
  'Phường Tịnh Biên',
  'P. Mỹ Thới',
  'Thôn Đông',
  'Huyện Lý Sơn',
  'TX. Tân Châu',
] as const;

test.each<[asked: string, name: (typeof ODD_NAMES)[number]]>([
  ['Ea H’leo', "Xã Ea H'leo"],
  ['ea hʼleo', "Xã Ea H'leo"],
  ['xa ea h`le', "Xã Ea H'leo"],
  ['Đắk R’lấp – Nam', "Đắk R'lấp-Nam"],
  ['dak r‘lap‑nam', "Đắk R'lấp-Nam"],
  // What begins like the word for a kind can be a name.
  ['Xa Dung', 'Xã Xa Dung'],
  ['x. xa dung', 'Xã Xa Dung'],
  ['tinh bien', 'Phường Tịnh Biên'],
  ['Tịnh Biên', 'Phường Tịnh Biên'],
  ['Phường Mỹ Thới', 'P. Mỹ Thới'],
  ['mỹ thới', 'P. Mỹ Thới'],
  ['Đông', 'Thôn Đông'],
  ['thon dong', 'Thôn Đông'],
  ['H. Lý Sơn', 'Huyện Lý Sơn'],
  ['ly son', 'Huyện Lý Sơn'],
  ['thị xã Tân Châu', 'TX. Tân Châu'],
])('%s is %s', (asked, name) => {
  const dataset = datasetOf(ODD_NAMES.map((own, row) => [`0002${row}`, own, '2025']));
  expect(findUnit(dataset, asked)).toEqual({ ok: true, rows: [ODD_NAMES.indexOf(name)] });
});

test.each([
  { asked: 'Hòa Bình', units: ['Xã Hòa Bình (00008)', 'Phường Hoà Bình (00009)'] },
  { asked: 'hoa binh', units: ['Xã Hòa Bình (00008)', 'Phường Hoà Bình (00009)'] },
  { asked: 'Xã Tân Lập', units: ['Xã Tân Lập (00010)', 'Xã Tân Lập (00011)'] },
])('$asked is ambiguous', ({ asked, units }) => {
  expect(findUnit(DATASET, asked)).toMatchObject({
    ok: false,
    issue: { code: 'usage/ambiguous-unit', args: { units } },
  });
});

test.each([
  { asked: 'Ba Dihn', nearest: ['Phường Ba Đình (00004)'] },
  { asked: 'b', nearest: [] },
  { asked: 'Xã Ba Đình', nearest: ['Phường Ba Đình (00004)', 'Xã Hòa Bình (00008)'] },
  { asked: '00044', nearest: ['00004', '00008', '00009'] },
  { asked: 'Lạ hoắc', nearest: [] },
  { asked: '', nearest: [] },
])('$asked is unknown', ({ asked, nearest }) => {
  expect(findUnit(DATASET, asked)).toMatchObject({
    ok: false,
    issue: { code: 'usage/unknown-unit', args: { nearest } },
  });
});
