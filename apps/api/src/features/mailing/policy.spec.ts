import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../../platform/auth/actor.ts';
import { addressPolicy, undeliveredPolicy } from './policy.ts';

const actor = (...roles: Actor['globalRoles'][number]['role'][]): Actor => ({
  personId: 'p',
  name: '',
  email: '',
  emailVerified: true,
  actsForId: null,
  globalRoles: roles.map((role) => ({ role, organisationId: null })),
  affiliations: [],
});
const [admin, editor] = [actor('LAND_ADMIN'), actor('LAND_EDITOR', 'AUDITOR', 'MODERATOR', 'PRIVACY_OFFICER')];

describe('undelivered mails', () => {
  const givenUpAt = new Date();
  it.each([
    ['admin, given up', admin, { givenUpAt, paused: false }, true, true],
    ['admin, its address paused', admin, { givenUpAt, paused: true }, true, 'mail.address_paused'],
    ['admin, on its way', admin, { givenUpAt: null, paused: false }, 'not_found', 'not_found'],
    ['others', editor, { givenUpAt, paused: false }, 'not_found', 'not_found'],
  ] as const)('%s', (_, who, mail, read, retry) => {
    expect(undeliveredPolicy.verdict(who, 'read', mail)).toBe(read);
    expect(undeliveredPolicy.verdict(who, 'retry', mail)).toBe(retry);
  });
});

it('paused addresses are freed by the administration alone', () => {
  const row = { id: 'a', address: 'kim@ort.example', pausedAt: new Date(), reason: '' };
  expect(addressPolicy.verdict(admin, 'resume', row)).toBe(true);
  expect(addressPolicy.verdict(editor, 'resume', row)).toBe('not_found');
});
