import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Api } from '../../../test/api.ts';
import { openMailing, type Mailing } from '../../../test/mailing.ts';
import type { Someone } from '../../../test/world.ts';

let mailing: Mailing;
let api: Api;
beforeAll(async () => {
  mailing = await openMailing();
  ({ api } = mailing);
});
afterAll(() => mailing.close());

/** The mail server is away while somebody is told, and back after what happens meanwhile. */
async function meanwhile(happens: () => Promise<unknown>, waits: () => Promise<unknown>): Promise<void> {
  mailing.mail.behave((step) => (step === 'recipient' ? '450 4.7.1 Later' : null));
  await waits();
  await api.work();
  await happens();
  mailing.mail.behave(null);
  await api.world.db.$executeRaw`UPDATE pgboss.job SET start_after = now() WHERE name = 'mail.send' AND state = 'created'`;
  await api.work();
}
const told = async (fact: string, to: Someone, about: { groupId?: string; organisationId?: string }, names: object): Promise<void> => {
  const { Notifier } = await import('./notifier.ts');
  const notice = { kind: 'DECISION', cause: `${fact}:${randomUUID()}`, actorName: 'Kim Muster', ...about } as const;
  await api.app.get(Notifier).tells([to], notice, names);
};
const subjects = (who: Someone) => mailing.caught(who).map((m) => m.subject);

it.each(['requested', 'invitation_accepted', 'volunteered', 'read_with_reason'])('%s: not to who does not lead any more', async (fact) => {
  const { world } = api;
  const group = await world.group();
  const [gone, lead] = [await world.member(group, 'LEAD'), await world.member(group, 'DEPUTY')];
  const about = { groupId: group.id };
  await meanwhile(
    () => world.db.groupMembership.updateMany({ where: { personId: gone.id }, data: { role: 'MEMBER' } }),
    async () => {
      for (const who of [gone, lead]) await told(fact, who, about, { group: group.name });
    },
  );
  expect([subjects(gone).length, subjects(lead).length]).toEqual([0, 1]);
});

it.each(['accepted', 'role_changed', 'invited'])('%s: not to who does not see the group any more', async (fact) => {
  const { world } = api;
  const hidden = await world.group({ visibility: 'MEMBERS', joinPolicy: 'INVITE' });
  const [gone, member] = [await world.member(hidden), await world.member(hidden)];
  await meanwhile(
    () => world.db.groupMembership.updateMany({ where: { personId: gone.id }, data: { status: 'REMOVED' } }),
    async () => {
      for (const who of [gone, member]) await told(fact, who, { groupId: hidden.id }, { group: hidden.name });
    },
  );
  expect([subjects(gone).length, subjects(member).length]).toEqual([0, 1]);
});

it('removed: to who was removed, of all', async () => {
  const { world } = api;
  const hidden = await world.group({ visibility: 'MEMBERS', joinPolicy: 'INVITE' });
  const gone = await world.member(hidden);
  await meanwhile(
    () => world.db.groupMembership.updateMany({ where: { personId: gone.id }, data: { status: 'REMOVED' } }),
    () => told('removed', gone, { groupId: hidden.id }, { group: hidden.name }),
  );
  expect(subjects(gone)).toHaveLength(1);
});

it('who asks to belong somewhere is named to nobody who does not coordinate there any more', async () => {
  const { world } = api;
  const gone = await world.colleague(undefined, 'COORDINATOR');
  const stays = await world.colleague(gone.organisation, 'COORDINATOR');
  const organisationId = gone.organisation.id;
  await meanwhile(
    () => world.db.affiliation.updateMany({ where: { personId: gone.id }, data: { endedAt: new Date() } }),
    async () => {
      for (const who of [gone, stays]) await told('affiliation_requested', who, { organisationId }, { organisation: 'Ort' });
    },
  );
  expect([subjects(gone).length, subjects(stays).length]).toEqual([0, 1]);
});
