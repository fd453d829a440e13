import type { Letter } from '../../platform/mail/letter.ts';
import { confirmDays } from './links.ts';

export const addresses = {
  confirm: (token: string) => `/newsletter/bestaetigen/${token}`,
  manage: (token: string) => `/newsletter/verwalten/${token}`,
  unsubscribe: (token: string) => `/newsletter/abmelden/${token}`,
} as const;

export const consentText = (name: string, land: string): string =>
  `Ich möchte den Newsletter „${name}“ per E-Mail erhalten. Das Land ${land} speichert dafür meine E-Mail-Adresse. Ich kann mich jederzeit mit einem Klick abmelden; der Verweis dazu steht in jeder Ausgabe.`;

const reason = (name: string): string =>
  `Sie erhalten diese E-Mail, weil jemand diese Adresse für den Newsletter „${name}“ angegeben hat. Waren Sie das nicht, brauchen Sie nichts zu tun.`;

export const confirmLetter = (name: string, consent: string, token: string): Letter => ({
  subject: `${name}: Bitte bestätigen Sie Ihre Anmeldung`,
  greeting: 'Guten Tag,',
  paragraphs: [
    `für diese Adresse wurde der Newsletter „${name}“ bestellt. Sie erhalten ihn erst, wenn Sie es bestätigen.`,
    `Damit stimmen Sie zu: ${consent}`,
    `Der Verweis gilt ${confirmDays} Tage und einmal. Ohne Bestätigung löschen wir die Adresse danach.`,
  ],
  action: { label: 'Anmeldung bestätigen', path: addresses.confirm(token) },
  reason: reason(name),
});

/** To somebody who subscribes again. The page's answer must not tell that the address is known, so this mail does. */
export const knownLetter = (name: string, token: string): Letter => ({
  subject: `${name}: Sie sind schon angemeldet`,
  greeting: 'Guten Tag,',
  paragraphs: [
    `für diese Adresse wurde der Newsletter „${name}“ noch einmal bestellt. Sie erhalten ihn schon; Sie brauchen nichts zu tun.`,
    'Über den Verweis sehen Sie Ihre Anmeldung und können sie beenden.',
  ],
  action: { label: 'Anmeldung verwalten', path: addresses.manage(token) },
  reason: reason(name),
});
