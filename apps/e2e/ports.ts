import { freePort } from '@kollab/devstack';

const names = ['web', 'secondApi', 'identity', 'postgres', 'smtp', 'mailPage', 'control'] as const;

/** Free ports of this run. Chosen once; workers and the server read them from the environment. */
export const ports = Object.fromEntries(
  await Promise.all(
    names.map(async (name) => {
      const key = `KOLLAB_E2E_${name.toUpperCase()}`;
      process.env[key] ??= String(await freePort());
      return [name, Number(process.env[key])] as const;
    }),
  ),
) as Record<(typeof names)[number], number>;
