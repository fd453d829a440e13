import { expect, giveAccount, signIn, signOut, test } from '../fixtures.ts';
import { atOnce, connected, door, ended, frame, isRefresh, withinTokenLife } from './parts.ts';

test('signs in through Keycloak, comes back to the same address, is known silently in another tab, and signs out', async ({
  page,
  context,
  problems,
}) => {
  await page.goto('/arbeitsgruppen');
  await door(page).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await page.locator('#username').fill('koordination.halle');
  await page.locator('#password').fill('falsch');
  await page.locator('#kc-login').click();
  await expect(page.getByText('Ungültiger Benutzername oder Passwort.')).toBeVisible();
  await signIn(page, 'koordination.halle', '/arbeitsgruppen');
  await expect(page).toHaveURL(/\/arbeitsgruppen$/);
  await expect(page.getByRole('button', { name: /^Konto: Kim Muster/ })).toBeVisible();
  await expect(connected(page)).toBeVisible();

  const second = await context.newPage();
  await second.goto('/kommunen');
  await expect(frame(second)).toBeVisible();
  await expect(second).toHaveURL(/\/kommunen$/);
  await second.close();

  await signOut(page);
  await page.goto('/arbeitsgruppen');
  await expect(door(page)).toBeVisible();
  expect(problems).toEqual([]);
});

test('renews its token, and stays connected past the life of the first one', async ({ as }) => {
  const page = await as('koordination.harz', '/arbeitsgruppen');
  await expect(connected(page)).toBeVisible();
  const renewed = await page.waitForResponse(isRefresh, withinTokenLife);
  expect(renewed.status()).toBe(200);
  await page.waitForTimeout(35_000);
  await expect(connected(page)).toBeVisible();
  await frame(page).getByRole('link', { name: 'Kommunen' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Kommunen' })).toBeVisible();
  await expect(page.getByRole('main').getByText('Verwaltungen haben eine OZG-Koordination auf der Plattform')).toBeVisible();
  await expect(ended(page)).toBeHidden();
});

test('a sign-out in one tab ends the session of the other at once, and its text stays', async ({ as }) => {
  const page = await as('leitung.ag4', '/arbeitsgruppen');
  await page.getByRole('main').getByRole('link', { name: /AG 4/ }).first().click();
  await page.getByRole('main').getByRole('link', { name: 'Diskussionen' }).first().click();
  await page.getByRole('main').getByRole('link', { name: 'Ein Newsletter, den man in zwei Minuten liest' }).first().click();
  const area = page.getByRole('textbox', { name: 'Ihr Beitrag' });
  await area.fill('Das schreibe ich später zu Ende.');
  await expect(connected(page)).toBeVisible();

  const other = await page.context().newPage();
  await other.goto('/');
  await expect(frame(other)).toBeVisible();
  await signOut(other);
  // Keycloak tells the server, the server ends the sockets of this session.
  await expect(ended(page)).toBeVisible(atOnce);
  await expect(area).toHaveValue('Das schreibe ich später zu Ende.');
  // The old token is refused although it has not expired.
  await page.getByRole('button', { name: 'Erneut anmelden' }).click();
  await giveAccount(page, 'leitung.ag4');
  await expect(area).toHaveValue('Das schreibe ich später zu Ende.', { timeout: 20_000 });
});
