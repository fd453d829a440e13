import { expect, it } from '@jest/globals';
import type { Actor } from '../../platform/auth/actor.ts';
import { devicePolicy } from './policy.ts';

const actor = (personId: string, ...roles: Actor['globalRoles'][number]['role'][]): Actor => ({
  personId,
  name: '',
  email: '',
  emailVerified: true,
  actsForId: null,
  globalRoles: roles.map((role) => ({ role, organisationId: null })),
  affiliations: [],
});

it.each([
  ['whose it is', actor('kim'), true, true],
  ['somebody else', actor('sascha'), 'not_found', 'not_found'],
  ['somebody else with every role', actor('alex', 'LAND_ADMIN', 'PRIVACY_OFFICER', 'AUDITOR', 'MODERATOR'), 'not_found', 'not_found'],
] as const)('a browser, %s', (_, who, read, remove) => {
  expect(devicePolicy.verdict(who, 'read', { personId: 'kim' })).toBe(read);
  expect(devicePolicy.verdict(who, 'remove', { personId: 'kim' })).toBe(remove);
});
