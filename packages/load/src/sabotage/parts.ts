import { glob } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * What mutation testing looks at, beside every policy and state machine: the pure parts of the live protocol and of notices. The
 * tests of `x.ts` stand beside it, as `x.spec.ts` or `x.<topic>.spec.ts`, and need no database.
 */
const pureParts = [
  'apps/api/src/platform/auth/actor.ts',
  'apps/api/src/platform/policy/policy.ts',
  'apps/api/src/platform/events/order.ts',
  'apps/api/src/platform/live/clock-ends.ts',
  'apps/api/src/platform/live/frame-limit.ts',
  'apps/api/src/features/notifications/notice-of.ts',
  'apps/web/src/lib/room-count.ts',
  'apps/web/src/features/threads/posts/state.ts',
];

/** Policies and state machines are found by their names: whoever writes a new one need not enter it anywhere. */
export async function parts(root: string): Promise<string[]> {
  const found: string[] = [];
  for await (const file of glob('apps/api/src/features/*/{policy,status,states,*-states}.ts', { cwd: root })) found.push(file);
  return [...found.sort(), ...pureParts];
}

export async function specsOf(root: string, part: string): Promise<string[]> {
  const found: string[] = [];
  for await (const file of glob([part.replace(/\.ts$/, '.spec.ts'), part.replace(/\.ts$/, '.*.spec.ts')], { cwd: root })) found.push(file);
  return found.map((file) => join(root, file));
}
