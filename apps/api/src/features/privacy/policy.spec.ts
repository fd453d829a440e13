import { expect, it } from '@jest/globals';
import { globalRoles } from '@kollab/contract';
import { actorWith } from '../../../test/actors.ts';
import { readsAudit } from './policy.ts';

it('the audit log is read by LAND_ADMIN and AUDITOR only', () => {
  expect(globalRoles.filter((role) => readsAudit(actorWith('HEAD', role)))).toEqual(['LAND_ADMIN', 'AUDITOR']);
  expect(readsAudit(actorWith('COORDINATOR'))).toBe(false);
});
