import { expect, test } from '@jest/globals';
import { rhythmOf, rhythmWords, ruleOf } from './rhythm.ts';

test('a rule is said in words', () => {
  expect(rhythmWords('FREQ=WEEKLY;INTERVAL=1;BYDAY=WE')).toBe('jede Woche am Mittwoch');
  expect(rhythmWords('FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE,FR')).toBe('alle 2 Wochen am Montag, Mittwoch und Freitag');
  expect(rhythmWords('FREQ=MONTHLY;BYDAY=-1FR')).toBe('jeden Monat am letzten Freitag');
  expect(rhythmWords('FREQ=WEEKLY')).toBe('jede Woche, am Wochentag des ersten Termins');
  expect(rhythmWords('FREQ=YEARLY;BYYEARDAY=100')).toBe('nach der Regel FREQ=YEARLY;BYYEARDAY=100');
});

test('what the fields can say comes back as the same rule; another one is kept as it stands', () => {
  for (const rule of [
    'FREQ=WEEKLY;INTERVAL=1;BYDAY=WE',
    'FREQ=WEEKLY;INTERVAL=3;BYDAY=TU,TH',
    'FREQ=WEEKLY;INTERVAL=1',
    'FREQ=MONTHLY;INTERVAL=1;BYDAY=2MO',
    'FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR',
    'FREQ=MONTHLY;BYMONTHDAY=15',
    'FREQ=WEEKLY;BYDAY=SA',
    'FREQ=WEEKLY;COUNT=3;BYDAY=WE',
    'FREQ=MONTHLY;BYDAY=5MO',
  ])
    expect(ruleOf(rhythmOf(rule))).toBe(rule);
});
