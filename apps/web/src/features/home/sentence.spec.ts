import { expect, test } from '@jest/globals';
import { homeSentence, type State } from './sentence.ts';

// Wednesday
const now = Date.parse('2026-11-18T08:40:00Z');
const nothing: State = { nextDue: null, deadlines: 0, actions: 0, announcements: 0, unread: 0, drafts: 0 };
const said = (state: Partial<State>): string =>
  homeSentence({ ...nothing, ...state }, now)
    .map((piece) => piece.text)
    .join('');
const links = (state: Partial<State>): string[] =>
  homeSentence({ ...nothing, ...state }, now).flatMap((piece) => (piece.to ? [`${piece.text} ${piece.to}`] : []));

test('nothing to do is a good state', () => {
  expect(said({})).toBe('Heute wartet nichts auf Sie. Sie sind auf dem Stand.');
  expect(links({})).toEqual([]);
});

test('one of each, every figure a link', () => {
  const state = { nextDue: '2026-11-20T22:59:59Z', deadlines: 1, actions: 1, unread: 1, drafts: 1 };
  expect(said(state)).toBe(
    'Bis Freitag läuft eine Frist ab. Eine Bitte richtet sich an Sie, in einer Diskussion gibt es Neues und ein Entwurf ist noch nicht gesendet.',
  );
  expect(links(state)).toEqual(['eine Frist #frist', 'Eine Bitte #handlung', 'einer Diskussion #weiter', 'ein Entwurf #weiter']);
});

test('several', () => {
  expect(said({ nextDue: '2026-11-20T22:59:59Z', deadlines: 3, actions: 4, unread: 13 })).toBe(
    'In den nächsten 14 Tagen laufen drei Fristen ab, die erste am Freitag. Vier Bitten richten sich an Sie und in 13 Diskussionen gibt es Neues.',
  );
});

test('each kind alone is a sentence', () => {
  expect(said({ actions: 2 })).toBe('Zwei Bitten richten sich an Sie.');
  expect(said({ announcements: 1 })).toBe('Eine Mitteilung ist zur Kenntnis.');
  expect(said({ actions: 4, announcements: 3 })).toBe('Vier Bitten richten sich an Sie und drei Mitteilungen sind zur Kenntnis.');
  expect(links({ announcements: 3 })).toEqual(['Drei Mitteilungen #kenntnis']);
  expect(said({ unread: 2 })).toBe('In zwei Diskussionen gibt es Neues.');
  expect(said({ drafts: 2 })).toBe('Zwei Entwürfe sind noch nicht gesendet.');
  expect(links({ unread: 2 })).toEqual(['zwei Diskussionen #weiter']);
});

test('the day of the next deadline in words', () => {
  const due = (nextDue: string, deadlines = 1) => said({ nextDue, deadlines }).trim();
  expect(due('2026-11-18T22:59:59Z')).toBe('Heute läuft eine Frist ab.');
  expect(due('2026-11-19T22:59:59Z')).toBe('Morgen läuft eine Frist ab.');
  expect(due('2026-12-01T22:59:59Z')).toBe('Bis 1. Dezember läuft eine Frist ab.');
  expect(due('2026-11-18T22:59:59Z', 2)).toBe('In den nächsten 14 Tagen laufen zwei Fristen ab, die erste heute.');
  expect(due('2026-12-01T22:59:59Z', 2)).toBe('In den nächsten 14 Tagen laufen zwei Fristen ab, die erste am 1. Dezember.');
});
