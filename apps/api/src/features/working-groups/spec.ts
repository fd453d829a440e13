import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openApi, type Api } from '../../../test/api.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const group = 'query($id: ID!) { workingGroup(id: $id) { id name viewerCan { read write lead } } }';

describe('who sees a group', () => {
  it('answers a hidden group exactly like an absent one', async () => {
    const { world, ask } = api;
    const hidden = await world.group({ visibility: 'MEMBERS', joinPolicy: 'INVITE' });
    const member = await world.member(hidden);
    const stranger = await world.colleague();
    expect((await api.get(member, group, { id: hidden.id }))['workingGroup'].viewerCan).toEqual({ read: true, write: true, lead: false });
    const absent = await ask(stranger, group, { id: '00000000-0000-7000-8000-000000000000' });
    expect(await ask(stranger, group, { id: hidden.id })).toEqual(absent);
    expect(absent.errors?.[0]?.extensions.code).toBe('not_found');
  });

  it('asks for a sign-in', async () => {
    expect(await api.refusal(null, group, { id: 'x' })).toBe('unauthenticated');
  });

  it('lists by pages, without the hidden ones', async () => {
    const { world } = api;
    for (const name of ['Liste A', 'Liste B', 'Liste C']) await world.group({ name });
    const someone = await world.colleague();
    const list =
      'query($after: String) { workingGroups(first: 2, after: $after) { nodes { name viewerCan { read } } total pageInfo { endCursor hasNextPage } } }';
    const first = (await api.get(someone, list))['workingGroups'];
    const second = (await api.get(someone, list, { after: first.pageInfo.endCursor }))['workingGroups'];
    expect([...first.nodes, ...second.nodes].map((g: { name: string }) => g.name)).toEqual(['Liste A', 'Liste B', 'Liste C']);
    expect(first).toMatchObject({ total: 3, pageInfo: { hasNextPage: true } });
    expect(second.pageInfo.hasNextPage).toBe(false);
  });
});
