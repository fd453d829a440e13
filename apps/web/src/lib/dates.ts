/** Times are Berlin's, whatever the browser's zone. */
const zone = 'Europe/Berlin';
const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('de-DE', { ...options, timeZone: zone });

const dateOnly = format({ day: '2-digit', month: '2-digit', year: 'numeric' });
const timeOnly = format({ hour: 'numeric', minute: '2-digit' });
const long = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const dayMonth = format({ day: 'numeric', month: 'long' });
const dayMonthYear = format({ day: 'numeric', month: 'long', year: 'numeric' });
const dayMonthShort = format({ day: 'numeric', month: 'short' });
const month = format({ month: 'long', year: 'numeric' });
const weekdayLong = format({ weekday: 'long' });
const weekdayBrief = format({ weekday: 'short' });
const numbers = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });

/** A moment as the API sends it. A mere day (`2026-11-21`) means noon in Berlin, so that it stays that day. */
export type Moment = string | number | Date;

const read = (moment: Moment): Date => new Date(typeof moment === 'string' && moment.length === 10 ? `${moment}T11:00:00Z` : moment);

const minute = 60_000;
const hour = 60 * minute;

/** Days since 1970 in Berlin's calendar. */
const dayNumber = (date: Date): number => Date.parse(`${dayOf(date)}T00:00:00Z`) / (24 * hour);
const yearOf = (date: Date): string => dayOf(date).slice(0, 4);

/** The day of a moment in Berlin: 2026-11-21 */
export const dayOf = (moment: Moment): string => numbers.format(read(moment));
/** The day so many days from now, in Berlin. */
export const inDays = (days: number): string => dayOf(Date.now() + days * 24 * hour);

/** 21.11.2026 */
export const formatDate = (moment: Moment): string => dateOnly.format(read(moment));

/** 7:48 */
export const formatTime = (moment: Moment): string => timeOnly.format(read(moment)).replace(/^0(?=\d)/, '');

/** Samstag, 21.11.2026, 7:48 Uhr: the exact time behind every relative one. */
export const formatExact = (moment: Moment): string =>
  `${weekdayLong.format(read(moment))}, ${formatDate(moment)}, ${formatTime(moment)} Uhr`;

/** Mittwoch, 18. November 2026 */
export const formatLongDate = (moment: Moment): string => long.format(read(moment));

/** 11. November, with the year when it is another one */
export const formatDayMonth = (moment: Moment, now: Moment = Date.now()): string => {
  const date = read(moment);
  return (yearOf(date) === yearOf(read(now)) ? dayMonth : dayMonthYear).format(date);
};

/** Oktober 2022 */
export const formatMonth = (moment: Moment): string => month.format(read(moment));

/** 20. Nov. */
export const formatDayMonthShort = (moment: Moment): string => dayMonthShort.format(read(moment));

/** Freitag */
export const formatWeekdayLong = (moment: Moment): string => weekdayLong.format(read(moment));

/** Fr */
export const formatWeekdayShort = (moment: Moment): string => weekdayBrief.format(read(moment)).replace('.', '');

/** Mi, 25. November, 9:30 */
export const formatAppointment = (moment: Moment, now: Moment = Date.now()): string =>
  `${formatWeekdayShort(moment)}, ${formatDayMonth(moment, now)}, ${formatTime(moment)}`;

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** Near times in words, up to 7 days; then the date. "vor 12 Minuten", "heute, 7:48", "gestern, 16:38", "Montag", "11. November". */
export function formatRelative(moment: Moment, now: Moment = Date.now()): string {
  const date = read(moment);
  const today = read(now);
  const ago = today.getTime() - date.getTime();
  const minutes = Math.floor(Math.abs(ago) / minute);
  if (minutes < 1) return ago >= 0 ? 'gerade eben' : 'jetzt';
  if (minutes < 60) return ago > 0 ? `vor ${plural(minutes, 'Minute', 'Minuten')}` : `in ${plural(minutes, 'Minute', 'Minuten')}`;
  const days = dayNumber(date) - dayNumber(today);
  if (days === 0) return `heute, ${formatTime(date)}`;
  if (days === -1) return `gestern, ${formatTime(date)}`;
  if (days === 1) return `morgen, ${formatTime(date)}`;
  if (Math.abs(days) < 7) return days > 0 ? `${weekdayLong.format(date)}, ${formatTime(date)}` : weekdayLong.format(date);
  return formatDayMonth(date, now);
}

/** "vor 12 Sekunden", then as everywhere: for what was saved just now. */
export function formatAgo(at: string, now: number): string {
  const seconds = Math.floor((now - Date.parse(at)) / 1_000);
  return seconds >= 5 && seconds < 60 ? `vor ${seconds} Sekunden` : formatRelative(at, now);
}

/** How long until a deadline, by days of the calendar. "heute", "morgen", "in 5 Tagen", "seit gestern vorbei". */
export function formatDaysLeft(moment: Moment, now: Moment = Date.now()): string {
  const days = daysLeft(moment, now);
  if (days === 0) return 'heute';
  if (days === 1) return 'morgen';
  if (days === -1) return 'seit gestern vorbei';
  return days > 0 ? `in ${days} Tagen` : `seit ${-days} Tagen vorbei`;
}

/** Whole days of Berlin's calendar until then; negative when it is over. */
export const daysLeft = (moment: Moment, now: Moment = Date.now()): number => dayNumber(read(moment)) - dayNumber(read(now));

/** Reads `21.11.2026`, `1.2.26` and `2026-11-21` as `2026-11-21`; null for what is no day. */
export function parseDate(text: string): string | null {
  const german = /^\s*(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{2}|\d{4})\s*$/.exec(text);
  const iso = /^\s*(\d{4})-(\d{2})-(\d{2})\s*$/.exec(text);
  const parts = german ? [german[3], german[2], german[1]] : iso?.slice(1);
  const [year = '', month = '', day = ''] = parts ?? [];
  if (year === '') return null;
  const written = `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written) ? written : null;
}

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** The first instant of a day (`2026-11-21`) in Berlin, as the API takes it. */
export function dayStart(day: string): string {
  // At this moment it is one or two o'clock in Berlin.
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const [hours = '1'] = clock.format(midnight).split(':');
  return new Date(midnight - Number(hours) * hour).toISOString();
}

/** The last millisecond of a day in Berlin. */
export const dayEnd = (day: string): string =>
  new Date(Date.parse(dayStart(new Date(Date.parse(`${day}T12:00:00Z`) + 24 * hour).toISOString().slice(0, 10))) - 1).toISOString();
