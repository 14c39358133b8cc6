import { sha256 as hash } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** The SHA-256 of bytes, or of a text as UTF-8. */
export function sha256(of: Uint8Array | string): Uint8Array {
  return hash(typeof of === 'string' ? new TextEncoder().encode(of) : of);
}

/** The same in hexadecimal. */
export function sha256Hex(of: Uint8Array | string): string {
  return bytesToHex(sha256(of));
}
