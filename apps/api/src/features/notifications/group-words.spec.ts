import { expect, it } from '@jest/globals';
import { factRow, seesNames } from '../../../test/notices.ts';
import { describe, type FactRow } from './description.ts';

const members = '/arbeitsgruppen/g/mitglieder';
const group = '/arbeitsgruppen/g';

it.each<[string, FactRow, string, string, string]>([
  ['request', factRow('requested'), 'Kim Muster möchte in „AG 4 Kommunikation“ mitarbeiten.', 'Sie leiten die Arbeitsgruppe', members],
  [
    'request accepted',
    factRow('accepted'),
    'Ihre Anfrage wurde angenommen. Sie sind jetzt Mitglied in „AG 4 Kommunikation“.',
    'Sie haben angefragt',
    group,
  ],
  [
    'request declined',
    factRow('declined', { detail: 'Alle Plätze sind vergeben.' }),
    'Ihre Anfrage an „AG 4 Kommunikation“ wurde abgelehnt. Grund: Alle Plätze sind vergeben.',
    'Sie haben angefragt',
    group,
  ],
  ['invited', factRow('invited'), 'Kim Muster lädt Sie ein, in „AG 4 Kommunikation“ mitzuarbeiten.', 'Sie wurden eingeladen', group],
  [
    'invitation accepted',
    factRow('invitation_accepted'),
    'Kim Muster hat die Einladung in „AG 4 Kommunikation“ angenommen.',
    'Sie leiten die Arbeitsgruppe',
    members,
  ],
  [
    'invitation declined',
    factRow('invitation_declined'),
    'Kim Muster hat die Einladung in „AG 4 Kommunikation“ abgelehnt.',
    'Sie leiten die Arbeitsgruppe',
    members,
  ],
  [
    'invitation revoked',
    factRow('invitation_revoked'),
    'Die Einladung in „AG 4 Kommunikation“ wurde zurückgenommen.',
    'Sie waren eingeladen',
    group,
  ],
  [
    'role changed',
    factRow('role_changed', { detail: 'DEPUTY' }),
    'Ihre Rolle in „AG 4 Kommunikation“ ist jetzt: stellvertretende Leitung.',
    'Sie sind Mitglied',
    group,
  ],
  ['lead lost', factRow('lead_lost'), '„AG 4 Kommunikation“ hat keine Leitung mehr.', 'Sie betreuen die Arbeitsgruppen', members],
  [
    'removed',
    factRow('removed', { detail: 'Wechsel der Stelle' }),
    'Ihre Mitgliedschaft in „AG 4 Kommunikation“ wurde beendet. Grund: Wechsel der Stelle',
    'Sie waren Mitglied',
    group,
  ],
  [
    'volunteered to lead',
    factRow('volunteered'),
    'Kim Muster möchte in „AG 4 Kommunikation“ die Leitung übernehmen.',
    'Sie leiten die Arbeitsgruppe',
    members,
  ],
  [
    'volunteered for work',
    factRow('volunteered', { detail: 'Leitfaden' }),
    'Kim Muster möchte in „AG 4 Kommunikation“ das Arbeitspaket „Leitfaden“ übernehmen.',
    'Sie leiten die Arbeitsgruppe',
    members,
  ],
  [
    'volunteering confirmed',
    factRow('volunteering_confirmed', { detail: 'Leitfaden' }),
    'Bestätigt: Sie übernehmen in „AG 4 Kommunikation“ das Arbeitspaket „Leitfaden“.',
    'Sie haben angeboten zu übernehmen',
    group,
  ],
  [
    'volunteering declined',
    factRow('volunteering_declined'),
    'Ihr Angebot, in „AG 4 Kommunikation“ die Leitung zu übernehmen, wurde nicht angenommen.',
    'Sie haben angeboten zu übernehmen',
    group,
  ],
  [
    'proposed',
    factRow('proposed'),
    'Kim Muster schlägt die Arbeitsgruppe „AG 4 Kommunikation“ vor.',
    'Sie entscheiden über Vorschläge',
    group,
  ],
  [
    'proposal accepted',
    factRow('proposal_accepted'),
    'Ihr Vorschlag wurde angenommen: „AG 4 Kommunikation“ ist eingerichtet.',
    'Sie haben sie vorgeschlagen',
    group,
  ],
  [
    'proposal declined',
    factRow('proposal_declined', { detail: 'Gibt es schon.' }),
    'Ihr Vorschlag „AG 4 Kommunikation“ wurde abgelehnt. Grund: Gibt es schon.',
    'Sie haben sie vorgeschlagen',
    group,
  ],
  [
    'read with reason',
    factRow('read_with_reason', { detail: 'Beschwerde vom 3. März' }),
    'Die Verwaltung des Landes hat „AG 4 Kommunikation“ gelesen. Grund: Beschwerde vom 3. März',
    'Sie leiten die Arbeitsgruppe',
    members,
  ],
])('%s', (_, notice, sentence, reason, path) => {
  expect(describe(notice, seesNames)).toEqual({ sentence, reason, path });
});
