/**
 * The version of xasach: part of every result.
 *
 * @example VERSION // '0.1.0'
 */
export const VERSION = '0.1.0';
