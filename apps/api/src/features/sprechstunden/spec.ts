import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { openApi, type Api, type Data } from '../../../test/api.ts';
import { eventInput, inHours, seriesInput, sprechstundenOf } from '../../../test/sprechstunden.ts';
import type { Colleague } from '../../../test/world.ts';
import { berlinDay } from '../../platform/berlin.ts';
import { holidayOn } from './calendar/holidays.ts';

let api: Api;
let editor: Colleague;
let kim: Colleague;
beforeAll(async () => {
  api = await openApi({ DATABASE_POOL: '10' });
  editor = await api.world.official('LAND_EDITOR');
  kim = await api.world.colleague();
});
afterAll(() => api.close());
const { ask, refusal, answer, register, events } = sprechstundenOf(() => api);

describe('a series', () => {
  const until = () => inHours(24 * 300).slice(0, 10);
  const planned = (seriesId: string) => api.world.db.sprechstunde.findMany({ where: { seriesId }, orderBy: { no: 'asc' } });

  it('plans its drafts once: numbers without gaps, holidays and exceptions fall out, every third is open', async () => {
    const organiser = await api.world.organisation({ kind: 'LAND_MINISTRY' });
    // Every day, so that holidays and both changes of the clock are among them.
    const input = seriesInput(organiser.id, { rule: 'FREQ=DAILY', firstDay: '2026-01-01' });
    const made = await ask(editor, 'createSeries', { input });
    expect((await ask(editor, 'createSeries', { input }))['id']).toBe(made['id']);
    const exception = inHours(24 * 10).slice(0, 10);
    const series = await ask(editor, 'editSeries', { id: made['id'], version: 1, input: { ...input, exceptions: [exception] } });
    const days = (await ask(editor, 'days', { seriesId: series['id'], until: until() })) as unknown as Data[];
    expect(days.length).toBeGreaterThan(298);
    await Promise.all([1, 2, 3].map(() => ask(editor, 'plan', { seriesId: series['id'], until: until() })));
    const drafts = await planned(series['id'] as string);
    const out = days.filter((d) => holidayOn(d['day'] as string) || d['day'] === exception);
    expect(out.length).toBeGreaterThan(5);
    expect(drafts.map((d) => d.no)).toEqual(drafts.map((_, i) => i + 1));
    expect(drafts.map((d) => d.originalDay)).toEqual(days.filter((d) => !out.includes(d)).map((d) => d['day']));
    expect(drafts.every((d) => d.format === (d.no! % 3 === 0 ? 'OPEN' : 'TOPIC') && d.status === 'DRAFT')).toBe(true);
    const inBerlin = (at: Date) => new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin', timeStyle: 'short' }).format(at);
    expect(new Set(drafts.map((d) => inBerlin(d.startsAt)))).toEqual(new Set(['10:00']));
    expect(new Set(drafts.map((d) => d.startsAt.getUTCHours()))).toEqual(new Set([8, 9]));
    // Moved and cancelled, a date stays planned and keeps its number.
    const [first, second] = drafts as [(typeof drafts)[0], (typeof drafts)[0]];
    await ask(editor, 'edit', {
      id: first.id,
      version: 1,
      input: eventInput({ seriesId: series['id'], startsAt: inHours(24 * 400), endsAt: inHours(24 * 400 + 1) }),
    });
    await ask(editor, 'status', { id: second.id, status: 'CANCELLED', reason: 'Krankheit' });
    const again = await ask(editor, 'plan', { seriesId: series['id'], until: until() });
    expect(again['nextNo']).toBe(drafts.length + 1);
    expect((await planned(series['id'] as string)).map((d) => d.no)).toEqual(drafts.map((d) => d.no));
    const extra = await ask(editor, 'create', { input: eventInput({ seriesId: series['id'] }) });
    expect(extra['no']).toBe(drafts.length + 1);
  }, 60_000);

  it('refuses rules that are none, stale edits, and everybody but the editor', async () => {
    const organiser = await api.world.organisation();
    for (const rule of ['jede zweite Woche', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'])
      expect(await refusal(editor, 'createSeries', { input: seriesInput(organiser.id, { rule }) })).toBe('series.rule_invalid');
    expect(await refusal(kim, 'createSeries', { input: seriesInput(organiser.id) })).toBe('forbidden');
    const series = await api.world.series(editor);
    const { errors } = await answer(editor, 'editSeries', { id: series.id, version: 7, input: seriesInput(organiser.id) });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'stale', current: { version: 1, rule: series.rule } });
    expect(await refusal(editor, 'plan', { seriesId: series.id, until: '2036-01-01' })).toBe('invalid');
  });
});

describe('an event', () => {
  const make = (more = {}) => ask(editor, 'create', { input: eventInput(more) });
  let event: Data;
  let id: string;
  beforeEach(async () => {
    event = await make();
    id = event['id'] as string;
  });

  it('is a draft that only the editor reads, and then announced to all', async () => {
    expect(event).toMatchObject({ status: 'DRAFT', version: 1, viewerCan: { edit: true, conduct: true, register: false } });
    expect(await refusal(kim, 'event', { id })).toBe('not_found');
    expect(await ask(editor, 'status', { id, status: 'ANNOUNCED' })).toMatchObject({ status: 'ANNOUNCED', version: 2 });
    // Said twice is said once.
    expect(await ask(editor, 'status', { id, status: 'ANNOUNCED' })).toMatchObject({ version: 2 });
    expect(await ask(kim, 'event', { id })).toMatchObject({ viewerCan: { edit: false, register: true }, seats: { total: 0 } });
    expect(await events(`event:${id}`)).toEqual(['sprechstunde.changed', 'sprechstunde.changed']);
  });

  const sameTime = inHours(72);
  it.each([
    ['an end before its start', { endsAt: inHours(71) }, 'event.ends_before_start'],
    ['an end at its start', { startsAt: sameTime, endsAt: sameTime }, 'event.ends_before_start'],
    ['a start in the past', { startsAt: inHours(-1) }, 'event.in_past'],
    ['a deadline after its start', { registrationUntil: inHours(73) }, 'invalid'],
    ['an address that is none', { registrationUrl: 'javascript:alert(1)' }, 'invalid'],
    ['an external one in a series', { format: 'EXTERNAL', seriesId: randomUUID() }, 'invalid'],
    ['a host that nobody knows', { hostId: randomUUID() }, 'not_found'],
  ])('is refused with %s, and nothing is lost', async (_, wrong, code) => {
    const startsAt = inHours(72);
    expect(await refusal(editor, 'create', { input: eventInput({ startsAt, ...wrong }) })).toBe(code);
    expect(await refusal(editor, 'edit', { id, version: 1, input: eventInput({ startsAt, ...wrong }) })).toBe(code);
    expect(await ask(editor, 'event', { id })).toMatchObject({ version: 1, title: event['title'] });
  });

  it('that is moved tells all who are registered, raises its sequence, and refuses a stale edit', async () => {
    await ask(editor, 'status', { id, status: 'ANNOUNCED' });
    await register(kim, id);
    const input = eventInput({ startsAt: inHours(96), endsAt: inHours(98) });
    expect(await refusal(editor, 'edit', { id, version: 1, input })).toBe('stale');
    await ask(editor, 'edit', { id, version: 2, input });
    await api.work();
    await ask(editor, 'edit', { id, version: 3, input: { ...input, limit: 70 } });
    await api.work();
    expect((await api.world.db.sprechstunde.findUniqueOrThrow({ where: { id } })).sequence).toBe(1);
    const told = await api.world.db.notice.findMany({ where: { sprechstundeId: id } });
    expect(told.map((n) => [n.personId, n.cause])).toEqual([[kim.id, `event_moved:${id}:1`]]);
    expect(await api.world.db.outboxMail.count({ where: { to: kim.email, subject: 'Neuer Termin: Gewerbesteuer digital' } })).toBe(1);
    const { nodes } = (await api.get(kim, '{ notices { nodes { sentence path } } }'))['notices'] as { nodes: Data[] };
    expect(nodes[0]).toMatchObject({ path: `/sprechstunden/${id}` });
    expect(nodes[0]!['sentence']).toMatch(/^„Gewerbesteuer digital“ findet jetzt am \p{L}+, \d+\. \p{L}+ \d{4}, \d\d:\d\d Uhr statt\.$/u);
  });

  it('that falls out needs a reason, tells all, and stays to be seen', async () => {
    await ask(editor, 'status', { id, status: 'ANNOUNCED' });
    await register(kim, id);
    expect(await refusal(editor, 'status', { id, status: 'CANCELLED' })).toBe('event.reason_required');
    await ask(editor, 'status', { id, status: 'CANCELLED', reason: 'Krankheit' });
    await api.work();
    expect(await ask(kim, 'event', { id })).toMatchObject({ status: 'CANCELLED', cancelReason: 'Krankheit' });
    expect(await api.world.db.outboxMail.count({ where: { to: kim.email, subject: 'Fällt aus: Gewerbesteuer digital' } })).toBe(1);
    expect(await refusal(editor, 'status', { id, status: 'LIVE' })).toBe('event.status_impossible');
  });

  it('has its programme as a whole, in which rows keep their ids', async () => {
    const speaker = { name: 'Noa Testfall', function: 'Projektleitung', organisationName: 'Hessen', item: 1 };
    const link = { kind: 'PRESENTATION', title: 'Folien', url: 'https://folien.example', item: 1 };
    const agenda = [
      { title: 'Begrüßung', minutes: 5, description: '' },
      { title: 'Stand', minutes: 15, description: '' },
    ];
    const first = await ask(editor, 'programme', { id, version: 1, input: { agenda, speakers: [speaker], links: [link] } });
    const items = first['agenda'] as Data[];
    expect(new Date(items[1]!['startsAt'] as string).getTime() - new Date(first['startsAt'] as string).getTime()).toBe(300_000);
    expect(first).toMatchObject({ speakers: [{ organisationName: 'Hessen', agendaItemId: items[1]!['id'] }], links: [{ url: link.url }] });
    const turned = { agenda: [{ ...agenda[1], id: items[1]!['id'] }, { ...agenda[0] }], speakers: [], links: [] };
    const second = await ask(editor, 'programme', { id, version: 2, input: turned });
    expect((second['agenda'] as Data[]).map((i) => i['title'])).toEqual(['Stand', 'Begrüßung']);
    expect((second['agenda'] as Data[])[0]!['id']).toBe(items[1]!['id']);
    const nowhere = { agenda: [], speakers: [{ ...speaker, item: 0 }], links: [] };
    expect(await refusal(editor, 'programme', { id, version: 3, input: nowhere })).toBe('invalid');
    expect(await refusal(editor, 'programme', { id, version: 2, input: turned })).toBe('stale');
  });

  it('has its Rückblick after it, with quotes of nobody, and stands in the year’s overview', async () => {
    const input = {
      review: 'Etwa **70**.',
      nextSteps: 'FAQ',
      participatingOrganisations: 58,
      quotes: [{ label: 'Kommune 1', text: 'Endlich.' }],
    };
    expect(await refusal(editor, 'review', { id, version: 1, input })).toBe('event.status_impossible');
    await ask(editor, 'status', { id, status: 'ANNOUNCED' });
    await ask(editor, 'status', { id, status: 'LIVE' });
    await ask(editor, 'status', { id, status: 'DONE' });
    const { quotes: _, ...shown } = input;
    expect(await ask(editor, 'review', { id, version: 4, input })).toMatchObject({ ...shown, moodQuotes: input.quotes });
    const columns = await api.world.db.$queryRaw<
      { name: string }[]
    >`SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'mood_quote'`;
    expect(columns.map((c) => c.name).toSorted()).toEqual(['id', 'label', 'position', 'sprechstunde_id', 'text']);
    const year = Number(berlinDay(new Date(event['startsAt'] as string)).slice(0, 4));
    const { data } = await answer(null, 'treated', { year });
    expect(data!['treatedTopics']).toMatchObject({ years: expect.arrayContaining([year]) });
    expect(data!['treatedTopics'].events.map((e: Data) => e['id'])).toContain(id);
  });

  it('shows the mood from five Kommunen on, and to each its own', async () => {
    await ask(editor, 'status', { id, status: 'ANNOUNCED' });
    const own = { id, organisationId: kim.organisation.id };
    expect(await refusal(kim, 'mood', { ...own, value: 4 })).toBe('mood.not_open');
    await ask(editor, 'status', { id, status: 'LIVE' });
    await ask(kim, 'mood', { ...own, value: 1 });
    const hidden = { mood: { voters: null, distribution: null, own: [{ organisationId: kim.organisation.id, value: 4 }] } };
    expect(await ask(kim, 'mood', { ...own, value: 4 })).toEqual(hidden);
    expect(await refusal(kim, 'mood', { ...own, value: 6 })).toBe('invalid');
    expect(await refusal(editor, 'mood', { id, organisationId: editor.organisation.id, value: 5 })).toBe('forbidden');
    expect(await refusal(kim, 'mood', { id, organisationId: editor.organisation.id, value: 5 })).toBe('forbidden');
    for (let i = 0; i < 4; i++) {
      const other = await api.world.colleague();
      expect((await ask(kim, 'event', { id }))['mood']).toEqual(hidden.mood);
      await ask(other, 'mood', { id, organisationId: other.organisation.id, value: 5 });
    }
    expect((await ask(editor, 'event', { id }))['mood']).toEqual({ voters: 5, distribution: [0, 0, 0, 1, 4], own: [] });
  });

  it('is public once it is announced, without its join link', async () => {
    const open = await make({ joinUrl: 'https://konferenz.example/geheim', title: 'Öffentlich zu sehen' });
    const list = async () => (await answer(null, 'public', {})).data!['publicSprechstunden'].nodes as Data[];
    expect((await list()).map((e) => e['id'])).not.toContain(open['id']);
    await ask(editor, 'status', { id: open['id'], status: 'ANNOUNCED' });
    expect((await list()).map((e) => e['title'])).toContain('Öffentlich zu sehen');
    expect(await api.refusal(null, '{ publicSprechstunden { nodes { joinUrl } } }')).toBe('invalid');
    expect(await api.refusal(null, `{ sprechstunde(id: "${open['id'] as string}") { id } }`)).toBe('unauthenticated');
    expect((await ask(kim, 'event', { id: open['id'] }))['joinUrl']).toBe('https://konferenz.example/geheim');
  });
});
