import { setTimeout as pause } from 'node:timers/promises';
import { expect, expectAccessible, expectNoSidewaysScroll, giveAccount, signIn, signOut, test } from '../fixtures.ts';

test('the door: readable without sign-in, in light and dark, on a small phone', async ({ page, problems }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 320, height: 640 });
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  expect(problems).toEqual([]);
});

test('signs in, comes back to the same address, and signs out', async ({ as }) => {
  const page = await as('koordination.halle', '/arbeitsgruppen');
  await expect(page).toHaveURL(/\/arbeitsgruppen$/);
  await page.reload();
  await expect(page.getByRole('navigation', { name: 'Hauptbereiche' })).toBeVisible();
  await signOut(page);
  await page.goto('/arbeitsgruppen');
  await expect(page.getByRole('button', { name: 'Mit dem Dienstkonto anmelden' })).toBeVisible();
});

test('a sign-out in one tab ends the other at once, which says so and leads to a new sign-in', async ({ as }) => {
  const page = await as('koordination.stendal', '/arbeitsgruppen');
  const state = (name: string) => page.getByRole('navigation', { name: 'Hauptbereiche' }).getByText(name);
  await expect(state('Verbunden')).toBeVisible();
  const other = await page.context().newPage();
  await other.goto('/');
  await signOut(other);
  // The identity provider tells the server, and the server the page: no need to wait for the end of a token.
  await expect(page.getByRole('alert').getByText('Ihre Sitzung ist beendet.')).toBeVisible();
  await expect(state('Abgemeldet')).toBeVisible();
  await expect(page.getByText('Verbindung unterbrochen')).toBeHidden();
  await expect(page.getByRole('heading', { level: 1, name: 'Arbeitsgruppen' })).toBeVisible();
  await page.getByRole('button', { name: 'Erneut anmelden' }).click();
  await giveAccount(page, 'koordination.stendal');
  await expect(page).toHaveURL(/\/arbeitsgruppen$/);
  await expect(state('Verbunden')).toBeVisible();
});

test('the sign-in leads back to where it began, however late that page comes', async ({ page }) => {
  await page.route(/\/assets\/account-page-[^/]*\.js/, async (route) => {
    await pause(2_000);
    await route.continue();
  });
  await signIn(page, 'koordination.halle', '/konto#sitzung');
  await expect(page.getByRole('heading', { level: 1, name: 'Konto', exact: true })).toBeVisible();
  await expect(page).toHaveURL(/\/konto#sitzung$/);
});

test('an inline script does not run, and a text is no trusted document', async ({ page, request }) => {
  await page.goto('/');
  await page.evaluate(() => {
    const script = document.createElement('script');
    try {
      script.textContent = 'window.hacked = 1';
    } catch {
      // Trusted Types refuse it already here.
    }
    document.body.append(script);
  });
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  const answer = await request.post('/graphql', { data: { query: '{ viewer { email } }' } });
  expect(answer.status()).toBe(400);
});
