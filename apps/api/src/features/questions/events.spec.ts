import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Sprechstunde } from '../../generated/prisma/client.ts';
import { openApi, type Api, type Data } from '../../../test/api.ts';
import { questionsOf } from '../../../test/questions.ts';
import { inDays } from '../../platform/days.ts';
import type { Colleague, Someone } from '../../../test/world.ts';
import { VoteTeller } from './vote-teller.ts';

let api: Api;
let editor: Colleague;
let host: Someone;
let event: Sprechstunde;
const { ask, asking, assigned, events, refusal } = questionsOf(() => api);
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  const { world } = api;
  editor = await world.official('LAND_EDITOR');
  event = await world.event(editor, { title: 'Gewerbesteuer digital' });
  host = await world.person();
  await world.eventSeat(event, host, 'HOST');
});
const at = (more: object = {}) => asking('', { home: { sprechstundeId: event.id }, ...more });
const list = `query($id: ID!, $filter: QuestionFilter) { sprechstunde(id: $id) { questions(filter: $filter) { total nodes { id title voteCount agendaItemId home { kind title path } } } } }`;
const queue = async (who: Someone, filter: object = {}) =>
  (await api.get(who, list, { id: event.id, filter }))['sprechstunde'].questions as Data;

describe('questions at an event', () => {
  it('are asked by whoever reads it, before, during and after, and told in its room', async () => {
    const asker = await api.world.colleague();
    const item = await api.world.db.agendaItem.create({ data: { sprechstundeId: event.id, position: 1, title: 'Fragen', minutes: 10 } });
    const { id } = await ask(asker, 'ask', at({ home: { sprechstundeId: event.id, agendaItemId: item.id } }));
    await ask(host, 'vote', { id, on: true });
    await api.app.get(VoteTeller).settled();
    expect(await queue(asker)).toEqual({
      total: 1,
      nodes: [
        {
          id,
          title: 'Wie geht das?',
          voteCount: 1,
          agendaItemId: item.id,
          home: { kind: 'EVENT', title: 'Gewerbesteuer digital', path: `/sprechstunden/${event.id}` },
        },
      ],
    });
    expect(await events(`event:${event.id}`)).toEqual(['question.asked', 'question.voted']);
    for (const status of ['LIVE', 'DONE'] as const) {
      await api.world.db.sprechstunde.update({ where: { id: event.id }, data: { status } });
      expect(await refusal(asker, 'ask', at({ anonymous: true }))).toBeUndefined();
    }
    expect(await refusal(host, 'ask', at())).toBeUndefined();
  });

  it('wait for no draft, no cancelled event, and for nobody outside', async () => {
    const asker = await api.world.colleague();
    expect(await refusal(await api.world.person(), 'ask', at())).toBe('not_found');
    for (const home of [
      { sprechstundeId: event.id, groupId: randomUUID() },
      { agendaItemId: randomUUID() },
      { sprechstundeId: event.id, agendaItemId: randomUUID() },
    ])
      expect([home, await refusal(asker, 'ask', at({ home }))]).toEqual([home, 'invalid']);
    const { id } = await ask(asker, 'ask', at());
    await api.world.db.sprechstunde.update({ where: { id: event.id }, data: { status: 'CANCELLED' } });
    expect(await refusal(asker, 'ask', at())).toBe('event.status_impossible');
    expect(await refusal(host, 'vote', { id, on: true })).toBe('event.status_impossible');
    await api.world.db.sprechstunde.update({ where: { id: event.id }, data: { status: 'DRAFT', announcedAt: null } });
    expect(await refusal(asker, 'one', { id })).toBe('not_found');
  });

  it('are ordered by the editor and the host’s seat, also to an office outside its topic', async () => {
    const [asker, office] = [await api.world.colleague(), await api.world.official('LAND_EXPERT')];
    const { id } = await ask(asker, 'ask', at());
    const alike = (await ask(asker, 'ask', at({ title: 'Dasselbe?' })))['id'];
    const group = await api.world.group();
    await api.world.seat(group, asker);
    const elsewhere = (await ask(asker, 'ask', asking(group.id)))['id'];
    expect(await refusal(asker, 'assign', { id, officeId: office.organisation.id, dueOn: inDays(3), reason: '' })).toBe('forbidden');
    expect(await ask(host, 'merge', { id: alike, intoId: id })).toMatchObject({ state: 'MERGED' });
    expect(await refusal(editor, 'merge', { id: elsewhere, intoId: id })).toBe('question.other_home');
    expect(await assigned(host, id, office.organisation.id)).toMatchObject({ state: 'ASSIGNED' });
    expect((await queue(asker)).total).toBe(1);
    const waiting = await ask(editor, 'unanswered', { filter: { sprechstundeId: event.id } });
    expect((waiting['nodes'] as Data[]).map((q) => q['id'])).toEqual([id]);
  });
});

describe('the database', () => {
  it('knows no question without a home, or with two', async () => {
    const { world } = api;
    const group = await world.group();
    const question = await world.question(group, await world.colleague());
    for (const data of [{ groupId: null }, { sprechstundeId: event.id }])
      await expect(world.db.question.update({ where: { id: question.id }, data })).rejects.toThrow(/question_one_home/);
  });
});
