import { connect, createServer, type Socket } from 'node:net';
import type { Judge } from '../program.ts';

interface Link {
  client: Socket;
  upstream: Socket;
  /** What the client said first; a PostgreSQL client gives its name. */
  hello: string;
  muted: boolean;
}

/** A TCP proxy of our own on loopback, whose connections can be dropped or left half-open. */
export interface Proxy {
  port: number;
  /** Ends these connections on both sides. Answers how many. */
  drop: (concerns: (link: Link) => boolean) => number;
  /** From now on nothing passes these connections, and nobody is told: for so long, then they are dropped. */
  mute: (concerns: (link: Link) => boolean, milliseconds: number) => number;
}

/** Each connection goes to one of the targets, to the next one where nobody listens. */
export async function openProxy({ defer }: Judge, targets: () => readonly number[]): Promise<Proxy> {
  const links = new Set<Link>();
  const end = (link: Link): void => {
    links.delete(link);
    link.client.destroy();
    link.upstream.destroy();
  };
  const forward = (client: Socket, [port, ...others]: readonly number[], waiting: Buffer[]): void => {
    if (port === undefined) return void client.destroy();
    let opened = false;
    const upstream = connect(port, '127.0.0.1');
    upstream.once('error', () => !client.destroyed && !opened && forward(client, others, waiting));
    upstream.once('connect', () => {
      opened = true;
      const link: Link = { client, upstream, hello: '', muted: false };
      links.add(link);
      client.removeAllListeners('data');
      const pass = (from: Socket, to: Socket) => {
        from.on('data', (chunk: Buffer) => {
          if (from === client && link.hello === '') link.hello = chunk.toString('latin1');
          if (!link.muted) to.write(chunk);
        });
        from.on('close', () => link.muted || end(link));
        from.on('error', () => link.muted || end(link));
      };
      pass(client, upstream);
      pass(upstream, client);
      for (const chunk of waiting) client.emit('data', chunk);
    });
  };
  const server = createServer((client) => {
    client.setNoDelay(true);
    client.on('error', () => client.destroy());
    const waiting: Buffer[] = [];
    client.on('data', (chunk: Buffer) => waiting.push(chunk));
    forward(client, targets(), waiting);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  defer(() => {
    for (const link of links) end(link);
    server.close();
  });
  const chosen = (concerns: (link: Link) => boolean) => [...links].filter((link) => !link.muted && concerns(link));
  return {
    port: (server.address() as { port: number }).port,
    drop: (concerns) => chosen(concerns).map(end).length,
    mute: (concerns, milliseconds) => {
      const silent = chosen(concerns);
      for (const link of silent) link.muted = true;
      setTimeout(() => silent.forEach(end), milliseconds);
      return silent.length;
    },
  };
}
