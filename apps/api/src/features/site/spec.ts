import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openApi, type Api } from '../../../test/api.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const text = 'query($key: SiteTextKey!) { siteText(key: $key) { key body version updatedAt } }';
const setText =
  'mutation($key: SiteTextKey!, $version: Int!, $body: String!) { setSiteText(key: $key, version: $version, body: $body) { body version } }';
const report = 'mutation($input: BarrierReportInput!) { reportBarrier(input: $input) }';
const reports =
  'query($done: Boolean, $first: Int, $after: String) { barrierReports(done: $done, first: $first, after: $after) { total nodes { id problem page contact doneAt } pageInfo { endCursor hasNextPage } } }';
const close = 'mutation($id: ID!, $done: Boolean!) { closeBarrierReport(id: $id, done: $done) { id doneAt } }';
const input = (problem = 'Die Tabelle wird nicht vorgelesen.') => ({
  clientMutationId: randomUUID(),
  problem,
  page: '/arbeitsgruppen',
  contact: '',
});

describe('texts of the operator', () => {
  it.each(['IMPRESSUM', 'DATENSCHUTZ', 'BARRIEREFREIHEIT'])(
    '%s stands there without sign-in, marked where it is to be completed',
    async (key) => {
      const { data } = await api.ask(null, text, { key });
      expect(data?.['siteText']).toMatchObject({ key, version: 0 });
      expect(data?.['siteText'].body).toContain('Sachsen-Anhalt');
      expect(data?.['siteText'].body).toContain('[Bitte ergänzen');
    },
  );

  it('are set by LAND_ADMIN from the version they saw, and nobody else', async () => {
    const { world, get, refusal } = api;
    const [admin, editor, colleague] = [await world.official('LAND_ADMIN'), await world.official('LAND_EDITOR'), await world.colleague()];
    const first = { key: 'IMPRESSUM', version: 0, body: 'Herausgeber: Ministerium' };
    expect(await refusal(null, setText, first)).toBe('unauthenticated');
    expect(await refusal(editor, setText, first)).toBe('forbidden');
    expect(await refusal(colleague, setText, first)).toBe('forbidden');
    expect(await refusal(admin, setText, { ...first, body: '  ' })).toBe('invalid');
    expect((await get(admin, setText, first))['setSiteText']).toEqual({ body: first.body, version: 1 });
    expect((await get(admin, setText, { ...first, version: 1, body: 'Zweite Fassung' }))['setSiteText'].version).toBe(2);
    expect((await api.ask(null, text, { key: 'IMPRESSUM' })).data?.['siteText']).toMatchObject({ body: 'Zweite Fassung', version: 2 });

    const stale = await api.ask(admin, setText, { ...first, version: 1, body: 'Zu spät' });
    expect(stale.errors?.[0]?.extensions).toMatchObject({ code: 'stale', current: { body: 'Zweite Fassung', version: 2 } });
    const audited = await world.db.auditEntry.findMany({ where: { action: 'site_text.set' }, orderBy: { id: 'asc' } });
    expect(audited.map((a) => [a.actorId, a.subjectId, a.details])).toEqual([
      [admin.id, 'IMPRESSUM', { version: 1 }],
      [admin.id, 'IMPRESSUM', { version: 2 }],
    ]);
  });

  it.each([0, 1])('of two who write upon version %i at once, one is refused', async (version) => {
    const admin = await api.world.official('LAND_ADMIN');
    const answers = await Promise.all(['A', 'B'].map((body) => api.refusal(admin, setText, { key: 'DATENSCHUTZ', version, body })));
    expect(answers.sort()).toEqual(['stale', undefined]);
  });
});

describe('reports of barriers', () => {
  it('come in without sign-in, once however often they are sent, five an hour', async () => {
    const { world, ask, work } = api;
    const admin = await world.official('LAND_ADMIN');
    const one = input();
    const twice = await Promise.all([ask(null, report, { input: one }), ask(null, report, { input: one })]);
    expect(twice.map((a) => a.data)).toEqual([{ reportBarrier: true }, { reportBarrier: true }]);
    // The two sent at once may both have counted; a later repetition does not.
    const { length: more } = (
      await Promise.all([1, 2, 3, 4, 5].map((n) => api.refusal(null, report, { input: input(`Noch eine Barriere, Nummer ${n}`) })))
    ).filter((code) => code === undefined);
    expect(more).toBeLessThanOrEqual(4);
    expect(more).toBeGreaterThanOrEqual(3);
    expect(await api.refusal(null, report, { input: input() })).toBe('rate_limited');
    expect(await api.refusal(null, report, { input: one })).toBeUndefined();
    expect(await api.refusal(null, report, { input: { ...input(), problem: 'kurz' } })).toBe('invalid');
    // Who is signed in counts for themselves.
    expect(await api.refusal(admin, report, { input: input('Gemeldet von jemandem mit Konto') })).toBeUndefined();
    const kept = await world.db.barrierReport.findMany();
    expect(kept.filter((r) => r.id === one.clientMutationId)).toHaveLength(1);
    await work();
  });

  it('are read oldest first and closed by LAND_ADMIN alone', async () => {
    const { world, get, refusal } = api;
    const admin = await world.official('LAND_ADMIN');
    const editor = await world.official('LAND_EDITOR');
    const made = await world.db.barrierReport.createManyAndReturn({
      data: [1, 2, 3].map((n) => ({ problem: `Alt ${n}`, createdAt: new Date(Date.UTC(2020, 0, n)) })),
    });
    expect(await refusal(editor, reports)).toBe('forbidden');
    expect(await refusal(null, reports)).toBe('unauthenticated');
    const first = (await get(admin, reports, { first: 2 }))['barrierReports'];
    const second = (await get(admin, reports, { first: 2, after: first.pageInfo.endCursor }))['barrierReports'];
    expect([...first.nodes, ...second.nodes].slice(0, 3).map((r: { problem: string }) => r.problem)).toEqual(['Alt 1', 'Alt 2', 'Alt 3']);

    const { id } = made[0]!;
    expect(await refusal(editor, close, { id, done: true })).toBe('not_found');
    expect(await refusal(admin, close, { id: randomUUID(), done: true })).toBe('not_found');
    const closed = (await get(admin, close, { id, done: true }))['closeBarrierReport'];
    expect(closed.doneAt).not.toBeNull();
    expect((await get(admin, close, { id, done: true }))['closeBarrierReport']).toEqual(closed);
    expect((await get(admin, reports, { done: true }))['barrierReports']).toMatchObject({ total: 1, nodes: [{ id }] });
    expect((await get(admin, reports))['barrierReports'].total).toBe(first.total - 1);
    expect((await get(admin, close, { id, done: false }))['closeBarrierReport'].doneAt).toBeNull();
  });
});
