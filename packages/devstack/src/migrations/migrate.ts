import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { withEngine } from './engine.ts';
import { migrationsDir, readMigrations, readSchema, root } from './files.ts';

const filters = { externalTables: [], externalEnums: [] };

/** Applies what is missing; same table and checksums as `prisma migrate deploy`. Answers with the names of the applied ones. */
export const migrate = (url: string): Promise<string[]> =>
  withEngine(url, async (engine) => {
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList: await readMigrations(), filters });
    return appliedMigrationNames;
  });

/** SQL from the migrations to the schema files; empty when there is no drift. */
export const drift = (url: string): Promise<string> =>
  withEngine(url, async (engine) => {
    const files = (await readSchema()).map(([path, content]) => ({ path, content }));
    const { exitCode, stdout } = await engine.diff({
      from: { tag: 'migrations', ...(await readMigrations()) },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: true,
      filters,
    });
    return exitCode === 2 ? (stdout ?? 'differs') : '';
  });

/** Writes a new migration folder; null when nothing changed. */
export async function createMigration(url: string, name: string): Promise<string | null> {
  const sql = await drift(url);
  if (!sql) return null;
  const dir = join(migrationsDir, `${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}_${name}`);
  await mkdir(dir, { recursive: true });
  await writeFile(join(dir, 'migration.sql'), sql);
  return relative(root, dir);
}
