/**
 * `npm run migration -- NAME`: writes the SQL that leads from the migrations to the schema files into a new folder below
 * `prisma/migrations`. It compares on a throw-away PostgreSQL, so nothing has to run and no data is touched.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMigration } from '../migrations/migrate.ts';
import { freePort, startPostgres } from '../postgres.ts';

const name = process.argv[2] ?? '';
if (!/^[a-z][a-z0-9_]{1,60}$/.test(name)) {
  console.error('Usage: npm run migration -- NAME   (lower case letters, digits and _, for example add_threads)');
  process.exit(1);
}
const dir = await mkdtemp(join(tmpdir(), 'kollab-migration-'));
let misfit = false;
const postgres = await startPostgres(dir, await freePort(), ['-c', 'fsync=off']);
try {
  const folder = await createMigration(postgres.url('postgres'), name);
  console.log(
    folder
      ? `Written: ${folder}/migration.sql. Read it before you commit it.`
      : 'Nothing to write: the migrations already lead to this schema.',
  );
} catch (error) {
  if ((error as { code?: string }).code !== 'P1012') throw error;
  // The schema files do not fit together. The message says where; where in the engine that was noticed helps nobody.
  console.error((error as Error).message);
  misfit = true;
} finally {
  await postgres.stop();
  await rm(dir, { recursive: true, force: true });
}
// Not by `exitCode`: what ends the embedded PostgreSQL sets it back.
if (misfit) process.exit(1);
