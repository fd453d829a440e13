import { describe, expect, it } from '@jest/globals';
import type { GroupRole } from '@kollab/contract';
import { actorWith, signOf, signsOf } from '../../../test/actors.ts';
import type { Actor } from '../../platform/auth/actor.ts';
import { homeOfGroup, type HomeView, type QuestionView } from '../questions/index.ts';
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
  openedById: 'you',
  closedAt: null,
  question: null,
  ...data,
  home: homeOfGroup(people[who][0], {
    id: 'g',
    status: 'ACTIVE',
    visibility: 'PLATFORM',
    joinPolicy: 'OPEN',
    proposedById: null,
    membership: people[who][1],
    readingGrant: false,
    leaderless: false,
    ...group,
  }),
});
/** The answers to a question of that group. */
const answers = (who: Who, data: Partial<QuestionView> = {}, group: Partial<GroupView> = {}): ThreadView => {
  const { home, ...view } = thread(who, { openedById: null }, group);
  const question = {
    id: 'q',
    home,
    state: 'OPEN',
    officeId: null,
    hidden: false,
    mine: false,
    anonymous: false,
    touched: true,
    published: false,
  } as const;
  return { ...view, home, question: { ...question, ...data } };
};
const over = new Date('2026-01-15T12:00:00Z');

describe('a thread', () => {
  it('knows every action', () => {
    expect(threadPolicy.actions).toEqual(['read', 'reply', 'react', 'close', 'pin', 'retitle', 'writeStand', 'mentionMany', 'accept']);
  });

  it.each<[Who, string, string, string, string, string]>([
    // somebody's open thread; a closed one; their own; in a paused group; in a members-only group, their own
    ['lead', '++++++++-', '+CC+++++-', '++++++++-', '+NNNNNNN-', '++++++++-'],
    ['deputy', '++++++++-', '+CC+++++-', '++++++++-', '+NNNNNNN-', '++++++++-'],
    ['member', '+++------', '+CC------', '+++--++--', '+NN------', '+++--++--'],
    ['observer', '+--------', '+--------', '+--------', '+--------', '+--------'],
    ['guest', '+++------', '+CC------', '+++--++--', '+NN------', '+++--++--'],
    ['colleague', '+--------', '+--------', '+--------', '+--------', 'ooooooooo'],
    ['outsider', 'ooooooooo', 'ooooooooo', 'ooooooooo', 'ooooooooo', 'ooooooooo'],
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
    expect(signsOf(threadPolicy, people.member[0], thread('member', { openedById: 'me' }, { status: 'PAUSED' }))).toBe('+NN--NN--');
  });
});

describe('the answers to a question', () => {
  it.each<[Who, string, string, string, string, string, string]>([
    // of an open one; answered; merged; their own; their own, asked without a name; hidden
    ['lead', '+++----++', '+++----++', '+QQ----+Q', '+++----++', '+H+----++', '+++----++'],
    ['member', '+++------', '+++------', '+QQ------', '+++-----+', '+H+-----+', 'ooooooooo'],
    ['observer', '+--------', '+--------', '+--------', '+-------+', '+-------+', 'ooooooooo'],
    ['guest', '+++------', '+++------', '+QQ------', '+++-----+', '+H+-----+', 'ooooooooo'],
    ['colleague', '+--------', '+--------', '+--------', '+-------+', '+-------+', 'ooooooooo'],
    ['outsider', 'ooooooooo', 'ooooooooo', 'ooooooooo', 'ooooooooo', 'ooooooooo', 'ooooooooo'],
  ])('as seen by %s', (who, open, answered, merged, own, unnamed, hidden) => {
    const found = [
      answers(who),
      answers(who, { state: 'ANSWERED' }),
      answers(who, { state: 'MERGED' }),
      // Who reads no home asked nothing there that they still see.
      answers(who, { mine: true }),
      answers(who, { mine: true, anonymous: true }),
      answers(who, { hidden: true }),
    ].map((row) => signsOf(threadPolicy, people[who][0], row));
    expect(found).toEqual([open, answered, merged, own, unnamed, hidden]);
  });

  it('are written only while the group works', () => {
    expect(signsOf(threadPolicy, people.member[0], answers('member', {}, { status: 'PAUSED' }))).toBe('+NN------');
  });
});

describe('the comments on an announcement', () => {
  it.each<[string, Pick<HomeView, 'reads' | 'leads'>, string]>([
    // Nobody arranges them: they stand with the announcement, under its title.
    ['who writes it', { reads: true, leads: true }, '+++----+-'],
    ['who is addressed', { reads: true, leads: false }, '+++------'],
    ['anybody else', { reads: false, leads: false }, 'ooooooooo'],
  ])('as seen by %s', (_, standing, expected) => {
    const place = { kind: 'ANNOUNCEMENT', id: 'n', room: 'announcement:n', seatOf: null, seated: false, isPublic: false } as const;
    const home = { ...place, ...standing, writes: true, active: true } as const;
    for (const openedById of [null, 'me'])
      expect(signsOf(threadPolicy, actorWith('MEMBER'), { id: 't', openedById, closedAt: null, question: null, home })).toBe(expected);
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
    expect(postPolicy.actions).toEqual(['read', 'edit', 'react', 'delete', 'restore', 'accept']);
  });

  it.each<[Who, string, string, string, string]>([
    // somebody's; their own; their own in a closed thread; their own in a paused group
    ['lead', '+-++L-', '++++L-', '+CC+L-', '+NNNL-'],
    ['member', '+-+-L-', '++++L-', '+CC+L-', '+NNNL-'],
    ['guest', '+-+-L-', '++++L-', '+CC+L-', '+NNNL-'],
    // Whoever has no seat any more takes back what they wrote, and changes nothing.
    ['observer', '+---L-', '+--+L-', '+--+L-', '+--NL-'],
    ['colleague', '+---L-', '+--+L-', '+--+L-', '+--NL-'],
    ['outsider', 'oooooo', 'oooooo', 'oooooo', 'oooooo'],
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
    ['member', 'deleted by themselves, just now', { authorId: 'me', deletedById: 'me', undoOpen: true }, '+GGG+-'],
    ['member', 'deleted by themselves, a while ago', { authorId: 'me', deletedById: 'me' }, '+GGGL-'],
    ['member', 'deleted by a lead, just now', { authorId: 'me', deletedById: 'you', undoOpen: true }, '+GGG--'],
    ['lead', 'of somebody, deleted by themselves, just now', { deletedById: 'me', undoOpen: true }, '+-GG+-'],
    ['lead', 'of somebody, deleted by its author, just now', { deletedById: 'you', undoOpen: true }, '+-GG--'],
    ['member', 'of somebody, deleted by nobody who is still known', { undoOpen: true }, '+-G-+-'],
  ])('as seen by %s, %s', (who, _, data, expected) => {
    expect(signsOf(postPolicy, people[who][0], post({ deletedAt: over, ...data }, thread(who)))).toBe(expected);
  });

  it('comes back only while its group is active', () => {
    const row = post({ authorId: 'me', deletedAt: over, deletedById: 'me', undoOpen: true }, thread('lead', {}, { status: 'CLOSED' }));
    expect(signsOf(postPolicy, people.lead[0], row)).toBe('+GGGN-');
  });

  it.each<[Who, string, string, string, string]>([
    // accept: an answer to somebody's question; to their own; to a withdrawn one; deleted
    ['lead', '+', '+', 'Q', 'G'],
    ['member', '-', '+', '-', 'G'],
    ['observer', '-', '+', '-', 'G'],
    ['colleague', '-', '+', '-', 'G'],
    ['outsider', 'o', 'o', 'o', 'o'],
  ])('is accepted by %s', (who, theirs, own, withdrawn, deleted) => {
    const found = [
      post({}, answers(who)),
      post({}, answers(who, { mine: true, anonymous: true })),
      post({}, answers(who, { state: 'WITHDRAWN' })),
      post({ deletedAt: over }, answers(who, { mine: true })),
    ].map((row) => signOf(postPolicy.verdict(people[who][0], 'accept', row)));
    expect(found).toEqual([theirs, own, withdrawn, deleted]);
  });

  it('is accepted by a moderator, where it answers a question', () => {
    const moderator = actorWith(null, 'MODERATOR');
    const verdict = (t: ThreadView) => postPolicy.verdict(moderator, 'accept', post({}, t));
    expect([verdict(answers('colleague')), verdict(thread('colleague'))]).toEqual([true, 'forbidden']);
  });
});
