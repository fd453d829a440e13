import 'reflect-metadata';
import { issueFirstAdminLink } from '../features/people/first-admin.ts';
import { readConfig } from '../platform/config.ts';
import { Database } from '../platform/database/database.ts';

/** Prints the one-time link that makes the first LAND_ADMIN; nothing on stdout once there is one. */
const config = readConfig();
const database = new Database(config);
try {
  const path = await database.prisma.$transaction((db) => issueFirstAdminLink(db));
  if (path) console.log(new URL(path, config.PUBLIC_URL).href);
  else console.error('Es gibt bereits eine Betriebsverwaltung; ein Link wird nicht mehr ausgestellt.');
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
} finally {
  await database.onModuleDestroy();
}
