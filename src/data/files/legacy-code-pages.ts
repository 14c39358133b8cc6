import type { LegacyEncoding } from './encoding.ts';

/** A code page of one byte a character, where it differs from ASCII. */
interface CodePage {
  /** The characters of the bytes from 0x80 on. */
  readonly high: string;
  /** Control bytes that stand for letters. */
  readonly low: readonly (readonly [byte: number, letter: string])[];
}

/** TCVN 5712:1993, whose lower-case letters the ABC fonts share. */
const TCVN3: CodePage = {
  high:
    'ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ\u00a0ĂÂÊÔƠƯĐăâêôơưđẰ\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴ' +
    'ẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ',
  low: [
    [0x01, 'Ú'],
    [0x02, 'Ụ'],
    [0x04, 'Ừ'],
    [0x05, 'Ử'],
    [0x06, 'Ữ'],
    [0x11, 'Ứ'],
    [0x12, 'Ự'],
    [0x13, 'Ỳ'],
    [0x14, 'Ỷ'],
    [0x15, 'Ỹ'],
    [0x16, 'Ý'],
    [0x17, 'Ỵ'],
  ],
};

/** RFC 1456. */
const VISCII: CodePage = {
  high:
    'ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ' +
    'ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ',
  low: [
    [0x02, 'Ẳ'],
    [0x05, 'Ẵ'],
    [0x06, 'Ẫ'],
    [0x14, 'Ỷ'],
    [0x19, 'Ỹ'],
    [0x1e, 'Ỵ'],
  ],
};

const PAGES: { readonly [E in Exclude<LegacyEncoding, 'windows-1258'>]: CodePage } = { tcvn3: TCVN3, viscii: VISCII };

/**
 * Decodes text of one byte a character, composed (NFC).
 *
 * @example decodeCodePage(Uint8Array.of(0x58, 0xb7), 'tcvn3') // 'Xã'
 */
export function decodeCodePage(bytes: Uint8Array, encoding: LegacyEncoding): string {
  return (
    encoding === 'windows-1258' ? new TextDecoder(encoding).decode(bytes) : decodeWith(PAGES[encoding], bytes)
  ).normalize('NFC');
}

function decodeWith({ high, low }: CodePage, bytes: Uint8Array): string {
  const letters = new Map<number, string>([
    ...low,
    ...Array.from(high, (letter, place) => [0x80 + place, letter] as const),
  ]);
  let text = '';
  for (const byte of bytes) text += letters.get(byte) ?? String.fromCharCode(byte);
  return text;
}
