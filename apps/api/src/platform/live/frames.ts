import type { Logger } from '@nestjs/common';
import { FrameLimit } from './frame-limit.ts';
import type { Answer, LiveSocket } from './socket.ts';

type Act<T> = (argument: Record<string, unknown>, answer: Answer<T>) => Promise<void>;

/**
 * What a browser may send: so many frames a second, each a verb with an argument and an answer, worked off one after the other.
 * `refused`: the answer where the verb itself failed.
 */
export function framesOf(socket: LiveSocket, log: Logger): <T>(verb: string, refused: T, act: Act<T>) => void {
  const limit = new FrameLimit();
  let working: Promise<void> = Promise.resolve();
  socket.use((_frame, next) => {
    if (limit.allows()) next();
    else socket.disconnect(true);
  });
  return <T>(verb: string, refused: T, act: Act<T>) =>
    void socket.on(verb, (argument: unknown, answer: unknown) => {
      if (typeof answer !== 'function' || typeof argument !== 'object' || argument === null) return;
      // Whoever sends hundreds at once waits for themselves, and not the database for them.
      working = working.then(() =>
        socket.connected
          ? act(argument as Record<string, unknown>, answer as Answer<T>).catch((error: unknown) => {
              log.warn(`${verb}: ${(error as Error).message}`);
              (answer as Answer<T>)(refused);
            })
          : undefined,
      );
    });
}
