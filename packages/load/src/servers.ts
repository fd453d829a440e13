import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { freePort, migrate, startPostgres } from '@kollab/devstack';
import type { Judge } from './program.ts';

const api = join(import.meta.dirname, '../../../apps/api/dist/bundle');

export interface Postgres {
  /** Of the migrated database `kollab`, or of another one of the same server. */
  url: (database?: string) => string;
  port: number;
  /** The data folder, removed at the end. */
  folder: string;
  stop: () => Promise<void>;
}

/** A durable PostgreSQL (fsync on) on a free port, with the migrated database `kollab`; removed at the end. */
export async function openPostgres({ defer }: Judge, flags: string[] = []): Promise<Postgres> {
  const folder = await mkdtemp(join(tmpdir(), 'kollab-load-'));
  defer(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  await chmod(folder, 0o711); // started by root, PostgreSQL runs as somebody else and has to get through
  const port = await freePort();
  const postgres = await startPostgres(join(folder, 'postgres'), port, flags);
  defer(() => postgres.stop());
  const admin = new pg.Client(postgres.url('postgres'));
  await admin.connect();
  await admin.query('CREATE DATABASE kollab');
  await admin.end();
  await migrate(postgres.url('kollab'));
  return { url: (database = 'kollab') => postgres.url(database), port, folder: join(folder, 'postgres'), stop: () => postgres.stop() };
}

export interface Server {
  url: string;
  process: ChildProcess;
  /** Until `/readyz` answered. */
  startedIn: number;
  stop: (signal?: 'SIGTERM' | 'SIGKILL') => Promise<void>;
}

/** The production build with the rate limits out of the way, which is said. */
export function environment(databaseUrl: string, issuer: string): Record<string, string> {
  return {
    NODE_ENV: 'production',
    DATABASE_URL: databaseUrl,
    HOST: '127.0.0.1',
    OIDC_ISSUER: issuer,
    WEB_DIST: '',
    LOG_LEVEL: 'error',
    RATE_LIMIT_PERSON: '100000000',
    RATE_LIMIT_ADDRESS: '100000000',
  };
}

/** One server of the API as it is deployed; `flags` go to Node. Stopped at the end. */
export async function openServer({ defer }: Judge, env: Record<string, string>, flags: string[] = []): Promise<Server> {
  const port = env['PORT'] ?? String(await freePort());
  const began = performance.now();
  const child = spawn(process.execPath, [...flags, join(api, 'main.js')], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { PATH: process.env['PATH'], ...env, PORT: port },
  });
  const stop: Server['stop'] = async (signal = 'SIGTERM') => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  };
  defer(() => stop('SIGKILL'));
  const url = `http://127.0.0.1:${port}`;
  while (
    !(await fetch(`${url}/readyz`)
      .then(({ ok }) => ok)
      .catch(() => false))
  ) {
    if (child.exitCode !== null) throw new Error(`the server on ${port} ended with ${child.exitCode}`);
    await pause(20);
  }
  return { url, process: child, startedIn: performance.now() - began, stop };
}
