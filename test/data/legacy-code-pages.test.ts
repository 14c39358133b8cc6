import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeCodePage } from '../../src/data/files/legacy-code-pages.ts';
import type { LegacyEncoding } from '../../src/data/files/encoding.ts';

const ALL_BYTES = Uint8Array.from({ length: 256 }, (_, byte) => byte);
/** Bytes to which windows-1258 gives no character: tables differ in what they put there. */
const UNASSIGNED = new Set([0x81, 0x8a, 0x8d, 0x8e, 0x8f, 0x90, 0x9a, 0x9d, 0x9e]);

describe('code pages of Vietnamese, against the tables of iconv-lite', () => {
  it.each<[LegacyEncoding, string]>([
    ['windows-1258', 'windows1258'],
    ['tcvn3', 'tcvn'],
    ['viscii', 'viscii'],
  ])('%s', (encoding, codec) => {
    // Byte by byte: beside each other, a letter and a combining mark would be composed.
    const compared = [...ALL_BYTES].filter((byte) => encoding !== 'windows-1258' || !UNASSIGNED.has(byte));
    expect(compared.map((byte) => decodeCodePage(Uint8Array.of(byte), encoding))).toEqual(
      compared.map((byte) => iconv.decode(Buffer.of(byte), codec).normalize('NFC')),
    );
  });

  it('composes a letter and its tone', () => {
    expect(decodeCodePage(Uint8Array.of(0x58, 0x61, 0xd2), 'windows-1258')).toBe('Xả');
  });
});
