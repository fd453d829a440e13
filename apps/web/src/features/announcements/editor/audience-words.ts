import type { OrganisationKind, OrganisationRole } from '../../../generated/schema.ts';
import type { AudienceDraft } from './draft.ts';

/** As one speaks of all of a kind. */
export const kindsInWords: Partial<Record<OrganisationKind, string>> = {
  LANDKREIS: 'Landkreise',
  KREISFREIE_STADT: 'Kreisfreie Städte',
  EINHEITSGEMEINDE: 'Einheitsgemeinden',
  VERBANDSGEMEINDE: 'Verbandsgemeinden',
  MITGLIEDSGEMEINDE: 'Mitgliedsgemeinden',
  LAND_MINISTRY: 'Ministerien',
  LAND_AUTHORITY: 'Landesbehörden',
  ASSOCIATION: 'Verbände',
  IT_PROVIDER: 'IT-Dienstleister',
};

export type ReadingRole = Exclude<OrganisationRole, 'PROVIDER'>;
export const rolesInWords: Record<ReadingRole, string> = {
  COORDINATOR: 'OZG-Koordination',
  HEAD: 'Behördenleitung',
  MEMBER: 'Mitglied',
};

export const kindInWords = (kind: OrganisationKind): string => kindsInWords[kind] ?? kind;
export const roleInWords = (role: OrganisationRole): string => (role === 'PROVIDER' ? 'Dienstleister' : rolesInWords[role]);

/** One condition of an audience, as its chip says it. */
export type Part = { field: keyof AudienceDraft; value: string; label: string };
/** The conditions in the order in which they are read, each run with the word that joins it to those before. */
export type Run = { field: keyof AudienceDraft; before: string; joined: string; parts: Part[] };

export function runsOf(audience: AudienceDraft): Run[] {
  const named = (field: 'kreise' | 'organisations' | 'groups' | 'except', prefix = ''): Part[] =>
    audience[field].map(({ id, name }) => ({ field, value: id, label: `${prefix}${name}` }));
  const all: Run[] = [
    {
      field: 'kinds',
      before: '',
      joined: 'oder',
      parts: audience.kinds.map((kind) => ({ field: 'kinds' as const, value: kind, label: kindInWords(kind) })),
    },
    {
      field: 'kreise',
      before: audience.kinds.length > 0 ? 'in' : '',
      joined: 'oder',
      parts: named('kreise', audience.kinds.length > 0 ? '' : 'alles in: '),
    },
    { field: 'organisations', before: 'und', joined: 'und', parts: named('organisations') },
    { field: 'groups', before: 'und', joined: 'und', parts: named('groups') },
    {
      field: 'roles',
      before: 'davon',
      joined: 'oder',
      parts: audience.roles.map((role) => ({ field: 'roles' as const, value: role, label: `Rolle: ${roleInWords(role)}` })),
    },
    { field: 'except', before: 'ohne', joined: 'und', parts: named('except') },
  ];
  const runs = all.filter(({ parts }) => parts.length > 0);
  return runs.map((run, index) => (index === 0 && run.before === 'und' ? { ...run, before: '' } : run));
}

/** "Landkreise oder Kreisfreie Städte davon Rolle: OZG-Koordination" */
export const audienceWords = (audience: AudienceDraft): string =>
  runsOf(audience)
    .map(({ before, joined, parts }) => `${before} ${parts.map(({ label }) => label).join(` ${joined} `)}`.trim())
    .join(' ');

/** Without one condition. */
export function without(audience: AudienceDraft, { field, value }: Part): AudienceDraft {
  const rest = (audience[field] as readonly (string | { id: string })[]).filter(
    (one) => (typeof one === 'string' ? one : one.id) !== value,
  );
  return { ...audience, [field]: rest };
}
