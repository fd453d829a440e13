import { expect, test } from '@jest/globals';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { MockLink } from '@apollo/client/testing';
import { MockedProvider } from '@apollo/client/testing/react';
import { MemoryRouter } from 'react-router';
import { barriers } from '../../../test/axe.ts';
import { fakeBrowser, fingerprint, oldBrowser } from '../../../test/push.ts';
import { ToastProvider } from '../../ui/toast.tsx';
import { kept } from './browser.ts';
import { OwnPushDocument, RemovePushDeviceDocument, SubscribeToPushDocument, UnsubscribeFromPushDocument } from './documents.generated.ts';
import { PushSettings } from './push-settings.tsx';

const publicKey = 'QUJD';
const endpoint = `https://push.example/${publicKey}`;
const device = (id: string, label: string, more: object = {}) => ({
  __typename: 'PushDevice' as const,
  id,
  label,
  fingerprint: id,
  createdAt: '2026-11-20T08:00:00.000Z',
  lastUsedAt: null as string | null,
  failingSince: null as string | null,
  ...more,
});
const here = async (more: object = {}) => device('hier', 'Dieser', { fingerprint: await fingerprint(endpoint), ...more });
type Devices = ReturnType<typeof device>[];
const viewer = (devices: Devices, key: string | null = publicKey) => ({
  __typename: 'Viewer' as const,
  push: { __typename: 'Push' as const, publicKey: key, devices },
});
const own = (devices: Devices, key?: string | null): MockLink.MockedResponse => ({
  request: { query: OwnPushDocument },
  result: { data: { viewer: viewer(devices, key) } },
});
const input = { endpoint, p256dh: 'a2V5', auth: 'YXV0aA', label: 'Ein Browser' };
const telling = (devices: Devices): MockLink.MockedResponse => ({
  request: { query: SubscribeToPushDocument, variables: { input } },
  result: { data: { subscribeToPush: viewer(devices) } },
});

const show = (...mocks: MockLink.MockedResponse[]) =>
  render(
    <MockedProvider mocks={mocks}>
      <ToastProvider>
        <MemoryRouter>
          <main>
            <PushSettings subject="kim" />
          </main>
        </MemoryRouter>
      </ToastProvider>
    </MockedProvider>,
  );
const button = (name: string) => screen.findByRole('button', { name });
/** It can be pressed once it is known whether this browser has one. */
const press = async (name: string) => {
  await waitFor(async () => expect((await button(name)).getAttribute('aria-disabled')).toBeNull());
  fireEvent.click(await button(name));
};

test('the browser asks after the click, and then it is on here', async () => {
  Object.defineProperty(navigator, 'userAgent', { configurable: true, value: 'Prüfstand' });
  const browser = fakeBrowser();
  const { container } = show(own([]), telling([await here()]), own([await here()]));
  expect(await screen.findByText('Auf diesem Gerät ausgeschaltet.')).toBeTruthy();
  expect(browser.asked).toBe(0);
  expect(await barriers(container)).toEqual([]);
  await press('Auf diesem Gerät einschalten');
  expect(await screen.findByText('Auf diesem Gerät eingeschaltet.')).toBeTruthy();
  expect(browser.asked).toBe(1);
  expect(kept()).toEqual({ subject: 'kim', fingerprint: await fingerprint(endpoint) });
  expect(await barriers(container)).toEqual([]);
});

test('who says no is told how to allow it later, and nothing is sent', async () => {
  const browser = fakeBrowser();
  browser.answers = 'denied';
  const { container } = show(own([]));
  await press('Auf diesem Gerät einschalten');
  expect(await screen.findByText(/So erlauben Sie sie/)).toBeTruthy();
  expect(browser.subscription).toBeNull();
  expect(await barriers(container)).toEqual([]);
});

test('who only closes the question may be asked again', async () => {
  const browser = fakeBrowser();
  browser.answers = 'default';
  show(own([]));
  await press('Auf diesem Gerät einschalten');
  await waitFor(() => expect(browser.asked).toBe(1));
  await press('Auf diesem Gerät einschalten');
  await waitFor(() => expect(browser.asked).toBe(2));
});

test('switched off, nothing arrives here any more', async () => {
  const browser = fakeBrowser('granted');
  browser.subscribe(endpoint, publicKey);
  const end = {
    request: { query: UnsubscribeFromPushDocument, variables: { endpoint } },
    result: { data: { unsubscribeFromPush: viewer([]) } },
  };
  show(own([await here({ failingSince: '2026-11-21T08:00:00.000Z' })]), end, own([]));
  expect(await screen.findByText(/Mitteilungen kommen dort nicht an/)).toBeTruthy();
  await press('Auf diesem Gerät ausschalten');
  expect(await screen.findByText('Auf diesem Gerät ausgeschaltet.')).toBeTruthy();
  expect([browser.subscription, kept()]).toEqual([null, null]);
});

test('other devices are listed, and removed from here', async () => {
  fakeBrowser();
  const phone = device('b', 'Chrome unter Android', { lastUsedAt: '2026-11-22T08:00:00.000Z' });
  const removing = {
    request: { query: RemovePushDeviceDocument, variables: { id: 'a' } },
    result: { data: { removePushDevice: viewer([phone]) } },
  };
  const { container } = show(own([device('a', 'Edge unter Windows'), phone]), removing, own([phone]));
  expect(await screen.findByText('Auf diesem Gerät ausgeschaltet.')).toBeTruthy();
  expect(await barriers(container)).toEqual([]);
  await press('Entfernen: Edge unter Windows');
  expect(await screen.findByText('Edge unter Windows zeigt keine Mitteilungen mehr.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Entfernen: Edge unter Windows' })).toBeNull();
  expect(screen.getByRole('button', { name: 'Entfernen: Chrome unter Android' })).toBeTruthy();
});

test('with other keys of the operator it is switched on anew', async () => {
  const browser = fakeBrowser('granted');
  browser.subscribe('https://push.example/alt', 'YWx0');
  show(own([]), telling([await here()]), own([await here()]));
  await press('Auf diesem Gerät einschalten');
  expect(await screen.findByText('Auf diesem Gerät eingeschaltet.')).toBeTruthy();
  expect(browser.subscription?.endpoint).toBe(endpoint);
});

test('what the server refuses is said, and it stays off', async () => {
  fakeBrowser();
  const refused = {
    request: { query: SubscribeToPushDocument, variables: { input } },
    result: { errors: [{ message: 'push.off', extensions: { code: 'push.off' } }] },
  };
  show(own([]), refused);
  await press('Auf diesem Gerät einschalten');
  expect(await screen.findByText(/sind auf dieser Plattform nicht eingerichtet. Nichts wurde geändert/)).toBeTruthy();
  expect(screen.getByText('Auf diesem Gerät ausgeschaltet.')).toBeTruthy();
});

test('where the operator has not set it up, nothing is offered', async () => {
  fakeBrowser();
  const { container } = show(own([], null));
  expect(await screen.findByText(/nicht eingerichtet/)).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
  expect(await barriers(container)).toEqual([]);
});

test('a browser that cannot do it says so, and other devices can be removed all the same', async () => {
  oldBrowser();
  const { container } = show(own([device('a', 'Edge unter Windows')]));
  expect(await screen.findByText('Dieser Browser kann keine Mitteilungen zeigen')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Auf diesem Gerät einschalten' })).toBeNull();
  expect(screen.getByRole('button', { name: 'Entfernen: Edge unter Windows' })).toBeTruthy();
  expect(await barriers(container)).toEqual([]);
});

test('an error is said, and asked again', async () => {
  fakeBrowser();
  show({ request: { query: OwnPushDocument }, error: new TypeError('Failed to fetch') }, own([]));
  await press('Erneut versuchen');
  expect(await screen.findByText('Auf diesem Gerät ausgeschaltet.')).toBeTruthy();
});
