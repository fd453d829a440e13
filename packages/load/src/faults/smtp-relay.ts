import { connect, createServer, type Server, type Socket } from 'node:net';
import type { Judge } from '../program.ts';

/** In the middle of a mail's text; or when the server has taken it, before its answer is passed on. */
export type Moment = 'text' | 'answer';

/** A mail for which the server answered. */
export interface Taken {
  raw: Buffer;
  recipients: string[];
  /** The answer was passed on, and the client left in order after it. */
  heard: boolean;
}
interface Strike {
  moment: Moment;
  hit: () => void;
}

/**
 * Stands before the mail server and outlives it: what the server answered 250 for, after the whole text, is remembered here,
 * whoever dies next. A mail whose answer nobody passed on was taken nevertheless.
 */
export class SmtpRelay {
  readonly taken: Taken[] = [];
  /** Connections that came. */
  attempts = 0;
  /** Milliseconds before each answer of the server goes on; Infinity: never. */
  delay = 0;
  private readonly links = new Set<{ client: Socket; upstream: Socket }>();
  private server: Server | undefined;
  private strike: Strike | null = null;
  private port = 0;

  private readonly target: number;

  constructor(judge: Pick<Judge, 'defer'>, target: number) {
    this.target = target;
    judge.defer(() => this.down());
  }

  /** Connections that are open. */
  get open(): number {
    return this.links.size;
  }

  /** Answers with its port, the same after each `down`. */
  async up(): Promise<number> {
    const server = createServer((client) => this.pass(client));
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(this.port, '127.0.0.1', resolve));
    this.server = server;
    this.port = (server.address() as { port: number }).port;
    return this.port;
  }

  /** Nobody listens, and nobody is connected. */
  async down(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    const closed = new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
    this.cut();
    await closed;
  }

  /** Ends all connections, without a word. */
  cut(): void {
    for (const { client, upstream } of this.links) {
      client.destroy();
      upstream.destroy();
    }
    this.links.clear();
  }

  /** Does it when the next mail is at this moment; after so many milliseconds in any case. Answers whether a mail was hit. */
  async at(moment: Moment, patience: number, act: () => void): Promise<boolean> {
    return new Promise((resolve) => {
      const end = (hit: boolean) => {
        clearTimeout(timer);
        this.strike = null;
        act();
        resolve(hit);
      };
      const timer = setTimeout(() => end(false), patience);
      this.strike = { moment, hit: () => end(true) };
    });
  }

  private struck(moment: Moment): boolean {
    if (this.strike?.moment !== moment) return false;
    this.strike.hit();
    return true;
  }

  private pass(client: Socket): void {
    this.attempts++;
    const upstream = connect(this.target, '127.0.0.1').setNoDelay(true);
    client.setNoDelay(true);
    const link = { client, upstream };
    this.links.add(link);
    let state: 'commands' | 'text' | 'taken' = 'commands';
    let [recipients, text, replies]: [string[], Buffer[], string] = [[], [], ''];
    let [latest, passed]: (Taken | null)[] = [null, null];
    const end = () => {
      this.links.delete(link);
      client.destroy();
      upstream.destroy();
    };

    client.on('data', (chunk: Buffer) => {
      if (state !== 'text') {
        recipients.push(...[...chunk.toString('latin1').matchAll(/^RCPT TO:<([^>]*)>/gim)].map((found) => found[1]!));
        return void upstream.write(chunk);
      }
      if (text.length === 0 && this.strike?.moment === 'text') {
        upstream.write(chunk.subarray(0, chunk.length / 2));
        this.struck('text');
        return end();
      }
      text.push(chunk);
      upstream.write(chunk);
      if (Buffer.concat(text).subarray(-5).toString('latin1') === '\r\n.\r\n') state = 'taken';
    });
    const answered = (line: string): void => {
      if (state === 'commands' && line.startsWith('354')) {
        state = 'text';
        text = [];
      } else if (state === 'taken') {
        if (line.startsWith('250')) this.taken.push((latest = { raw: unstuffed(Buffer.concat(text)), recipients, heard: false }));
        state = 'commands';
        recipients = [];
      }
    };
    upstream.on('data', (chunk: Buffer) => {
      const before = latest;
      const lines = (replies + chunk.toString('latin1')).split('\r\n');
      replies = lines.pop()!;
      for (const line of lines) if (/^\d{3} /.test(line)) answered(line);
      if (latest !== before && this.struck('answer')) return end();
      const told = latest;
      const pass = () => {
        if (client.destroyed) return;
        client.write(chunk);
        passed = told;
      };
      if (this.delay === 0) pass();
      else if (this.delay < Infinity) setTimeout(pass, this.delay);
    });
    client.on('end', () => {
      if (passed) passed.heard = true;
      end();
    });
    upstream.on('end', () => client.end());
    for (const socket of [client, upstream]) {
      socket.on('error', end);
      socket.on('close', end);
    }
  }
}

/** A line of a text that begins with a dot is sent with two. */
const unstuffed = (text: Buffer): Buffer => Buffer.from(text.subarray(0, -3).toString('latin1').replace(/^\.\./gm, '.'), 'latin1');
