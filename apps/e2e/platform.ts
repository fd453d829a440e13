import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { migrate, pushKeys, startMail, startPostgres } from '@kollab/devstack';
import { ports } from './ports.ts';

interface Identity {
  issuer: string;
  stop: () => Promise<void>;
}

const api = join(import.meta.dirname, '../api/dist');
export const webUrl = `http://localhost:${ports.web}`;

/**
 * The built platform as `npm start` runs it, on data that nobody keeps: two servers on one database and the worker. The
 * second server may be killed and started again through the control port; the first one serves everybody else.
 */
export async function servePlatform(startIdentity: (folder: string) => Promise<Identity>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'kollab-e2e-'));
  await chmod(folder, 0o711); // started by root, PostgreSQL runs as somebody else and has to get through
  const children = new Set<ChildProcess>();
  const stops: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
  let ending = false;
  const end = async (code: number): Promise<void> => {
    if (ending) return;
    ending = true;
    const gone = [...children].map((child) => once(child, 'exit'));
    for (const child of children) child.kill('SIGTERM');
    await Promise.all(gone);
    for (const stop of stops.reverse()) await stop().catch((error: unknown) => console.error(error));
    process.exit(code);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void end(0));

  const postgres = await startPostgres(join(folder, 'postgres'), ports.postgres, ['-c', 'fsync=off', '-c', 'full_page_writes=off']);
  stops.push(() => postgres.stop());
  const admin = new pg.Client(postgres.url('postgres'));
  await admin.connect();
  await admin.query('CREATE DATABASE e2e');
  await admin.end();
  await migrate(postgres.url('e2e'));
  const identity = await startIdentity(folder);
  stops.push(() => identity.stop());
  const mail = await startMail({ smtpPort: ports.smtp, webPort: ports.mailPage });
  stops.push(() => mail.stop());

  const env = {
    ...process.env,
    NODE_ENV: 'production',
    DATABASE_URL: postgres.url('e2e'),
    HOST: '127.0.0.1',
    PUBLIC_URL: webUrl,
    OIDC_ISSUER: identity.issuer,
    SMTP_URL: mail.smtpUrl,
    DEMO: 'true',
    ...pushKeys(),
    // Where the browser of the journey says that it subscribed; what is sent there is lost.
    PUSH_SERVICES: `http://localhost:${ports.control}`,
    LOG_LEVEL: 'warn',
    // Many journeys share this address; the limits have tests of their own.
    RATE_LIMIT_PERSON: '100000',
    RATE_LIMIT_ADDRESS: '100000',
  };
  const run = (script: string, port?: number): ChildProcess => {
    const child = spawn(process.execPath, [join(api, script)], {
      stdio: 'inherit',
      env: { ...env, ...(port !== undefined && { PORT: String(port) }) },
    });
    children.add(child);
    child.once('exit', () => children.delete(child));
    return child;
  };
  const command = async (script: string): Promise<void> => {
    const [code] = (await once(run(script), 'exit')) as [number | null];
    if (code !== 0) throw new Error(`${script} ended with ${code}`);
  };
  const serve = async (port: number): Promise<ChildProcess> => {
    const child = run('bundle/main.js', port);
    for (;;) {
      if (child.exitCode !== null) throw new Error(`The server on ${port} ended with ${child.exitCode}`);
      if (
        await fetch(`http://127.0.0.1:${port}/readyz`).then(
          ({ ok }) => ok,
          () => false,
        )
      )
        return child;
      await pause(50);
    }
  };

  await command('commands/seed.js');
  await command('commands/demo.js');
  run('bundle/worker.js');
  const first = serve(ports.web);
  let second = await serve(ports.secondApi);
  await first;

  const deeds: Record<string, () => Promise<unknown>> = {
    '/ready': () => Promise.resolve(),
    '/kill': async () => {
      const gone = once(second, 'exit');
      second.kill('SIGKILL');
      await gone;
    },
    '/start': async () => (second = await serve(ports.secondApi)),
  };
  createServer((request, response) => {
    void (deeds[request.url ?? ''] ?? (() => Promise.reject(new Error('no such deed'))))().then(
      () => response.end(),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  }).listen(ports.control, '127.0.0.1');
}
