import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openApi, type Api } from '../../../test/api.ts';
import { GroupMovement } from './group-movement.ts';

let api: Api;
let movement: GroupMovement;
beforeAll(async () => {
  api = await openApi();
  movement = api.app.get(GroupMovement);
});
afterAll(() => api.close());

const replying = 'mutation($input: ReplyInput!) { reply(input: $input) { id } }';
const told = (groupId: string) =>
  api.world.db.event.count({ where: { name: 'group.moved', room: 'land', payload: { path: ['groupId'], equals: groupId } } });
async function busy(data: Parameters<Api['world']['group']>[0]) {
  const { world } = api;
  const group = await world.group({ lastMovementAt: new Date(0), ...data });
  const member = await world.member(group);
  const thread = await world.thread(group, member);
  const write = () =>
    api.get(member, replying, { input: { clientMutationId: crypto.randomUUID(), threadId: thread.id, body: 'Ein Beitrag.' } });
  return { group, write };
}

describe('a movement', () => {
  it('follows a write', async () => {
    const { group, write } = await busy({ visibility: 'PLATFORM' });
    await write();
    await movement.settled();
    expect(await told(group.id)).toBe(1);
  });

  it('is told to everybody once, however many write in the moment', async () => {
    const { group } = await busy({ visibility: 'PLATFORM' });
    for (const _ of Array.from({ length: 3 })) movement.moved(group.id);
    await movement.settled();
    expect(await told(group.id)).toBe(1);
  });

  it('that comes soon after is told later, and not forgotten', async () => {
    const { group } = await busy({ visibility: 'PLATFORM' });
    movement.moved(group.id);
    await movement.settled();
    movement.moved(group.id);
    movement.moved(group.id);
    await setTimeout(200);
    expect(await told(group.id)).toBe(1);
    await movement.settled();
    expect(await told(group.id)).toBe(2);
  });

  it('of a group whose card is hidden is told to nobody', async () => {
    const { group, write } = await busy({ visibility: 'MEMBERS', joinPolicy: 'INVITE' });
    await write();
    await movement.settled();
    expect(await told(group.id)).toBe(0);
    expect((await api.world.db.workingGroup.findUniqueOrThrow({ where: { id: group.id } })).lastMovementAt.getTime()).toBeGreaterThan(0);
  });
});
