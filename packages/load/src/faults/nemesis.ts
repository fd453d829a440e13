import { readFileSync, readdirSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { startPostgres } from '@kollab/devstack';
import type { Judge } from '../program.ts';
import { openServer, type Postgres, type Server } from '../servers.ts';
import type { MailSite } from './mails.ts';
import type { Proxy } from './proxy.ts';
import { openWorker, type Worker } from '../worker.ts';

/** What may be broken, and how it is put together again. */
export interface Site {
  postgres: Postgres;
  servers: Server[];
  serverEnvironments: Record<string, string>[];
  worker: Worker;
  workerEnvironment: Record<string, string>;
  /** Before the servers. */
  front: Proxy;
  /** Before the database. */
  back: Proxy;
  mail: MailSite;
}
/** Three kinds of trouble at a time: to the servers and their connections, to what stands behind them, and to the mail server. */
export const lanes = [
  ['api', 'freeze', 'drop', 'half-open'],
  ['worker', 'postgres', 'doorbell', 'dead doorbell'],
  ['mail server', 'mail link', 'mail later', 'mail refused', 'mail slow'],
] as const;
export type Fault = (typeof lanes)[number][number];

/** Does what it is told, each with an end. */
export class Nemesis {
  readonly done = new Map<Fault, number>();
  /** Of the moments when the database was away: those that `/readyz` told. */
  notReady = 0;
  readonly complaints: string[] = [];
  /** Servers that are down or frozen by its own hand. */
  private readonly out = new Set<number>();

  private readonly judge: Judge;
  private readonly site: Site;
  private readonly freezeFor: number;
  private postgresNow: { stop: () => Promise<void> } | undefined;

  constructor(judge: Judge, site: Site, freezeFor: number) {
    this.judge = judge;
    this.site = site;
    this.freezeFor = freezeFor;
    // Only the last one: stopping those that were killed would wait for ends that were long ago.
    judge.defer(() => this.postgresNow?.stop());
  }

  async does(fault: Fault): Promise<void> {
    await this[fault]();
    this.done.set(fault, (this.done.get(fault) ?? 0) + 1);
  }

  /** A server that ended by itself is found, before another one takes its place. */
  lives(which: number): void {
    const { exitCode, signalCode } = this.site.servers[which]!.process;
    if (exitCode !== null || signalCode !== null) this.complaints.push(`server ${which} had ended by itself (${exitCode ?? signalCode})`);
  }

  private async api(): Promise<void> {
    const { servers, serverEnvironments } = this.site;
    const which = (this.done.get('api') ?? 0) % servers.length;
    this.lives(which);
    this.out.add(which);
    await servers[which]!.stop('SIGKILL');
    await pause(Math.random() * 500);
    servers[which] = await started(() => openServer(this.judge, serverEnvironments[which]!));
    this.out.delete(which);
  }

  private async worker(): Promise<void> {
    const { exitCode } = this.site.worker.process;
    if (exitCode !== null) this.complaints.push(`the worker had ended by itself (${exitCode})`);
    await this.site.worker.kill();
    this.site.worker = await started(() => openWorker(this.judge, this.site.workerEnvironment));
  }

  /** The postmaster and its children at once, as a machine that loses its power; then the same data folder again. */
  private async postgres(): Promise<void> {
    const { folder, port } = this.site.postgres;
    const postmaster = Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[0]);
    for (const pid of [postmaster, ...childrenOf(postmaster)]) kill(pid);
    await Promise.all(
      this.site.servers.map(async ({ url }, i) => {
        const wasIn = !this.out.has(i);
        const status = await readiness(url);
        if (status === 503) this.notReady++;
        else if (wasIn && !this.out.has(i)) this.complaints.push(`server ${i} said ${status} on /readyz while the database was away`);
      }),
    );
    for (let tries = 1; ; tries++) {
      try {
        this.postgresNow = await startPostgres(folder, port);
        break;
      } catch (error) {
        // Orphans of the killed postmaster may still hold its memory.
        if (tries === 20) throw error;
        await pause(250);
      }
    }
    const until = performance.now() + 15_000;
    for (const i of this.site.servers.keys()) {
      // It may be killed or frozen meanwhile, and be another one afterwards.
      const isBack = async () => this.out.has(i) || (await readiness(this.site.servers[i]!.url)) === 200;
      while (!(await isBack()))
        if (performance.now() > until) {
          this.complaints.push(`server ${i} was not ready 15 seconds after the database was back`);
          break;
        } else await pause(100);
    }
  }

  /** The database ends the connections on which the servers listen. */
  private async doorbell(): Promise<void> {
    const db = new pg.Client(this.site.postgres.url());
    await db.connect();
    let cut = 0;
    // After another fault a server may be about to listen again.
    for (let tries = 0; cut === 0 && tries < 100; tries++) {
      if (tries > 0) await pause(100);
      const { rowCount } = await db.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'kollab doorbell'`,
      );
      cut = rowCount ?? 0;
    }
    await db.end();
    if (cut === 0) this.complaints.push('no server listened when its doorbell was to be cut');
  }

  /** The connections on which the servers listen stay, and carry nothing any more. */
  private async 'dead doorbell'(): Promise<void> {
    this.site.back.mute((link) => link.hello.includes('kollab doorbell'), 6_000);
    await pause(3_000);
  }

  private async freeze(): Promise<void> {
    const which = (this.done.get('freeze') ?? 0) % this.site.servers.length;
    const { process } = this.site.servers[which]!;
    this.out.add(which);
    process.kill('SIGSTOP');
    try {
      await pause(this.freezeFor);
    } finally {
      process.kill('SIGCONT');
      this.out.delete(which);
    }
  }

  private async drop(): Promise<void> {
    this.site.front.drop(() => Math.random() < 0.5);
    await pause(500);
  }

  private async 'half-open'(): Promise<void> {
    this.site.front.mute(() => Math.random() < 0.3, 4_000);
    await pause(4_500);
  }

  private async 'mail server'(): Promise<void> {
    await this.site.mail.kill();
  }
  private async 'mail link'(): Promise<void> {
    await this.site.mail.disconnect();
  }
  private async 'mail later'(): Promise<void> {
    await this.site.mail.saysLater();
  }
  private async 'mail refused'(): Promise<void> {
    await this.site.mail.refuses();
  }
  private async 'mail slow'(): Promise<void> {
    await this.site.mail.isSlow();
  }
}

/** As a supervisor does: a process that met no database ends, and is started again. */
async function started<T>(start: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++)
    try {
      return await start();
    } catch (error) {
      if (tries === 30) throw error;
      await pause(500);
    }
}

const kill = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Gone by itself.
  }
};

function childrenOf(parent: number): number[] {
  if (process.platform !== 'linux') {
    const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
    return lines.map((line) => line.trim().split(/\s+/).map(Number)).flatMap(([pid, of]) => (of === parent ? [pid!] : []));
  }
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        // "pid (name) state ppid …"; the name may hold anything.
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === parent ? [Number(name)] : [];
      } catch {
        return [];
      }
    });
}

const readiness = (url: string): Promise<number> =>
  fetch(`${url}/readyz`, { signal: AbortSignal.timeout(4_000) }).then(
    async (response) => {
      await response.arrayBuffer();
      return response.status;
    },
    () => 0,
  );
