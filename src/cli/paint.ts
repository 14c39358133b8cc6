import { Chalk } from 'chalk';
import { type Paint, PLAIN } from '../report/index.ts';

/** The colours of a terminal; none where none are wanted. An own instance: chalk by itself does not heed NO_COLOR. */
export function paintFor(color: boolean): Paint {
  if (!color) return PLAIN;
  const chalk = new Chalk({ level: 1 });
  return { bold: chalk.bold, dim: chalk.dim, good: chalk.green, bad: chalk.red, warn: chalk.yellow };
}
