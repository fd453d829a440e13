import { migrate } from '../migrations/migrate.ts';

/** Brings the database of DATABASE_URL to the newest migration; for containers, before the servers start. */
const url = process.env['DATABASE_URL'];
if (!url) {
  console.error('DATABASE_URL is not set.');
  process.exit(1);
}
const applied = await migrate(url);
console.log(applied.length === 0 ? 'The database is up to date.' : `Applied: ${applied.join(', ')}`);
