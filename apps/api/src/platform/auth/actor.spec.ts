import { describe, expect, it } from '@jest/globals';
import { globalRoles, organisationRoles } from '@kollab/contract';
import { actorWith } from '../../../test/actors.ts';
import { actingFor, belongsTo, coordinates, coordinatesAny, has, isInsider, type Actor } from './actor.ts';

const place = (id: string, organisationId: string): Actor['affiliations'][number] => ({
  id,
  organisationId,
  role: 'MEMBER',
  function: '',
  deputy: false,
});

describe('somebody', () => {
  it('has a role when one of theirs is among the asked', () => {
    expect(globalRoles.filter((role) => has(actorWith(null, 'AUDITOR'), role))).toEqual(['AUDITOR']);
    expect(has(actorWith(null, 'AUDITOR'), 'LAND_ADMIN', 'AUDITOR')).toBe(true);
    expect(has(actorWith('COORDINATOR'), ...globalRoles)).toBe(false);
  });

  it('belongs to an organisation by a place there, and coordinates it by that place alone', () => {
    for (const role of organisationRoles) {
      const actor = actorWith(role);
      expect([role, belongsTo(actor, 'o'), belongsTo(actor, 'p')]).toEqual([role, true, false]);
      const coordinator = role === 'COORDINATOR';
      expect([role, coordinates(actor, 'o'), coordinates(actor, 'p'), coordinatesAny(actor)]).toEqual([
        role,
        coordinator,
        false,
        coordinator,
      ]);
    }
    const two = { ...actorWith('COORDINATOR'), affiliations: [...actorWith('COORDINATOR').affiliations, place('b', 'p')] };
    expect([coordinates(two, 'o'), coordinates(two, 'p'), coordinatesAny(two)]).toEqual([true, false, true]);
    expect([belongsTo(actorWith(null), 'o'), coordinatesAny(actorWith(null))]).toEqual([false, false]);
  });

  it('is an insider by a role or by a place that is no provider’s', () => {
    expect(organisationRoles.filter((role) => isInsider(actorWith(role)))).toEqual(['COORDINATOR', 'MEMBER', 'HEAD']);
    expect([isInsider(actorWith(null)), isInsider(actorWith(null, 'AUDITOR')), isInsider(actorWith('PROVIDER', 'AUDITOR'))]).toEqual([
      false,
      true,
      true,
    ]);
    const both = { ...actorWith('PROVIDER'), affiliations: [...actorWith('PROVIDER').affiliations, place('b', 'p')] };
    expect(isInsider(both)).toBe(true);
  });

  it('acts for the place of their choice while it lasts, else for their oldest', () => {
    const affiliations = [place('a', 'o'), place('b', 'p')];
    const acting = (actsForId: string | null) => actingFor({ actsForId, affiliations })?.id;
    expect([acting('p'), acting('o'), acting('gone'), acting(null)]).toEqual(['b', 'a', 'a', 'a']);
    expect(actingFor({ actsForId: 'o', affiliations: [] })).toBeNull();
  });
});
