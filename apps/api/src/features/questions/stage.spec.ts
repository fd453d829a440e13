import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { inQueue, type Queued } from '@kollab/contract';
import type { Sprechstunde } from '../../generated/prisma/client.ts';
import { openApi, type Api, type Data } from '../../../test/api.ts';
import { questionsOf } from '../../../test/questions.ts';
import type { Colleague, Someone } from '../../../test/world.ts';
import { Actors } from '../../platform/auth/actors.ts';
import { EventLog } from '../../platform/events/log.ts';
import { Writes } from '../../platform/database/writes.ts';
import { voteGate } from './gate.ts';
import { VoteTeller } from './vote-teller.ts';

let api: Api;
let editor: Colleague;
let host: Someone;
let asker: Colleague;
let event: Sprechstunde;
const { ask, asking, events } = questionsOf(() => api);
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  const { world } = api;
  editor = await world.official('LAND_EDITOR');
  event = await world.event(editor, { title: 'Gewerbesteuer digital', status: 'LIVE' });
  host = await world.person();
  await world.eventSeat(event, host, 'HOST');
  asker = await world.colleague();
});

const set = `mutation($sprechstundeId: ID!, $questionId: ID, $instead: ID, $done: Boolean! = true) {
  setCurrentQuestion(sprechstundeId: $sprechstundeId, questionId: $questionId, instead: $instead, done: $done) { currentSince currentQuestion { id } } }`;
const place = `mutation($id: ID!, $place: Int) { placeQuestion(id: $id, place: $place) { id place } }`;
const stage = `query($id: ID!, $after: String, $first: Int) { sprechstunde(id: $id) { currentSince currentQuestion { id title } viewerCan { steer }
  questions(filter: { states: [OPEN, ASSIGNED] }, order: QUEUE, first: $first, after: $after) { total pageInfo { endCursor hasNextPage }
    nodes { id title createdAt voteCount place discussedAt } } } }`;

const asked = async (title: string, more: object = {}): Promise<string> =>
  String((await ask(asker, 'ask', asking('', { home: { sprechstundeId: event.id }, title, ...more })))['id']);
const three = async () => [await asked('Erste Frage'), await asked('Zweite Frage'), await asked('Dritte Frage')] as const;
const setting = (questionId: string | null, instead: string | null = null, done = true) => ({
  sprechstundeId: event.id,
  questionId,
  instead,
  done,
});
const put = async (who: Someone, ...how: Parameters<typeof setting>): Promise<Data> =>
  (await api.get(who, set, setting(...how)))['setCurrentQuestion'] as Data;
const look = async (who: Someone = asker): Promise<Data> => (await api.get(who, stage, { id: event.id }))['sprechstunde'] as Data;
const queue = async (who?: Someone): Promise<string[]> =>
  ((await look(who))['questions'] as { nodes: Data[] }).nodes.map((q) => q['id'] as string);

describe('what is being answered', () => {
  it('is said by the host and the editor, and shown to everybody', async () => {
    const [first, second] = await three();
    expect(await look()).toMatchObject({ currentQuestion: null, currentSince: null, viewerCan: { steer: false } });
    expect(await put(host, first)).toMatchObject({ currentQuestion: { id: first } });
    expect(await put(editor, second, first)).toMatchObject({ currentQuestion: { id: second } });
    expect(await look()).toMatchObject({ currentQuestion: { id: second }, currentSince: expect.any(String) });
    expect((await look(host))['viewerCan']).toEqual({ steer: true });
    expect((await events(`event:${event.id}`)).filter((name) => name === 'stage.changed')).toHaveLength(2);
    for (const who of [asker, await api.world.official('MODERATOR')])
      expect(await api.refusal(who, set, setting(null, second))).toBe('forbidden');
  });

  it('goes to one of two who press "next" at once, and the other one learns it', async () => {
    const [first, second, third] = await three();
    await put(host, first);
    const both = await Promise.all([host, editor].map((who) => api.refusal(who, set, setting(second, first))));
    expect(both).toEqual([undefined, undefined]);
    expect(await api.refusal(editor, set, setting(third, first))).toBe('stale');
    expect(await look()).toMatchObject({ currentQuestion: { id: second } });
    expect((await events(`event:${event.id}`)).filter((name) => name === 'stage.changed')).toHaveLength(2);
  });

  it('was dealt with when the next one comes, and stands last; or it is the next one again', async () => {
    const [first, second, third] = await three();
    await put(host, first);
    await put(host, second, first);
    expect(await queue()).toEqual([second, third, first]);
    await put(host, first, second, false);
    expect(await queue()).toEqual([second, first, third]);
    await put(host, null, first);
    expect(await queue()).toEqual([second, third, first]);
    expect(await look()).toMatchObject({ currentQuestion: null, currentSince: null });
  });

  it('is nothing of another event, nothing hidden, and nothing unless the event runs', async () => {
    const [first] = await three();
    const other = await api.world.event(editor, { status: 'LIVE' });
    const elsewhere = (await ask(asker, 'ask', asking('', { home: { sprechstundeId: other.id } })))['id'] as string;
    const group = await api.world.group();
    await api.world.seat(group, asker);
    const inGroup = (await ask(asker, 'ask', asking(group.id)))['id'] as string;
    expect(await api.refusal(editor, set, setting(elsewhere))).toBe('question.other_home');
    expect(await api.refusal(editor, set, setting(inGroup))).toBe('question.state_impossible');
    await put(host, first);
    await ask(editor, 'hide', { id: first, reason: 'Doppelt.' });
    for (const who of [asker, editor, host]) expect(await look(who)).toMatchObject({ currentQuestion: null, currentSince: null });
    expect(await api.refusal(host, set, setting(first))).toBe('question.state_impossible');
    await api.world.db.sprechstunde.update({ where: { id: event.id }, data: { status: 'DONE' } });
    expect(await api.refusal(host, set, setting(null))).toBe('event.status_impossible');
  });

  it('goes over to the one it is merged into, and is no more when it is withdrawn', async () => {
    const [first, second] = await three();
    await put(host, first);
    await ask(host, 'merge', { id: first, intoId: second });
    expect(await look()).toMatchObject({ currentQuestion: { id: second } });
    await ask(asker, 'withdraw', { id: second });
    expect(await look()).toMatchObject({ currentQuestion: null });
  });
});

describe('the queue', () => {
  it('is ordered by given places, then votes, then time; on each screen alike, page by page', async () => {
    const [first, second, third] = await three();
    const fourth = await asked('Vierte Frage');
    for (const who of [host, editor]) await ask(who, 'vote', { id: third, on: true });
    await ask(host, 'vote', { id: fourth, on: true });
    await api.app.get(VoteTeller).settled();
    expect(await queue()).toEqual([third, fourth, first, second]);
    await api.get(host, place, { id: second, place: 1 });
    await api.get(editor, place, { id: first, place: 1 });
    expect(await queue()).toEqual([first, second, third, fourth]);
    await api.get(editor, place, { id: third, place: 2 });
    await api.get(editor, place, { id: first, place: null });
    expect(await queue()).toEqual([third, second, fourth, first]);
    await put(host, third);
    await put(host, null, third);
    const whole = ((await look())['questions'] as { nodes: (Queued & Data)[] }).nodes;
    expect(whole.map((q) => q.id)).toEqual([second, fourth, first, third]);
    expect(whole.toReversed().toSorted(inQueue)).toEqual(whole);

    const paged: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { questions } = (await api.get(asker, stage, { id: event.id, first: 1, after }))['sprechstunde'] as {
        questions: { nodes: Data[]; pageInfo: { endCursor: string; hasNextPage: boolean } };
      };
      paged.push(...questions.nodes.map((q) => q['id'] as string));
      [after, more] = [questions.pageInfo.endCursor, questions.pageInfo.hasNextPage];
    }
    expect(paged).toEqual(whole.map((q) => q.id));
  });

  it('keeps its places without gaps when many order at once', async () => {
    const ids = [...(await three()), await asked('Vierte Frage'), await asked('Fünfte Frage')];
    await Promise.all(ids.map((id, i) => api.get(i % 2 ? host : editor, place, { id, place: 1 })));
    const rows = await api.world.db.question.findMany({ where: { sprechstundeId: event.id }, orderBy: { place: 'asc' } });
    expect(rows.map((q) => q.place)).toEqual([1, 2, 3, 4, 5]);
    expect(await api.refusal(host, place, { id: ids[0], place: 0 })).toBe('invalid');
    expect(await api.refusal(asker, place, { id: ids[0], place: 1 })).toBe('forbidden');
  });

  it('is narrowed to an item of the agenda', async () => {
    const item = await api.world.db.agendaItem.create({ data: { sprechstundeId: event.id, position: 1, title: 'Fragen', minutes: 10 } });
    await three();
    const id = await asked('Zum ersten Teil', { home: { sprechstundeId: event.id, agendaItemId: item.id } });
    const list = `query($id: ID!, $item: ID) { sprechstunde(id: $id) { questions(filter: { agendaItemId: $item }) { total nodes { id } } } }`;
    expect((await api.get(asker, list, { id: event.id, item: item.id }))['sprechstunde']).toEqual({
      questions: { total: 1, nodes: [{ id }] },
    });
  });
});

describe('a new question', () => {
  const rows = `query($id: ID!) { sprechstunde(id: $id) { questions(order: QUEUE) { nodes { __typename id agendaItemId title anonymous
    asker { __typename personId name organisationId organisationName organisationCode organisationKind } mine createdAt state office { id } dueOn overdue
    recheckOn voteCount viewerVoted place discussedAt viewerCan { __typename vote edit answer assign defer merge hide steer } } } } }`;
  const heard = async () =>
    (await api.app.get(EventLog).after(new Map([[`event:${event.id}`, 0]]))).filter((e) => e.name === 'question.asked');

  it('comes with its news as a reader without a role sees it; without a name where it was asked so', async () => {
    await asked('Erste Frage');
    await asked('Ohne Namen gefragt?', { anonymous: true });
    const shown = await api.get(await api.world.colleague(), rows, { id: event.id });
    const news = await heard();
    expect(news.map((e) => e.fragment)).toEqual((shown['sprechstunde'] as { questions: { nodes: Data[] } }).questions.nodes);
    expect(news.map((e) => e.focus)).toEqual([event.id, event.id]);
    expect(JSON.stringify(news[1])).not.toContain(asker.id);
  });

  it('has to be asked for when it moved on, or was asked elsewhere', async () => {
    const [first] = await three();
    await ask(editor, 'hide', { id: first, reason: 'Doppelt.' });
    expect((await heard()).map((e) => typeof e.fragment)).toEqual(['undefined', 'object', 'object']);
    const group = await api.world.group();
    await api.world.seat(group, asker);
    await ask(asker, 'ask', asking(group.id));
    const news = await api.app.get(EventLog).after(new Map([[`group:${group.id}`, 0]]));
    expect(news.find((e) => e.name === 'question.asked')?.fragment).toBeUndefined();
  });
});

describe('telling votes', () => {
  it('does not wait until everybody has voted', async () => {
    const [id] = await three();
    const actor = (await api.app.get(Actors).byId(asker.id))!;
    // Somebody's vote is under way, and takes its time.
    await api.app.get(Writes).transact(async (tx) => {
      await voteGate.may(tx, actor, 'vote', id);
      await ask(host, 'vote', { id, on: true });
      await api.app.get(VoteTeller).settled();
    });
    expect(await events(`event:${event.id}`)).toContain('question.voted');
  });

  it('holds back a change of the question until the vote is counted in', async () => {
    const [id, other] = await three();
    await Promise.all(
      [ask(editor, 'vote', { id, on: true }), ask(host, 'merge', { id, intoId: other })].map((deed) => deed.catch(() => null)),
    );
    await api.app.get(VoteTeller).settled();
    expect(await api.world.db.questionVote.count({ where: { questionId: id } })).toBe(0);
  });
});
