import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { defects } from './defects/index.ts';
import { parts, specsOf } from './parts.ts';
import { survivors } from './survivors.ts';

const root = join(import.meta.dirname, '../../../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** The sweep itself takes minutes; that it has not lost its places is seen here at once. */
describe('a planted defect', () => {
  it.each(defects)('$name has its place, and somebody who is to notice it', ({ edits, caughtBy }) => {
    for (const { file, from, to } of edits) {
      expect([file, read(file).split(from).length - 1]).toEqual([file, 1]);
      expect(to).not.toBe(from);
    }
    expect(edits.length).toBeGreaterThan(0);
    if (caughtBy.file !== 'typecheck') expect(existsSync(join(root, caughtBy.workspace, caughtBy.file))).toBe(true);
  });

  it('has a name of its own', () => {
    const names = defects.map(({ name }) => name);
    expect(names).toEqual([...new Set(names)]);
    expect(names.length).toBeGreaterThanOrEqual(12);
  });
});

describe('mutation testing', () => {
  it('finds every policy by its place, and a truth table beside each', async () => {
    const found = await parts(root);
    expect(found.filter((file) => file.endsWith('/policy.ts')).length).toBeGreaterThan(5);
    for (const file of found) expect([file, (await specsOf(root, file)).length > 0]).toEqual([file, true]);
  });

  it('explains survivors of lines that are still there', async () => {
    const found = await parts(root);
    for (const { file, line, mutation, why } of survivors) {
      expect(found).toContain(file);
      expect([
        line,
        read(file)
          .split('\n')
          .some((one) => one.trim() === line),
      ]).toEqual([line, true]);
      expect(mutation[0]).not.toBe(mutation[1]);
      expect(why.length).toBeGreaterThan(20);
    }
  });
});
