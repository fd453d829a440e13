import { cp, mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Judge } from '../program.ts';

const root = join(import.meta.dirname, '../../../..');
const left = new Set(['node_modules', '.git', '.turbo', '.data', 'dist', 'test-results']);

/**
 * A copy of the sources in a folder of its own, removed at the end: what is planted there never reaches the working tree.
 * Packages are those of the installation; those of this repository are the copy's own.
 */
export async function openCopy({ defer }: Judge): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kollab-sabotage-'));
  defer(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  await cp(root, folder, { recursive: true, filter: (source) => source === root || !left.has(basename(source)) });
  await linkPackages(folder, '.');
  for (const kind of ['apps', 'packages']) for (const name of await readdir(join(root, kind))) await linkPackages(folder, join(kind, name));
  return folder;
}

async function linkPackages(folder: string, place: string): Promise<void> {
  const installed = join(root, place, 'node_modules');
  const names: string[] = await readdir(installed).catch(() => []);
  if (names.length === 0) return;
  const links = join(folder, place, 'node_modules');
  await mkdir(links);
  for (const name of names.filter((n) => n !== '@kollab' && n !== '.cache')) await symlink(join(installed, name), join(links, name));
  if (!names.includes('@kollab')) return;
  await mkdir(join(links, '@kollab'));
  for (const name of await readdir(join(installed, '@kollab')))
    for (const kind of ['apps', 'packages'])
      if ((await readdir(join(root, kind))).includes(name)) await symlink(join(folder, kind, name), join(links, '@kollab', name));
}
