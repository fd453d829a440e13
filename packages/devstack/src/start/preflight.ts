import { statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { Plain } from './console.ts';
import type { Ports } from './options.ts';

const names: Record<keyof Ports, string> = {
  web: 'die Plattform',
  identity: 'die Anmeldung',
  mailPage: 'das Postfach',
  smtp: 'den Mailversand',
  postgres: 'die Datenbank',
};

/** `null` where the machine lacks this kind of address. */
const isFree = (port: number, host: string): Promise<boolean | null> =>
  new Promise((resolve) => {
    const server = createServer()
      .once('error', (error: NodeJS.ErrnoException) =>
        resolve(error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT' ? null : false),
      )
      .listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });

/** A browser asks localhost by both kinds of address, so both have to be free. */
export async function checkPorts(ports: Ports): Promise<void> {
  for (const [use, port] of Object.entries(ports) as [keyof Ports, number][])
    for (const host of ['127.0.0.1', '::1'])
      if ((await isFree(port, host)) === false)
        throw new Plain(
          `Port ${port} (für ${names[use]}) ist schon belegt. Beenden Sie das Programm dort, oder nehmen Sie andere Ports: npm start -- --port ${ports.web + 1000}`,
        );
}

const needed = 1;

export async function checkDisk(dir: string): Promise<void> {
  const { bavail, bsize } = await statfs(dir);
  const free = (bavail * bsize) / 2 ** 30;
  if (free < needed)
    throw new Plain(`Der Datenträger hat nur noch ${free.toFixed(1).replace('.', ',')} GB frei. Gebraucht wird mindestens ${needed} GB.`);
}
