import { describe, expect, it } from '@jest/globals';
import { actorWith, signsOf } from '../../../test/actors.ts';
import { matches } from '../../../test/matches.ts';
import type { Actor } from '../../platform/auth/actor.ts';
import {
  eventPolicy,
  eventSeatPolicy,
  holdsEventSeat,
  registrationPolicy,
  registrationVerdict,
  seriesPolicy,
  visibleEvents,
  wishPolicy,
  type EventView,
} from './policy.ts';

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
  removed: [actorWith(null), { ...seat('HOST')!, status: 'REMOVED' }],
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
      removed: 'ooooooo',
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
  it('that is over', () => {
    expect(table({ status: 'DONE' })).toMatchObject({ colleague: '+---registration.over+-', guest: '+------' });
  });

  it('is listed to exactly those who may read it', () => {
    const rows = [gone, null].flatMap((announcedAt) =>
      (Object.keys(people) as Who[]).flatMap((who) =>
        // Their own seat, and the same one of somebody else.
        ['me', 'you'].map((personId) => {
          const [actor, held] = people[who];
          const listed = matches(visibleEvents(actor), { announcedAt, seats: held ? [{ ...held, personId }] : [] });
          const read = eventPolicy.verdict(actor, 'read', event(who, { announcedAt, seat: personId === 'me' ? held : null }));
          return { announced: announcedAt !== null, who, personId, listed, read: read === true };
        }),
      ),
    );
    expect(rows.filter(({ listed, read }) => listed !== read)).toEqual([]);
  });

  it('has a seat until its moment', () => {
    const held = { seat: seat('GUEST') };
    expect([holdsEventSeat(held, new Date(soon.getTime() - 1)), holdsEventSeat(held, soon)]).toEqual([true, false]);
  });

  it('shows its seats to the editor, who changes those that last', () => {
    const of = (who: Who, status: 'ACTIVE' | 'REMOVED', data: Partial<EventView> = {}) =>
      signsOf(eventSeatPolicy, people[who][0], { id: 's', status, event: event(who, data) });
    expect(eventSeatPolicy.actions).toEqual(['read', 'change']);
    expect([of('editor', 'ACTIVE'), of('editor', 'REMOVED')]).toEqual(['++', '+D']);
    expect([of('host', 'ACTIVE'), of('colleague', 'ACTIVE'), of('nobody', 'ACTIVE')]).toEqual(['oo', 'oo', 'oo']);
  });
});

describe('registration', () => {
  it.each<[string, Partial<EventView>, string | true]>([
    ['before it starts', {}, true],
    ['before the deadline', { registrationUntil: soon }, true],
    ['after the deadline', { registrationUntil: gone }, 'registration.over'],
    ['after the start', { startsAt: gone }, 'registration.over'],
    ['of one that runs', { status: 'LIVE' }, 'registration.over'],
    ['of one that is over', { status: 'DONE' }, 'registration.over'],
    ['of a draft', { status: 'DRAFT' }, 'registration.not_possible'],
    ['of a cancelled one', { status: 'CANCELLED' }, 'registration.not_possible'],
    ['elsewhere', { registrationUrl: 'https://anders.example' }, 'registration.not_possible'],
  ])('%s', (_, data, verdict) => {
    expect(registrationVerdict(event('colleague', data))).toBe(verdict);
  });

  it('is possible up to the moment of its deadline', () => {
    const at = (offset: number) => registrationVerdict(event('colleague'), new Date(soon.getTime() + offset));
    expect([at(0), at(1)]).toEqual([true, 'registration.over']);
  });

  it('of somebody is seen by their organisation, and ended by who may', () => {
    const of = (
      actor: Actor,
      personId: string,
      organisationId: string,
      data: Partial<EventView> = {},
      status: 'REGISTERED' | 'WITHDRAWN' = 'REGISTERED',
    ) =>
      signsOf(registrationPolicy, actor, {
        id: 'r',
        personId,
        organisationId,
        status,
        event: { ...event('colleague', data), rights: actor },
      });
    expect(of(actorWith('MEMBER'), 'me', 'o')).toBe('++');
    expect(of(actorWith('MEMBER'), 'me', 'o', { status: 'LIVE' })).toBe('+registration.over');
    expect(of(actorWith('MEMBER'), 'me', 'o', { status: 'LIVE' }, 'WITHDRAWN')).toBe('++');
    expect(of(actorWith('MEMBER'), 'me', 'o', { status: 'DRAFT', announcedAt: null })).toBe('oo');
    expect(of(actorWith('MEMBER', 'LAND_EDITOR'), 'you', 'o', { status: 'DRAFT', announcedAt: null })).toBe('++');
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
