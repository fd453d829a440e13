import { expect, test } from '@jest/globals';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { barriers } from '../../../../test/axe.ts';
import { magdeburg, show } from '../../../../test/people.tsx';
import { ArrivalPage } from './arrival-page.tsx';
import { FindOrganisationsDocument } from '../../organisations/documents.generated.ts';
import { ArrivalDocument, RequestAffiliationDocument } from './documents.generated.ts';

const organisation = { ...magdeburg, hasCoordinator: true };
const request = (status: string, reason: string | null = null) => ({
  __typename: 'AffiliationRequest',
  id: 'r1',
  statement: 'Ich arbeite im Bauamt.',
  status,
  reason,
  createdAt: '2026-11-21T09:00:00Z',
  decidedAt: null,
  organisation,
});
const arrival = (suggestedOrganisation: object | null, affiliationRequest: object | null = null) => ({
  request: { query: ArrivalDocument },
  result: {
    data: {
      viewer: {
        __typename: 'Viewer',
        person: { __typename: 'Person', id: 'p1' },
        email: 'neu@magdeburg.example',
        suggestedOrganisation,
        affiliationRequest,
      },
    },
  },
});
const found = {
  request: { query: FindOrganisationsDocument, variables: () => true },
  result: { data: { organisations: { __typename: 'OrganisationPage', nodes: [magdeburg] } } },
  maxUsageCount: 20,
};
const sending = (sent: unknown[], answer: object) => ({
  request: { query: RequestAffiliationDocument, variables: (variables: { input: object }) => Boolean(sent.push(variables.input)) },
  result: answer,
});

test('the organisation of the mail address is asked with one click, and then one sees that it waits', async () => {
  const sent: unknown[] = [];
  const { container } = show(<ArrivalPage />, {
    mocks: [
      arrival(magdeburg),
      sending(sent, { data: { requestAffiliation: request('REQUESTED') } }),
      arrival(magdeburg, request('REQUESTED')),
    ],
  });
  fireEvent.click(await screen.findByRole('button', { name: /Ja, bei Landeshauptstadt Magdeburg anfragen/ }));
  expect(await screen.findByText('wartet auf Antwort')).toBeTruthy();
  expect(sent[0]).toEqual({ organisationId: magdeburg.id, statement: expect.stringContaining('Landeshauptstadt Magdeburg') });
  expect(screen.getByText(/Die OZG-Koordination von Landeshauptstadt Magdeburg bestätigt Sie/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Anfrage zurückziehen' })).toBeTruthy();
  expect(await barriers(container)).toEqual([]);
});

test('without a suggestion nothing is sent before an organisation is chosen and a sentence written', async () => {
  const sent: { organisationId: string | null; statement: string }[] = [];
  const { container } = show(<ArrivalPage />, {
    mocks: [arrival(null), found, sending(sent, { errors: [{ message: 'no', extensions: { code: 'rate_limited' } }] })],
  });
  const send = () => fireEvent.click(screen.getByRole('button', { name: 'Anfrage senden' }));
  await screen.findByRole('button', { name: 'Anfrage senden' });
  send();
  expect(await screen.findByText('2 Angaben stimmen noch nicht')).toBeTruthy();
  expect(screen.getByRole('combobox', { name: 'Verwaltung' }).getAttribute('aria-invalid')).toBe('true');
  expect(sent).toEqual([]);
  expect(await barriers(container)).toEqual([]);
  // Whose administration is not listed says so, and LAND_ADMIN is asked.
  fireEvent.click(screen.getByRole('checkbox', { name: /steht nicht in der Liste/ }));
  const sentence = screen.getByRole<HTMLTextAreaElement>('textbox', { name: /Was machen Sie dort/ });
  fireEvent.change(sentence, { target: { value: 'Ich arbeite bei einem Zweckverband.' } });
  send();
  expect(await screen.findByText(/Bitte warten Sie eine Minute/)).toBeTruthy();
  expect(sent).toEqual([{ organisationId: null, statement: 'Ich arbeite bei einem Zweckverband.' }]);
  expect(sentence.value).toBe('Ich arbeite bei einem Zweckverband.');
});

test('a decline is shown with its reason, and one may ask again', async () => {
  show(<ArrivalPage />, { mocks: [arrival(null, request('DECLINED', 'Bitte fragen Sie Ihre Verbandsgemeinde.')), found] });
  expect(await screen.findByText('Begründung: „Bitte fragen Sie Ihre Verbandsgemeinde.“')).toBeTruthy();
  await waitFor(() => expect(screen.getByRole('button', { name: 'Anfrage senden' })).toBeTruthy());
});
