/** A rhythm as it is chosen; `OTHER` is a rule of RFC 5545 that the fields cannot say. */
export type Rhythm = { every: 'WEEKLY' | 'MONTHLY' | 'OTHER'; interval: string; days: string[]; nth: string; rule: string };

export const weekdays = [
  { value: 'MO', label: 'Montag' },
  { value: 'TU', label: 'Dienstag' },
  { value: 'WE', label: 'Mittwoch' },
  { value: 'TH', label: 'Donnerstag' },
  { value: 'FR', label: 'Freitag' },
] as const;
export const places = [
  { value: '1', label: '1.' },
  { value: '2', label: '2.' },
  { value: '3', label: '3.' },
  { value: '4', label: '4.' },
  { value: '-1', label: 'letzten' },
] as const;
const dayNames = new Map<string, string>(weekdays.map(({ value, label }) => [value, label]));
const placeNames = new Map<string, string>(places.map(({ value, label }) => [value, label]));

export const everyWeek: Rhythm = { every: 'WEEKLY', interval: '1', days: [], nth: '1', rule: '' };

/** Reads a rule into the fields, where they can say it. */
export function rhythmOf(rule: string): Rhythm {
  const parts = new Map(rule.split(';').map((part) => part.split('=', 2) as [string, string]));
  const other: Rhythm = { ...everyWeek, every: 'OTHER', rule };
  if ([...parts.keys()].some((name) => !['FREQ', 'INTERVAL', 'BYDAY'].includes(name))) return other;
  const days = parts.get('BYDAY')?.split(',') ?? [];
  const interval = parts.get('INTERVAL') ?? '1';
  if (parts.get('FREQ') === 'WEEKLY' && days.every((day) => dayNames.has(day))) return { ...other, every: 'WEEKLY', interval, days };
  const [, nth = '', day = ''] = /^(-?\d)([A-Z]{2})$/.exec(days[0] ?? '') ?? [];
  if (parts.get('FREQ') === 'MONTHLY' && days.length === 1 && placeNames.has(nth) && dayNames.has(day))
    return { ...other, every: 'MONTHLY', interval, days: [day], nth };
  return other;
}

export function ruleOf({ every, interval, days, nth, rule }: Rhythm): string {
  if (every === 'OTHER') return rule.trim();
  const rhythm = `FREQ=${every};INTERVAL=${interval.trim() || '1'}`;
  if (every === 'MONTHLY') return `${rhythm};BYDAY=${nth}${days[0] ?? 'MO'}`;
  const inOrder = weekdays.flatMap(({ value }) => (days.includes(value) ? value : []));
  return inOrder.length > 0 ? `${rhythm};BYDAY=${inOrder.join(',')}` : rhythm;
}

/** "alle 2 Wochen am Mittwoch", "jeden Monat am letzten Freitag" */
export function rhythmWords(rule: string): string {
  const { every, interval, days, nth } = rhythmOf(rule);
  if (every === 'OTHER') return `nach der Regel ${rule}`;
  const named = days.flatMap((day) => dayNames.get(day) ?? []);
  if (every === 'MONTHLY')
    return `${interval === '1' ? 'jeden Monat' : `alle ${interval} Monate`} am ${placeNames.get(nth) ?? ''} ${named[0] ?? ''}`;
  const often = interval === '1' ? 'jede Woche' : `alle ${interval} Wochen`;
  const last = named.at(-1);
  if (!last) return `${often}, am Wochentag des ersten Termins`;
  return `${often} am ${named.length > 1 ? `${named.slice(0, -1).join(', ')} und ` : ''}${last}`;
}
