import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Job } from '../../platform/jobs/jobs.ts';
import { openApi, type Api } from '../../../test/api.ts';
import { affiliationDecided, affiliationRequested } from '../people/jobs.ts';
import { barrierReported } from '../site/jobs.ts';
import {
  groupProposed,
  leadLost,
  memberInvited,
  memberRemoved,
  membershipDecided,
  membershipRequested,
  proposalDecided,
  readWithReason,
  roleChanged,
  volunteered,
  volunteeringDecided,
} from '../working-groups/jobs.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

/** As the write does it; the worker follows. */
async function happens<D extends object>(fact: Job<D>, data: D): Promise<void> {
  const { Jobs } = await import('../../platform/jobs/jobs.ts');
  await api.app.get(Jobs).send(fact, data);
  await api.work();
}
/** Who was told what, and who got a mail about what, since the test began. */
async function told(): Promise<{ notices: Record<string, string>; mails: Record<string, string> }> {
  const { db } = api.world;
  const notices = await db.notice.findMany({ include: { person: true } });
  const mails = await db.outboxMail.findMany();
  return {
    notices: Object.fromEntries(notices.map((n) => [n.person.email, n.kind])),
    mails: Object.fromEntries(mails.map((m) => [m.to, m.subject])),
  };
}
beforeEach(async () => {
  await api.world.db.notice.deleteMany();
  await api.world.db.outboxMail.deleteMany();
});

/** A group with a lead, a deputy, a member, and a former lead who hears nothing any more. */
async function led() {
  const { world } = api;
  const group = await world.group({ name: 'Kommunikation', number: Math.floor(Math.random() * 1e6) + 1 });
  const [lead, deputy] = [await world.member(group, 'LEAD'), await world.member(group, 'DEPUTY')];
  await world.member(group);
  await world.seat(group, await world.colleague(), 'LEAD', 'LEFT');
  await world.seat(group, await world.colleague(), 'DEPUTY', 'ACTIVE', new Date(Date.now() - 1000));
  return { group, lead, deputy, name: `AG ${group.number} Kommunikation` };
}
const toAll = (people: { email: string }[], what: string) => Object.fromEntries(people.map((p) => [p.email, what]));

describe('in a group', () => {
  it('a request is told to its leads, the decision to who asked', async () => {
    const { world } = api;
    const { group, lead, deputy, name } = await led();
    const asker = await world.colleague();
    const seat = await world.seat(group, asker, 'MEMBER', 'REQUESTED');
    await happens(membershipRequested, { membershipId: seat.id });
    expect(await told()).toEqual({
      notices: toAll([lead, deputy], 'REQUEST'),
      mails: toAll([lead, deputy], `Anfrage zur Mitarbeit: ${name}`),
    });
    const mail = await world.db.outboxMail.findFirstOrThrow({ where: { to: lead.email } });
    expect(mail.text).toContain(`Guten Tag ${lead.name},\n\n${asker.name} möchte in „${name}“ mitarbeiten.`);
    expect(mail.text).toContain(`/arbeitsgruppen/${group.id}/mitglieder`);
    // Twice by the queue, once for people.
    await happens(membershipRequested, { membershipId: seat.id });
    expect(await world.db.outboxMail.count()).toBe(2);

    await world.db.groupMembership.update({ where: { id: seat.id }, data: { status: 'DECLINED', reason: 'Voll.', decidedAt: new Date() } });
    await happens(membershipDecided, { membershipId: seat.id, byId: lead.id });
    expect((await told()).mails[asker.email]).toBe(`Ihre Anfrage wurde abgelehnt: ${name}`);
    await world.db.groupMembership.update({ where: { id: seat.id }, data: { status: 'ACTIVE', decidedAt: new Date(Date.now() + 5) } });
    await happens(membershipDecided, { membershipId: seat.id, byId: lead.id });
    const decisions = await world.db.notice.findMany({ where: { personId: asker.id }, orderBy: { id: 'asc' } });
    expect(decisions.map((n) => [n.kind, n.cause.split(':')[0], n.detail])).toEqual([
      ['DECISION', 'declined', 'Voll.'],
      ['DECISION', 'accepted', ''],
    ]);
    // Asked anew after leaving: a new fact.
    await world.db.groupMembership.update({ where: { id: seat.id }, data: { status: 'REQUESTED', requestedAt: new Date(Date.now() + 9) } });
    await happens(membershipRequested, { membershipId: seat.id });
    expect(await world.db.notice.count({ where: { personId: lead.id, kind: 'REQUEST' } })).toBe(2);
  });

  it('a request that was withdrawn meanwhile is told to nobody', async () => {
    const { group } = await led();
    const seat = await api.world.seat(group, await api.world.colleague(), 'MEMBER', 'LEFT');
    await happens(membershipRequested, { membershipId: seat.id });
    await happens(membershipRequested, { membershipId: randomUUID() });
    expect(await told()).toEqual({ notices: {}, mails: {} });
  });

  it('an invitation is told to the person, the answer to the leads, its withdrawal to the person', async () => {
    const { world } = api;
    const { group, lead, deputy, name } = await led();
    const invited = await world.colleague();
    const seat = await world.seat(group, invited, 'MEMBER', 'INVITED');
    await happens(memberInvited, { membershipId: seat.id, byId: lead.id });
    expect(await told()).toEqual({
      notices: toAll([invited], 'INVITATION'),
      mails: toAll([invited], `Einladung in die Arbeitsgruppe ${name}`),
    });
    expect((await world.db.outboxMail.findFirstOrThrow()).text).toContain(`${lead.name} lädt Sie ein`);
    const becomes = (data: object) => world.db.groupMembership.update({ where: { id: seat.id }, data });
    await becomes({ status: 'REMOVED', endedAt: new Date() });
    await happens(memberRemoved, { membershipId: seat.id, byId: lead.id });
    expect((await told()).mails[invited.email]).toBe(`Einladung zurückgenommen: ${name}`);

    await world.db.outboxMail.deleteMany();
    await becomes({ status: 'ACTIVE', decidedAt: new Date(), joinedAt: new Date() });
    await happens(membershipDecided, { membershipId: seat.id, byId: invited.id });
    expect((await told()).mails).toEqual(toAll([lead, deputy], `Einladung angenommen: ${name}`));
    await becomes({ status: 'DECLINED', decidedAt: new Date(Date.now() + 5) });
    await happens(membershipDecided, { membershipId: seat.id, byId: invited.id });
    expect((await told()).mails[lead.email]).toBe(`Einladung abgelehnt: ${name}`);
  });

  it('a removal and a new role are told to the member, each time', async () => {
    const { world } = api;
    const { group, lead, name } = await led();
    const member = await world.member(group);
    const seat = await world.db.groupMembership.findFirstOrThrow({ where: { groupId: group.id, personId: member.id } });
    for (const role of ['OBSERVER', 'MEMBER', 'OBSERVER'] as const) {
      await world.db.groupMembership.update({ where: { id: seat.id }, data: { role } });
      await world.db.auditEntry.create({
        data: { action: 'group.role_changed', subjectKind: 'group', subjectId: group.id, details: { personId: member.id } },
      });
      await happens(roleChanged, { membershipId: seat.id, byId: lead.id });
    }
    const told3 = await world.db.notice.findMany({ where: { personId: member.id }, orderBy: { id: 'asc' } });
    expect(told3.map((n) => n.detail)).toEqual(['OBSERVER', 'MEMBER', 'OBSERVER']);
    await world.db.groupMembership.update({ where: { id: seat.id }, data: { status: 'REMOVED', reason: 'Wechsel', endedAt: new Date() } });
    await happens(memberRemoved, { membershipId: seat.id, byId: lead.id });
    expect((await told()).mails[member.email]).toBe(`Ihre Mitgliedschaft wurde beendet: ${name}`);
  });

  it('a group without a lead is told to who edits for the Land, until it has one', async () => {
    const { world } = api;
    await world.db.globalRoleGrant.deleteMany();
    const editor = await world.official('LAND_EDITOR');
    const { group, lead, name } = await led();
    await happens(leadLost, { groupId: group.id });
    expect(await told()).toEqual({ notices: {}, mails: {} });
    await world.db.groupMembership.updateMany({
      where: { groupId: group.id, personId: lead.id },
      data: { status: 'LEFT', endedAt: new Date() },
    });
    await happens(leadLost, { groupId: group.id });
    expect(await told()).toEqual({ notices: toAll([editor], 'REQUEST'), mails: toAll([editor], `Ohne Leitung: ${name}`) });
  });

  it('who volunteers is told to the leads, the decision to who did', async () => {
    const { world } = api;
    const { group, lead, deputy, name } = await led();
    const work = await world.db.workPackage.create({ data: { groupId: group.id, position: 1, title: 'Leitfaden' } });
    const { id } = await world.db.volunteering.create({ data: { groupId: group.id, workPackageId: work.id, personId: deputy.id } });
    await happens(volunteered, { volunteeringId: id });
    // A deputy who volunteers needs no telling.
    expect(await told()).toEqual({ notices: toAll([lead], 'VOLUNTEER'), mails: toAll([lead], `Angebot zur Übernahme: ${name}`) });
    await world.db.volunteering.update({ where: { id }, data: { status: 'CONFIRMED' } });
    await happens(volunteeringDecided, { volunteeringId: id });
    expect((await told()).mails[deputy.email]).toBe(`Ihr Angebot wurde bestätigt: ${name}`);
  });

  it('reading it with a reason is told to its leads, with the reason', async () => {
    const { world } = api;
    const { group, lead, deputy, name } = await led();
    const admin = await world.official('LAND_ADMIN');
    const { id } = await world.db.readingGrant.create({
      data: { groupId: group.id, personId: admin.id, reason: 'Beschwerde vom 3. März', expiresAt: new Date(Date.now() + 1e6) },
    });
    await happens(readWithReason, { grantId: id });
    expect(await told()).toEqual({
      notices: toAll([lead, deputy], 'ACCESS'),
      mails: toAll([lead, deputy], `Einsicht durch die Verwaltung des Landes: ${name}`),
    });
    const mail = await world.db.outboxMail.findFirstOrThrow();
    expect(mail.text).toContain(`Die Verwaltung des Landes hat „${name}“ gelesen. Grund: Beschwerde vom 3. März`);
  });
});

describe('a proposal', () => {
  it('is told to who edits for the Land, without one to the administrators; the decision to who proposed', async () => {
    const { world } = api;
    await world.db.globalRoleGrant.deleteMany();
    const admin = await world.official('LAND_ADMIN');
    const proposer = await world.colleague(undefined, 'COORDINATOR');
    const propose = async () => world.group({ status: 'PROPOSED', name: 'Neues', proposedById: proposer.id });
    const first = await propose();
    await happens(groupProposed, { groupId: first.id });
    expect(await told()).toEqual({ notices: toAll([admin], 'REQUEST'), mails: toAll([admin], 'Vorschlag für eine Arbeitsgruppe: Neues') });

    const editor = await world.official('LAND_EDITOR');
    await happens(groupProposed, { groupId: (await propose()).id });
    expect((await told()).notices).toEqual(toAll([admin, editor], 'REQUEST'));
    expect(await world.db.notice.count({ where: { personId: admin.id } })).toBe(1);

    await world.db.workingGroup.update({ where: { id: first.id }, data: { status: 'DECLINED', statusReason: 'Gibt es schon.' } });
    await happens(proposalDecided, { groupId: first.id });
    expect(await world.db.notice.findFirst({ where: { personId: proposer.id } })).toMatchObject({
      kind: 'DECISION',
      detail: 'Gibt es schon.',
    });
    expect((await told()).mails[proposer.email]).toBe('Ihr Vorschlag wurde abgelehnt: Neues');
  });
});

describe('who belongs where', () => {
  it('is asked of its coordinators, without one of the administrators, and answered to who asked', async () => {
    const { world } = api;
    await world.db.globalRoleGrant.deleteMany();
    const admin = await world.official('LAND_ADMIN');
    const coordinator = await world.colleague(undefined, 'COORDINATOR');
    await world.colleague(coordinator.organisation);
    const asker = await world.person('Kim Muster');
    const request = (organisationId: string | null) =>
      world.db.affiliationRequest.create({ data: { personId: asker.id, organisationId, statement: 'Ich arbeite dort.' } });

    const named = await request(coordinator.organisation.id);
    await happens(affiliationRequested, { requestId: named.id });
    expect(await told()).toEqual({
      notices: toAll([coordinator], 'REQUEST'),
      mails: toAll([coordinator], `Bitte um Zuordnung: ${coordinator.organisation.title}`),
    });
    await happens(affiliationRequested, { requestId: (await request((await world.organisation()).id)).id });
    expect(await world.db.notice.count({ where: { personId: admin.id } })).toBe(1);
    const nowhere = await request(null);
    await happens(affiliationRequested, { requestId: nowhere.id });
    expect(await world.db.notice.count({ where: { personId: admin.id } })).toBe(2);
    // Assigned to an organisation, its coordinators are asked.
    await world.db.affiliationRequest.update({ where: { id: nowhere.id }, data: { organisationId: coordinator.organisation.id } });
    await happens(affiliationRequested, { requestId: nowhere.id });
    expect(await world.db.notice.count({ where: { personId: coordinator.id } })).toBe(2);

    await world.db.affiliationRequest.update({ where: { id: named.id }, data: { status: 'DECLINED', reason: 'Unbekannt.' } });
    await happens(affiliationDecided, { requestId: named.id });
    expect(await world.db.notice.findFirst({ where: { personId: asker.id } })).toMatchObject({ kind: 'DECISION', detail: 'Unbekannt.' });
    expect((await told()).mails[asker.email]).toBe('Ihre Zuordnung wurde nicht bestätigt');
  });

  it('a barrier is told to the administrators', async () => {
    const { world } = api;
    await world.db.globalRoleGrant.deleteMany();
    const admin = await world.official('LAND_ADMIN');
    await world.official('LAND_EDITOR');
    const { id } = await world.db.barrierReport.create({ data: { problem: 'Die Karte ist ohne Maus nicht zu bedienen.' } });
    await happens(barrierReported, { reportId: id });
    expect(await told()).toEqual({ notices: toAll([admin], 'REQUEST'), mails: toAll([admin], 'Eine Barriere wurde gemeldet') });
  });
});

describe('many', () => {
  it('are told in small transactions, with a pause in which others come first', async () => {
    const { world, app } = api;
    const people = await world.db.person.createManyAndReturn({
      data: Array.from({ length: 101 }, (_, i) => ({ name: `Viele ${i}`, email: `viele${i}@ort.example` })),
    });
    const { Notifier } = await import('./notifier.ts');
    await app.get(Notifier, { strict: false }).tells(people, { kind: 'DECISION', cause: 'post:x' }, {});
    const told = await world.db.notice.groupBy({
      by: ['createdAt'],
      where: { cause: 'post:x' },
      _count: true,
      orderBy: { createdAt: 'asc' },
    });
    expect(told.map(({ _count }) => _count)).toEqual([50, 50, 1]);
    const pauses = told.slice(1).map(({ createdAt }, i) => createdAt.getTime() - told[i]!.createdAt.getTime());
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(25);
    expect(await world.db.event.count({ where: { name: 'notice.changed', room: { in: people.map((p) => `person:${p.id}`) } } })).toBe(101);
  });
});
