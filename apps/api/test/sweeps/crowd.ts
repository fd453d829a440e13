import { randomUUID } from 'node:crypto';
import type { Colleague, World } from '../world.ts';
import { sweeps } from './collected.ts';
import { indexes } from './making.ts';
import type { Crowd } from './sweep.ts';

/** What each feature made for its own lists, in the order of the features. */
const made = new WeakMap<Crowd, object[]>();

/** A crowd of so many, and what every feature puts around it. */
export async function gather(world: World, count: number): Promise<Crowd> {
  const { db } = world;
  const tag = `M${randomUUID().slice(0, 8)}`;
  const organisation = await world.organisation({ name: `Haus ${tag}` });
  const viewer: Colleague = { ...(await world.person(`${tag} Muster`)), organisation };
  for (const role of ['LAND_ADMIN', 'LAND_EDITOR'] as const) await db.globalRoleGrant.create({ data: { personId: viewer.id, role } });
  await world.belongs(viewer, organisation, 'COORDINATOR');
  const group = await world.group({ name: 'Die eine Gruppe', visibility: 'PLATFORM', joinPolicy: 'REQUEST' });
  await world.seat(group, viewer, 'LEAD');
  const people: Colleague[] = [];
  for (const i of indexes(count)) {
    const below = { parentId: organisation.id, tileColumn: i, tileRow: 1, mailDomains: ['ort.example'] };
    const child = await world.organisation({ ...below, name: `${tag} Ort ${i}` });
    people.push({ ...(await world.person(`${tag} Person ${i}`)), organisation: child });
  }
  const crowd: Crowd = { world, viewer, tag, organisation, group, people };
  const gathered: object[] = [];
  for (const { sweep } of sweeps) gathered.push((await sweep.crowd?.(crowd)) ?? {});
  made.set(crowd, gathered);
  return crowd;
}

/** The crowd as the lists of this feature know it. */
export const gatheredBy = (crowd: Crowd, feature: number): Crowd => ({ ...crowd, ...made.get(crowd)?.[feature] });
