import type { ColorChoice } from './option-table.ts';

/** One of the two streams a command writes to. */
export type Stream = NodeJS.WriteStream;

/**
 * Writes a text or bytes and waits until it is gone. A reader that has gone away (`xasach … | head`) is no fault.
 *
 * @returns Whether there is still somebody to read.
 * @throws What the system says when the text cannot be written, as when a disk is full.
 */
export async function write(stream: Stream, text: string | Uint8Array): Promise<boolean> {
  if (text.length === 0) return true;
  // A fault is told as an event too, and nobody hears it; the callback has it.
  if (stream.listenerCount('error') === 0) stream.on('error', () => {});
  return new Promise<boolean>((resolve, reject) => {
    stream.write(text, (error) => {
      if (error === null || error === undefined) resolve(true);
      else if (isBrokenPipe(error)) resolve(false);
      else reject(error);
    });
  });
}

/** Whether a stream is written to in colour: as asked for, else on a terminal unless NO_COLOR is set to anything. */
export function usesColor(choice: ColorChoice, stream: Stream, env: NodeJS.ProcessEnv): boolean {
  if (choice !== 'auto') return choice === 'always';
  const isRefused = (env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb';
  return stream.isTTY && !isRefused;
}

/** The columns of a terminal; what is no terminal, or does not know, has no end. */
export function widthOf(stream: Stream): number {
  return stream.isTTY && stream.columns > 0 ? stream.columns : Number.POSITIVE_INFINITY;
}

function isBrokenPipe(error: Error): boolean {
  return 'code' in error && (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED');
}
