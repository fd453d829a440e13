import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '../../..');
const folders = (path: string) =>
  readdirSync(join(root, path), { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

it('has a page of documentation for every capability, under its one word', () => {
  const pages = readdirSync(join(root, 'docs/funktionen')).filter((name) => name !== 'README.md');
  // Some live in the browser alone.
  const capabilities = new Set([...folders('apps/api/src/features'), ...folders('apps/web/src/features')]);
  expect(pages.sort()).toEqual([...capabilities].sort().map((name) => `${name}.md`));
});
