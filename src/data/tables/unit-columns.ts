import type { Text } from '../../messages/index.ts';

/** The columns that say whom a row is about, beside the indicators of the criteria set. */
export const UNIT_COLUMN_IDS = [
  'code',
  'name',
  'province',
  'type',
  'district',
  'commune',
  'border',
  'registered',
  'period',
] as const;

type UnitColumnId = (typeof UNIT_COLUMN_IDS)[number];

/** The unit columns kept as groups: everything that is not the unit's identity or the period. */
export const GROUP_COLUMN_IDS = ['province', 'type', 'district', 'commune', 'border', 'registered'] as const;
export type GroupColumnId = (typeof GROUP_COLUMN_IDS)[number];

interface UnitColumn {
  readonly label: Text;
  readonly aliases: readonly string[];
}

export const UNIT_COLUMNS: { readonly [Id in UnitColumnId]: UnitColumn } = {
  code: {
    label: { vi: 'Mã đơn vị', en: 'Unit code' },
    aliases: [
      'Mã',
      'Mã xã',
      'Mã xã/phường',
      'Mã ĐVHC',
      'Mã đơn vị hành chính',
      'Mã số đơn vị hành chính',
      'Mã số',
      'Commune code',
    ],
  },
  name: {
    label: { vi: 'Tên đơn vị', en: 'Unit name' },
    aliases: [
      'Tên',
      'Tên xã',
      'Tên xã/phường',
      'Xã',
      'Xã/phường',
      'Xã, phường',
      'Xã, phường, đặc khu',
      'Đơn vị',
      'Địa bàn',
      'Commune',
      'Unit',
    ],
  },
  province: {
    label: { vi: 'Tỉnh, thành phố', en: 'Province' },
    aliases: ['Tỉnh', 'Tỉnh/thành phố', 'Tỉnh/TP', 'Tên tỉnh'],
  },
  type: {
    label: { vi: 'Loại đơn vị', en: 'Unit type' },
    aliases: ['Loại', 'Loại hình', 'Loại ĐVHC', 'Kind'],
  },
  district: {
    label: { vi: 'Huyện', en: 'District' },
    aliases: ['Tên huyện', 'Quận/huyện', 'Huyện/thị xã', 'Huyện, thị xã, thành phố'],
  },
  // The commune of a hamlet.
  commune: {
    label: { vi: 'Xã, phường trực thuộc', en: 'Commune of the hamlet' },
    aliases: ['Thuộc xã', 'Thuộc xã/phường', 'Thuộc xã, phường, đặc khu', 'Xã trực thuộc', 'Of commune'],
  },
  border: {
    label: { vi: 'Biên giới', en: 'Border' },
    aliases: ['Xã biên giới', 'Border commune'],
  },
  registered: {
    label: { vi: 'Đăng ký xây dựng', en: 'Registered' },
    aliases: ['Đăng ký', 'Đã đăng ký', 'Đăng ký xây dựng xã không ma túy'],
  },
  period: {
    label: { vi: 'Kỳ', en: 'Period' },
    aliases: [
      'Kỳ đánh giá',
      'Kỳ báo cáo',
      'Kỳ số liệu',
      'Thời kỳ',
      'Năm',
      'Năm đánh giá',
      'Năm báo cáo',
      'Năm số liệu',
      'Year',
      'Reporting period',
      'Reporting year',
      'Data year',
    ],
  },
};

/** Whether the cells of a column about the unit say yes or no. */
export function answersYesOrNo(id: string): boolean {
  return id === 'border' || id === 'registered';
}

/** What a column about the unit is called; one that xasach does not know, as in the data. */
export function unitColumnLabel(id: string): Text {
  const known = UNIT_COLUMN_IDS.find((own) => own === id);
  return known === undefined ? { vi: id, en: id } : UNIT_COLUMNS[known].label;
}
