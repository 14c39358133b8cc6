const ITEM = /<(si|is)>[\s\S]*?<\/\1>/g;
const RUN = /<r>[\s\S]*?<\/r>/g;
const TEXT = /(<t(?:\s[^>]*)?>)([\s\S]*?)(<\/t>)/g;
const FIGURE = /^[\d\s.,%()*+-]*$/;

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const LOWERED = '₀₁₂₃₄₅₆₇₈₉';
const STRUCK = '\u0336';

/**
 * Writes what is raised, lowered or struck through in a figure as characters that are, so that it is read as it is shown: 0
 * with the mark of a footnote is no 01, and a 3 that was crossed out before a 0 is no 30. In other texts, such as m² in a
 * heading, it makes no difference.
 *
 * @param xml The shared strings of a workbook, or a sheet.
 */
export function withRichText(xml: string): string {
  if (!xml.includes('<vertAlign') && !xml.includes('<strike')) return xml;
  return xml.replace(ITEM, (item) => {
    const text = [...item.matchAll(TEXT)].map(([, , own = '']) => own).join('');
    return FIGURE.test(text) ? item.replace(RUN, shownRun) : item;
  });
}

function shownRun(run: string): string {
  const position = /<vertAlign\s+val="(superscript|subscript)"/.exec(run)?.[1];
  const isStruck = /<strike(?:\s+val="(?:1|true)")?\s*\/>/.test(run);
  return run.replace(TEXT, (_, start: string, text: string, end: string) => {
    const placed = position === undefined ? text : moved(text, position === 'superscript');
    return `${start}${isStruck ? placed.replace(/\S/gu, `$&${STRUCK}`) : placed}${end}`;
  });
}

/** In brackets what is raised: the raised digits alone are letters in fonts with an encoding of their own. */
function moved(text: string, isRaised: boolean): string {
  const digits = isRaised ? RAISED : LOWERED;
  const shown = text.replace(/\d/g, (digit) => digits[Number(digit)] ?? digit);
  return isRaised && text.trim() !== '' ? `⁽${shown}⁾` : shown;
}
