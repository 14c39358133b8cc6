import type { Issue } from '../messages/index.ts';
import { WHERE } from './option-table.ts';

/** The exit codes of the contract. */
export const EXIT = { done: 0, objected: 1, usage: 2, unusable: 3, bug: 70 } as const;

/** The exit code of a failure: of usage when all its errors are, else of unusable criteria or data. */
export function exitCodeOf(issues: readonly Issue[]): number {
  const errors = issues.filter(({ severity }) => severity === 'error');
  return errors.every(isUsage) ? EXIT.usage : EXIT.unusable;
}

/** Codes of what is wrong with figures and the units they are about. */
const DATA_FAULTS = /^(?:data|join|registry|lineage|map|rollup)\//u;

/** Whether an issue is a fault of data, which `check` reports, and not what keeps it from looking at the data. */
export function isDataFault({ code, position }: Issue): boolean {
  return DATA_FAULTS.test(code) || (code.startsWith('period/') && position !== null);
}

/** Whether an issue is mended on the command line and not in a file. */
function isUsage(found: Issue): boolean {
  const { code, position } = found;
  switch (code) {
    // A full disk is not mended by another command line.
    case 'file/not-writable':
      return found.args.reason !== 'no-space' && found.args.reason !== 'other';
    case 'reading/unknown':
    case 'reading/unknown-option':
      return true;
    case 'period/not-in-data':
    case 'period/unknown-form':
      return position === null;
    // The supposed figures are unsound as those of a file would be.
    case 'what-if/unsound':
      return false;
    default:
      if (/^(?:formula|number)\//u.test(code)) return position === null || position.file === WHERE;
      return /^(?:usage|what-if)\//u.test(code);
  }
}
