import { expect, jest, test } from '@jest/globals';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { barriers } from '../../../test/axe.ts';
import { ApproveRequestDocument, DeclineRequestDocument, RevertDeclineDocument } from './documents.generated.ts';
import { RequestActions } from './request-actions.tsx';
import { show } from './test-world.tsx';

jest.setTimeout(30_000);

const membershipId = '00000000-0000-4000-8000-0000000000d1';
const seat = (status: string, reason = '') => ({
  __typename: 'GroupMembership',
  id: membershipId,
  status,
  reason,
  group: { __typename: 'WorkingGroup', id: 'g4', memberCount: 34, organisationCount: 29 },
});
const row = <RequestActions membershipId={membershipId} name="Nico Vorschau, Zeitz" />;

test('taking in is one click', async () => {
  show(row, [
    { request: { query: ApproveRequestDocument, variables: { membershipId } }, result: { data: { approveRequest: seat('ACTIVE') } } },
  ]);
  fireEvent.click(screen.getByRole('button', { name: 'Nico Vorschau, Zeitz aufnehmen' }));
  await screen.findByText('Nico Vorschau, Zeitz arbeitet jetzt mit.');
});

test('declining wants a reason and can be taken back', async () => {
  let reverted = false;
  const reason = 'Die Gruppe ist zurzeit voll.';
  show(row, [
    {
      request: { query: DeclineRequestDocument, variables: { membershipId, reason } },
      result: { data: { declineRequest: seat('DECLINED', reason) } },
    },
    {
      request: { query: RevertDeclineDocument, variables: { membershipId } },
      result: () => {
        reverted = true;
        return { data: { revertDecline: seat('REQUESTED') } };
      },
    },
  ]);
  fireEvent.click(screen.getByRole('button', { name: 'Nico Vorschau, Zeitz ablehnen …' }));
  const dialog = await screen.findByRole('dialog', { name: 'Anfrage ablehnen' });
  fireEvent.click(screen.getByRole('button', { name: 'Anfrage ablehnen' }));
  const field = screen.getByRole('textbox', { name: /Begründung/ });
  await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'));
  expect(await barriers(dialog)).toEqual([]);
  fireEvent.change(field, { target: { value: reason } });
  fireEvent.click(screen.getByRole('button', { name: 'Anfrage ablehnen' }));
  await screen.findByText('Die Anfrage von Nico Vorschau, Zeitz ist abgelehnt.');
  fireEvent.click(screen.getByRole('button', { name: 'Rückgängig' }));
  await waitFor(() => expect(reverted).toBe(true));
});
