import { describe, expect, it } from '@jest/globals';
import type { GlobalRole, OrganisationKind, OrganisationRole } from '@kollab/contract';
import { actorWith, signsOf } from '../../../test/actors.ts';
import { contactPolicy } from './policy.ts';

describe('a contact', () => {
  it('knows every action', () => {
    expect(contactPolicy.actions).toEqual(['read', 'edit']);
  });

  it.each<[OrganisationRole | null, GlobalRole | undefined, string, string, string]>([
    // of the own town, of another one, of an office of the Land
    ['COORDINATOR', undefined, '++', '+-', '+-'],
    ['HEAD', undefined, '+-', '+-', '+-'],
    ['MEMBER', undefined, '+-', '+-', '+-'],
    ['PROVIDER', undefined, 'oo', 'oo', 'oo'],
    [null, undefined, 'oo', 'oo', 'oo'],
    [null, 'LAND_EDITOR', '+-', '+-', '++'],
    ['MEMBER', 'LAND_EDITOR', '+-', '+-', '++'],
    [null, 'LAND_ADMIN', '+-', '+-', '+-'],
    [null, 'LAND_EXPERT', '+-', '+-', '+-'],
  ])('as seen by %s, %s', (place, role, own, other, land) => {
    const actor = actorWith(place, role);
    const at = (organisationId: string, kind: OrganisationKind) => signsOf(contactPolicy, actor, { organisationId, kind, rights: actor });
    expect([at('o', 'EINHEITSGEMEINDE'), at('p', 'EINHEITSGEMEINDE'), at('l', 'LAND_AUTHORITY')]).toEqual([own, other, land]);
    expect(at('m', 'LAND_MINISTRY')).toBe(land);
  });

  it('of a Ressort is kept by its experts', () => {
    const actor = { ...actorWith('MEMBER'), globalRoles: [{ role: 'LAND_EXPERT', organisationId: 'r' }] as const };
    const at = (organisationId: string, kind: OrganisationKind) => signsOf(contactPolicy, actor, { organisationId, kind, rights: actor });
    expect([at('r', 'LAND_MINISTRY'), at('s', 'LAND_MINISTRY'), at('r', 'BUND')]).toEqual(['++', '+-', '+-']);
  });
});
