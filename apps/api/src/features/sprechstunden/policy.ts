import type { EventSeatRole, RegistrationStatus, SprechstundeStatus, WishStatus } from '@kollab/contract';
import { belongsTo, coordinates, has, isInsider, type Actor } from '../../platform/auth/actor.ts';
import type { Rights } from '../../platform/auth/rights.ts';
import { policy, type Verdict } from '../../platform/policy/policy.ts';
import type { EventSeatStatus, Prisma } from '../../generated/prisma/client.ts';

/** LAND_EDITOR keeps the Sprechstunden: all series and events. */
export const editsEvents = (rights: Pick<Rights, 'globalRoles'>): boolean => has(rights, 'LAND_EDITOR');

/** An event as one person sees it; in a write, `rights` are those of the moment. */
export interface EventView {
  readonly id: string;
  readonly status: SprechstundeStatus;
  /** Once public, also when it was cancelled since. */
  readonly announcedAt: Date | null;
  readonly startsAt: Date;
  readonly registrationUntil: Date | null;
  readonly registrationUrl: string | null;
  readonly seat: {
    readonly id: string;
    readonly role: EventSeatRole;
    readonly status: EventSeatStatus;
    readonly until: Date;
    readonly organisationId?: string;
  } | null;
  readonly rights: Rights;
}

export const holdsEventSeat = ({ seat }: Pick<EventView, 'seat'>, now = new Date()): boolean =>
  seat !== null && seat.status === 'ACTIVE' && seat.until > now;
const isPublic = (e: Pick<EventView, 'announcedAt'>): boolean => e.announcedAt !== null;
/** Host and speakers prepare it with the editor. */
const prepares = (e: EventView): boolean => holdsEventSeat(e) && e.seat?.role !== 'GUEST';
const conducts = (e: EventView): boolean => editsEvents(e.rights) || (holdsEventSeat(e) && e.seat?.role === 'HOST');
const edit = (_: Actor, e: EventView): Verdict => editsEvents(e.rights) || 'forbidden';

/** While it may still be done by whoever may; the deadline is the start unless one is set. */
export function registrationVerdict(
  e: Pick<EventView, 'status' | 'startsAt' | 'registrationUntil' | 'registrationUrl'>,
  now = new Date(),
): Verdict {
  if (e.registrationUrl !== null || e.status === 'DRAFT' || e.status === 'CANCELLED') return 'registration.not_possible';
  return (e.status === 'ANNOUNCED' && now <= (e.registrationUntil ?? e.startsAt)) || 'registration.over';
}

export const eventPolicy = policy<EventView>()('read', {
  read: (_, e) => editsEvents(e.rights) || prepares(e) || (isPublic(e) && (isInsider(e.rights) || holdsEventSeat(e))) || 'not_found',
  edit,
  /** Begins and ends it. */
  conduct: (_, e) => conducts(e) || 'forbidden',
  /** Says what is being answered. */
  steer: (_, e) => (!conducts(e) ? 'forbidden' : e.status === 'LIVE' || 'event.status_impossible'),
  register: (_, e) => {
    if (!isInsider(e.rights)) return 'forbidden';
    return e.rights.affiliations.length === 0 ? 'person.unaffiliated' : registrationVerdict(e);
  },
  voteMood: (_, e) => {
    if (!isInsider(e.rights) || e.rights.affiliations.length === 0) return 'forbidden';
    return e.status === 'LIVE' || e.status === 'DONE' || 'mood.not_open';
  },
  exportParticipants: edit,
});

/** One place in an event. */
export interface RegistrationView {
  readonly id: string;
  readonly personId: string;
  readonly organisationId: string;
  readonly status: RegistrationStatus;
  readonly event: EventView;
}
const manages = (actor: Actor, r: RegistrationView): boolean =>
  r.personId === actor.personId || coordinates(r.event.rights, r.organisationId) || editsEvents(r.event.rights);
export const registrationPolicy = policy<RegistrationView>()('read', {
  read: (actor, r) => {
    const seen = eventPolicy.verdict(actor, 'read', r.event);
    if (seen !== true) return seen;
    return manages(actor, r) || belongsTo(r.event.rights, r.organisationId) || 'not_found';
  },
  /** Until it begins, also after the deadline. */
  withdraw: (actor, r) => {
    if (!manages(actor, r)) return 'forbidden';
    return r.status === 'WITHDRAWN' || r.event.status === 'ANNOUNCED' || r.event.status === 'DRAFT' || 'registration.over';
  },
});

export interface EventSeatView {
  readonly id: string;
  readonly status: EventSeatStatus;
  readonly event: EventView;
}
export const eventSeatPolicy = policy<EventSeatView>()('read', {
  /** Who keeps the events reads each of them. */
  read: (_, s) => editsEvents(s.event.rights) || 'not_found',
  change: (_, s) => s.status === 'ACTIVE' || 'membership.already_decided',
});

export interface SeriesView {
  readonly id: string;
  readonly rights: Rights;
}
export const seriesPolicy = policy<SeriesView>()('read', {
  read: (_, s) => isInsider(s.rights) || 'not_found',
  edit: (_, s) => editsEvents(s.rights) || 'forbidden',
  wish: (_, s) => s.rights.affiliations.length > 0 || 'person.unaffiliated',
});

export interface WishView {
  readonly id: string;
  readonly authorId: string;
  readonly status: WishStatus;
  readonly rights: Rights;
}
const isOpen = (w: WishView): Verdict => w.status === 'OPEN' || 'wish.not_open';
export const wishPolicy = policy<WishView>()('read', {
  read: (_, w) => isInsider(w.rights) || 'not_found',
  vote: (_, w) => (w.rights.affiliations.length === 0 ? 'person.unaffiliated' : isOpen(w)),
  withdraw: (actor, w) => (w.authorId !== actor.personId ? 'forbidden' : isOpen(w)),
  decide: (_, w) => (editsEvents(w.rights) ? isOpen(w) : 'forbidden'),
});

/** An event's seat of a person that counts now. */
const seatNow = (personId: string, now: Date): Prisma.EventSeatWhereInput => ({ personId, status: 'ACTIVE', until: { gt: now } });

/** `read` of events as a condition for lists. */
export function visibleEvents(actor: Actor, now = new Date()): Prisma.SprechstundeWhereInput {
  if (editsEvents(actor)) return {};
  const announced = { announcedAt: { not: null } };
  const own = seatNow(actor.personId, now);
  return {
    OR: [
      { seats: { some: { ...own, role: { in: ['HOST', 'SPEAKER'] } } } },
      { ...announced, ...(isInsider(actor) ? {} : { seats: { some: own } }) },
    ],
  };
}
