import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { WorkingGroup } from '../../generated/prisma/client.ts';
import { openApi, type Api } from '../../../test/api.ts';
import { questionsOf } from '../../../test/questions.ts';
import type { Colleague } from '../../../test/world.ts';

let api: Api;
let group: WorkingGroup;
let lead: Colleague;
let asker: Colleague;
let reader: Colleague;
const { ask, asking, answering, answerOf, asked, assigned, events, refusal } = questionsOf(() => api);
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  group = await api.world.group();
  lead = await api.world.member(group, 'LEAD');
  asker = await api.world.member(group);
  reader = await api.world.member(group);
});

describe('asking', () => {
  it('shows the question with who asked it, to all who read the home', async () => {
    const topic = await api.world.db.topic.create({ data: { key: randomUUID(), name: 'Bauen', position: 1 } });
    const mine = await asked(asker, group.id, { title: 'Was  kostet\nes?', body: 'Für **uns**.', topicIds: [topic.id] });
    expect(mine).toMatchObject({
      title: 'Was kostet es?',
      mine: true,
      anonymous: false,
      state: 'OPEN',
      topics: [{ id: topic.id }],
      home: { kind: 'GROUP', id: group.id, title: group.name },
      viewerCan: { edit: true, withdraw: true, add: true },
    });
    const seen = await ask(await api.world.colleague(), 'one', { id: mine['id'] });
    expect(seen).toMatchObject({
      body: 'Für **uns**.',
      mine: false,
      asker: { personId: asker.id, name: asker.name, organisationId: asker.organisation.id },
      viewerCan: { vote: false, edit: false, withdraw: false, hide: false, assign: false },
    });
    expect(await events(`group:${group.id}`)).toEqual(['question.asked']);
  });

  it('makes one question of a call that is repeated, also at once', async () => {
    const call = asking(group.id, { anonymous: true });
    const rows = await Promise.all([ask(asker, 'ask', call), ask(asker, 'ask', call), ask(asker, 'ask', call)]);
    expect(new Set(rows.map((row) => row['id'])).size).toBe(1);
    expect(await events(`group:${group.id}`)).toEqual(['question.asked']);
  });

  it('needs a seat that writes, an active group, and texts that fit', async () => {
    expect(await refusal(await api.world.colleague(), 'ask', asking(group.id))).toBe('forbidden');
    expect(await refusal(await api.world.person(), 'ask', asking(group.id))).toBe('not_found');
    expect(await refusal(await api.world.member(group, 'OBSERVER'), 'ask', asking(group.id))).toBe('forbidden');
    expect(await refusal(null, 'ask', asking(group.id))).toBe('unauthenticated');
    for (const more of [
      { body: 'x'.repeat(40_001) },
      { title: 'x' },
      { title: 'x'.repeat(161) },
      { topicIds: [randomUUID()] },
      { home: {} },
      { organisationId: randomUUID() },
    ])
      expect([more, await refusal(asker, 'ask', asking(group.id, more))]).toEqual([more, 'invalid']);
    expect(await refusal(asker, 'ask', asking(group.id, { body: 'x'.repeat(40_000) }))).toBeUndefined();
    expect(await refusal(asker, 'ask', asking(randomUUID()))).toBe('not_found');
    await api.world.db.workingGroup.update({ where: { id: group.id }, data: { status: 'PAUSED' } });
    expect(await refusal(asker, 'ask', asking(group.id))).toBe('group.not_active');
  });
});

describe('the asker', () => {
  const editing = (id: string, version = 1) => ({ id, version, title: 'Anders gefragt?', body: 'Genauer.', topicIds: [] });

  it('edits until the first vote, and only from the version at hand', async () => {
    const { id } = await asked(asker, group.id);
    expect(await refusal(reader, 'edit', editing(id))).toBe('forbidden');
    expect(await ask(asker, 'edit', editing(id))).toMatchObject({ title: 'Anders gefragt?', version: 2 });
    const stale = await answerOf(asker, 'edit', editing(id));
    expect(stale.errors?.[0]?.extensions).toMatchObject({ code: 'stale', current: { title: 'Anders gefragt?', version: 2 } });
    await ask(reader, 'vote', { id, on: true });
    expect(await refusal(asker, 'edit', editing(id, 2))).toBe('question.not_editable');
    await ask(reader, 'vote', { id, on: false });
    expect(await refusal(asker, 'edit', editing(id, 2))).toBeUndefined();
  });

  it('edits no more once it was answered, and adds instead, each addition once', async () => {
    const expert = await api.world.official('LAND_EXPERT');
    const { id } = await asked(asker, group.id);
    await ask(expert, 'answer', answering(id, expert.organisation.id));
    expect(await refusal(asker, 'edit', editing(id, 2))).toBe('question.not_editable');
    const input = { clientMutationId: randomUUID(), questionId: id, body: 'Und noch etwas.' };
    for (let i = 0; i < 2; i++) await ask(asker, 'add', { input });
    expect(await ask(reader, 'one', { id })).toMatchObject({ additions: [{ body: 'Und noch etwas.' }] });
    expect(await refusal(reader, 'add', { input })).toBe('forbidden');
  });

  it('withdraws while it is open or assigned; then nobody votes, adds or edits', async () => {
    const expert = await api.world.official('LAND_EXPERT');
    const { id } = await asked(asker, group.id);
    expect(await refusal(reader, 'withdraw', { id })).toBe('forbidden');
    await assigned(lead, id, expert.organisation.id);
    expect(await ask(asker, 'withdraw', { id })).toMatchObject({ state: 'WITHDRAWN', office: null, dueOn: null });
    expect(await refusal(reader, 'vote', { id, on: true })).toBe('question.closed');
    expect(await refusal(asker, 'edit', editing(id, 3))).toBe('question.closed');
    expect(await refusal(asker, 'add', { input: { clientMutationId: randomUUID(), questionId: id, body: 'Doch noch.' } })).toBe(
      'question.closed',
    );
    expect(await refusal(asker, 'withdraw', { id })).toBe('question.state_impossible');
    const answered = await asked(asker, group.id);
    await ask(expert, 'answer', answering(answered['id'], expert.organisation.id));
    expect(await refusal(asker, 'withdraw', { id: answered['id'] })).toBe('question.state_impossible');
  });
});

describe('the questions of a group', () => {
  const list = async (who: Colleague, variables: object = {}) => (await ask(who, 'ofGroup', { id: group.id, ...variables }))['questions'];
  const titles = (page: { nodes: { title: string }[] }) => page.nodes.map((q) => q.title);

  it('stand by votes and then by age, page by page', async () => {
    const made: string[] = [];
    for (const title of ['Erste Frage', 'Zweite Frage', 'Dritte Frage']) made.push((await asked(asker, group.id, { title }))['id']);
    await ask(reader, 'vote', { id: made[2], on: true });
    const { VoteTeller } = await import('./vote-teller.ts');
    await api.app.get(VoteTeller).settled();
    const first = await list(reader, { first: 2 });
    expect([titles(first), first.total]).toEqual([['Dritte Frage', 'Erste Frage'], 3]);
    expect(titles(await list(reader, { first: 2, after: first.pageInfo.endCursor }))).toEqual(['Zweite Frage']);
    const newest = await list(reader, { order: 'NEWEST', first: 2 });
    expect(titles(newest)).toEqual(['Dritte Frage', 'Zweite Frage']);
    expect(titles(await list(reader, { order: 'NEWEST', after: newest.pageInfo.endCursor }))).toEqual(['Erste Frage']);
  });

  it('are narrowed by state, words, and whether they are one’s own', async () => {
    const one = await asked(asker, group.id, { title: 'Was kostet ePayment?' });
    await asked(reader, group.id, { title: 'Wer hilft uns?', anonymous: true });
    const gone = await asked(asker, group.id, { title: 'Zurückgezogen' });
    await ask(asker, 'withdraw', { id: gone['id'] });
    expect(titles(await list(asker, { filter: { text: 'epay' } }))).toEqual(['Was kostet ePayment?']);
    expect(titles(await list(reader, { filter: { mine: true } }))).toEqual(['Wer hilft uns?']);
    expect(titles(await list(asker, { filter: { mine: true }, order: 'NEWEST' }))).toEqual(['Zurückgezogen', 'Was kostet ePayment?']);
    expect((await list(asker)).total).toBe(2);
    expect(titles(await list(lead, { filter: { states: ['WITHDRAWN'] } }))).toEqual(['Zurückgezogen']);
    expect(await list(lead, { filter: { text: '%' } })).toMatchObject({ total: 0 });
    expect(await refusal(lead, 'one', { id: one['id'] })).toBeUndefined();
  });

  it('are there for its readers only', async () => {
    await api.world.db.workingGroup.update({ where: { id: group.id }, data: { visibility: 'MEMBERS' } });
    const { id } = await asked(asker, group.id);
    const outside = await api.world.colleague();
    expect(await list(outside)).toMatchObject({ nodes: [], total: 0 });
    expect(await refusal(outside, 'one', { id })).toBe('not_found');
    expect((await list(reader)).total).toBe(1);
  });
});

describe('alike questions', () => {
  it('are offered by wording and by German words, among what the viewer reads', async () => {
    const hidden = await api.world.group({ visibility: 'MEMBERS' });
    const inside = await api.world.member(hidden);
    await asked(asker, group.id, { title: 'Welche Kosten entstehen beim elektronischen Bezahlen?' });
    await asked(inside, hidden.id, { title: 'Kosten beim elektronischen Bezahlen im Haus' });
    await asked(asker, group.id, { title: 'Wann tagt die Gruppe?' });
    const offered = async (who: Colleague, text: string) => (await ask(who, 'similar', { text })) as unknown as { title: string }[];
    expect((await offered(reader, 'Kosten elektronisches Bezahlen')).map((q) => q.title)).toEqual([
      'Welche Kosten entstehen beim elektronischen Bezahlen?',
    ]);
    expect(await offered(inside, 'Kosten elektronisches Bezahlen')).toHaveLength(2);
    expect(await offered(reader, 'Kos')).toEqual([]);
    expect(await offered(reader, 'Ganz etwas anderes')).toEqual([]);
  });
});
