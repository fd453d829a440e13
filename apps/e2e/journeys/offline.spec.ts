import type { Page } from '@playwright/test';
import { expect, expectAccessible, signOut, test } from '../fixtures.ts';

const worker = { serviceWorkers: 'allow' } as const;
const group = /Kommunikation/;
const bar = (page: Page) => page.locator('.ui-connection');
const title = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });

/** What this device keeps of answers, by the name of the question. */
const kept = (page: Page): Promise<string[]> =>
  page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open('kollab-offline');
        opening.onerror = () => reject(new Error(String(opening.error)));
        // Nobody has kept anything yet: the database is made by who does.
        opening.onupgradeneeded = () => opening.transaction?.abort();
        opening.onsuccess = () => {
          const keys = opening.result.transaction('kept').objectStore('kept').getAllKeys();
          keys.onsuccess = () => {
            opening.result.close();
            resolve((keys.result as string[]).map((key) => key.split(' ')[1] ?? key));
          };
        };
      }),
  );
const settled = (page: Page, ...questions: string[]) =>
  expect.poll(() => kept(page).catch(() => [])).toEqual(expect.arrayContaining(questions));

/** The worker has the platform's code, and this page is one of its own. */
const ready = (page: Page) =>
  expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null), { timeout: 30_000 }).toBe(true);

const cached = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const all = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
    return all.flat().map(({ url }) => new URL(url).pathname);
  });

test('the last seen pages open without a connection, say of when they are, and are fresh again with it', async ({ as }) => {
  test.slow();
  const office = await as('koordination.halle', '/arbeitsgruppen?liste=alle', worker);
  await ready(office);
  await office
    .getByRole('main')
    .getByRole('link', { name: /Kommunikation/ })
    .first()
    .click();
  await expect(title(office, group)).toBeVisible();
  await settled(office, 'Viewer', 'WorkingGroups', 'WorkingGroup');

  await office.context().setOffline(true);
  await office.reload();
  await expect(title(office, group)).toBeVisible();
  await expect(office.getByRole('status').filter({ hasText: /Ohne Verbindung\. Stand: (heute|gestern), \d{1,2}:\d\d Uhr/ })).toBeVisible();
  await expectAccessible(office);
  await office.setViewportSize({ width: 320, height: 640 });
  await expectAccessible(office);
  await office.setViewportSize({ width: 1280, height: 800 });

  // Not seen before: it says so, instead of showing something else.
  await office.getByRole('navigation', { name: 'Hauptbereiche' }).getByRole('link', { name: 'Kommunen' }).click();
  await expect(title(office, 'Kommunen')).toBeVisible();
  await expect(bar(office)).toHaveText('Ohne Verbindung. Diese Seite ist auf diesem Gerät nicht gespeichert.');
  await expect(office.getByText('Das erscheint, sobald die Verbindung wieder da ist.').first()).toBeVisible();
  await expect(office.getByRole('alert')).toHaveCount(0);
  await expectAccessible(office);
  await office.goBack();
  await expect(bar(office)).toHaveText(/Stand:/);
  const seen = new URL(office.url()).pathname;
  // Nor a page of which nothing ever stays.
  await office.goto('/hinweise/verfolgt');
  await expect(title(office, 'Was Sie verfolgen')).toBeVisible();
  await expect(office.getByText('Das erscheint, sobald die Verbindung wieder da ist.')).toHaveCount(3);
  await expect(office.getByRole('alert')).toHaveCount(0);
  await office.goto(seen);
  await expect(bar(office)).toHaveText(/Stand:/);

  // Back again, without a word of the person: the words go, and what somebody did meanwhile is there.
  await office.context().setOffline(false);
  await expect(bar(office)).toBeHidden({ timeout: 45_000 });
  await expect(title(office, group)).toBeVisible();
  await expect(office.getByText('Verbunden')).toBeVisible();
  await office.getByRole('navigation', { name: 'Hauptbereiche' }).getByRole('link', { name: 'Kommunen' }).click();
  await expect(title(office, 'Kommunen')).toBeVisible();
  await expect(office.getByRole('button', { name: 'Erneut versuchen' })).toHaveCount(0);
});

test('what was written meanwhile replaces what was kept', async ({ as }) => {
  test.slow();
  const lead = await as('koordination.halle', '/arbeitsgruppen?liste=alle', worker);
  await ready(lead);
  await lead
    .getByRole('main')
    .getByRole('link', { name: /Kommunikation/ })
    .first()
    .click();
  await expect(title(lead, group)).toBeVisible();
  const path = `${new URL(lead.url()).pathname}/diskussionen`;
  await lead.goto(path);
  await settled(lead, 'Threads', 'ThreadGroup');
  await lead.context().setOffline(true);
  await lead.reload();
  await expect(bar(lead)).toHaveText(/Stand:/);

  const other = await as('koordination.halle', `${path}/neu`);
  await other.getByRole('textbox', { name: 'Titel' }).fill('Während der Fahrt begonnen');
  await other.getByRole('textbox', { name: 'Erster Beitrag' }).fill('Das steht nur auf dem Server.');
  await other.getByRole('button', { name: 'Diskussion beginnen' }).click();
  await expect(title(other, 'Während der Fahrt begonnen')).toBeVisible();

  await expect(lead.getByText('Während der Fahrt begonnen')).toHaveCount(0);
  await lead.context().setOffline(false);
  await expect(lead.getByText('Während der Fahrt begonnen').first()).toBeVisible({ timeout: 45_000 });
  await expect(bar(lead)).toBeHidden({ timeout: 45_000 });
});

test('signing out leaves nothing of the person on the device', async ({ as }) => {
  test.slow();
  const page = await as('koordination.halle', '/mein-tag', worker);
  await ready(page);
  await settled(page, 'Viewer', 'Home');
  await signOut(page);
  await expect.poll(() => kept(page)).toEqual([]);
  // Only code and fonts, the same for everybody.
  for (const path of await cached(page)) expect(path).toMatch(/^\/(assets\/[^/]+\.(js|css|woff2|svg)|index\.html|theme\.js|icon\.svg)$/);

  await page.context().setOffline(true);
  await page.goto('/mein-tag');
  await expect(title(page, 'Die Plattform ist gerade nicht zu erreichen')).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Hauptbereiche' })).toHaveCount(0);
  await expectAccessible(page);
});

test('the platform can be installed as an app', async ({ as }) => {
  const page = await as('koordination.halle', '/konto', worker);
  await ready(page);
  const browser = await page.context().newCDPSession(page);
  const { errors, manifest } = await browser.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  expect(manifest.name).toBe('Gemeinsam Digital Sachsen-Anhalt');
  expect(manifest.display).toMatch(/standalone/i);
  const { installabilityErrors } = await browser.send('Page.getInstallabilityErrors');
  expect(installabilityErrors).toEqual([]);
  for (const icon of ['/app-icon-192.png', '/app-icon-512.png', '/app-icon-maskable-512.png', '/apple-touch-icon.png'])
    expect((await page.request.get(icon)).headers()['content-type']).toBe('image/png');
  await expect(page.getByRole('heading', { name: 'Als App installieren' })).toBeVisible();
  await expectAccessible(page);
});
