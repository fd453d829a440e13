import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openApi, type Api, type Data } from '../../../test/api.ts';
import { eventInput, inHours, sprechstundenOf } from '../../../test/sprechstunden.ts';
import type { Colleague } from '../../../test/world.ts';
import type { Sprechstunde, SprechstundenSeries } from '../../generated/prisma/client.ts';

let api: Api;
let editor: Colleague;
let kim: Colleague;
let series: SprechstundenSeries;
let event: Sprechstunde;
beforeAll(async () => {
  api = await openApi({ DATABASE_POOL: '10' });
  editor = await api.world.official('LAND_EDITOR');
  kim = await api.world.colleague();
});
afterAll(() => api.close());
beforeEach(async () => {
  series = await api.world.series(editor);
  event = await api.world.event(editor, { seriesId: series.id, no: 28, joinUrl: 'https://konferenz.example/28' });
});
const { ask, refusal, events, audited } = sprechstundenOf(() => api);
const tokenIn = async (email: string) => {
  const mail = await api.world.db.outboxMail.findFirstOrThrow({ where: { to: email }, orderBy: { createdAt: 'desc' } });
  return { mail, token: /einladung\/([\w-]+)/.exec(mail.text)![1]! };
};
const accept = 'mutation($token: String!) { acceptInvitation(token: $token) { email } }';

describe('guests from outside', () => {
  const invite = (email: string, role: string, more = {}) =>
    ask(editor, 'invite', { input: { sprechstundeId: event.id, email, organisationId: kim.organisation.id, role, ...more } });

  it('are invited by mail, take their seat until a day, and lose it at once', async () => {
    const noa = await api.world.person('Noa Testfall');
    const draft = await api.world.event(editor, { seriesId: series.id, no: 29, status: 'DRAFT', announcedAt: null });
    event = draft;
    const sent = await invite(noa.email, 'SPEAKER');
    expect(sent).toMatchObject({ sprechstundeId: draft.id, seatRole: 'SPEAKER' });
    // 30 days after the event, at the end of the day.
    const days = (Date.parse(sent['guestUntil'] as string) - draft.endsAt.getTime()) / 86_400_000;
    expect(days >= 30 && days < 31.1).toBe(true);
    const { mail, token } = await tokenIn(noa.email);
    expect(mail.text).toContain(`Zu: „29. OZG-Sprechstunde: ${draft.title}“, als Referentin oder Referent`);
    const offer = await api.get(
      noa,
      'query($token: String!) { invitation(token: $token) { eventTitle seatRole sprechstundeId groupName } }',
      { token },
    );
    expect(offer['invitation']).toEqual({
      eventTitle: `29. OZG-Sprechstunde: ${draft.title}`,
      seatRole: 'SPEAKER',
      sprechstundeId: draft.id,
      groupName: null,
    });
    expect(await refusal(noa, 'event', { id: draft.id })).toBe('not_found');
    await api.get(noa, accept, { token });
    expect(await ask(noa, 'event', { id: draft.id })).toMatchObject({
      viewerSeat: { role: 'SPEAKER' },
      viewerCan: { edit: false, conduct: false },
    });
    const { id } = ((await ask(editor, 'event', { id: draft.id }))['seats'] as { nodes: Data[] }).nodes[0]! as { id: string };
    await ask(editor, 'changeSeat', { id, role: 'GUEST', until: inHours(48) });
    // A guest listens, and prepares nothing.
    expect(await refusal(noa, 'event', { id: draft.id })).toBe('not_found');
    await ask(editor, 'changeSeat', { id, role: 'HOST', until: inHours(48) });
    expect((await ask(noa, 'event', { id: draft.id }))['viewerCan']).toMatchObject({ conduct: true });
    expect(await ask(editor, 'endSeat', { id })).toMatchObject({ status: 'REMOVED' });
    expect(await refusal(noa, 'event', { id: draft.id })).toBe('not_found');
    expect((await events(`event:${draft.id}`)).filter((name) => name === 'event_seat.changed')).toHaveLength(4);
    expect(await audited(draft.id)).toEqual(['event.seat_changed', 'event.seat_changed', 'event.seat_ended']);
    expect(await refusal(editor, 'changeSeat', { id, role: 'HOST', until: inHours(48) })).toBe('membership.already_decided');
  });

  it('of other events see nothing of this one', async () => {
    const other = await api.world.event(editor);
    const guest = await api.world.person();
    await api.world.eventSeat(other, guest, 'HOST');
    expect(await refusal(guest, 'event', { id: event.id })).toBe('not_found');
    expect((await ask(guest, 'events', {}))['nodes']).toMatchObject([{ id: other.id }]);
  });

  it('are refused a day that is over, and resending is the editor’s', async () => {
    const input = {
      sprechstundeId: event.id,
      email: 'wer@gast.example',
      organisationId: kim.organisation.id,
      role: 'GUEST',
      until: inHours(-48),
    };
    expect(await refusal(editor, 'invite', { input })).toBe('invalid');
    const { id } = await invite('wer@gast.example', 'GUEST');
    const resend = 'mutation($id: ID!) { resendInvitation(id: $id) { id } }';
    expect(await api.refusal(kim, resend, { id })).toBe('not_found');
    expect(await api.refusal(editor, resend, { id })).toBeUndefined();
  });

  it('end by themselves when their day is over', async () => {
    const guest = await api.world.person();
    const seat = await api.world.eventSeat(event, guest, 'GUEST');
    const { EventSeatService } = await import('./seats.service.ts');
    await api.app.get(EventSeatService).withTheDay(new Date(seat.until.getTime() - 1));
    expect((await api.world.db.eventSeat.findUniqueOrThrow({ where: { id: seat.id } })).status).toBe('ACTIVE');
    await api.app.get(EventSeatService).withTheDay(seat.until);
    expect((await api.world.db.eventSeat.findUniqueOrThrow({ where: { id: seat.id } })).status).toBe('EXPIRED');
    const { Rooms } = await import('../../platform/events/rooms.ts');
    const { Actors } = await import('../../platform/auth/actors.ts');
    const actor = (await api.app.get(Actors).byId(guest.id))!;
    expect(await api.app.get(Rooms).mayHear(actor, `event:${event.id}`)).toBe(false);
    await api.world.db.eventSeat.update({ where: { id: seat.id }, data: { status: 'ACTIVE' } });
    expect(await api.app.get(Rooms).mayHear(actor, `event:${event.id}`)).toEqual(seat.until);
  });
});

describe('the distribution list', () => {
  const add = (input: object) => ask(editor, 'add', { seriesId: series.id, input });
  it('holds people and addresses, once each', async () => {
    await add({ personId: kim.id });
    const { id } = await add({ email: 'Rathaus@Ort.example', name: 'Rathaus' });
    for (const input of [{ personId: kim.id }, { email: kim.email }, { email: 'rathaus@ort.example' }])
      expect(await refusal(editor, 'add', { seriesId: series.id, input })).toBe('distribution.already_listed');
    expect(await refusal(editor, 'add', { seriesId: series.id, input: {} })).toBe('invalid');
    expect(await ask(editor, 'list', { seriesId: series.id })).toMatchObject({
      total: 2,
      nodes: [
        { name: kim.name, email: kim.email, person: { id: kim.id } },
        { name: 'Rathaus', email: 'rathaus@ort.example', person: null },
      ],
    });
    expect(await refusal(kim, 'remove', { id })).toBe('not_found');
    await ask(editor, 'remove', { id });
    expect((await ask(editor, 'list', { seriesId: series.id }))['total']).toBe(1);
  });

  it('gets the invitation seven days before, once, whatever runs twice', async () => {
    const { DistributionService } = await import('./distribution.service.ts');
    const service = api.app.get(DistributionService);
    const addresses = Array.from({ length: 130 }, (_, i) => `stelle-${i}-${randomUUID().slice(0, 8)}@ort.example`);
    await api.world.db.distributionEntry.createMany({ data: addresses.map((email) => ({ seriesId: series.id, email, name: email })) });
    const mails = () => api.world.db.outboxMail.count({ where: { to: { in: addresses } } });
    const day = 86_400_000;
    const before = (days: number) => new Date(event.startsAt.getTime() - days * day);
    await service.invites(before(8.5));
    await api.work();
    expect(await mails()).toBe(0);
    await Promise.all([service.invites(before(7)), service.invites(before(7)), service.invites(before(7))]);
    await api.work();
    await service.invites(before(6));
    await api.work();
    expect(await mails()).toBe(130);
    const mail = await api.world.db.outboxMail.findFirstOrThrow({ where: { to: addresses[0]! } });
    expect(mail.subject).toMatch(/^Einladung zum \d\d\.\d\d\.\d{4}: 28\. OZG-Sprechstunde: /);
    expect(mail.text).toContain(`/sprechstunden/${event.id}`);
    expect(mail.text).not.toContain('konferenz.example');
  });

  it('hears nothing of drafts, of cancelled ones, and of events without a series', async () => {
    const { DistributionService } = await import('./distribution.service.ts');
    await ask(editor, 'add', { seriesId: series.id, input: { email: 'leer@ort.example' } });
    await api.world.db.sprechstunde.update({ where: { id: event.id }, data: { status: 'CANCELLED' } });
    await api.world.event(editor, { seriesId: series.id, no: 30, status: 'DRAFT' });
    await api.world.event(editor);
    await api.app.get(DistributionService).invites(new Date());
    await api.work();
    expect(await api.world.db.outboxMail.count({ where: { to: 'leer@ort.example' } })).toBe(0);
  });
});

describe('the calendar', () => {
  const read = (url: string) => api.app.inject({ method: 'GET', url: new URL(url).pathname + new URL(url).search });

  it('has a secret address of one’s own, that ends with the next one or when it is revoked', async () => {
    await ask(editor, 'edit', {
      id: event.id,
      version: 1,
      input: eventInput({ seriesId: series.id, joinUrl: event.joinUrl, title: 'Verlegt' }),
    });
    const first = (await ask(kim, 'subscribe'))['url'] as string;
    const { statusCode, headers, body } = await read(first);
    expect([statusCode, headers['content-type'], headers['cache-control']]).toEqual([
      200,
      'text/calendar; charset=utf-8',
      'private, no-store',
    ]);
    const flat = body.replaceAll('\r\n ', '');
    expect(flat).toContain(`UID:${event.id}@`);
    expect(flat).toContain('SUMMARY:28. OZG-Sprechstunde: Verlegt');
    expect(flat).toContain('https://konferenz.example/28');
    expect(flat).toContain('SEQUENCE:1');
    const stored = await api.world.db.calendarSubscription.findUniqueOrThrow({ where: { personId: kim.id } });
    expect(first).not.toContain(stored.tokenHash);
    const second = (await ask(kim, 'subscribe'))['url'] as string;
    expect((await read(first)).statusCode).toBe(404);
    expect((await read(second)).statusCode).toBe(200);
    expect(await ask(kim, 'revoke')).toEqual({ calendar: null });
    const gone = await read(second);
    expect([gone.statusCode, gone.body]).toEqual([404, expect.stringContaining('Diese Kalenderadresse gilt nicht')]);
  });

  it('shows what the person may read now, and cancelled ones as cancelled', async () => {
    const draft = await api.world.event(editor, { status: 'DRAFT', announcedAt: null });
    const url = (await ask(editor, 'subscribe'))['url'] as string;
    await ask(editor, 'status', { id: event.id, status: 'CANCELLED', reason: 'Krankheit' });
    const { body } = await read(url);
    expect(body).not.toContain(draft.id);
    const own = body.split('BEGIN:VEVENT').find((part) => part.includes(event.id))!;
    expect(own).toContain('STATUS:CANCELLED');
    expect(own).toContain('SEQUENCE:1');
    const guest = await api.world.person();
    const theirs = (await ask(guest, 'subscribe'))['url'] as string;
    expect((await read(theirs)).body).not.toContain('BEGIN:VEVENT');
  });

  it('says since when it is so, and by a higher number, whenever something in it changes; and only then', async () => {
    const long = new Date('2026-01-05T09:00:00Z');
    await api.world.db.sprechstunde.update({ where: { id: event.id }, data: { changedAt: long } });
    const { id, title, summary, topics, startsAt, endsAt, place, joinUrl } = event;
    const input = { ...eventInput({ seriesId: series.id }), title, summary, topics, startsAt, endsAt, place, joinUrl };
    const stamps = async () => {
      const { body } = await api.app.inject({ method: 'GET', url: `/kalender/sprechstunden/${id}.ics` });
      const of = (name: string) => new RegExp(`^${name}:(\\S+)`, 'm').exec(body)?.[1];
      expect(of('LAST-MODIFIED')).toBe(of('DTSTAMP'));
      return [of('SEQUENCE'), of('DTSTAMP') === '20260105T090000Z' ? 'long ago' : 'now'];
    };
    expect(await stamps()).toEqual(['0', 'long ago']);
    await ask(editor, 'edit', { id, version: 1, input: { ...input, limit: 70 } });
    expect(await stamps()).toEqual(['0', 'long ago']);
    await ask(editor, 'edit', { id, version: 2, input: { ...input, topics: ['Gewerbesteuer', 'ePayment'] } });
    expect(await stamps()).toEqual(['1', 'now']);
    await api.world.db.sprechstunde.update({ where: { id }, data: { changedAt: long } });
    const { id: wishId } = await ask(kim, 'wishTopic', {
      input: { clientMutationId: randomUUID(), seriesId: series.id, title: 'Digitales Siegel', description: '' },
    });
    await ask(editor, 'planWish', { id: wishId, sprechstundeId: id, minutes: 15 });
    expect(await stamps()).toEqual(['2', 'now']);
  });

  it('has single events without sign-in, without the way into the conference', async () => {
    const one = await api.app.inject({ method: 'GET', url: `/kalender/sprechstunden/${event.id}.ics` });
    expect(one.statusCode).toBe(200);
    expect(one.body).toContain(`UID:${event.id}@`);
    expect(one.body).not.toContain('konferenz.example');
    const draft = await api.world.event(editor, { status: 'DRAFT', announcedAt: null });
    for (const name of [draft.id, randomUUID(), 'x', '..'])
      expect((await api.app.inject({ method: 'GET', url: `/kalender/sprechstunden/${name}.ics` })).statusCode).toBe(404);
  });

  it.each(['', '?abo=', '?abo=falsch', '?abo=a&abo=b', `?abo=${'x'.repeat(5_000)}`])('refuses a foreign address: %s', async (query) => {
    const { statusCode, headers, body } = await api.app.inject({ method: 'GET', url: `/kalender/sprechstunden.ics${query}` });
    expect([statusCode, headers['content-type']]).toEqual([404, 'text/plain; charset=utf-8']);
    expect(body).toMatch(/^Diese Kalenderadresse gilt nicht/);
  });
});
