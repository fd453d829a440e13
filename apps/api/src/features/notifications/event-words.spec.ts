import { expect, it } from '@jest/globals';
import { factRow, seesNames } from '../../../test/notices.ts';
import { describe, type FactRow } from './description.ts';

it.each<[string, FactRow, string, string, string]>([
  [
    'event moved',
    factRow('event_moved', { sprechstundeId: 's', detail: 'Mittwoch, 25. November 2026, 10:00' }),
    '„28. OZG-Sprechstunde: Gewerbesteuer digital“ findet jetzt am Mittwoch, 25. November 2026, 10:00 Uhr statt.',
    'Sie sind angemeldet',
    '/sprechstunden/s',
  ],
  [
    'event cancelled',
    factRow('event_cancelled', { sprechstundeId: 's', detail: 'Krankheit' }),
    '„28. OZG-Sprechstunde: Gewerbesteuer digital“ fällt aus. Grund: Krankheit',
    'Sie sind angemeldet',
    '/sprechstunden/s',
  ],
  [
    'place for oneself',
    factRow('registration_promoted', { sprechstundeId: 's' }),
    'Für Sie ist ein Platz frei geworden: „28. OZG-Sprechstunde: Gewerbesteuer digital“.',
    'Sie standen auf der Warteliste',
    '/sprechstunden/s',
  ],
  [
    'place for a companion',
    factRow('registration_promoted', { sprechstundeId: 's', detail: '1 Person aus der Kämmerei' }),
    'Für „1 Person aus der Kämmerei“ ist ein Platz frei geworden: „28. OZG-Sprechstunde: Gewerbesteuer digital“.',
    'Sie standen auf der Warteliste',
    '/sprechstunden/s',
  ],
  [
    'wish planned',
    factRow('wish_planned', { sprechstundeId: 's', wishId: 'w' }),
    'Das Thema „Siegel an Bescheiden“ ist eingeplant: „28. OZG-Sprechstunde: Gewerbesteuer digital“.',
    'Sie haben sich das Thema gewünscht oder dafür gestimmt',
    '/sprechstunden/s',
  ],
  [
    'wish declined',
    factRow('wish_declined', { wishId: 'w', detail: 'Dafür gibt es eine Arbeitsgruppe.' }),
    'Das Thema „Siegel an Bescheiden“ wird nicht eingeplant. Grund: Dafür gibt es eine Arbeitsgruppe.',
    'Sie haben sich das Thema gewünscht oder dafür gestimmt',
    '/sprechstunden/themenwuensche',
  ],
])('%s', (_, notice, sentence, reason, path) => {
  expect(describe(notice, seesNames)).toEqual({ sentence, reason, path });
});
