import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openApi, type Api, type Data } from '../../../test/api.ts';
import { sprechstundenOf } from '../../../test/sprechstunden.ts';
import type { Colleague } from '../../../test/world.ts';
import type { Sprechstunde, SprechstundenSeries } from '../../generated/prisma/client.ts';

let api: Api;
let editor: Colleague;
let kim: Colleague;
let sascha: Colleague;
let series: SprechstundenSeries;
let event: Sprechstunde;
let id: string;
beforeAll(async () => {
  api = await openApi({ DATABASE_POOL: '10' });
  editor = await api.world.official('LAND_EDITOR');
  kim = await api.world.colleague();
  sascha = await api.world.colleague();
});
afterAll(() => api.close());
const { ask, refusal } = sprechstundenOf(() => api);
const wish = async (who: Colleague, title: string, clientMutationId = randomUUID()) =>
  ask(who, 'wishTopic', { input: { clientMutationId, seriesId: series.id, title, description: 'Wie geht das?' } });
beforeEach(async () => {
  series = await api.world.series(editor);
  event = await api.world.event(editor, { seriesId: series.id, no: 28, status: 'DRAFT', announcedAt: null });
  id = (await wish(kim, 'Siegel an Bescheiden'))['id'] as string;
});

describe('a topic wish', () => {
  it('has one vote a person, of whoever wished it first, taken back at will', async () => {
    const call = randomUUID();
    const first = await wish(sascha, 'ePayment', call);
    expect(await wish(sascha, 'ePayment', call)).toEqual(first);
    expect(first).toMatchObject({ status: 'OPEN', voteCount: 1, viewerVoted: true, voters: [{ id: sascha.organisation.id }] });
    await Promise.all(Array.from({ length: 5 }, () => ask(kim, 'voteWish', { id: first['id'], on: true })));
    expect(await ask(kim, 'wish', { id: first['id'] })).toMatchObject({ voteCount: 2, viewerVoted: true });
    expect(await ask(kim, 'voteWish', { id: first['id'], on: false })).toMatchObject({ voteCount: 1, viewerVoted: false });
    const { nodes, total } = await ask(kim, 'wishes', { seriesId: series.id });
    expect([total, (nodes as Data[]).map((n) => n['title'])]).toEqual([2, ['Siegel an Bescheiden', 'ePayment']]);
  });

  it('is merged with its like: votes united, once a person', async () => {
    const other = await wish(sascha, 'Digitales Siegel');
    await ask(kim, 'voteWish', { id: other['id'], on: true });
    const third = await api.world.colleague();
    await ask(third, 'voteWish', { id: other['id'], on: true });
    expect(await refusal(kim, 'mergeWish', { id: other['id'], intoId: id })).toBe('forbidden');
    expect(await refusal(editor, 'mergeWish', { id, intoId: id })).toBe('invalid');
    expect(await ask(editor, 'mergeWish', { id: other['id'], intoId: id })).toMatchObject({ id, voteCount: 3 });
    expect(await ask(sascha, 'wish', { id: other['id'] })).toMatchObject({
      status: 'MERGED',
      mergedInto: { id },
      voteCount: 3,
      viewerVoted: true,
    });
    expect(await refusal(kim, 'voteWish', { id: other['id'], on: false })).toBe('wish.not_open');
    expect(await refusal(editor, 'mergeWish', { id: other['id'], intoId: id })).toBe('wish.not_open');
  });

  it('is planned into the agenda, which tells those who wished and voted', async () => {
    await ask(sascha, 'voteWish', { id, on: true });
    expect(await refusal(kim, 'planWish', { id, sprechstundeId: event.id, minutes: 20 })).toBe('not_found');
    expect(await ask(editor, 'planWish', { id, sprechstundeId: event.id, minutes: 20 })).toMatchObject({
      status: 'PLANNED',
      sprechstunde: { id: event.id },
    });
    await api.work();
    expect(await ask(editor, 'event', { id: event.id })).toMatchObject({
      topics: ['Siegel an Bescheiden'],
      agenda: [{ title: 'Siegel an Bescheiden', minutes: 20, wishId: id }],
    });
    // The event is a draft: those who wished hear that it is planned, and not yet where.
    expect((await ask(kim, 'wish', { id }))['sprechstunde']).toBeNull();
    const told = await api.world.db.notice.findMany({ where: { wishId: id } });
    expect(told.map((n) => n.personId).toSorted()).toEqual([kim.id, sascha.id].toSorted());
    const { nodes } = (await api.get(sascha, '{ notices { nodes { sentence path } } }'))['notices'] as { nodes: Data[] };
    expect(nodes[0]).toEqual({ sentence: 'Das Thema „Siegel an Bescheiden“ ist eingeplant.', path: '/sprechstunden/themenwuensche' });
    expect(await refusal(kim, 'withdrawWish', { id })).toBe('wish.not_open');
    // Taken out of the agenda, it is open again.
    await ask(editor, 'programme', { id: event.id, version: 2, input: { agenda: [], speakers: [], links: [] } });
    expect(await ask(kim, 'wish', { id })).toMatchObject({ status: 'OPEN', voteCount: 2 });
  });

  it('is treated with its event, and open again when that falls out', async () => {
    await ask(editor, 'planWish', { id, sprechstundeId: event.id, minutes: 20 });
    await ask(editor, 'status', { id: event.id, status: 'CANCELLED', reason: 'Krankheit' });
    expect(await ask(kim, 'wish', { id })).toMatchObject({ status: 'OPEN' });
    const next = await api.world.event(editor, { seriesId: series.id, no: 29 });
    await ask(editor, 'planWish', { id, sprechstundeId: next.id, minutes: 20 });
    await ask(editor, 'status', { id: next.id, status: 'LIVE' });
    await ask(editor, 'status', { id: next.id, status: 'DONE' });
    expect(await ask(kim, 'wish', { id })).toMatchObject({ status: 'TREATED', sprechstunde: { id: next.id } });
    expect(await refusal(editor, 'planWish', { id, sprechstundeId: next.id, minutes: 20 })).toBe('wish.not_open');
  });

  it('goes into no event of another series, nor one that is over', async () => {
    const foreign = await api.world.event(editor);
    expect(await refusal(editor, 'planWish', { id, sprechstundeId: foreign.id, minutes: 20 })).toBe('invalid');
    const over = await api.world.event(editor, { seriesId: series.id, no: 27, status: 'DONE' });
    expect(await refusal(editor, 'planWish', { id, sprechstundeId: over.id, minutes: 20 })).toBe('event.status_impossible');
  });

  it('is declined with a reason that is told, and withdrawn by its author', async () => {
    expect(await refusal(editor, 'declineWish', { id, reason: '' })).toBe('invalid');
    await ask(editor, 'declineWish', { id, reason: 'Dafür gibt es eine Arbeitsgruppe.' });
    await api.work();
    expect(await ask(kim, 'wish', { id })).toMatchObject({ status: 'DECLINED', reason: 'Dafür gibt es eine Arbeitsgruppe.' });
    expect(await api.world.db.notice.count({ where: { wishId: id, personId: kim.id } })).toBe(1);
    const other = await wish(kim, 'ePayment');
    expect(await refusal(sascha, 'withdrawWish', { id: other['id'] })).toBe('forbidden');
    expect(await ask(kim, 'withdrawWish', { id: other['id'] })).toMatchObject({ status: 'WITHDRAWN' });
    expect(await refusal(kim, 'voteWish', { id: other['id'], on: true })).toBe('wish.not_open');
  });
});
