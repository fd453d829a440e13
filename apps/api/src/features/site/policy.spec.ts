import { expect, it } from '@jest/globals';
import { globalRoles } from '@kollab/contract';
import { actorWith, signsOf } from '../../../test/actors.ts';
import type { BarrierReport } from '../../generated/prisma/client.ts';
import { operates, reportPolicy } from './policy.ts';

it('reports of barriers and the texts of the site are LAND_ADMIN’s', () => {
  expect(reportPolicy.actions).toEqual(['read', 'close']);
  const found = globalRoles.map((role) => [
    role,
    operates(actorWith('HEAD', role)),
    signsOf(reportPolicy, actorWith('HEAD', role), {} as BarrierReport),
  ]);
  expect(found).toEqual([
    ['LAND_ADMIN', true, '++'],
    ['LAND_EDITOR', false, 'oo'],
    ['LAND_EXPERT', false, 'oo'],
    ['MODERATOR', false, 'oo'],
    ['PRIVACY_OFFICER', false, 'oo'],
    ['AUDITOR', false, 'oo'],
  ]);
  expect(operates(actorWith('COORDINATOR'))).toBe(false);
});
