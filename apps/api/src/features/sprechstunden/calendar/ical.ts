import { berlinDay, berlinTime } from '../../../platform/berlin.ts';

/** What a calendar program has to know of an event. */
export interface CalendarEvent {
  id: string;
  /** RFC 5545: a program takes over only what has a higher number. */
  sequence: number;
  startsAt: Date;
  endsAt: Date;
  changedAt: Date;
  cancelled: boolean;
  title: string;
  description: string;
  place: string;
  url: string;
}

/** Clock changes in Berlin since 1996, as RFC 5545 wants to be told of them. */
const berlin = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/Berlin',
  'BEGIN:DAYLIGHT',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'DTSTART:19960331T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
];

/** RFC 5545, 3.3.11. Other signs that control something have no place in a text. */
const escaped = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\0-\x09\x0b-\x1f\x7f]/g, ' ')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');

const utc = (instant: Date): string => instant.toISOString().replace(/[-:]|\.\d{3}/g, '');
const local = (instant: Date): string => `${berlinDay(instant)}T${berlinTime(instant)}00`.replace(/[-:]/g, '');

/** Lines of at most 75 octets, cut between characters; what goes on begins with a blank, which counts. */
export function folded(line: string): string {
  const lines: string[] = [];
  let rest = '';
  let size = 0;
  for (const character of line) {
    const octets = Buffer.byteLength(character);
    if (size + octets > 75) {
      lines.push(rest);
      rest = ' ';
      size = 1;
    }
    rest += character;
    size += octets;
  }
  return [...lines, rest].join('\r\n');
}

function component(event: CalendarEvent, host: string): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${event.id}@${host}`,
    `DTSTAMP:${utc(event.changedAt)}`,
    `LAST-MODIFIED:${utc(event.changedAt)}`,
    `SEQUENCE:${event.sequence}`,
    `STATUS:${event.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    `DTSTART;TZID=Europe/Berlin:${local(event.startsAt)}`,
    `DTEND;TZID=Europe/Berlin:${local(event.endsAt)}`,
    `SUMMARY:${escaped(event.title)}`,
    ...(event.description ? [`DESCRIPTION:${escaped(event.description)}`] : []),
    ...(event.place ? [`LOCATION:${escaped(event.place)}`] : []),
    `URL:${event.url}`,
    'TRANSP:OPAQUE',
    'END:VEVENT',
  ];
}

/** RFC 5545, as calendar programs read it. */
export function calendarText(name: string, events: readonly CalendarEvent[], host: string): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//${host}//Sprechstunden//DE`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
    ...berlin,
    ...events.flatMap((event) => component(event, host)),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}
