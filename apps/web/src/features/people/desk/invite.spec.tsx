import { expect, test } from '@jest/globals';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { barriers } from '../../../../test/axe.ts';
import { magdeburg, show } from '../../../../test/people.tsx';
import { InviteColleagueDocument } from './documents.generated.ts';
import { InviteDialog } from './invite-dialog.tsx';

test('an invitation needs a whole address; a refusal loses nothing', async () => {
  const sent: unknown[] = [];
  let closed = 0;
  const answer = (result: object) => ({
    request: { query: InviteColleagueDocument, variables: (variables: { input: object }) => Boolean(sent.push(variables.input)) },
    result,
    maxUsageCount: 1,
  });
  show(<InviteDialog desk={magdeburg} onClose={() => (closed += 1)} />, {
    mocks: [
      answer({ errors: [{ message: 'no', extensions: { code: 'organisation.already_member' } }] }),
      answer({
        data: {
          inviteColleague: {
            __typename: 'Invitation',
            id: 'i1',
            email: 'uli@magdeburg.example',
            role: 'MEMBER',
            function: 'Bauamt',
            sentAt: '2026-11-21T09:00:00Z',
            expiresAt: '2026-12-05T09:00:00Z',
            acceptedAt: null,
            revokedAt: null,
            invitedBy: null,
          },
        },
      }),
    ],
  });
  const dialog = screen.getByRole('dialog', { name: 'Zu Landeshauptstadt Magdeburg einladen' });
  const email = screen.getByRole<HTMLInputElement>('textbox', { name: 'E-Mail-Adresse' });
  const send = () => fireEvent.click(screen.getByRole('button', { name: 'Einladung senden' }));
  fireEvent.change(email, { target: { value: 'uli@' } });
  fireEvent.change(screen.getByRole('textbox', { name: /Funktion/ }), { target: { value: 'Bauamt' } });
  send();
  await waitFor(() => expect(email.getAttribute('aria-invalid')).toBe('true'));
  expect(sent).toEqual([]);
  expect(await barriers(dialog)).toEqual([]);
  fireEvent.change(email, { target: { value: 'uli@magdeburg.example' } });
  send();
  expect(await screen.findByText('Die Person gehört dieser Verwaltung schon an.')).toBeTruthy();
  expect(email.value).toBe('uli@magdeburg.example');
  send();
  await waitFor(() => expect(closed).toBe(1));
  expect(sent.at(-1)).toEqual({ organisationId: magdeburg.id, email: 'uli@magdeburg.example', role: 'MEMBER', function: 'Bauamt' });
});
