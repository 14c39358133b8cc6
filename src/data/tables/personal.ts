import type { PersonalKind } from '../../messages/index.ts';
import { canonicalKey, withoutDiacritics } from '../canonical-key.ts';
import type { Cell } from '../grid.ts';

/** How headers of personal data begin or read, without diacritics. */
const HEADERS: readonly (readonly [PersonalKind, RegExp])[] = [
  [
    'name',
    /^(?:ho (?:va )?ten|ho,? ten dem|ten (?:nguoi|doi tuong|chu ho|cong dan|can bo)|nguoi (?:nghien|su dung).*ho ten|(?:full )?name of person|full name)\b/,
  ],
  [
    'identity',
    /\b(?:cccd|cmnd|cmtnd|can cuoc|chung minh(?: nhan dan| thu)?|so dinh danh|ho chieu|passport|identity (?:card|number)|national id)\b/,
  ],
  ['phone', /\b(?:(?:so )?dien thoai|sdt|so dt|di dong|phone|mobile)\b/],
  [
    'birth',
    /^(?:ngay(?:,? thang,? nam)? sinh|nam sinh|ngay thang nam sinh|date of birth|birth ?date|year of birth|dob)\b/,
  ],
  ['address', /^(?:noi (?:o|cu tru|thuong tru|tam tru)|ho khau thuong tru|home address)\b/],
];
/** A telephone number as people type it, and the twelve digits of an identity card. */
const PHONE = /^(?:\+?84|0)\s?[35789](?:[\s.-]?\d){8}$/;
const IDENTITY = /^0\d{11}$/;
const CELLS_READ = 50;
const CELLS_NEEDED = 3;

/** What personal data a header announces; `null` for none. A header that counts people (`Số người …`) announces none. */
export function personalHeader(header: string): PersonalKind | null {
  const key = withoutDiacritics(canonicalKey(header)).replace(/[()]/g, ' ').trim();
  if (/^(?:tong|so (?:nguoi|luot|luong|vu|ho)|ty le)\b/.test(key)) return null;
  return HEADERS.find(([, pattern]) => pattern.test(key))?.[0] ?? null;
}

/** What personal data the first cells of a column look like; `null` when most look like something else. */
export function personalCells(cells: readonly Cell[]): PersonalKind | null {
  const texts = cells
    .slice(0, CELLS_READ)
    .map((cell) => String(cell ?? '').trim())
    .filter((text) => text !== '');
  if (texts.length < CELLS_NEEDED) return null;
  const most = (pattern: RegExp): boolean => texts.filter((text) => pattern.test(text)).length * 2 > texts.length;
  if (most(IDENTITY)) return 'identity';
  return most(PHONE) ? 'phone' : null;
}
