import 'reflect-metadata';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { seedTopics } from '../features/questions/topics.ts';
import { seedBodies, type SeedBody } from '../features/organisations/seed.ts';
import { readConfig } from '../platform/config.ts';
import { Database } from '../platform/database/database.ts';
import { root } from '../platform/root.ts';

/**
 * Brings in the real bodies of the Land: `node dist/commands/seed.js`, after the migrations and after each change of
 * prisma/seed. That folder stands outside of this build and is loaded as it is: Node runs TypeScript.
 */
const file = pathToFileURL(join(root, 'prisma/seed/bodies.ts')).href;
const database = new Database(readConfig());
try {
  const { bodies } = (await import(file)) as { bodies: () => SeedBody[] };
  const { created, changed } = await database.prisma.$transaction((db) => seedBodies(db, bodies()), { timeout: 60_000 });
  await database.prisma.$transaction((db) => seedTopics(db));
  console.log(`${created} Stellen eingetragen, ${changed} geändert`);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
} finally {
  await database.onModuleDestroy();
}
