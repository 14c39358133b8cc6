import type { PersonalKind } from '../../messages/index.ts';
import { canonicalKey, withoutDiacritics } from '../canonical-key.ts';
import type { Cell } from '../grid.ts';
import { looksLikePerson } from './person-names.ts';

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
/** Headers under which persons are named, or counted, or said to be there: without diacritics. Only the cells tell. */
const OF_PERSONS =
  /\b(?:danh sach|can bo|truong (?:cong an|ban|thon|xom|ap|khu|don vi)|pho truong|chu tich|bi thu|giam doc|lanh dao|chi huy|phu trach|cong an vien|theo doi|quan ly dia ban|doi tuong|nguoi (?:lap|nhap|bao cao|ky|duyet|kiem tra|lien he|nghien|su dung|dung dau|quan ly|cung cap)|lien he|staff|officer|contact|persons?|prepared by|head of)\b/;
/** Headers of places, even where they are those of somebody. */
const OF_PLACES = /^(?:dia ban|don vi|xa|phuong|thon|to dan pho|khu vuc|duong|ten (?:xa|phuong|don vi|duong|truong))\b/;
/** A telephone number as people type it, and the twelve digits of an identity card. */
const PHONE = /^(?:\+?84|0)\s?[35789](?:[\s.-]?\d){8}$/;
const IDENTITY = /^0\d{11}$/;
const CELLS_READ = 50;
const CELLS_NEEDED = 3;

/** What personal data a header announces; `null` for none. A header that counts people (`Số người …`) announces none. */
export function personalHeader(header: string): PersonalKind | null {
  const key = plainKey(header);
  if (/^(?:tong|so (?:nguoi|luot|luong|vu|ho)|ty le)\b/.test(key)) return null;
  return HEADERS.find(([, pattern]) => pattern.test(key))?.[0] ?? null;
}

/** What personal data the first cells of a column look like; `null` when most look like something else. */
export function personalCells(header: string, cells: readonly Cell[]): PersonalKind | null {
  const texts = cells
    .slice(0, CELLS_READ)
    .map((cell) => String(cell ?? '').trim())
    .filter((text) => text !== '');
  const most = (isOne: (text: string) => boolean): boolean => texts.filter(isOne).length * 2 > texts.length;
  if (mayNamePersons(header) && most(looksLikePerson)) return 'name';
  if (texts.length < CELLS_NEEDED) return null;
  if (most((text) => IDENTITY.test(text))) return 'identity';
  return most((text) => PHONE.test(text)) ? 'phone' : null;
}

function mayNamePersons(header: string): boolean {
  const key = plainKey(header);
  return OF_PERSONS.test(key) && !OF_PLACES.test(key);
}

function plainKey(header: string): string {
  return withoutDiacritics(canonicalKey(header)).replace(/[()]/g, ' ').trim();
}
