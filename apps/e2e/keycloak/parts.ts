import type { Page, Response } from '@playwright/test';

export const frame = (page: Page) => page.getByRole('navigation', { name: 'Hauptbereiche' });
export const door = (page: Page) => page.getByRole('button', { name: 'Mit dem Dienstkonto anmelden' });
export const connected = (page: Page) => frame(page).getByText('Verbunden');
export const ended = (page: Page) => page.getByText('Ihre Sitzung ist beendet.');

export const isRefresh = (response: Response): boolean =>
  response.url().endsWith('/protocol/openid-connect/token') && /grant_type=refresh_token/.test(response.request().postData() ?? '');

/** Two seconds are what people get; five are what a busy machine gets, long before a token ends. */
export const atOnce = { timeout: 5_000 };

/** Tokens of these journeys live for half a minute. */
export const withinTokenLife = { timeout: 60_000 };
