import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { io, type Socket } from 'socket.io-client';
import { openApi, type Api } from '../../../test/api.ts';
import { issuer, tokenOf, type Account } from '../../../test/issuer.ts';
import type { Colleague } from '../../../test/world.ts';
import { issueFirstAdminLink } from './first-admin.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
  await api.app.listen(0, '127.0.0.1');
});
afterAll(() => api.close());

async function connect(account: Account): Promise<Socket> {
  const { port } = api.app.getHttpServer().address() as AddressInfo;
  const auth = { token: await tokenOf(account) };
  const socket = io(`http://127.0.0.1:${port}`, { path: '/live', auth, transports: ['websocket'], reconnection: false, forceNew: true });
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('connect_error', reject));
  return socket;
}

const terms = 'mutation($id: ID!, $role: GlobalRole!, $organisation: ID)';
const grant = `${terms} { grantGlobalRole(personId: $id, role: $role, organisationId: $organisation) { id globalRoles { role organisation { id } } } }`;
const revoke = `${terms} { revokeGlobalRole(personId: $id, role: $role, organisationId: $organisation) { id globalRoles { role } } }`;
const link = 'mutation($input: LinkIdentityInput!) { linkIdentity(input: $input) { id identities { issuer subject } } }';
const first = 'mutation($token: String!) { becomeFirstAdmin(token: $token) { viewerCan { administer } globalRoles { role } } }';
const viewer = '{ viewer { person { id name } affiliations { organisation { id } } } }';

const audits = (id: string) => api.world.db.auditEntry.findMany({ where: { subjectId: id }, orderBy: { at: 'asc' } });
const told = (id: string) => api.world.db.event.count({ where: { room: `person:${id}`, name: 'viewer.rights_changed' } });
const admins = () => api.world.db.globalRoleGrant.count({ where: { role: 'LAND_ADMIN' } });

describe('the first LAND_ADMIN', () => {
  it('is made by a link that works once, while there is none', async () => {
    const { db } = api.world;
    const tokens: string[] = [];
    for (const _ of [1, 2]) tokens.push(/^\/erste-verwaltung\?token=([\w-]{43})$/.exec((await db.$transaction(issueFirstAdminLink))!)![1]!);
    const [replaced, token] = tokens;
    expect((await db.firstAdminLink.findMany()).map((l) => l.tokenHash)).not.toContain(token);
    const people = await Promise.all([1, 2, 3].map(() => api.world.person()));
    expect(await api.refusal(people[0]!, first, { token: replaced })).toBe('not_found');
    expect(await api.refusal(null, first, { token })).toBe('unauthenticated');
    const codes = await Promise.all(people.map((person) => api.refusal(person, first, { token })));
    expect(codes.filter((code) => code === undefined)).toHaveLength(1);
    expect(codes.filter((code) => code === 'invitation.used')).toHaveLength(2);
    const admin = people[codes.indexOf(undefined)]!;
    expect(await admins()).toBe(1);
    expect((await audits(admin.id)).map((a) => [a.action, a.actorId, a.details])).toEqual([
      ['admin.first', admin.id, { person: admin.name, role: 'LAND_ADMIN' }],
    ]);
    expect(await told(admin.id)).toBe(1);
    expect(await db.$transaction(issueFirstAdminLink)).toBeNull();
    expect(await api.refusal(people[0]!, first, { token: 'x' })).toBe('not_found');
    await db.globalRoleGrant.deleteMany({ where: { personId: admin.id } });
  });
});

describe('global roles', () => {
  it('are given and taken by LAND_ADMIN, each once', async () => {
    const { world } = api;
    const admin = await world.official('LAND_ADMIN');
    const person = await world.colleague();
    const ressort = await world.organisation({ kind: 'LAND_MINISTRY' });
    const expert = { id: person.id, role: 'LAND_EXPERT', organisation: ressort.id };
    const editor = { id: person.id, role: 'LAND_EDITOR' };
    for (const other of [
      await world.official('LAND_EDITOR'),
      await world.official('AUDITOR'),
      await world.colleague(undefined, 'COORDINATOR'),
      person,
    ])
      for (const document of [grant, revoke]) expect(await api.refusal(other, document, editor)).toBe('forbidden');
    for (const document of [grant, revoke]) expect(await api.refusal(await world.person(), document, editor)).toBe('not_found');

    for (const _ of [1, 2]) await api.get(admin, grant, editor);
    expect((await api.get(admin, grant, expert))['grantGlobalRole'].globalRoles).toEqual([
      { role: 'LAND_EDITOR', organisation: null },
      { role: 'LAND_EXPERT', organisation: { id: ressort.id } },
    ]);
    for (const _ of [1, 2])
      expect((await api.get(admin, revoke, editor))['revokeGlobalRole'].globalRoles).toEqual([{ role: 'LAND_EXPERT' }]);
    expect((await audits(person.id)).map((a) => [a.action, a.actorId, a.details])).toEqual([
      ['role.granted', admin.id, { person: person.name, role: 'LAND_EDITOR' }],
      ['role.granted', admin.id, { person: person.name, role: 'LAND_EXPERT', organisation: ressort.title }],
      ['role.revoked', admin.id, { person: person.name, role: 'LAND_EDITOR' }],
    ]);
    expect(await told(person.id)).toBe(3);
  });

  it('name a Ressort for an expert and nothing for the others', async () => {
    const { world } = api;
    const admin = await world.official('LAND_ADMIN');
    const { id, organisation } = await world.colleague();
    expect(await api.refusal(admin, grant, { id, role: 'LAND_EXPERT' })).toBe('invalid');
    expect(await api.refusal(admin, grant, { id, role: 'LAND_EDITOR', organisation: organisation.id })).toBe('invalid');
    const absent = '00000000-0000-7000-8000-000000000000';
    expect(await api.refusal(admin, grant, { id, role: 'LAND_EXPERT', organisation: absent })).toBe('not_found');
    expect(await api.refusal(admin, grant, { id: absent, role: 'LAND_EDITOR' })).toBe('not_found');
    expect(await audits(id)).toEqual([]);
  });

  it('leave one LAND_ADMIN, also when two revoke each other at once', async () => {
    const { db } = api.world;
    await db.globalRoleGrant.deleteMany({ where: { role: 'LAND_ADMIN' } });
    const one = await api.world.official('LAND_ADMIN');
    const two = await api.world.official('LAND_ADMIN');
    const role = 'LAND_ADMIN';
    const codes = await Promise.all([
      api.refusal(one, revoke, { id: two.id, role }),
      api.refusal(two, revoke, { id: one.id, role }),
      api.refusal(two, revoke, { id: two.id, role }),
      api.refusal(one, revoke, { id: one.id, role }),
    ]);
    expect(codes).toContain(undefined);
    expect(await admins()).toBe(1);
    const left = (await db.globalRoleGrant.findFirstOrThrow({ where: { role } })).personId === one.id ? one : two;
    expect(await api.refusal(left, revoke, { id: left.id, role })).toBe('role.last_admin');
    expect(await api.refusal(left, grant, { id: (await api.world.person()).id, role })).toBeUndefined();
    expect(await api.refusal(left, revoke, { id: left.id, role })).toBeUndefined();
  });
});

/** As the web does: while rights of others are ending, it is asked again. */
async function watched(socket: Socket, room: string): Promise<{ ok: boolean }> {
  for (;;) {
    const answer = (await socket.emitWithAck('watch', { room })) as { ok: boolean; later?: true };
    if (!answer.later) return answer;
  }
}

describe('a new identity', () => {
  const reason = 'Neue Kennung nach dem Wechsel des Anmeldedienstes.';
  const input = (person: Colleague, subject: string) => ({ input: { personId: person.id, issuer, subject, reason } });

  it('moves from the empty person of the first sign-in, whose session goes on as the one it is', async () => {
    const { world } = api;
    const admin = await world.official('LAND_ADMIN');
    const person = await world.colleague();
    const anew = { sub: `anew-${person.sub}`, name: person.name, email: person.email };
    const empty = (await api.get(anew, viewer))['viewer'].person.id;
    const socket = await connect(anew);
    expect(await watched(socket, `person:${empty}`)).toMatchObject({ ok: true });
    const disconnected = new Promise((resolve) => socket.once('disconnect', resolve));
    await api.get(anew, 'mutation { requestAffiliation(input: { statement: "Ich habe ein neues Konto." }) { id } }');
    const linked = (await api.get(admin, link, input(person, anew.sub)))['linkIdentity'];
    expect(linked).toEqual({
      id: person.id,
      identities: [
        { issuer, subject: person.sub },
        { issuer, subject: anew.sub },
      ],
    });
    // The web connects again after this, and hears the room of the person it is now.
    expect(await disconnected).toBe('io server disconnect');
    const again = await connect(anew);
    expect(await watched(again, `person:${person.id}`)).toMatchObject({ ok: true });
    again.disconnect();
    for (const session of [anew, person])
      expect((await api.get(session, viewer))['viewer']).toEqual({
        person: { id: person.id, name: person.name },
        affiliations: [{ organisation: { id: person.organisation.id } }],
      });
    expect(await world.db.person.count({ where: { id: empty } })).toBe(0);
    expect((await audits(person.id)).map((a) => [a.action, a.details])).toEqual([
      ['identity.linked', { person: person.name, issuer, subject: anew.sub, reason, before: person.name }],
    ]);
    expect(await told(person.id)).toBe(1);
    await api.get(admin, link, input(person, anew.sub));
    expect(await audits(person.id)).toHaveLength(1);
  });

  it('can be named before the first sign-in', async () => {
    const { world } = api;
    const person = await world.colleague();
    await api.get(await world.official('LAND_ADMIN'), link, input(person, `later-${person.sub}`));
    const session = { sub: `later-${person.sub}`, name: person.name, email: person.email };
    expect((await api.get(session, viewer))['viewer'].person.id).toBe(person.id);
  });

  it('finds everything that was there: seat, drafts, what was written; the earlier one goes on as the same person', async () => {
    const { world } = api;
    const group = await world.group({ visibility: 'MEMBERS' });
    const person = await world.member(group);
    const { id: threadId } = await world.thread(group, person);
    const key = `reply:${threadId}`;
    const save = 'mutation($input: SaveDraftInput!) { saveDraft(input: $input) { version } }';
    const read = `query($id: ID!, $key: String!) { viewer { person { id } } draft(key: $key) { body version }
      thread(id: $id) { viewerCan { reply } posts(first: 10) { nodes { author { personId } viewerCan { edit } } } } }`;
    const reply = 'mutation($input: ReplyInput!) { reply(input: $input) { no } }';
    const draft = (body: string, version: number) => ({ input: { key, title: '', body, version } });
    await api.get(person, reply, { input: { clientMutationId: randomUUID(), threadId, body: 'Vorher' } });
    await api.get(person, save, draft('Angefangen', 0));
    const session = { sub: `moved-${person.sub}`, name: person.name, email: person.email };
    const before = await api.get(person, read, { id: threadId, key });
    expect(before).toMatchObject({
      viewer: { person: { id: person.id } },
      draft: { body: 'Angefangen' },
      thread: { viewerCan: { reply: true }, posts: { nodes: [{ author: { personId: person.id }, viewerCan: { edit: true } }] } },
    });
    // Until it is linked it is a stranger, to whom the group does not exist.
    expect(await api.refusal(session, read, { id: threadId, key })).toBe('not_found');
    await api.get(await world.official('LAND_ADMIN'), link, input(person, session.sub));
    expect(await api.get(session, read, { id: threadId, key })).toEqual(before);
    await api.get(session, save, draft('Weitergeschrieben', 1));
    expect((await api.get(person, read, { id: threadId, key }))['draft']).toMatchObject({ body: 'Weitergeschrieben' });
  });

  it('is not taken from somebody who has left traces, and is linked by LAND_ADMIN with a reason only', async () => {
    const { world } = api;
    const admin = await world.official('LAND_ADMIN');
    const [person, other] = [await world.colleague(), await world.colleague()];
    expect(await api.refusal(admin, link, input(person, other.sub))).toBe('identity.taken');
    // Whatever the trace, and whichever feature keeps it.
    const voter = await world.person();
    const { id: questionId } = await world.question(await world.group(), other);
    await world.db.questionVote.create({ data: { questionId, personId: voter.id } });
    expect(await api.refusal(admin, link, input(person, voter.sub))).toBe('identity.taken');
    expect((await api.get(other, viewer))['viewer'].person.id).toBe(other.id);
    const fresh = input(person, `fresh-${person.sub}`);
    expect(await api.refusal(await world.official('LAND_EDITOR'), link, fresh)).toBe('forbidden');
    expect(await api.refusal(person, link, fresh)).toBe('forbidden');
    expect(await api.refusal(await world.person(), link, fresh)).toBe('not_found');
    expect(await api.refusal(admin, link, { input: { ...fresh.input, reason: ' ' } })).toBe('invalid');
    expect(await api.refusal(admin, link, { input: { ...fresh.input, issuer: 'javascript:alert(1)' } })).toBe('invalid');
    expect(await audits(person.id)).toEqual([]);
    expect(await api.refusal(admin, link, fresh)).toBeUndefined();
  });
});
