import { expect, test } from '@jest/globals';
import { fireEvent, screen } from '@testing-library/react';
import { barriers } from '../../../../test/axe.ts';
import { magdeburg, show } from '../../../../test/people.tsx';
import { InvitationOfferDocument } from './documents.generated.ts';
import { InvitationPage } from './invitation-page.tsx';

const page = { path: '/einladung/:token', at: '/einladung/geheim' };
const answer = (result: object) => [{ request: { query: InvitationOfferDocument, variables: { token: 'geheim' } }, result }];
const refused = (code: string) => answer({ errors: [{ message: 'no', extensions: { code } }] });

test('an invitation says to what, by whom and until when', async () => {
  const { container } = show(<InvitationPage />, {
    ...page,
    mocks: answer({
      data: {
        invitation: {
          __typename: 'InvitationOffer',
          organisation: magdeburg,
          role: 'MEMBER',
          function: 'Bauamt',
          groupName: null,
          groupRole: null,
          guestUntil: null,
          invitedByName: 'Kim Muster',
          expiresAt: '2026-12-05T09:00:00Z',
        },
      },
    }),
  });
  expect(await screen.findByRole('heading', { level: 1, name: 'Einladung: Landeshauptstadt Magdeburg' })).toBeTruthy();
  for (const words of [/Kim Muster lädt Sie ein/, 'Mitglied', 'Bauamt', /05\.12\.2026/]) expect(screen.getByText(words)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Einladung annehmen' })).toBeTruthy();
  expect(await barriers(container)).toEqual([]);
});

test.each([
  ['invitation.expired', 'Diese Einladung ist abgelaufen', []],
  ['invitation.used', 'Diese Einladung wurde schon angenommen', []],
  ['invitation.revoked', 'Diese Einladung wurde zurückgezogen', []],
  ['invitation.foreign', 'Diese Einladung gilt für eine andere Adresse', ['Abmelden']],
  ['not_found', 'Diese Seite gibt es nicht', []],
])('%s has its page', async (code, title, buttons) => {
  const { container } = show(<InvitationPage />, { ...page, mocks: refused(code) });
  expect(await screen.findByRole('heading', { level: 1, name: title })).toBeTruthy();
  expect(screen.queryAllByRole('button').map((button) => button.textContent)).toEqual(buttons);
  expect(screen.getByRole('link', { name: 'Zur Startseite' })).toBeTruthy();
  expect(await barriers(container)).toEqual([]);
});

test('who is not signed in signs in first, and nothing is asked of the server before', async () => {
  let signIns = 0;
  const { container } = show(<InvitationPage />, { ...page, state: 'anonymous', onSignIn: () => (signIns += 1) });
  fireEvent.click(screen.getByRole('button', { name: 'Mit dem Dienstkonto anmelden' }));
  expect(signIns).toBe(1);
  expect(await barriers(container)).toEqual([]);
});
