import type { Page } from '@playwright/test';
import { expect, password, test } from '../fixtures.ts';
import { isLocked, logOut, rotateKeys, setEnabled, unlock } from './admin.ts';
import { atOnce, connected, door, ended, frame, isRefresh, withinTokenLife } from './parts.ts';

const refusal = (page: Page) => page.getByText('Ungültiger Benutzername oder Passwort.');

async function tryPassword(page: Page, username: string, word: string): Promise<void> {
  await page.locator('#username').fill(username);
  await page.locator('#password').fill(word);
  await page.locator('#kc-login').click();
}

test('five tabs of one session renew their tokens without losing it', async ({ as }) => {
  const first = await as('koordination.stendal', '/arbeitsgruppen');
  const others = await Promise.all(Array.from({ length: 4 }, () => first.context().newPage()));
  const tabs = [first, ...others];
  const renewals: number[] = [];
  for (const tab of tabs)
    tab.on('response', (response) => {
      if (isRefresh(response)) renewals.push(response.status());
    });
  for (const tab of others) await tab.goto('/kommunen');
  for (const tab of tabs) await expect(connected(tab)).toBeVisible();
  // Past the life of all tokens that there are now.
  await expect.poll(() => renewals.length, { timeout: 90_000 }).toBeGreaterThanOrEqual(5);
  expect(renewals.filter((status) => status !== 200)).toEqual([]);
  for (const tab of tabs) {
    await expect(connected(tab)).toBeVisible();
    await expect(ended(tab)).toBeHidden();
    await frame(tab).getByRole('link', { name: 'Kommunen' }).click();
    await expect(tab.getByRole('heading', { level: 1, name: 'Kommunen' })).toBeVisible();
  }
});

test('another signing key during a session is noticed by nobody', async ({ as }) => {
  const page = await as('koordination.harz', '/arbeitsgruppen');
  await expect(connected(page)).toBeVisible();
  const takeBack = await rotateKeys();
  try {
    const renewed = await page.waitForResponse(isRefresh, withinTokenLife);
    const { access_token: token } = (await renewed.json()) as { access_token: string };
    const asked = page.waitForResponse(
      (response) => response.url().endsWith('/graphql') && response.request().headers()['authorization'] === `Bearer ${token}`,
    );
    await frame(page).getByRole('link', { name: 'Kommunen' }).click();
    expect((await asked).status()).toBe(200);
    await expect(page.getByRole('main').getByText('Verwaltungen haben eine OZG-Koordination auf der Plattform')).toBeVisible();
    await expect(connected(page)).toBeVisible();
    await expect(ended(page)).toBeHidden();
  } finally {
    await takeBack();
  }
});

test('an operator ends somebody’s sessions: page and socket know at once', async ({ as }) => {
  const page = await as('koordination.harz', '/arbeitsgruppen');
  await expect(connected(page)).toBeVisible();
  await logOut('koordination.harz');
  await expect(ended(page)).toBeVisible(atOnce);
  await expect(connected(page)).toBeHidden();
});

test('a disabled account is renewed no more: within the life of its token page and socket end, and the door says why', async ({ as }) => {
  const page = await as('gast.kitu', '/mein-tag');
  await expect(connected(page)).toBeVisible();
  await setEnabled('gast.kitu', false);
  try {
    await expect(ended(page)).toBeVisible(withinTokenLife);
    await expect(connected(page)).toBeHidden();
    await page.getByRole('button', { name: 'Erneut anmelden' }).click();
    await tryPassword(page, 'gast.kitu', 'falsch');
    await expect(refusal(page)).toBeVisible();
    await tryPassword(page, 'gast.kitu', password);
    await expect(page.getByText('Ihr Benutzerkonto ist gesperrt')).toBeVisible();
  } finally {
    await setEnabled('gast.kitu', true);
  }
});

test('too many wrong passwords lock an account, and the page does not say so', async ({ page }) => {
  await page.goto('/');
  await door(page).click();
  try {
    for (let attempt = 0; attempt < 8; attempt += 1) {
      await tryPassword(page, 'koordination.stendal', `falsch ${attempt}`);
      await expect(refusal(page)).toBeVisible();
    }
    await expect.poll(() => isLocked('koordination.stendal')).toBe(true);
    await tryPassword(page, 'koordination.stendal', password);
    await expect(refusal(page)).toBeVisible();
  } finally {
    await unlock('koordination.stendal');
  }
  await tryPassword(page, 'koordination.stendal', password);
  await expect(frame(page)).toBeVisible({ timeout: 20_000 });
});
