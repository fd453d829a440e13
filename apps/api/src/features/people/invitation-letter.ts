import type { EventSeatRole, GroupRole, OrganisationRole } from '@kollab/contract';
import { berlinShortDate } from '../../platform/berlin.ts';
import type { Letter } from '../../platform/mail/letter.ts';

const organisationWords: Record<OrganisationRole, string> = {
  COORDINATOR: 'OZG-Koordination',
  MEMBER: 'Mitglied',
  HEAD: 'Behördenleitung',
  PROVIDER: 'Dienstleister',
};
const groupWords: Record<GroupRole, string> = {
  LEAD: 'Leitung',
  DEPUTY: 'Stellvertretung',
  MEMBER: 'Mitglied',
  OBSERVER: 'beobachtend',
  GUEST: 'Gast',
};
const seatWords: Record<EventSeatRole, string> = { HOST: 'Gastgeberin oder Gastgeber', SPEAKER: 'Referentin oder Referent', GUEST: 'Gast' };

export interface InvitationText {
  email: string;
  expiresAt: Date;
  invitedByName: string;
  organisation: { title: string; role: OrganisationRole; function: string } | null;
  place: ({ name: string; until: Date | null } & ({ groupRole: GroupRole } | { seatRole: EventSeatRole })) | null;
}

export function invitationLetter(token: string, { email, expiresAt, invitedByName, organisation, place: guest }: InvitationText): Letter {
  const place = organisation && `${organisation.title}, als ${organisationWords[organisation.role]}`;
  const office = organisation?.function ? ` (${organisation.function})` : '';
  const seat =
    guest &&
    ('groupRole' in guest
      ? `In: die Arbeitsgruppe „${guest.name}“, als ${groupWords[guest.groupRole]}`
      : `Zu: „${guest.name}“, als ${seatWords[guest.seatRole]}`);
  const until = guest?.until ? `, bis zum ${berlinShortDate(guest.until)}` : '';
  return {
    subject: `Einladung: ${organisation?.title ?? guest?.name ?? ''}`,
    greeting: 'Guten Tag,',
    paragraphs: [
      `${invitedByName} lädt Sie ein, auf der gemeinsamen Plattform von Land und Kommunen mitzuarbeiten.`,
      ...(place ? [`Für: ${place}${office}`] : []),
      ...(seat ? [`${seat}${until}`] : []),
      `Die Einladung gilt bis zum ${berlinShortDate(expiresAt)}, einmal, und nur für die Adresse ${email}. Bitte melden Sie sich mit Ihrem Dienstkonto an, zu dem diese Adresse gehört.`,
    ],
    action: { label: 'Einladung ansehen', path: `/einladung/${token}` },
    reason: `Sie erhalten diese E-Mail, weil ${invitedByName} Ihre Adresse für eine Einladung angegeben hat. Wenn Sie damit nichts anfangen können, brauchen Sie nichts zu tun.`,
  };
}
