import { beforeEach, expect, jest, test } from '@jest/globals';
import { act, render, screen } from '@testing-library/react';
import { barriers } from '../../../test/axe.ts';
import { catchInstallOffer, installOffer } from './install-offer.ts';
import { OnThisDevice } from './on-this-device.tsx';

const display = (standalone: boolean) =>
  Object.assign(window, { matchMedia: (query: string) => ({ matches: standalone && query === '(display-mode: standalone)' }) });
const button = () => screen.queryByRole('button', { name: 'Als App installieren' });

beforeEach(() => {
  display(false);
});

test('without an offer of the browser there are only the ways by its menus', async () => {
  const { container } = render(<OnThisDevice />);
  expect(button()).toBeNull();
  expect(screen.getAllByRole('listitem')).toHaveLength(4);
  expect(await barriers(container)).toEqual([]);
});

test('an offer can be taken once, and the browser asks nothing by itself', async () => {
  catchInstallOffer();
  const { container } = render(<OnThisDevice />);
  const prompt = jest.fn(() => Promise.resolve());
  const offer = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), { prompt });
  act(() => void dispatchEvent(offer));
  expect(offer.defaultPrevented).toBe(true);
  expect(await barriers(container)).toEqual([]);
  act(() => button()!.click());
  expect(prompt).toHaveBeenCalledTimes(1);
  expect(button()).toBeNull();
  expect(installOffer.get()).toBeNull();
});

test('who installed it elsewhere meanwhile is offered nothing', () => {
  catchInstallOffer();
  render(<OnThisDevice />);
  act(() => void dispatchEvent(Object.assign(new Event('beforeinstallprompt'), { prompt: () => Promise.resolve() })));
  expect(button()).not.toBeNull();
  act(() => void dispatchEvent(new Event('appinstalled')));
  expect(button()).toBeNull();
});

test('in the app itself there is nothing to install', () => {
  display(true);
  render(<OnThisDevice />);
  expect(screen.getByText('Sie benutzen die Plattform gerade als App.')).not.toBeNull();
  expect(screen.queryAllByRole('listitem')).toHaveLength(0);
});
