import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';

it('holds against some of each family of attacks (npm run attack -- --short)', () => {
  const { status, stdout } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'main.ts'), '--short'],
    { encoding: 'utf8', env: { PATH: process.env['PATH'] } },
  );
  const lines = stdout.trim().split('\n');
  expect(lines.filter((line) => line.startsWith('FELL'))).toEqual([]);
  expect([status, lines.at(-1)]).toEqual([0, `${lines.filter((line) => line.startsWith('held')).length} held, 0 fell`]);
}, 420_000);
