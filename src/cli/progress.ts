import { type Lang, messagesIn } from '../messages/index.ts';

/** Tells how far a long job is. */
export interface Progress {
  /** @param share From 0 to 1. */
  readonly tell: (task: 'read' | 'write', share: number) => void;
  /** Takes the line away. */
  readonly end: () => void;
}

/** What is done within this time, in milliseconds, needs no telling. */
const PATIENCE = 1000;
const BACK_AND_CLEAR = '\r\u001B[2K';

/** One line on standard error, where that is a terminal. */
export function createProgress(lang: Lang, quiet: boolean): Progress {
  const { stderr } = process;
  if (quiet || !stderr.isTTY) return { tell: () => {}, end: () => {} };
  const { progress } = messagesIn(lang).cli;
  const begun = performance.now();
  let shown = '';
  return {
    tell(task, share) {
      const line = progress(task, Math.floor(share * 100));
      if (line === shown || performance.now() - begun < PATIENCE) return;
      stderr.write(BACK_AND_CLEAR + line);
      shown = line;
    },
    end() {
      if (shown !== '') stderr.write(BACK_AND_CLEAR);
      shown = '';
    },
  };
}
