import { expect, test } from '@jest/globals';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { MockLink } from '@apollo/client/testing';
import { MockedProvider } from '@apollo/client/testing/react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { barriers } from '../../../test/axe.ts';
import { ToastProvider } from '../../ui/toast.tsx';
import {
  MailsOffLinkDocument,
  OwnMailSettingsDocument,
  OwnPausedAddressDocument,
  ResumeOwnAddressDocument,
  SetMailSettingsDocument,
  SwitchMailsOffDocument,
} from './documents.generated.ts';
import { MailSettings } from './mail-settings.tsx';
import { OffPage } from './off-page.tsx';
import { PausedAddress } from './paused-address.tsx';

const show = (path: string, mocks: MockLink.MockedResponse[]) =>
  render(
    <MockedProvider mocks={mocks}>
      <ToastProvider>
        <MemoryRouter initialEntries={[path]}>
          <main>
            <Routes>
              <Route path="abmelden/:token" element={<OffPage />} />
              <Route path="einstellungen" element={<MailSettings />} />
              <Route path="angehalten" element={<PausedAddress />} />
            </Routes>
          </main>
        </MemoryRouter>
      </ToastProvider>
    </MockedProvider>,
  );
const refused = (code: string) => ({ errors: [{ message: code, extensions: { code } }] });
const variables = { token: 'geheim' };
const good: MockLink.MockedResponse = { request: { query: MailsOffLinkDocument, variables }, result: { data: { mailsOffLink: true } } };
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

test('the link of a mail asks once more, then switches off', async () => {
  const off = { request: { query: SwitchMailsOffDocument, variables }, result: { data: { switchMailsOff: true } } };
  const { container } = show('/abmelden/geheim', [good, off]);
  await screen.findByRole('heading', { name: 'Keine E-Mails zu Hinweisen mehr' });
  expect(await barriers(container)).toEqual([]);
  press('E-Mails abbestellen');
  const title = await screen.findByRole('heading', { name: 'Die E-Mails sind abbestellt' });
  await waitFor(() => expect(document.activeElement).toBe(title));
  expect(await barriers(container)).toEqual([]);
});

test.each([
  ['not_found', /nichts wurde geändert/],
  ['rate_limited', /sehr viele Anfragen/],
])('a link that is refused with %s says so in a sentence', async (code, sentence) => {
  show('/abmelden/geheim', [{ request: { query: MailsOffLinkDocument, variables }, result: refused(code) }]);
  expect(await screen.findByText(sentence)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'E-Mails abbestellen' })).toBeNull();
});

const times = { __typename: 'MailSettings', on: true, days: [1, 2, 3, 4, 5], hour: 7, quietFrom: 19, quietTo: 7 };
const own = (mailSettings: typeof times): MockLink.MockedResponse => ({
  request: { query: OwnMailSettingsDocument },
  result: { data: { viewer: { __typename: 'Viewer', mailSettings } } },
});
const saving = (input: object): MockLink.MockedResponse => ({
  request: { query: SetMailSettingsDocument, variables: { input } },
  result: { data: { setMailSettings: { __typename: 'Viewer', mailSettings: { ...times, ...input } } } },
});

test('days, hour and quiet hours are chosen and saved together', async () => {
  const input = { on: true, days: [1, 2, 3, 4, 6], hour: 16, quietFrom: 18, quietTo: 8 };
  const { container } = show('/einstellungen', [own(times), saving(input), own({ ...times, ...input })]);
  fireEvent.click(await screen.findByRole('checkbox', { name: 'Freitag' }));
  fireEvent.click(screen.getByRole('checkbox', { name: 'Samstag' }));
  const choose = (name: string, value: number) => fireEvent.change(screen.getByLabelText(name), { target: { value } });
  choose('Uhrzeit der Zusammenfassung', 16);
  choose('Ruhezeit von', 18);
  choose('Ruhezeit bis', 8);
  expect(await barriers(container)).toEqual([]);
  press('E-Mails speichern');
  expect(await screen.findByText('Gespeichert.')).toBeTruthy();
});

test('without a day it is said at the days, and nothing is sent', async () => {
  const { container } = show('/einstellungen', [own({ ...times, days: [1] })]);
  fireEvent.click(await screen.findByRole('checkbox', { name: 'Montag' }));
  press('E-Mails speichern');
  expect((await screen.findAllByText(/Wählen Sie mindestens einen Tag/)).length).toBeGreaterThan(0);
  expect(await barriers(container)).toEqual([]);
});

test('switched off, there is nothing else to choose', async () => {
  const input = { on: false, days: [1, 2, 3, 4, 5], hour: 7, quietFrom: 19, quietTo: 7 };
  show('/einstellungen', [own(times), saving(input), own({ ...times, on: false })]);
  fireEvent.click(await screen.findByRole('checkbox', { name: 'E-Mails zu Hinweisen erhalten' }));
  expect(screen.queryByRole('checkbox', { name: 'Montag' })).toBeNull();
  press('E-Mails speichern');
  expect(await screen.findByText(/Sie erhalten keine E-Mails zu Hinweisen mehr/)).toBeTruthy();
});

test('a paused address is shown with its reason, and can be freed', async () => {
  const paused = {
    __typename: 'PausedAddress',
    id: 'a',
    address: 'kim@ort.example',
    reason: '550 5.1.1 Unknown',
    pausedAt: '2026-11-20T08:00:00.000Z',
  };
  const is = (pausedAddress: typeof paused | null): MockLink.MockedResponse => ({
    request: { query: OwnPausedAddressDocument },
    result: { data: { viewer: { __typename: 'Viewer', pausedAddress } } },
  });
  const resume = {
    request: { query: ResumeOwnAddressDocument },
    result: { data: { resumeOwnAddress: { __typename: 'Viewer', pausedAddress: null } } },
  };
  const { container } = show('/angehalten', [is(paused), resume, is(null)]);
  expect(await screen.findByText(/550 5.1.1 Unknown/)).toBeTruthy();
  expect(await barriers(container)).toEqual([]);
  press('Die Adresse geht wieder');
  expect(await screen.findByText('Sie erhalten wieder E-Mails.')).toBeTruthy();
  expect(screen.queryByText(/550 5.1.1 Unknown/)).toBeNull();
});
