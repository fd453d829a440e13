import type { LiveHandlers } from '../../lib/live.ts';

export const sprechstundenLive = {
  'series.changed': (_, { refetch }) => refetch('Sprechstunden', 'Distribution'),
  'sprechstunde.card_changed': (_, { refetch }) => refetch('Sprechstunden', 'Home', 'TopicWishes'),
  'sprechstunde.changed': (_, { refetch }) => refetch('Sprechstunde', 'EventPlaces', 'SprechstundeQuestions', 'Question'),
  'registration.changed': (_, { refetch }) => refetch('EventPlaces', 'Sprechstunden'),
  'mood.changed': (_, { refetch }) => refetch('EventMood'),
  'event_seat.changed': (_, { refetch }) => refetch('Sprechstunde', 'EventPlaces'),
  'wish.changed': (_, { refetch }) => refetch('TopicWishes', 'Sprechstunde'),
  'viewer.event_seat_changed': (_, { refetch }) => refetch('Sprechstunden', 'Sprechstunde', 'Home', 'Viewer'),
  'calendar.changed': (_, { refetch }) => refetch('Viewer', 'OwnCalendar'),
} satisfies Partial<LiveHandlers>;
