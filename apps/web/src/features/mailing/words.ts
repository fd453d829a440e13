import type { UndeliveredMailRowFragment } from './documents.generated.ts';

export const failureWords: Record<UndeliveredMailRowFragment['failure'], string> = {
  BOUNCED: 'Die Adresse gibt es nicht.',
  REFUSED: 'Der Mailserver nimmt diese E-Mail nicht an.',
  EXPIRED: 'Zwei Tage lang ließ sie sich nicht übergeben.',
  PAUSED: 'Die Adresse ist angehalten.',
  ADDRESS: 'Das ist keine gültige E-Mail-Adresse.',
};

/** What a mail was, by the first word of its key. */
const purposes: Readonly<Record<string, string>> = {
  notice: 'Hinweis',
  digest: 'Zusammenfassung',
  invitation: 'Einladung auf die Plattform',
  newsletter: 'Newsletter',
  newsletter_test: 'Newsletter, Probe',
  event_invitation: 'Einladung zur Sprechstunde',
};
export const purposeOf = (purpose: string): string => purposes[purpose] ?? 'E-Mail';
