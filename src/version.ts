/** The version of xasach: part of every result. */
export const VERSION = '0.1.0';
