import { expect, test } from 'vitest';
import { findUnit } from '../../src/cli/find-unit.ts';
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
const DATASET: Dataset = {
  rows: UNITS.length,
  units: {
    code: UNITS.map(([code]) => code),
    name: UNITS.map(([, name]) => name),
    period: UNITS.map(([, , period]) => period),
    groups: new Map(),
  },
  columns: new Map(),
  inputs: [],
  issues: [],
  positionOf: () => ({ file: 'a.csv' }),
};

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
])('$asked', ({ asked, rows }) => {
  expect(findUnit(DATASET, asked)).toEqual({ ok: true, rows });
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
