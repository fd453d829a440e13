const day = 86_400_000;
const iso = (date: number): string => new Date(date).toISOString().slice(0, 10);

/** Easter Sunday of the Gregorian calendar, by the rule for its full moon. */
function easter(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const leapsLost = century - Math.floor(century / 4);
  const moonCorrection = Math.floor((8 * century + 13) / 25);
  const epact = (leapsLost - moonCorrection + 19 * golden + 15) % 30;
  // Days from 21 March to the full moon; the two last ones are drawn together, so that no moon is counted twice.
  const moon = epact - Math.floor(epact / 28) * (1 - Math.floor(29 / (epact + 1)) * Math.floor((21 - golden) / 11));
  const sunday = (year + Math.floor(year / 4) + moon + 2 - leapsLost) % 7;
  const offset = moon - sunday;
  return Date.UTC(year, 2, 28 + offset);
}

/** § 2 of the holidays act of Sachsen-Anhalt (FeiertG LSA): those that are bound to a date, and those bound to Easter. */
const fixed: readonly (readonly [string, string])[] = [
  ['01-01', 'Neujahr'],
  ['01-06', 'Heilige Drei Könige'],
  ['05-01', 'Tag der Arbeit'],
  ['10-03', 'Tag der Deutschen Einheit'],
  ['10-31', 'Reformationstag'],
  ['12-25', '1. Weihnachtstag'],
  ['12-26', '2. Weihnachtstag'],
];
const afterEaster: readonly (readonly [number, string])[] = [
  [-2, 'Karfreitag'],
  [1, 'Ostermontag'],
  [39, 'Christi Himmelfahrt'],
  [50, 'Pfingstmontag'],
];

/** day → name of the public holidays of Sachsen-Anhalt in a year. */
export function holidaysOf(year: number): Map<string, string> {
  const sunday = easter(year);
  return new Map([
    ...fixed.map(([date, name]) => [`${year}-${date}`, name] as const),
    ...afterEaster.map(([days, name]) => [iso(sunday + days * day), name] as const),
  ]);
}

export const holidayOn = (date: string): string | null => holidaysOf(Number(date.slice(0, 4))).get(date) ?? null;
