import type { Role } from './cast.ts';

/** Roles that often get the same. */
const shorthands: Record<string, readonly Role[]> = {
  leads: ['lead', 'deputy'],
  seats: ['lead', 'deputy', 'member', 'observer', 'guest'],
  writers: ['lead', 'deputy', 'member', 'guest'],
  officials: ['admin', 'editor', 'expert', 'moderator', 'privacy', 'auditor'],
  /** Belong to the platform's own circle, without a seat in the scene's groups. */
  insiders: ['otherKommune', 'colleague', 'head', 'coordinator', 'removed', 'admin', 'editor', 'expert', 'moderator', 'privacy', 'auditor'],
  outsiders: ['stranger', 'provider', 'expiredGuest', 'eventHost', 'eventGuest'],
  /** Belong to no circle of the platform, and hold no seat in the scene's events. */
  uninvited: ['stranger', 'provider', 'expiredGuest', 'guest'],
  eventGuests: ['eventHost', 'eventGuest'],
  /** Of a Kommune. */
  municipal: ['otherKommune', 'colleague', 'head', 'coordinator', 'lead', 'deputy', 'member', 'observer', 'removed'],
};

export interface Row {
  /** Of the feature whose table it stands in. */
  folder: string;
  field: string;
  /** '' for the plain case. */
  variant: string;
  expected: Record<Role, string>;
}
export const nameOf = ({ field, variant }: Pick<Row, 'field' | 'variant'>): string => `${field} ${variant}`.trim();

const linesOf = (text = ''): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

export const rowsOf = (folder: string, table: string | undefined, roles: readonly Role[]): Row[] =>
  linesOf(table).map((line) => parseRow(folder, line, roles));

/** `Type: field field` */
export const openFieldsOf = (folder: string, table: string | undefined): { folder: string; name: string }[] =>
  linesOf(table).flatMap((line) => {
    const [type = '', names = ''] = line.split(': ');
    return names.split(' ').map((name) => ({ folder, name: `${type}.${name}` }));
  });

/** `field [variant]: outcome = roles; … ; rest` */
function parseRow(folder: string, line: string, roles: readonly Role[]): Row {
  const [, field = '', variant = '', rule = ''] = /^([\w.]+)(?: \[(\w+)\])?: (.*)$/.exec(line) ?? [];
  if (!rule) throw new Error(`${folder}/sweep.ts: no row: ${line}`);
  const parts = rule.split(';').map((part) => part.trim());
  const rest = parts.pop()!;
  const expected = Object.fromEntries(roles.map((role) => [role, role === 'anonymous' ? 'unauthenticated' : rest])) as Row['expected'];
  for (const part of parts) {
    const [outcome = '', who = ''] = part.split('=').map((p) => p.trim());
    for (const role of who.split(' ').flatMap((w) => shorthands[w] ?? [w as Role])) {
      if (!roles.includes(role)) throw new Error(`${folder}/sweep.ts: nobody is called ${role}: ${line}`);
      expected[role] = outcome;
    }
  }
  return { folder, field, variant, expected };
}
