import { describe, expect, it } from '@jest/globals';
import { actorWith, signsOf } from '../../../test/actors.ts';
import type { Actor } from '../../platform/auth/actor.ts';
import { eventPolicy, registrationPolicy, registrationVerdict, seriesPolicy, wishPolicy, type EventView } from './policy.ts';

const soon = new Date(Date.now() + 3_600_000);
const gone = new Date(Date.now() - 3_600_000);
const seat = (role: 'HOST' | 'SPEAKER' | 'GUEST', until = soon): EventView['seat'] => ({ id: 's', role, status: 'ACTIVE', until });
const people = {
  editor: [actorWith('MEMBER', 'LAND_EDITOR'), null],
  admin: [actorWith('MEMBER', 'LAND_ADMIN'), null],
  colleague: [actorWith('MEMBER'), null],
  unplaced: [actorWith(null, 'MODERATOR'), null],
  provider: [actorWith('PROVIDER'), null],
  host: [actorWith(null), seat('HOST')],
  speaker: [actorWith(null), seat('SPEAKER')],
  guest: [actorWith(null), seat('GUEST')],
  expired: [actorWith(null), seat('HOST', gone)],
  nobody: [actorWith(null), null],
} satisfies Record<string, [Actor, EventView['seat']]>;
type Who = keyof typeof people;
const event = (who: Who, data: Partial<EventView> = {}): EventView => ({
  id: 'e',
  status: 'ANNOUNCED',
  announcedAt: gone,
  startsAt: soon,
  registrationUntil: null,
  registrationUrl: null,
  seat: people[who][1],
  rights: people[who][0],
  ...data,
});
const table = (data: Partial<EventView>) =>
  Object.fromEntries((Object.keys(people) as Who[]).map((who) => [who, signsOf(eventPolicy, people[who][0], event(who, data))]));

describe('an event', () => {
  it('allows, in this order', () => {
    expect(eventPolicy.actions).toEqual(['read', 'edit', 'conduct', 'steer', 'register', 'voteMood', 'exportParticipants']);
  });
  it('that is announced', () => {
    expect(table({})).toEqual({
      editor: '+++event.status_impossible+mood.not_open+',
      admin: '+---+mood.not_open-',
      colleague: '+---+mood.not_open-',
      unplaced: '+---U--',
      provider: 'ooooooo',
      host: '+-+event.status_impossible---',
      speaker: '+------',
      guest: '+------',
      expired: 'ooooooo',
      nobody: 'ooooooo',
    });
  });
  it('that is a draft', () => {
    const draft = table({ status: 'DRAFT', announcedAt: null });
    expect(draft).toMatchObject({
      admin: 'ooooooo',
      colleague: 'ooooooo',
      guest: 'ooooooo',
      expired: 'ooooooo',
      host: '+-+event.status_impossible---',
      speaker: '+------',
    });
    expect(draft['editor']).toBe('+++event.status_impossibleregistration.not_possiblemood.not_open+');
  });
  it('that runs', () => {
    expect(table({ status: 'LIVE' })).toMatchObject({
      editor: '++++registration.over++',
      colleague: '+---registration.over+-',
      host: '+-++---',
      speaker: '+------',
      guest: '+------',
    });
  });
});

describe('registration', () => {
  it.each<[Partial<EventView>, string | true]>([
    [{}, true],
    [{ registrationUntil: soon }, true],
    [{ registrationUntil: gone }, 'registration.over'],
    [{ startsAt: gone }, 'registration.over'],
    [{ status: 'LIVE' }, 'registration.over'],
    [{ status: 'DONE' }, 'registration.over'],
    [{ status: 'DRAFT' }, 'registration.not_possible'],
    [{ status: 'CANCELLED' }, 'registration.not_possible'],
    [{ registrationUrl: 'https://anders.example' }, 'registration.not_possible'],
  ])('%j: %s', (data, verdict) => {
    expect(registrationVerdict(event('colleague', data))).toBe(verdict);
  });

  it('of somebody is seen by their organisation, and ended by who may', () => {
    const of = (actor: Actor, personId: string, organisationId: string, status: EventView['status'] = 'ANNOUNCED') =>
      signsOf(registrationPolicy, actor, {
        id: 'r',
        personId,
        organisationId,
        status: 'REGISTERED',
        event: { ...event('colleague', { status }), rights: actor },
      });
    expect(of(actorWith('MEMBER'), 'me', 'o')).toBe('++');
    expect(of(actorWith('MEMBER'), 'me', 'o', 'LIVE')).toBe('+registration.over');
    expect(of(actorWith('MEMBER'), 'you', 'o')).toBe('+-');
    expect(of(actorWith('COORDINATOR'), 'you', 'o')).toBe('++');
    expect(of(actorWith('COORDINATOR'), 'you', 'another')).toBe('oo');
    expect(of(actorWith('MEMBER', 'LAND_EDITOR'), 'you', 'another')).toBe('++');
  });
});

it('series and wishes are the insiders’ to see, and the editor’s to decide', () => {
  const rows = (['editor', 'colleague', 'unplaced', 'provider', 'nobody'] as const).map((who) => {
    const [actor] = people[who];
    const own = { id: 'w', authorId: 'me', status: 'OPEN' as const, rights: actor };
    return [
      who,
      signsOf(seriesPolicy, actor, { id: 's', rights: actor }),
      signsOf(wishPolicy, actor, own),
      signsOf(wishPolicy, actor, { ...own, authorId: 'you', status: 'PLANNED' }),
    ];
  });
  expect(wishPolicy.actions).toEqual(['read', 'vote', 'withdraw', 'decide']);
  expect(rows).toEqual([
    ['editor', '+++', '++++', '+wish.not_open-wish.not_open'],
    ['colleague', '+-+', '+++-', '+wish.not_open--'],
    ['unplaced', '+-U', '+U+-', '+U--'],
    ['provider', 'ooo', 'oooo', 'oooo'],
    ['nobody', 'ooo', 'oooo', 'oooo'],
  ]);
});
