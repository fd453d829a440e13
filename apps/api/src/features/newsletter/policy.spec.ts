import { expect, it } from '@jest/globals';
import { globalRoles } from '@kollab/contract';
import { actorWith } from '../../../test/actors.ts';
import { editsNewsletter, issuePolicy } from './policy.ts';

const statuses = ['DRAFT', 'SENDING', 'SENT'] as const;

it('issues are LAND_EDITOR’s, and after publication nobody’s to change', () => {
  expect(issuePolicy.actions).toEqual(['read', 'edit']);
  const found = globalRoles.map((role) => {
    const rights = actorWith('HEAD', role);
    const verdicts = statuses.map((status) => issuePolicy.actions.map((action) => issuePolicy.verdict(rights, action, { status, rights })));
    return [role, editsNewsletter(rights), ...verdicts];
  });
  const none = statuses.map(() => ['not_found', 'not_found']);
  expect(found).toEqual([
    ['LAND_ADMIN', false, ...none],
    ['LAND_EDITOR', true, [true, true], [true, 'newsletter.published'], [true, 'newsletter.published']],
    ['LAND_EXPERT', false, ...none],
    ['MODERATOR', false, ...none],
    ['PRIVACY_OFFICER', false, ...none],
    ['AUDITOR', false, ...none],
  ]);
  const rights = actorWith('COORDINATOR');
  expect(issuePolicy.verdict(rights, 'read', { status: 'DRAFT', rights })).toBe('not_found');
});
