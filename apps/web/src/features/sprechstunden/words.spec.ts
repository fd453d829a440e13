import { expect, test } from '@jest/globals';
import { eventLabel, eventShort, placeWords, stepState } from './words.ts';

test('an event is called by number, series and title; one beside a series by its title', () => {
  const title = 'Gewerbesteuer digital';
  expect(eventLabel({ no: 28, title, series: { name: 'OZG-Sprechstunde' } })).toBe('28. OZG-Sprechstunde: Gewerbesteuer digital');
  expect(eventLabel({ no: null, title, series: { name: 'OZG-Sprechstunde' } })).toBe('OZG-Sprechstunde: Gewerbesteuer digital');
  expect(eventLabel({ no: null, title, series: null })).toBe(title);
  expect(eventShort({ no: 28, title })).toBe('28. Gewerbesteuer digital');
  expect(eventShort({ title })).toBe(title);
});

test('a place says its state, and where one waits', () => {
  expect(placeWords('REGISTERED')).toBe('angemeldet');
  expect(placeWords('WAITING', 2)).toBe('auf der Warteliste, Platz 2');
  expect(placeWords('WAITING', null)).toBe('auf der Warteliste');
  expect(placeWords('WITHDRAWN')).toBe('abgemeldet');
});

test('an item of the agenda is over at the very minute at which the next one begins', () => {
  const item = { startsAt: '2026-11-18T09:20:00Z', minutes: 20 };
  const at = (time: string) => stepState(item, Date.parse(`2026-11-18T${time}Z`));
  expect(at('09:19:59')).toBe('next');
  expect(at('09:20:00')).toBe('now');
  expect(at('09:39:59')).toBe('now');
  expect(at('09:40:00')).toBe('done');
});
