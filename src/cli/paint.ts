import { type Paint, PLAIN } from '../report/index.ts';

/** The colours of a terminal; none where none are wanted. */
export function paintFor(color: boolean): Paint {
  return color ? COLORS : PLAIN;
}

/** What sets each apart, and what ends it (ECMA-48, SGR). */
const COLORS: Paint = {
  bold: between(1, 22),
  dim: between(2, 22),
  good: between(32, 39),
  bad: between(31, 39),
  warn: between(33, 39),
};

function between(start: number, end: number): (text: string) => string {
  const [open, close] = [`\u001B[${start}m`, `\u001B[${end}m`];
  return (text) => {
    if (text === '') return '';
    // What is set apart within would end this too. No colour runs over the end of a line.
    const inner = text.replaceAll(close, close + open).replaceAll(/\r?\n/g, `${close}$&${open}`);
    return open + inner + close;
  };
}
