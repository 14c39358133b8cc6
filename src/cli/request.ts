import type { ArgumentId, Issue } from '../messages/index.ts';
import type { Style } from '../report/index.ts';
import type { Format, Options } from './options.ts';
import type { Output } from './output.ts';

/** What a command is asked to do. */
export interface Request {
  /** By argument; one that was left out is empty. */
  readonly arguments: Readonly<Record<ArgumentId, readonly string[]>>;
  readonly options: Options;
  readonly format: Format;
  /** What the result calls a file, where that is not its path. */
  readonly names?: ReadonlyMap<string, string>;
  /** How the result is shown. */
  readonly style: Style;
}

/** What became of a command; with an error among `issues` there is no output. */
export interface Outcome {
  readonly output: Output | null;
  /** What a person should know; not what the output already tells. */
  readonly issues: readonly Issue[];
  /** What a person is told on standard error once the output is in a file. */
  readonly written?: string;
  /** Whether the command ended with code 1: what `--fail-on` names occurred, or `check` found errors. */
  readonly objected: boolean;
  /** The files that were read: the result must not overwrite them. */
  readonly read: readonly string[];
  /** Whether people fill the output in: then it takes the place of no other file. */
  readonly isToFillIn?: boolean;
}

export type Run = (request: Request) => Promise<Outcome>;
