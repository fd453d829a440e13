import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '../migrations/migrate.ts';
import { startPostgres } from '../postgres.ts';
import { Plain, say } from './console.ts';
import { isAlive, pause } from './processes.ts';

export interface Database {
  url: string;
  /** Whether it was made just now. */
  isNew: boolean;
  stop(): Promise<void>;
}

export async function startDatabase(dir: string, port: number, name: string): Promise<Database> {
  const complete = `${dir}.complete`;
  if (!existsSync(complete)) await rm(dir, { recursive: true, force: true }); // an interrupted first start
  await mkdir(dir, { recursive: true });
  const postgres = await startPostgres(dir, port).catch((error: unknown) => {
    throw new Plain(
      `Die Datenbank startet nicht. ${error instanceof Error ? error.message : ''}\nMit neuen Daten beginnen: npm start -- --fresh`,
    );
  });
  await writeFile(complete, '');
  const isNew = await createDatabase(postgres.url('postgres'), name);
  const url = postgres.url(name);
  await migrate(url);
  return { url, isNew, stop: postgres.stop };
}

async function createDatabase(adminUrl: string, name: string): Promise<boolean> {
  const client = new pg.Client(adminUrl);
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount) return false;
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
    return true;
  } finally {
    await client.end();
  }
}

/**
 * After a kill of the run before, its database may live on, or its pid file may name a process that is somebody else's
 * by now. Nobody else starts a database in this folder: the lock is ours.
 */
export async function endLeftover(dir: string): Promise<void> {
  const file = join(dir, 'postmaster.pid');
  const pid = Number((await readFile(file, 'utf8').catch(() => '')).split('\n')[0]);
  if (!pid) return;
  if (isAlive(pid, dir)) {
    say('… Die Datenbank des vorigen Laufs wird beendet');
    process.kill(pid, 'SIGINT');
    for (let tries = 0; isAlive(pid, dir); tries++) {
      if (tries > 100) throw new Plain(`Die Datenbank des vorigen Laufs (Prozess ${pid}) lässt sich nicht beenden.`);
      await pause(100);
    }
  }
  await rm(file, { force: true });
}
