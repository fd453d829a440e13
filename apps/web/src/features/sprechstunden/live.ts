import type { LiveHandlers } from '../../lib/live.ts';

/** What stands on an event's own pages, for who reads it and for who edits it. */
const event = ['Sprechstunde', 'SprechstundeForm'];
const seats = ['EventSeats', 'EventInvitations'];

export const sprechstundenLive = {
  'series.changed': (_, { refetch }) => refetch('Sprechstunden', 'SeriesDesk', 'SeriesDays', 'WishSeries', 'Distribution'),
  'sprechstunde.card_changed': (_, { refetch }) => refetch('Sprechstunden', 'Home', 'TopicWishes', 'SeriesDays'),
  'sprechstunde.changed': (_, { refetch }) =>
    refetch(...event, 'EventPlaces', 'EventInvitations', 'SprechstundeQuestions', 'EventQueue', 'Question'),
  'registration.changed': (_, { refetch }) => refetch('EventPlaces', 'EventRegistrations', 'SprechstundeForm', 'Sprechstunden'),
  'mood.changed': (_, { refetch }) => refetch('EventMood'),
  'event_seat.changed': (_, { refetch }) => refetch('Sprechstunde', 'EventPlaces', 'EventQueue', ...seats),
  'wish.changed': (_, { refetch }) => refetch('TopicWishes', 'OpenWishes', ...event),
  'viewer.event_seat_changed': (_, { refetch }) => refetch('Sprechstunden', 'Sprechstunde', 'EventQueue', 'Home', 'Viewer'),
  'calendar.changed': (_, { refetch }) => refetch('Viewer', 'OwnCalendar'),
} satisfies Partial<LiveHandlers>;
