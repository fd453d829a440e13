import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '@kollab/devstack';
import { startIssuer, type Issuer } from '../issuer.ts';
import type { Judge } from '../program.ts';
import { environment, openPostgres, openServer, type Server } from '../servers.ts';
import type { Target } from './loader.ts';
import { openLoader, openTwin, type Loader } from './processes.ts';
import { seed, small, type Size } from './seed.ts';

const root = join(import.meta.dirname, '../../../..');

/** Everything that runs while it is measured. */
export interface World {
  size: Size;
  smallSize: Size;
  loader: Loader;
  /** On the large database. */
  server: Server;
  twin: string;
  /** With a database of its own: writing into that of our relay would make ours look worse. */
  liveTwin: string;
  /** Who signs in. */
  issuer: string;
  seeded: number;
  postgresVersion: string;
  /** Of the large database. */
  databaseUrl: string;
  /** One more, on the large database or on the small one. */
  openServer: (database?: 'small') => Promise<Server>;
  /** A request to ours. */
  ours: (person: number, document: keyof Documents, variables: object) => Promise<Target['requests'][number]>;
  token: (person: number) => Promise<string>;
}

/** What the container says of memory: flags of Node, and the number of glibc's arenas. */
function memoryOfContainer(): { flags: string[]; arenas: string } {
  const file = readFileSync(join(root, 'docker/api.Dockerfile'), 'utf8');
  const [, all, arenas] = /^ENV NODE_OPTIONS="([^"]+)" MALLOC_ARENA_MAX=(\d+)$/m.exec(file) ?? [];
  const server = [...file.matchAll(/^CMD (.+)$/gm)].at(-1)?.[1];
  if (!all || !arenas || !server) throw new Error('docker/api.Dockerfile names no NODE_OPTIONS with MALLOC_ARENA_MAX, or no CMD');
  return { flags: [...all.split(' '), ...(JSON.parse(server) as string[]).filter((word) => word.startsWith('--'))], arenas };
}

/** PostgreSQL's settings as docker-compose.yml has them. */
function postgresFlags(): string[] {
  const file = readFileSync(join(root, 'docker-compose.yml'), 'utf8');
  const line = /^ {4}command: \[postgres, (.+)\]$/m.exec(file)?.[1];
  if (!line) throw new Error('docker-compose.yml has no settings of PostgreSQL');
  return line.split(',').map((part) => part.trim());
}

interface Documents {
  page: string;
  reply: string;
  home: string;
  groups: string;
  queue: string;
  vote: string;
  ask: string;
  publish: string;
}

/** The web's own operations; that of a page has what stands above the posts added. */
function documents(): Documents {
  const manifest = join(root, 'apps/web/dist/operations.json');
  if (!existsSync(manifest)) throw new Error('the web is not built');
  const texts = Object.values(JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, string>);
  const named = (operation: string): string => {
    const text = texts.find((t) => new RegExp(`^(?:query|mutation) ${operation}\\b`).test(t));
    if (!text) throw new Error(`the web has no operation ${operation}`);
    return text;
  };
  const fragments = named('ThreadPosts').replace(/^query[^]*?\n}\n/, '');
  const page = `query ThreadPage($id: ID!, $after: Int!) {
  thread(id: $id) {
    id title lastNo readNo unreadCount viewerCan { reply react close pin retitle writeStand __typename }
    posts(first: 50, after: $after) { nodes { ...PostParts __typename } hasPrevious hasNext __typename }
    __typename
  }
}
${fragments}`;
  return {
    page,
    reply: named('Reply'),
    home: named('Home'),
    groups: named('WorkingGroups'),
    queue: named('EventQueue'),
    vote: named('VoteQuestion'),
    ask: named('AskQuestion'),
    publish: named('PublishAnnouncement'),
  };
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

async function openDatabases(judge: Judge, issuer: Issuer, sizes: { large: Size; small: Size }) {
  const postgres = await openPostgres(judge, postgresFlags());
  const admin = new pg.Client(postgres.url('postgres'));
  await admin.connect();
  const { rows } = await admin.query<{ server_version: string }>('SHOW server_version');
  await admin.query('CREATE DATABASE small');
  await migrate(postgres.url('small'));
  await seed(postgres.url('small'), sizes.small, issuer.url, judge.progress);
  const began = performance.now();
  await seed(postgres.url(), sizes.large, issuer.url, judge.progress);
  const seeded = (performance.now() - began) / 1000;
  return { postgres, admin, seeded, version: rows[0]!.server_version };
}

export async function openWorld(judge: Judge, size: Size): Promise<World> {
  const smallSize = small;
  const texts = documents();
  const issuer = await startIssuer();
  judge.defer(() => issuer.stop());
  const { postgres, admin, seeded, version } = await openDatabases(judge, issuer, { large: size, small: smallSize });

  const web = await mkdtemp(join(tmpdir(), 'kollab-bench-'));
  judge.defer(() => rm(web, { recursive: true, force: true }));
  await writeFile(
    join(web, 'operations.json'),
    JSON.stringify(Object.fromEntries(Object.values(texts).map((t) => [hash(t as string), t]))),
  );
  const { flags, arenas } = memoryOfContainer();
  const env = { WEB_DIST: web, NODE_COMPILE_CACHE: join(web, 'compile-cache'), MALLOC_ARENA_MAX: arenas };
  const start = (database?: string) => openServer(judge, { ...environment(postgres.url(database), issuer.url), ...env }, flags);
  judge.progress('starting the servers');
  const server = await start();
  // So that the tables of the job queue are in it.
  await (await start('small')).stop();
  await admin.query('CREATE DATABASE twin TEMPLATE small');
  await admin.end();

  const tokens = new Map<number, Promise<string>>();
  const token = (person: number): Promise<string> => {
    const known =
      tokens.get(person) ?? issuer.token({ sub: `kim-${person}`, name: `Kim Muster ${person}`, email: `kim.${person}@messung.invalid` });
    tokens.set(person, known);
    return known;
  };
  return {
    size,
    smallSize,
    server,
    twin: await openTwin(judge, postgres.url()),
    liveTwin: await openTwin(judge, postgres.url('twin')),
    loader: await openLoader(judge),
    issuer: issuer.url,
    seeded,
    postgresVersion: version,
    databaseUrl: postgres.url(),
    openServer: start,
    token,
    ours: async (person, document, variables) => ({
      headers: { authorization: `Bearer ${await token(person)}` },
      body: JSON.stringify({ variables, extensions: { persistedQuery: { version: 1, sha256Hash: hash(texts[document]) } } }),
    }),
  };
}
