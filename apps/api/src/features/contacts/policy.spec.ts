import { describe, expect, it } from '@jest/globals';
import type { GlobalRole, OrganisationKind, OrganisationRole } from '@kollab/contract';
import { actorWith, signsOf } from '../../../test/actors.ts';
import type { Actor } from '../../platform/auth/actor.ts';
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

  it('of a Ressort is kept by its experts, and by no other role there', () => {
    const inRessort = (role: GlobalRole) => ({ ...actorWith('MEMBER'), globalRoles: [{ role, organisationId: 'r' }] });
    const seenBy = (actor: Actor) => (organisationId: string, kind: OrganisationKind) =>
      signsOf(contactPolicy, actor, { organisationId, kind, rights: actor });
    const expert = seenBy(inRessort('LAND_EXPERT'));
    expect([expert('r', 'LAND_MINISTRY'), expert('s', 'LAND_MINISTRY'), expert('r', 'BUND')]).toEqual(['++', '+-', '+-']);
    expect(seenBy(inRessort('MODERATOR'))('r', 'LAND_MINISTRY')).toBe('+-');
  });
});
