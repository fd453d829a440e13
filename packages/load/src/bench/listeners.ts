import { Wire, freshId, shot } from './wire.ts';

export interface ListenerPlan {
  /** Where listeners connect, in turn. */
  servers: string[];
  path: string;
  /** What each sends to sign in, one a listener. */
  listeners: string[];
  /** Frames after it, each when the one before was acknowledged. */
  frames: string[];
  write: { url: string; headers: Record<string, string>; body: string };
}

/** What only an event of a new post contains. */
const isPost = (text: string): boolean => text.startsWith('42') && text.includes('"fragment"');
const patience = 15_000;

/** Speaks as much of engine.io and socket.io as a listener needs: a whole client a listener would be most of the load. */
export class Listeners {
  private heard = 0;
  private all: (() => void) | undefined;
  private readonly sockets: WebSocket[] = [];
  private readonly wire: Wire;
  private readonly plan: ListenerPlan;

  constructor(plan: ListenerPlan) {
    this.plan = plan;
    this.wire = new Wire(plan.write.url);
  }

  async connect(): Promise<void> {
    const { listeners, servers } = this.plan;
    // A few at once, as people come.
    for (let i = 0; i < listeners.length; i += 50)
      await Promise.all(listeners.slice(i, i + 50).map((hello, j) => this.join(servers[(i + j) % servers.length]!, hello)));
  }

  /** Milliseconds until the last one heard of it; null when somebody did not. */
  async post(): Promise<number | null> {
    this.heard = 0;
    const complete = new Promise<number>((resolve) => (this.all = () => resolve(performance.now())));
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<null>((resolve) => (timer = setTimeout(() => resolve(null), patience)));
    const { url, headers, body } = this.plan.write;
    const began = performance.now();
    const [written, at] = await Promise.all([this.wire.send(shot(url, headers, body)), Promise.race([complete, late])]);
    clearTimeout(timer);
    return written && at !== null ? at - began : null;
  }

  close(): void {
    for (const socket of this.sockets) socket.close();
    this.wire.close();
  }

  private join(server: string, hello: string): Promise<void> {
    const socket = new WebSocket(`${server.replace('http', 'ws')}${this.plan.path}?EIO=4&transport=websocket`);
    this.sockets.push(socket);
    return new Promise((resolve, reject) => {
      const waiting = setTimeout(() => reject(new Error('a listener could not join')), patience);
      const frames = this.plan.frames.map((frame, i) => `42${i}${frame}`);
      const next = (): void => {
        const frame = frames.shift();
        if (frame !== undefined) return socket.send(frame);
        clearTimeout(waiting);
        resolve();
      };
      socket.addEventListener('error', () => reject(new Error('a listener could not connect')));
      socket.addEventListener('message', ({ data }) => {
        const text = String(data);
        if (isPost(text)) {
          if (++this.heard === this.plan.listeners.length) this.all?.();
        } else if (text === '2') socket.send('3');
        else if (text.startsWith('0')) socket.send(`40${hello}`);
        else if (text.startsWith('40') || (text.startsWith('43') && text.includes('"ok":true'))) next();
        else if (/^4[34]/.test(text)) reject(new Error(`a listener was refused: ${text}`));
      });
    });
  }
}

export async function connectListeners(plan: ListenerPlan): Promise<Listeners> {
  if (!plan.write.body.includes(freshId)) throw new Error('each post needs an id of its own');
  const listeners = new Listeners(plan);
  await listeners.connect();
  return listeners;
}
