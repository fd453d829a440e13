import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  globalRoles,
  groupRoles,
  groupStatuses,
  groupVisibilities,
  joinPolicies,
  membershipStatuses,
  organisationRoles,
} from '@kollab/contract';
import { openApi, type Api } from '../../../test/api.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const hour = 3_600_000;
const groups = fc.record({
  status: fc.constantFrom(...groupStatuses),
  visibility: fc.constantFrom(...groupVisibilities),
  joinPolicy: fc.constantFrom(...joinPolicies),
  proposed: fc.boolean(),
  seat: fc.option(
    fc.record({
      role: fc.constantFrom(...groupRoles),
      status: fc.constantFrom(...membershipStatuses),
      ends: fc.constantFrom(null, -hour, hour),
    }),
  ),
  grant: fc.constantFrom(null, null, -hour, hour),
});
const worlds = fc.record({
  place: fc.option(fc.constantFrom(...organisationRoles)),
  role: fc.option(fc.constantFrom(...globalRoles)),
  groups: fc.array(groups, { minLength: 12, maxLength: 12 }),
});

it('lists for a person exactly the groups that they may see, and read, one by one', async () => {
  const { db } = api.world;
  const { Actors } = await import('../../platform/auth/actors.ts');
  const { groupGate, groupViews } = await import('./gate.ts');
  const { groupPolicy, readableGroups, visibleGroups } = await import('./policy.ts');
  const home = await api.world.organisation();
  const from = (offset: number | null) => (offset === null ? null : new Date(Date.now() + offset));
  const outcomes = new Set<string>();

  await fc.assert(
    fc.asyncProperty(worlds, async (world) => {
      const me = await api.world.person();
      if (world.place) await api.world.belongs(me, home, world.place);
      if (world.role) await db.globalRoleGrant.create({ data: { personId: me.id, role: world.role } });
      const rows = world.groups.map((g) => ({ id: randomUUID(), ...g }));
      await db.workingGroup.createMany({
        data: rows.map(({ id, status, visibility, joinPolicy, proposed }) => ({
          id,
          status,
          visibility,
          joinPolicy,
          name: 'Gruppe',
          goal: 'Ziel',
          proposedById: proposed ? me.id : null,
        })),
      });
      await db.groupMembership.createMany({
        data: rows.flatMap(({ id, seat }) =>
          seat
            ? [{ groupId: id, personId: me.id, organisationId: home.id, role: seat.role, status: seat.status, until: from(seat.ends) }]
            : [],
        ),
      });
      await db.readingGrant.createMany({
        data: rows.flatMap(({ id, grant }) =>
          grant === null ? [] : [{ groupId: id, personId: me.id, reason: 'Grund', expiresAt: from(grant)! }],
        ),
      });

      const actor = (await api.app.get(Actors).byId(me.id))!;
      const ids = rows.map((r) => r.id);
      const listed = async (where: object) =>
        (await db.workingGroup.findMany({ where: { AND: [{ id: { in: ids } }, where] } })).map((g) => g.id).sort();
      const allowed = async (action: 'see' | 'read') => {
        const verdicts = await Promise.all(
          ids.map((id) =>
            groupGate.look(db, actor, id, action).then(
              () => id,
              () => null,
            ),
          ),
        );
        return verdicts.filter((id) => id !== null).sort();
      };
      const [seen, read] = [await allowed('see'), await allowed('read')];
      expect(await listed(visibleGroups(actor))).toEqual(seen);
      expect(await listed(readableGroups(actor))).toEqual(read);
      // Read for many at once, a group looks as it does alone.
      const views = await groupViews(db, actor, await db.workingGroup.findMany({ where: { id: { in: ids } } }));
      expect(
        views
          .filter((view) => groupPolicy.verdict(actor, 'read', view) === true)
          .map((view) => view.id)
          .sort(),
      ).toEqual(read);
      for (const id of ids) outcomes.add(`${seen.includes(id)} ${read.includes(id)}`);
    }),
    { numRuns: 25 },
  );
  // The worlds were no trivial ones.
  expect([...outcomes].sort()).toEqual(['false false', 'true false', 'true true']);
});
