/** Writes a calendar with odd words and hours, and beside it what a reader has to find: `node write.ts FOLDER`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { calendarText } from '../../apps/api/src/features/sprechstunden/calendar/ical.ts';

const texts = ['Gewerbesteuer; digital, „für alle“ \\o/', 'Größe\nzweite Zeile', `${'ä'.repeat(200)}😀`, 'a,b;c:d"e', 'x'.repeat(74) + '€'];
const hours = ['2026-03-28T09:00', '2026-03-29T08:00', '2026-07-01T08:00', '2026-10-24T08:00', '2026-10-25T09:00', '2026-12-31T23:30'];
const events = hours.map((hour, i) => {
  const startsAt = new Date(`${hour}:00Z`);
  return {
    id: `event-${i}`,
    sequence: i,
    startsAt,
    endsAt: new Date(startsAt.getTime() + 90 * 60_000),
    changedAt: new Date('2026-01-02T03:04:05Z'),
    cancelled: i % 2 === 1,
    title: texts[i % texts.length]!,
    description: texts.join('\n'),
    place: texts[(i + 1) % texts.length]!,
    url: 'https://kollab.example/sprechstunden/1',
  };
});
const folder = process.argv[2]!;
writeFileSync(join(folder, 'calendar.ics'), calendarText('Sprechstunden', events, 'kollab.example'));
writeFileSync(join(folder, 'expected.json'), JSON.stringify(events));
