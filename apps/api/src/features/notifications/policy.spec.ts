import { expect, it } from '@jest/globals';
import { actorWith, signsOf } from '../../../test/actors.ts';
import type { Notice } from '../../generated/prisma/client.ts';
import { noticePolicy } from './policy.ts';

const notice = (personId: string) => ({ personId }) as Notice;

it('a notice is its own person’s, whatever somebody else’s role', () => {
  expect(noticePolicy.actions).toEqual(['read', 'mark']);
  expect(signsOf(noticePolicy, actorWith(null), notice('me'))).toBe('++');
  expect(signsOf(noticePolicy, actorWith('MEMBER', 'LAND_ADMIN'), notice('you'))).toBe('oo');
});
