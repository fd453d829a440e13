import { Worker } from 'node:worker_threads';

interface Bounds {
  /** Pieces that may wait; who comes then is turned away. */
  waiting: number;
  /** Seconds that one may take. */
  seconds: number;
  /** Megabytes that one may take. */
  megabytes: number;
}
interface Piece<Out> {
  work: unknown;
  done: (out: Out) => void;
  failed: (error: Error) => void;
}

/** Too many wait already. */
export class Crowded extends Error {}
/** It took too long, too much memory, or more than the library bears. */
export class TooMuch extends Error {}

const idleSeconds = 20;
/** Left to itself, V8 takes twice the memory before it clears anything away. */
const youngMegabytes = 8;

/**
 * Computing that would hold up everybody else, in a thread of its own, one piece after the other. The thread begins with the
 * first piece and ends when there was none for a while; a piece that goes beyond its bounds ends it at once. `file` answers
 * each message with one: `{ out }` or `{ error }`.
 */
export class SideThread<In, Out> {
  private readonly queue: Piece<Out>[] = [];
  private thread: Worker | null = null;
  private current: Piece<Out> | null = null;
  private timer: NodeJS.Timeout | undefined;
  private readonly file: string;
  private readonly bounds: Bounds;

  constructor(file: string, bounds: Bounds) {
    this.file = file;
    this.bounds = bounds;
  }

  run(work: In): Promise<Out> {
    if (this.queue.length >= this.bounds.waiting) return Promise.reject(new Crowded());
    return new Promise((done, failed) => {
      this.queue.push({ work, done, failed });
      if (!this.current) this.next();
    });
  }

  /** Nobody waits for an answer any more. */
  async end(): Promise<void> {
    for (const piece of this.queue.splice(0)) piece.failed(new TooMuch('ended'));
    await this.stop(new TooMuch('ended'));
  }

  private next(): void {
    clearTimeout(this.timer);
    this.current = this.queue.shift() ?? null;
    if (!this.current) {
      this.timer = setTimeout(() => void this.stop(), idleSeconds * 1_000).unref();
      return;
    }
    this.timer = setTimeout(() => void this.stop(new TooMuch(`over ${this.bounds.seconds} s`)), this.bounds.seconds * 1_000);
    this.thread ??= this.begun();
    this.thread.postMessage(this.current.work);
  }

  private begun(): Worker {
    const resourceLimits = { maxOldGenerationSizeMb: this.bounds.megabytes, maxYoungGenerationSizeMb: youngMegabytes };
    const thread = new Worker(this.file, { resourceLimits });
    thread.unref();
    thread.on('message', ({ out, error }: { out?: Out; error?: string }) => {
      const piece = this.current;
      if (error === undefined) piece?.done(out!);
      else piece?.failed(new TooMuch(error));
      this.next();
    });
    thread.on('error', (error) => {
      if (this.thread === thread) void this.stop(new TooMuch(error.message));
    });
    return thread;
  }

  private async stop(reason?: TooMuch): Promise<void> {
    clearTimeout(this.timer);
    const { thread, current } = this;
    [this.thread, this.current] = [null, null];
    thread?.removeAllListeners('message');
    current?.failed(reason ?? new TooMuch());
    if (this.queue.length > 0) this.next();
    await thread?.terminate();
  }
}
