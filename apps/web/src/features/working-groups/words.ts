import type { FollowLevel, GroupRole, GroupStatus, GroupVisibility, JoinPolicy, OrganisationKind } from '@kollab/contract';
import { formatDate } from '../../lib/dates.ts';

/** "AG 4 Kommunikation", as people call it in lists and paths. */
export const groupTitle = ({ number, name }: { number?: number | null; name: string }): string => (number ? `AG ${number} ${name}` : name);

/** "AG 4", for marks and short sentences; a group without a number by its name. */
export const groupShort = ({ number, name }: { number?: number | null; name: string }): string => (number ? `AG ${number}` : name);

/** An organisation in a short line: the Land's by their code, as everybody here calls them. */
export const placeOf = ({ kind, code, name }: { kind: OrganisationKind; code: string; name: string }): string =>
  kind === 'LAND_MINISTRY' || kind === 'LAND_AUTHORITY' ? code : name;

export const roleWords: Record<GroupRole, string> = {
  LEAD: 'Leitung',
  DEPUTY: 'Stellvertretung',
  MEMBER: 'Mitglied',
  OBSERVER: 'Beobachtung',
  GUEST: 'Gast',
};

/** What each role may do, for who chooses one. */
export const roleHints: Record<GroupRole, string> = {
  LEAD: 'entscheidet über Anfragen, bearbeitet die Gruppe und moderiert',
  DEPUTY: 'darf dasselbe wie die Leitung',
  MEMBER: 'liest, schreibt und übernimmt Arbeitspakete',
  OBSERVER: 'liest mit, schreibt nicht',
  GUEST: 'liest und schreibt bis zu einem letzten Tag',
};

/** Completes "Sie arbeiten für Halle mit, …". */
export function asRole(role: GroupRole, until: string | null | undefined): string {
  const words: Record<GroupRole, string> = {
    LEAD: 'als Leitung',
    DEPUTY: 'als stellvertretende Leitung',
    MEMBER: 'als Mitglied',
    OBSERVER: 'beobachtend',
    GUEST: 'als Gast',
  };
  return until ? `${words[role]} bis ${formatDate(until)}` : words[role];
}

export const joinWords: Record<JoinPolicy, string> = {
  OPEN: 'offen für alle Verwaltungen',
  REQUEST: 'Mitarbeit auf Anfrage',
  INVITE: 'Mitarbeit auf Einladung',
};
export const joinHints: Record<JoinPolicy, string> = {
  OPEN: 'Wer einer Verwaltung angehört, arbeitet mit einem Klick mit.',
  REQUEST: 'Wer mitarbeiten will, fragt mit einem Satz an. Die Leitung entscheidet.',
  INVITE: 'Nur die Leitung nimmt auf.',
};

export const visibilityWords: Record<GroupVisibility, string> = {
  PLATFORM: 'Alle auf der Plattform lesen mit',
  MEMBERS: 'Nur Mitglieder lesen mit',
};
export const visibilityHints: Record<GroupVisibility, string> = {
  PLATFORM: 'Schreiben können nur Mitglieder.',
  MEMBERS: 'Andere sehen nur Name, Ziel, Leitung und Besetzung. Mit „auf Einladung“ sehen sie auch diese nicht.',
};

export const statusWords: Record<GroupStatus, string> = {
  PROPOSED: 'vorgeschlagen',
  DECLINED: 'Vorschlag abgelehnt',
  PLANNED: 'in Vorbereitung',
  ACTIVE: 'arbeitet',
  PAUSED: 'pausiert',
  CLOSED: 'abgeschlossen',
};

export const followWords: Record<FollowLevel, string> = {
  ALL: 'alles',
  IMPORTANT: 'Wichtiges',
  MENTIONS: 'nur Erwähnungen',
  MUTED: 'stumm',
};
export const followHints: Record<FollowLevel, string> = {
  ALL: 'ein Hinweis zu jedem neuen Beitrag',
  IMPORTANT: 'neue Diskussionen, Antworten an Sie und Erwähnungen',
  MENTIONS: 'nur wenn Sie, Ihre Verwaltung oder Ihre Rolle genannt sind',
  MUTED: 'keine Hinweise aus dieser Gruppe',
};
