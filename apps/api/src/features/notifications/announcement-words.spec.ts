import { expect, it } from '@jest/globals';
import { factRow, seesNames } from '../../../test/notices.ts';
import { describe, type FactRow, type NoticeFact } from './description.ts';

it.each<[NoticeFact, string, string, string, string]>([
  ['announced', '', 'Kim Muster: „Neue Schnittstelle für Breitband“.', 'Sie gehören zu den Angesprochenen', ''],
  [
    'announced',
    'bis 24.11.2026',
    'Kim Muster: „Neue Schnittstelle für Breitband“. Bitte handeln Sie bis 24.11.2026.',
    'Sie gehören zu den Angesprochenen',
    '',
  ],
  [
    'announcement_corrected',
    'Der Termin stimmte nicht.',
    'Die Mitteilung „Neue Schnittstelle für Breitband“ wurde korrigiert: Der Termin stimmte nicht.',
    'Sie gehören zu den Angesprochenen',
    '',
  ],
  [
    'announcement_withdrawn',
    'Sie war doppelt.',
    'Die Mitteilung „Neue Schnittstelle für Breitband“ wurde zurückgezogen. Grund: Sie war doppelt.',
    'Sie gehören zu den Angesprochenen',
    '',
  ],
  [
    'acknowledgement_missing',
    'bis 24.11.2026',
    'Die Bestätigung Ihrer Verwaltung fehlt noch: „Neue Schnittstelle für Breitband“. Bitte handeln Sie bis 24.11.2026.',
    'Sie können für Ihre Verwaltung bestätigen',
    '',
  ],
  [
    'announcement_returned',
    '',
    '„Neue Schnittstelle für Breitband“ wurde nicht veröffentlicht und ist wieder ein Entwurf. Bitte prüfen Sie Frist und Empfänger.',
    'Sie hatten die Veröffentlichung geplant',
    '/bearbeiten',
  ],
])('%s, "%s"', (fact, detail, sentence, reason, page) => {
  const notice = factRow(fact, { groupId: null, announcementId: 'n', detail });
  expect(describe(notice, seesNames)).toEqual({ sentence, reason, path: `/mitteilungen/n${page}` });
});

it.each<[NoticeFact, Partial<FactRow>]>([
  ['announced', { detail: 'bis 24.11.2026' }],
  ['announcement_corrected', { detail: 'Geheime Korrektur' }],
  ['announcement_withdrawn', { detail: 'Geheimer Grund' }],
  ['acknowledgement_missing', {}],
  ['post', { kind: 'MENTION', detail: 'PERSON', threadId: 't', postNo: 1 }],
  ['post', { kind: 'POST', threadId: 't', postNo: 1 }],
])('%s of a confidential announcement says nothing of it in a mail', (fact, data) => {
  const about = { kind: 'ANNOUNCEMENT' as const, groupId: null, announcementId: 'n', ...data };
  const names = {
    ...seesNames,
    thread: 'Breitband in Gefahr',
    announcement: 'Breitband in Gefahr',
    mail: true,
    confidential: true,
  } as const;
  const { sentence, path } = describe(factRow(fact, about), names);
  expect(sentence).not.toMatch(/Breitband|Geheim/);
  expect(sentence).toMatch(/vertrauliche/);
  expect(path).toMatch(/^\/mitteilungen\/n/);
});
