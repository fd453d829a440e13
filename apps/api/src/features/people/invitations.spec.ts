import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openApi, type Api } from '../../../test/api.ts';
import type { Account } from '../../../test/issuer.ts';
import type { Colleague } from '../../../test/world.ts';
import { fail } from '../../platform/fail.ts';
import { PeopleHooks } from './hooks.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const invite = `mutation($input: InviteColleagueInput!) { inviteColleague(input: $input) { id email role function expiresAt sentAt } }`;
const resend = 'mutation($id: ID!) { resendInvitation(id: $id) { id sentAt expiresAt } }';
const revoke = 'mutation($id: ID!) { revokeInvitation(id: $id) { id revokedAt } }';
const accept =
  'mutation($token: String!) { acceptInvitation(token: $token) { affiliations { role function organisation { id } } actsFor { id } } }';
const offer =
  'query($token: String!) { invitation(token: $token) { organisation { id } role function groupName groupRole invitedByName expiresAt } }';
const name = 'mutation($id: ID!, $email: String!) { nameCoordinator(organisationId: $id, email: $email) { id role function } }';

let count = 0;
let coordinator: Colleague;
let email: string;
let invited: Account;
beforeEach(async () => {
  coordinator = await api.world.colleague(undefined, 'COORDINATOR');
  email = `neu${++count}@ort.example`;
  invited = { sub: `neu-${count}`, name: 'Kim Muster', email };
});

const input = (more: object = {}) => ({
  input: { organisationId: coordinator.organisation.id, email, role: 'MEMBER', function: 'Bauamt', ...more },
});
/** As the invited person gets it: from the mail. */
const tokenIn = async (to: string): Promise<string> => {
  const mail = await api.world.db.outboxMail.findFirstOrThrow({ where: { to }, orderBy: { createdAt: 'desc' } });
  return /\/einladung\/([\w-]{43})\s/.exec(mail.text)![1]!;
};
const invites = async (): Promise<{ id: string; token: string }> => {
  const { id } = (await api.get(coordinator, invite, input()))['inviteColleague'];
  return { id, token: await tokenIn(email) };
};
const audits = (id: string) => api.world.db.auditEntry.findMany({ where: { subjectId: id }, orderBy: { at: 'asc' } });
const events = async (id: string) =>
  (await api.world.db.event.findMany({ where: { room: { endsWith: id } }, orderBy: { seq: 'asc' } })).map((e) => e.name);

describe('inviting a colleague', () => {
  it('is for who manages the organisation', async () => {
    const { world } = api;
    const home = coordinator.organisation;
    const others = [
      await world.colleague(home),
      await world.colleague(home, 'HEAD'),
      await world.colleague(home, 'PROVIDER'),
      await world.colleague(undefined, 'COORDINATOR'),
      await world.official('LAND_EDITOR'),
      await world.person(),
    ];
    for (const other of others) expect(await api.refusal(other, invite, input())).toBe('forbidden');
    expect(await world.db.invitation.count({ where: { email } })).toBe(0);
    expect((await api.get(coordinator, invite, input()))['inviteColleague']).toMatchObject({ email, role: 'MEMBER', function: 'Bauamt' });
    expect((await api.get(await world.official('LAND_ADMIN'), invite, input({ email: `x${email}` })))['inviteColleague'].role).toBe(
      'MEMBER',
    );
  });

  it('takes the address without regard to its case, and refuses what is none', async () => {
    expect((await api.get(coordinator, invite, input({ email: ` ${email.toUpperCase()} ` })))['inviteColleague'].email).toBe(email);
    for (const wrong of ['', 'kim', 'kim@', 'kim@ort.example\nBcc: x@y.example'])
      expect(await api.refusal(coordinator, invite, input({ email: wrong }))).toBe('invalid');
    expect(await api.refusal(coordinator, invite, input({ organisationId: '00000000-0000-7000-8000-000000000000' }))).toBe('not_found');
  });

  it('is refused for who belongs there already', async () => {
    const member = await api.world.colleague(coordinator.organisation);
    expect(await api.refusal(coordinator, invite, input({ email: member.email.toUpperCase() }))).toBe('organisation.already_member');
  });

  it('writes a mail that says who, where, until when; audit and desk know it, and nobody knows the token', async () => {
    const { db } = api.world;
    const { id, token } = await invites();
    const mail = await db.outboxMail.findFirstOrThrow({ where: { to: email } });
    const { expiresAt, sentAt } = await db.invitation.findUniqueOrThrow({ where: { id } });
    const day = new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin', dateStyle: 'medium' }).format(expiresAt);
    expect(expiresAt.getTime() - sentAt.getTime()).toBe(14 * 86_400_000);
    expect(mail.subject).toBe(`Einladung: ${coordinator.organisation.title}`);
    expect(mail.text).toContain(`${coordinator.name} lädt Sie ein`);
    expect(mail.text).toContain(`Für: ${coordinator.organisation.title}, als Mitglied (Bauamt)`);
    expect(mail.text).toContain(`gilt bis zum ${day}, einmal, und nur für die Adresse ${email}`);
    expect(mail.html).toContain(`/einladung/${token}`);
    expect(mail.text).not.toContain('!');

    expect(await audits(id)).toEqual([
      expect.objectContaining({
        action: 'invitation.sent',
        actorId: coordinator.id,
        details: { email, organisation: coordinator.organisation.title, role: 'MEMBER', function: 'Bauamt' },
      }),
    ]);
    expect(await events(coordinator.organisation.id)).toEqual(['organisation_desk.changed']);
    const tables = await db.$queryRawUnsafe<{ found: boolean }[]>(
      `SELECT (query_to_xml('SELECT * FROM invitation', true, false, '')::text || query_to_xml('SELECT * FROM audit_entry', true, false, '')::text
         || query_to_xml('SELECT * FROM event', true, false, '')::text || query_to_xml('SELECT * FROM pgboss.job', true, false, '')::text)
         LIKE '%' || $1 || '%' AS found`,
      token,
    );
    expect(tables).toEqual([{ found: false }]);
  });

  it('repeated at once is the same act; with other terms it replaces the first', async () => {
    const { db } = api.world;
    const answers = await Promise.all([1, 2, 3].map(() => api.get(coordinator, invite, input())));
    expect(new Set(answers.map((a) => a['inviteColleague'].id)).size).toBe(1);
    expect(await db.outboxMail.count({ where: { to: email } })).toBe(1);
    const token = await tokenIn(email);
    const again = await api.get(coordinator, invite, input({ role: 'HEAD' }));
    expect(again['inviteColleague']).toMatchObject({ id: answers[0]!['inviteColleague'].id, role: 'HEAD' });
    expect(await api.refusal(invited, offer, { token })).toBe('not_found');
    expect((await api.get(invited, offer, { token: await tokenIn(email) }))['invitation'].role).toBe('HEAD');
  });

  it('names the coordinator, by LAND_ADMIN', async () => {
    const { world } = api;
    const { id } = await world.organisation();
    for (const other of [
      coordinator,
      await world.official('LAND_EDITOR'),
      await world.colleague(await world.organisation(), 'COORDINATOR'),
    ])
      expect(await api.refusal(other, name, { id, email })).toBe('forbidden');
    const admin = await world.official('LAND_ADMIN');
    expect((await api.get(admin, name, { id, email }))['nameCoordinator']).toMatchObject({
      role: 'COORDINATOR',
      function: 'OZG-Koordination',
    });
    expect((await audits(id)).map((a) => a.action)).toEqual(['coordinator.named']);
    await api.get(invited, accept, { token: await tokenIn(email) });
    expect(await world.db.event.count({ where: { name: 'organisation.changed', payload: { equals: { organisationId: id } } } })).toBe(1);
  });
});

describe('accepting', () => {
  it('shows what is offered, then gives the place, tells everybody concerned, and works once', async () => {
    const { id, token } = await invites();
    const home = coordinator.organisation.id;
    expect((await api.get(invited, offer, { token }))['invitation']).toEqual({
      organisation: { id: home },
      role: 'MEMBER',
      function: 'Bauamt',
      groupName: null,
      groupRole: null,
      invitedByName: coordinator.name,
      expiresAt: expect.any(String),
    });
    expect((await api.get(invited, accept, { token }))['acceptInvitation']).toEqual({
      affiliations: [{ role: 'MEMBER', function: 'Bauamt', organisation: { id: home } }],
      actsFor: { id: home },
    });
    const { acceptedById: personId } = await api.world.db.invitation.findUniqueOrThrow({ where: { id } });
    expect(await events(home)).toEqual(['organisation_desk.changed', 'affiliation.changed', 'organisation_desk.changed']);
    expect(await events(personId!)).toEqual(['viewer.rights_changed']);
    expect((await audits(id)).map((a) => [a.action, a.actorId])).toEqual([
      ['invitation.sent', coordinator.id],
      ['invitation.accepted', personId],
    ]);
    for (const document of [offer, accept]) expect(await api.refusal(invited, document, { token })).toBe('invitation.used');
    // The waiting mail held the link.
    expect(await api.world.db.outboxMail.count({ where: { to: email } })).toBe(0);
  });

  it('happens once under parallel attempts', async () => {
    const { token } = await invites();
    const codes = await Promise.all(Array.from({ length: 6 }, () => api.refusal(invited, accept, { token })));
    expect(codes.filter((code) => code === undefined)).toHaveLength(1);
    expect(codes.filter((code) => code === 'invitation.used')).toHaveLength(5);
    expect(await api.world.db.affiliation.count({ where: { person: { email } } })).toBe(1);
  });

  it('is for the verified address only, in whatever case', async () => {
    const { token } = await invites();
    const foreign = [
      await api.world.person(),
      { ...invited, email_verified: false },
      { ...invited, sub: `${invited.sub}-x`, email: `x${email}` },
    ];
    for (const other of foreign)
      for (const document of [offer, accept]) expect(await api.refusal(other, document, { token })).toBe('invitation.foreign');
    expect(await api.refusal({ ...invited, email: email.toUpperCase() }, accept, { token })).toBeUndefined();
  });

  it('is refused when it expired, was revoked, or names nothing', async () => {
    const { db } = api.world;
    const { id, token } = await invites();
    await db.invitation.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1) } });
    expect(await api.refusal(invited, offer, { token })).toBe('invitation.expired');
    expect(await api.refusal(invited, accept, { token })).toBe('invitation.expired');
    await db.invitation.update({ where: { id }, data: { expiresAt: new Date(Date.now() + 60_000), revokedAt: new Date() } });
    expect(await api.refusal(invited, offer, { token })).toBe('invitation.revoked');
    expect(await api.refusal(invited, accept, { token })).toBe('invitation.revoked');
    for (const wrong of ['x', token.slice(1), `${token}x`]) expect(await api.refusal(invited, accept, { token: wrong })).toBe('not_found');
    expect(await api.refusal(null, offer, { token })).toBe('unauthenticated');
    expect(await db.affiliation.count({ where: { person: { email } } })).toBe(0);
    await db.invitation.update({ where: { id }, data: { revokedAt: null } });
    expect(await api.refusal(invited, accept, { token })).toBeUndefined();
  });

  it('settles what the person had asked for, and raises a member who is invited to coordinate', async () => {
    const { world } = api;
    const member = await world.colleague();
    const asked = await world.person();
    const home = member.organisation.id;
    const request = await world.db.affiliationRequest.create({ data: { personId: asked.id, organisationId: home, statement: 'Bitte.' } });
    const admin = await world.official('LAND_ADMIN');
    await api.get(admin, name, { id: home, email: asked.email });
    await api.get(asked, accept, { token: await tokenIn(asked.email) });
    expect((await world.db.affiliationRequest.findUniqueOrThrow({ where: { id: request.id } })).status).toBe('CONFIRMED');
    // Known to the organisation under another address.
    const other = { ...member, email: `anders-${member.email}` };
    await api.get(admin, name, { id: home, email: other.email });
    expect((await api.get(other, accept, { token: await tokenIn(other.email) }))['acceptInvitation'].affiliations).toEqual([
      { role: 'COORDINATOR', function: 'OZG-Koordination', organisation: { id: home } },
    ]);
  });

  it('runs what the features above hang on it, and is undone when that fails', async () => {
    const { token } = await invites();
    const hooks = api.app.get(PeopleHooks).invitationAccepted;
    const seen: string[] = [];
    const failing = async (_tx: unknown, { email: to }: { email: string }) => {
      seen.push(to);
      if (seen.length === 1) throw new Error('no');
    };
    hooks.push(failing);
    expect(await api.refusal(invited, accept, { token })).toBe('internal');
    expect(await api.world.db.affiliation.count({ where: { person: { email } } })).toBe(0);
    expect(await api.refusal(invited, accept, { token })).toBeUndefined();
    expect(seen).toEqual([email, email]);
    hooks.splice(hooks.indexOf(failing), 1);
  });
});

describe('sending again and taking back', () => {
  it('sends a new link; the old one dies with its waiting mail', async () => {
    const { db } = api.world;
    const { id, token } = await invites();
    const past = new Date(Date.now() - 86_400_000);
    await db.invitation.update({ where: { id }, data: { sentAt: past, expiresAt: past } });
    const sent = (await api.get(coordinator, resend, { id }))['resendInvitation'] as { sentAt: string; expiresAt: string };
    expect(Date.parse(sent.expiresAt) - Date.parse(sent.sentAt)).toBe(14 * 86_400_000);
    expect(Date.parse(sent.sentAt)).toBeGreaterThan(past.getTime());
    expect(await api.refusal(invited, accept, { token })).toBe('not_found');
    expect(await db.outboxMail.count({ where: { to: email } })).toBe(1);
    expect((await audits(id)).map((a) => a.action)).toEqual(['invitation.sent', 'invitation.sent']);
    expect(await api.refusal(invited, accept, { token: await tokenIn(email) })).toBeUndefined();
    expect(await api.refusal(coordinator, resend, { id })).toBe('invitation.used');
    expect(await api.refusal(coordinator, revoke, { id })).toBe('invitation.used');
  });

  it('revokes, once', async () => {
    const { id, token } = await invites();
    const first = (await api.get(coordinator, revoke, { id }))['revokeInvitation'];
    expect((await api.get(coordinator, revoke, { id }))['revokeInvitation']).toEqual(first);
    expect((await audits(id)).map((a) => a.action)).toEqual(['invitation.sent', 'invitation.revoked']);
    expect(await api.world.db.outboxMail.count({ where: { to: email } })).toBe(0);
    expect(await api.refusal(coordinator, resend, { id })).toBe('invitation.revoked');
    expect(await api.refusal(invited, accept, { token })).toBe('invitation.revoked');
  });

  it('is for who manages; whoever reads no desk learns not even that there is one', async () => {
    const { world } = api;
    const { id } = await invites();
    const head = await world.colleague(coordinator.organisation, 'HEAD');
    const others = [await world.colleague(coordinator.organisation), await world.colleague(undefined, 'COORDINATOR'), await world.person()];
    for (const document of [resend, revoke]) {
      expect(await api.refusal(head, document, { id })).toBe('forbidden');
      for (const other of others) expect(await api.refusal(other, document, { id })).toBe('not_found');
      for (const wrong of ['x', '00000000-0000-7000-8000-000000000000'])
        expect(await api.refusal(coordinator, document, { id: wrong })).toBe('not_found');
    }
    expect(await api.refusal(await world.official('LAND_ADMIN'), revoke, { id })).toBeUndefined();
  });

  it('of a group is decided by who knows groups, who then hears of it', async () => {
    const { db } = api.world;
    const hooks = api.app.get(PeopleHooks);
    const group = await api.world.group();
    const expiresAt = new Date(Date.now() + 60_000);
    const { id } = await db.invitation.create({
      data: {
        tokenHash: `g${count}`,
        email,
        groupId: group.id,
        groupRole: 'GUEST',
        organisationId: coordinator.organisation.id,
        expiresAt,
      },
    });
    const lead = await api.world.member(group, 'LEAD');
    const heard: string[] = [];
    hooks.guestPlaces.unshift({
      column: 'groupId',
      demand: async (_tx, actor, groupId) => {
        if (groupId !== group.id || actor.personId !== lead.id) throw fail('not_found');
      },
      changed: (_tx, groupId) => void heard.push(groupId),
      name: async () => group.name,
    });
    expect(await api.refusal(coordinator, revoke, { id })).toBe('not_found');
    expect(heard).toEqual([]);
    expect(await api.refusal(lead, resend, { id })).toBeUndefined();
    const mail = await db.outboxMail.findFirstOrThrow({ where: { to: email } });
    expect(mail.subject).toBe(`Einladung: ${group.name}`);
    expect(mail.text).toContain(`In: die Arbeitsgruppe „${group.name}“, als Gast`);
    expect(await api.refusal(lead, revoke, { id })).toBeUndefined();
    expect(heard).toEqual([group.id, group.id]);
    hooks.guestPlaces.shift();
  });
});
