import { z } from './zod.ts';

/**
 * Facts that browsers hear. A room is a scope of rights: whoever may read it hears all of it, in one order.
 *
 * - `land`: whoever is signed in (cards of groups and organisations that everybody may see)
 * - `group:<id>`: who reads the group · `lead:<id>`: who decides in it
 * - `event:<id>`: who reads the Sprechstunde or other event
 * - `announcement:<id>`: who reads the announcement; a draft: who writes for its office
 * - `organisation:<id>`: the organisation's own people
 * - `person:<id>`: one person, in all tabs
 */
export const roomKinds = ['land', 'group', 'lead', 'event', 'announcement', 'organisation', 'person'] as const;
export type RoomKind = (typeof roomKinds)[number];

const id = z.uuid();

/** `hot`: the relay adds one fragment, rendered once for all listeners; other events make the browser ask again. */
const event = <R extends RoomKind | readonly RoomKind[], P extends z.ZodType>(room: R, payload: P, hot = false) => ({ room, payload, hot });
/** Where questions are asked and threads are read; their events are told in the room of that home, which is named in full then: `group:<id>`. */
const homes = ['group', 'event'] as const satisfies readonly RoomKind[];
const threadHomes = [...homes, 'announcement'] as const satisfies readonly RoomKind[];
const inThread = z.strictObject({ homeId: id, threadId: id, postId: id, no: z.int() });

export const events = {
  // threads
  'thread.opened': event('group', z.strictObject({ groupId: id, threadId: id })),
  'thread.changed': event('group', z.strictObject({ groupId: id, threadId: id })),
  'post.written': event(threadHomes, inThread, true),
  'post.edited': event(threadHomes, inThread, true),
  'post.deleted': event(threadHomes, inThread, true),
  'post.restored': event(threadHomes, inThread, true),
  'post.reacted': event(threadHomes, inThread, true),
  /** As an answer to a question, or no longer; never by whom. */
  'post.accepted': event(threadHomes, inThread, true),
  // working groups
  'group.moved': event('land', z.strictObject({ groupId: id })),
  'group.card_changed': event('land', z.strictObject({ groupId: id })),
  'group.changed': event('group', z.strictObject({ groupId: id })),
  'group.visibility_changed': event('group', z.strictObject({ groupId: id })),
  'membership.began': event('group', z.strictObject({ groupId: id, personId: id })),
  'membership.changed': event('group', z.strictObject({ groupId: id, personId: id })),
  'membership.ended': event('group', z.strictObject({ groupId: id, personId: id })),
  'work_package.changed': event('group', z.strictObject({ groupId: id })),
  'request.changed': event('lead', z.strictObject({ groupId: id })),
  'lead.changed': event('lead', z.strictObject({ groupId: id, personId: id })),
  // questions: never with an actor, whose moment could tell who asked
  'question.asked': event(homes, z.strictObject({ homeId: id, questionId: id })),
  'question.changed': event(homes, z.strictObject({ homeId: id, questionId: id })),
  'question.voted': event(homes, z.strictObject({ homeId: id, questionId: id, voteCount: z.int() })),
  'office_questions.changed': event('organisation', z.strictObject({ organisationId: id })),
  'faq.changed': event('land', z.strictObject({ entryId: id })),
  // announcements
  /** Also a draft: to who has it open. */
  'announcement.changed': event('announcement', z.strictObject({ announcementId: id })),
  'announcement.acknowledged': event('announcement', z.strictObject({ announcementId: id })),
  /** To those addressed, whether they have it open or not: a list in which it stands. */
  'announcements.changed': event(['organisation', 'group'], z.strictObject({ announcementId: id })),
  /** To the office's own people: its drafts. */
  'announcement_desk.changed': event('organisation', z.strictObject({ organisationId: id })),
  // organisations and people
  'organisation.changed': event('land', z.strictObject({ organisationId: id })),
  'affiliation.changed': event('organisation', z.strictObject({ organisationId: id, personId: id })),
  'affiliation.ended': event('organisation', z.strictObject({ organisationId: id, personId: id })),
  'contacts.changed': event('land', z.strictObject({ organisationId: id })),
  'organisation_desk.changed': event('organisation', z.strictObject({ organisationId: id })),
  // newsletter: drafts are the editors' business, which the id does not tell
  'newsletter.changed': event('land', z.strictObject({ issueId: id })),
  // Sprechstunden and other events
  'series.changed': event('land', z.strictObject({ seriesId: id })),
  'sprechstunde.card_changed': event('land', z.strictObject({ sprechstundeId: id })),
  'sprechstunde.changed': event('event', z.strictObject({ sprechstundeId: id })),
  'stage.changed': event('event', z.strictObject({ sprechstundeId: id })),
  'registration.changed': event('event', z.strictObject({ sprechstundeId: id })),
  'mood.changed': event('event', z.strictObject({ sprechstundeId: id })),
  'event_seat.changed': event('event', z.strictObject({ sprechstundeId: id, personId: id })),
  'wish.changed': event('land', z.strictObject({ seriesId: id, wishId: id })),
  // one person
  'viewer.rights_changed': event('person', z.strictObject({ personId: id })),
  'viewer.membership_changed': event('person', z.strictObject({ personId: id, groupId: id })),
  'viewer.event_seat_changed': event('person', z.strictObject({ personId: id, sprechstundeId: id })),
  'calendar.changed': event('person', z.strictObject({ personId: id })),
  'notice.changed': event('person', z.strictObject({ personId: id })),
  /** Their own, or of somebody for whom they deputise. */
  'absence.changed': event('person', z.strictObject({ personId: id })),
  'preferences.changed': event('person', z.strictObject({ personId: id })),
  /** How closely they follow a group or a thread. */
  'follows.changed': event('person', z.strictObject({ personId: id })),
  'read_state.changed': event('person', z.strictObject({ personId: id, threadId: id, readNo: z.int() })),
  'announcement_read.changed': event('person', z.strictObject({ personId: id, announcementId: id })),
  'reaction.changed': event('person', z.strictObject({ personId: id, threadId: id, postId: id, no: z.int() })),
  'administration.changed': event('person', z.strictObject({ personId: id })),
  'draft.changed': event('person', z.strictObject({ personId: id, key: z.string() })),
} as const;

export type EventName = keyof typeof events;
export type EventPayload<N extends EventName> = z.infer<(typeof events)[N]['payload']>;

/** After these, the relay asks again who may stay in the room before anything more is delivered there; after one in a person's own room, in all rooms of that person. */
export const endsRights: ReadonlySet<EventName> = new Set<EventName>([
  'membership.ended',
  'membership.changed',
  'group.visibility_changed',
  'lead.changed',
  'affiliation.ended',
  'event_seat.changed',
  'viewer.rights_changed',
  // An announcement to a group is heard by those who sit there.
  'viewer.membership_changed',
]);

/** What travels on the socket. Without `name`, it is the bare count of an event that this socket filtered out. */
export type LiveMessage = {
  [N in EventName]: { room: string; seq: number; name: N; payload: EventPayload<N>; fragment?: unknown };
}[EventName];
export interface BareMessage {
  room: string;
  seq: number;
}
/** Answer to `watch` and `catchUp`. `reset`: too far back, load afresh from `seq`. `later`: no refusal, ask again. */
export type RoomState = { ok: true; seq: number; missed: (LiveMessage | BareMessage)[]; reset: boolean } | { ok: false; later?: true };
