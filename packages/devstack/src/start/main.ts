/** `npm start` and `npm run dev`, after start.mjs has brought the packages and Node 24. */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../migrations/files.ts';
import { Plain, say } from './console.ts';
import { endLeftover } from './database.ts';
import { takeLock } from './lock.ts';
import { parseOptions, portsFrom } from './options.ts';
import { checkDisk, checkPorts } from './preflight.ts';
import { Stack } from './stack.ts';

const data = join(root, '.data');
let stack: Stack | undefined;
let letGo: (() => void) | undefined;
let ending = false;

/** Stops everything in order, once. */
async function end(code: number): Promise<void> {
  if (ending) return;
  ending = true;
  // Whatever hangs: nobody waits longer than this.
  setTimeout(() => process.exit(1), 9_000).unref();
  await stack?.stop();
  process.exit(code);
}

function fail(error: unknown): void {
  if (ending) return;
  console.error(error instanceof Plain ? `\n${error.message}` : error);
  void end(1);
}

function stopOnRequest(): void {
  if (!ending) say('\n… Alles wird angehalten');
  void end(0);
}
process.on('message', (message) => message === 'stop' && stopOnRequest());
process.on('disconnect', stopOnRequest);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stopOnRequest);
process.on('exit', () => letGo?.());
process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);

try {
  const options = parseOptions(process.argv.slice(2));
  if (process.env['NODE_ENV'] === 'production')
    throw new Plain(
      'NODE_ENV=production ist gesetzt, npm start ist aber nur für einen Rechner gedacht: mit bekannten Passwörtern. Den Betrieb beschreibt docs/betrieb.',
    );
  const ports = portsFrom(options.port);
  await mkdir(data, { recursive: true });
  letGo = takeLock(join(data, 'running.json'), `http://localhost:${ports.web}`);
  await checkDisk(data);
  await endLeftover(join(data, 'postgres'));
  await checkPorts(ports);
  if (options.fresh) {
    say('… Alle bisherigen Daten werden gelöscht');
    for (const name of ['postgres', 'postgres.complete', 'identity', 'keycloak', 'files'])
      await rm(join(data, name), { recursive: true, force: true });
  }
  stack = new Stack(options, ports, data, (sentence) => fail(new Plain(sentence)));
  await stack.start();
} catch (error) {
  fail(error);
}
