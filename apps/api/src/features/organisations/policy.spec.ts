import { describe, expect, it } from '@jest/globals';
import type { GlobalRole, OrganisationRole } from '@kollab/contract';
import { actorWith, signsOf } from '../../../test/actors.ts';
import { organisationPolicy } from './policy.ts';

describe('an organisation', () => {
  it('knows every action', () => {
    expect(organisationPolicy.actions).toEqual(['read', 'readDesk', 'manage', 'nameCoordinator']);
  });

  it.each<[OrganisationRole | null, GlobalRole | undefined, string, string]>([
    // in the own organisation, in another one
    ['COORDINATOR', undefined, '+++-', '+---'],
    ['HEAD', undefined, '++--', '+---'],
    ['MEMBER', undefined, '+---', '+---'],
    ['PROVIDER', undefined, '+---', '+---'],
    [null, undefined, '+---', '+---'],
    ['MEMBER', 'LAND_ADMIN', '++++', '++++'],
    [null, 'LAND_ADMIN', '++++', '++++'],
    ['HEAD', 'LAND_EDITOR', '++--', '+---'],
    [null, 'AUDITOR', '+---', '+---'],
  ])('as seen by %s, %s', (place, role, own, other) => {
    const actor = actorWith(place, role);
    const found = ['o', 'p'].map((id) => signsOf(organisationPolicy, actor, { id, rights: actor }));
    expect(found).toEqual([own, other]);
  });

  it('goes by the rights of the moment, not by those that the request began with', () => {
    const before = actorWith('COORDINATOR', 'LAND_ADMIN');
    expect(signsOf(organisationPolicy, before, { id: 'o', rights: actorWith('MEMBER') })).toBe('+---');
  });
});
