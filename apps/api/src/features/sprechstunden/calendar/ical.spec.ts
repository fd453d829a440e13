import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { calendarText, folded, type CalendarEvent } from './ical.ts';

const event: CalendarEvent = {
  id: '019a0000-0000-7000-8000-000000000028',
  sequence: 3,
  startsAt: new Date('2026-11-18T09:00:00Z'),
  endsAt: new Date('2026-11-18T10:30:00Z'),
  changedAt: new Date('2026-11-01T08:15:30.500Z'),
  cancelled: false,
  title: '28. OZG-Sprechstunde: Gewerbesteuer; digital, „für alle“ \\o/',
  description: 'Erste Zeile\nzweite Zeile\n\nThemen: Gewerbesteuer · Größe',
  place: 'Magdeburg, Saal 1',
  url: 'https://kollab.example/sprechstunden/28',
};
const text = (...events: CalendarEvent[]) => calendarText('Sprechstunden', events, 'kollab.example');
const read = (ics: string) => new ICAL.Component(ICAL.parse(ics) as unknown[] as ConstructorParameters<typeof ICAL.Component>[0]);
const eventsIn = (ics: string) =>
  read(ics)
    .getAllSubcomponents('vevent')
    .map((part) => new ICAL.Event(part));
/** By the VTIMEZONE that stands in the text itself, not by what the reader knows. */
function instantOf(ics: string, time: ICAL.Time): string {
  const zone = new ICAL.Timezone(read(ics).getFirstSubcomponent('vtimezone')!);
  const local = time.clone();
  local.zone = zone;
  return local.convertToZone(ICAL.Timezone.utcTimezone).toJSDate().toISOString();
}

describe('a calendar', () => {
  it('says all that a program needs, in lines of RFC 5545', () => {
    const lines = text(event).split('\r\n');
    expect(lines.at(-1)).toBe('');
    expect(lines).toEqual(
      expect.arrayContaining([
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'METHOD:PUBLISH',
        'BEGIN:VTIMEZONE',
        'TZID:Europe/Berlin',
        'UID:019a0000-0000-7000-8000-000000000028@kollab.example',
        'DTSTAMP:20261101T081530Z',
        'SEQUENCE:3',
        'STATUS:CONFIRMED',
        'DTSTART;TZID=Europe/Berlin:20261118T100000',
        'DTEND;TZID=Europe/Berlin:20261118T113000',
        'LOCATION:Magdeburg\\, Saal 1',
      ]),
    );
    expect(text({ ...event, cancelled: true })).toContain('\r\nSTATUS:CANCELLED\r\n');
  });

  it('is read back by ical.js as it was meant', () => {
    const ics = text(event, { ...event, id: 'zwei', startsAt: new Date('2026-07-01T08:00:00Z'), endsAt: new Date('2026-07-01T09:00:00Z') });
    const [first, second] = eventsIn(ics) as [ICAL.Event, ICAL.Event];
    expect([first.summary, first.description, first.location, first.sequence]).toEqual([event.title, event.description, event.place, 3]);
    expect([instantOf(ics, first.startDate), instantOf(ics, first.endDate)]).toEqual([
      event.startsAt.toISOString(),
      event.endsAt.toISOString(),
    ]);
    expect(instantOf(ics, second.startDate)).toBe('2026-07-01T08:00:00.000Z');
    expect(second.uid).toBe('zwei@kollab.example');
  });

  it('has no line of more than 75 octets, and loses no sign, whatever the words are', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 300 }).map((s) => s.normalize('NFC'));
    fc.assert(
      fc.property(words, words, (title, description) => {
        const ics = text({ ...event, title: `x${title}`, description: `${description}y` });
        expect(ics.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        for (const line of ics.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line.isWellFormed()).toBe(true);
        }
        const [found] = eventsIn(ics) as [ICAL.Event];
        // Signs that control something become blanks, line breaks are one kind.
        const plain = (s: string) =>
          s.replace(/\r\n?/g, '\n').replace(/[\p{Cc}]/gu, (c) => (c === '\n' || c > '\x9f' ? c : c < ' ' || c === '\x7f' ? ' ' : c));
        expect(found.summary).toBe(plain(`x${title}`));
        expect(found.description).toBe(plain(`${description}y`));
      }),
      { numRuns: 150 },
    );
  });

  it('keeps every instant over every change of the clock', () => {
    const instants = fc.date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2060-12-31T00:00:00Z'), noInvalidDate: true });
    fc.assert(
      fc.property(instants, fc.integer({ min: 15, max: 600 }), (at, minutes) => {
        const startsAt = new Date(Math.floor(at.getTime() / 60_000) * 60_000);
        // In the hour that comes twice, a local time names two instants.
        const hour = Number(
          new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin', hour: 'numeric', hourCycle: 'h23' })
            .format(startsAt)
            .replace(/\D/g, ''),
        );
        fc.pre(hour >= 4 && hour <= 22);
        const ics = text({ ...event, startsAt, endsAt: new Date(startsAt.getTime() + minutes * 60_000) });
        expect(instantOf(ics, (eventsIn(ics) as [ICAL.Event])[0].startDate)).toBe(startsAt.toISOString());
      }),
      { numRuns: 150 },
    );
  });

  it('breaks a line between characters', () => {
    expect(folded('ä'.repeat(37))).toBe('ä'.repeat(37));
    expect(folded('ä'.repeat(38))).toBe(`${'ä'.repeat(37)}\r\n ä`);
    expect(folded(`${'a'.repeat(74)}😀`)).toBe(`${'a'.repeat(74)}\r\n 😀`);
  });
});
