/** The byte of a row whose class its missing cells leave open. */
export const UNDETERMINED = 255;
