import { describe, expect, it } from '@jest/globals';
import type { GroupRole } from '@kollab/contract';
import { actorWith, signsOf } from '../../../test/actors.ts';
import type { Actor } from '../../platform/auth/actor.ts';
import type { GroupView } from '../working-groups/index.ts';
import { postPolicy, threadPolicy, type PostView, type ThreadView } from './policy.ts';

const seat = (role: GroupRole): GroupView['membership'] => ({ id: 's', role, status: 'ACTIVE', until: null, organisationId: 'o' });
const people = {
  lead: [actorWith('MEMBER'), seat('LEAD')],
  deputy: [actorWith('MEMBER'), seat('DEPUTY')],
  member: [actorWith('MEMBER'), seat('MEMBER')],
  observer: [actorWith('MEMBER'), seat('OBSERVER')],
  guest: [actorWith(null), seat('GUEST')],
  colleague: [actorWith('MEMBER'), null],
  outsider: [actorWith(null), null],
} satisfies Record<string, [Actor, GroupView['membership']]>;
type Who = keyof typeof people;

const thread = (who: Who, data: Partial<ThreadView> = {}, group: Partial<GroupView> = {}): ThreadView => ({
  id: 't',
  groupId: 'g',
  openedById: 'you',
  closedAt: null,
  ...data,
  group: {
    id: 'g',
    status: 'ACTIVE',
    visibility: 'PLATFORM',
    joinPolicy: 'OPEN',
    proposedById: null,
    membership: people[who][1],
    readingGrant: false,
    leaderless: false,
    ...group,
  },
});
const over = new Date('2026-01-15T12:00:00Z');

describe('a thread', () => {
  it('knows every action', () => {
    expect(threadPolicy.actions).toEqual(['read', 'reply', 'react', 'close', 'pin', 'retitle', 'writeStand', 'mentionMany']);
  });

  it.each<[Who, string, string, string, string, string]>([
    // somebody's open thread; a closed one; their own; in a paused group; in a members-only group, their own
    ['lead', '++++++++', '+CC+++++', '++++++++', '+NNNNNNN', '++++++++'],
    ['deputy', '++++++++', '+CC+++++', '++++++++', '+NNNNNNN', '++++++++'],
    ['member', '+++-----', '+CC-----', '+++--++-', '+NN-----', '+++--++-'],
    ['observer', '+-------', '+-------', '+-------', '+-------', '+-------'],
    ['guest', '+++-----', '+CC-----', '+++--++-', '+NN-----', '+++--++-'],
    ['colleague', '+-------', '+-------', '+-------', '+-------', 'oooooooo'],
    ['outsider', 'oooooooo', 'oooooooo', 'oooooooo', 'oooooooo', 'oooooooo'],
  ])('as seen by %s', (who, open, closed, own, paused, inside) => {
    const found = [
      thread(who),
      thread(who, { closedAt: over }),
      thread(who, { openedById: 'me' }),
      thread(who, {}, { status: 'PAUSED' }),
      thread(who, { openedById: 'me' }, { visibility: 'MEMBERS' }),
    ].map((row) => signsOf(threadPolicy, people[who][0], row));
    expect(found).toEqual([open, closed, own, paused, inside]);
  });

  it('of their own in a paused group is tended by nobody', () => {
    expect(signsOf(threadPolicy, people.member[0], thread('member', { openedById: 'me' }, { status: 'PAUSED' }))).toBe('+NN--NN-');
  });
});

describe('a post', () => {
  const post = (data: Partial<PostView>, t: ThreadView): PostView => ({
    id: 'p',
    authorId: 'you',
    deletedAt: null,
    deletedById: null,
    undoOpen: false,
    thread: t,
    ...data,
  });

  it('knows every action', () => {
    expect(postPolicy.actions).toEqual(['read', 'edit', 'react', 'delete', 'restore']);
  });

  it.each<[Who, string, string, string, string]>([
    // somebody's; their own; their own in a closed thread; their own in a paused group
    ['lead', '+-++L', '++++L', '+CC+L', '+NNNL'],
    ['member', '+-+-L', '++++L', '+CC+L', '+NNNL'],
    ['guest', '+-+-L', '++++L', '+CC+L', '+NNNL'],
    // Whoever has no seat any more takes back what they wrote, and changes nothing.
    ['observer', '+---L', '+--+L', '+--+L', '+--NL'],
    ['colleague', '+---L', '+--+L', '+--+L', '+--NL'],
    ['outsider', 'ooooo', 'ooooo', 'ooooo', 'ooooo'],
  ])('as seen by %s', (who, theirs, own, closed, paused) => {
    const mine = { authorId: 'me' };
    const found = [
      post({}, thread(who)),
      post(mine, thread(who)),
      post(mine, thread(who, { closedAt: over })),
      post(mine, thread(who, {}, { status: 'PAUSED' })),
    ].map((row) => signsOf(postPolicy, people[who][0], row));
    expect(found).toEqual([theirs, own, closed, paused]);
  });

  it.each<[Who, string, Partial<PostView>, string]>([
    ['member', 'deleted by themselves, just now', { authorId: 'me', deletedById: 'me', undoOpen: true }, '+GGG+'],
    ['member', 'deleted by themselves, a while ago', { authorId: 'me', deletedById: 'me' }, '+GGGL'],
    ['member', 'deleted by a lead, just now', { authorId: 'me', deletedById: 'you', undoOpen: true }, '+GGG-'],
    ['lead', 'of somebody, deleted by themselves, just now', { deletedById: 'me', undoOpen: true }, '+-GG+'],
    ['lead', 'of somebody, deleted by its author, just now', { deletedById: 'you', undoOpen: true }, '+-GG-'],
    ['member', 'of somebody, deleted by nobody who is still known', { undoOpen: true }, '+-G-+'],
  ])('as seen by %s, %s', (who, _, data, expected) => {
    expect(signsOf(postPolicy, people[who][0], post({ deletedAt: over, ...data }, thread(who)))).toBe(expected);
  });

  it('comes back only while its group is active', () => {
    const row = post({ authorId: 'me', deletedAt: over, deletedById: 'me', undoOpen: true }, thread('lead', {}, { status: 'CLOSED' }));
    expect(signsOf(postPolicy, people.lead[0], row)).toBe('+GGGN');
  });
});
