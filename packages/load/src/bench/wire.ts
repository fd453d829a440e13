import { randomUUID } from 'node:crypto';
import { connect, type Socket } from 'node:net';

/** A prepared request: its bytes, and where in them a fresh UUID belongs each time (-1: nowhere). */
export interface Shot {
  bytes: Buffer;
  fresh: number;
}

/** In bodies: replaced by a fresh UUID with each request. */
export const freshId = '00000000-0000-4000-8000-00000000ffff';

export function shot(url: string, headers: Record<string, string>, body: string): Shot {
  const { host, pathname } = new URL(url);
  const lines = Object.entries({ host, 'content-type': 'application/json', ...headers, 'content-length': Buffer.byteLength(body) });
  const text = `POST ${pathname} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`;
  return { bytes: Buffer.from(text), fresh: Buffer.from(text).indexOf(freshId) };
}

const headEnd = Buffer.from('\r\n\r\n');

/**
 * One keep-alive connection that sends prepared bytes and looks at no more of an answer than its length, its status and
 * the begin of its body: so cheap that what is measured is the server.
 */
export class Wire {
  private readonly socket: Socket;
  private chunks: Buffer[] = [];
  private got = 0;
  private wanted = -1;
  private done: ((ok: boolean) => void) | undefined;
  lastAnswer = '';

  private readonly keepAnswers: boolean;

  constructor(url: string, keepAnswers = false) {
    this.keepAnswers = keepAnswers;
    const { hostname, port } = new URL(url);
    this.socket = connect({ host: hostname, port: Number(port), noDelay: true });
    this.socket.on('data', (chunk) => this.take(chunk));
    const lost = (): void => this.finish(false);
    this.socket.on('error', lost).on('close', lost);
  }

  /** Answers whether the answer was a good one. One at a time. */
  send({ bytes, fresh }: Shot): Promise<boolean> {
    let message = bytes;
    if (fresh >= 0) {
      message = Buffer.from(bytes);
      message.write(randomUUID(), fresh, 'latin1');
    }
    return new Promise((resolve) => {
      this.done = resolve;
      this.socket.write(message);
    });
  }

  close(): void {
    this.socket.destroy();
  }

  private take(chunk: Buffer): void {
    this.chunks.push(chunk);
    this.got += chunk.length;
    if (this.wanted < 0) {
      const all = this.chunks.length === 1 ? chunk : Buffer.concat(this.chunks);
      const end = all.indexOf(headEnd);
      if (end < 0) return;
      const length = /\r\ncontent-length: *(\d+)/i.exec(all.toString('latin1', 0, end))?.[1];
      this.wanted = end + 4 + Number(length ?? 0);
    }
    if (this.got < this.wanted) return;
    const all = this.keepAnswers ? Buffer.concat(this.chunks) : this.chunks[0]!;
    const start = all.toString('latin1', 0, 4096);
    if (this.keepAnswers) this.lastAnswer = all.toString('utf8', all.indexOf(headEnd) + 4);
    this.chunks = [];
    this.got = 0;
    this.wanted = -1;
    // GraphQL refuses with 200 too, then without data.
    this.finish(start.startsWith('HTTP/1.1 200') && start.includes('\r\n\r\n{"data":{"'));
  }

  private finish(ok: boolean): void {
    const { done } = this;
    this.done = undefined;
    done?.(ok);
  }
}
