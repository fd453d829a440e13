import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';

it('measures everything beside a twin that answers the same', () => {
  const { status, stdout } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'main.ts'), '--short'],
    { encoding: 'utf8', env: { PATH: process.env['PATH'] } },
  );
  const lines = stdout.trim().split('\n');
  expect([status, lines.at(-1)]).toEqual([0, '4 held, 0 fell']);
  // Each figure that depends on time was taken, and is named without a judgement.
  expect(lines.filter((line) => /^ {6}.+: [\d.]+.*; (?:at least|at most|stated)/.test(line))).toHaveLength(20);
}, 300_000);
