import type { Page } from '@playwright/test';
import { expect } from '../fixtures.ts';
import { axe, fits, keepsFocus, still, targets } from './checks.ts';
import { declared } from './declared.ts';
import { skips, tabThrough } from './keyboard.ts';
import { everywhere, inPage, isAccessible, isInside, openAll } from './openers.ts';
import { test, type Visitor } from './visitors.ts';
import { visits } from './visits.ts';

const wide = { width: 1280, height: 800 };
const phone = { width: 320, height: 640 };
const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const retry = (page: Page) => page.getByRole('button', { name: 'Erneut versuchen' });

async function settle(page: Page): Promise<void> {
  await expect(heading(page)).toBeVisible({ timeout: 20_000 });
  await expect(page.locator('.ui-loading')).toHaveCount(0, { timeout: 20_000 });
}

const loading = (page: Page) => page.getByRole('status').filter({ hasText: 'Wird geladen' });

/** Loading, failed, tried again. A page that asks nothing has none of these. Answers how many states there were. */
async function untilItStands({ page, network }: Visitor, path: string): Promise<number> {
  await network.be('hold');
  await page.goto(path);
  const asks = loading(page).first();
  await expect(asks.or(heading(page)).first()).toBeVisible({ timeout: 20_000 });
  if (network.waiting === 0) await page.waitForTimeout(700);
  if (network.waiting === 0) {
    await network.be('pass');
    return 0;
  }
  await axe(page, 'loading', { of: 'main' });
  // Usable already; what is still asked only adds to it.
  const stands = (await asks.count()) === 0;
  if (stands) await expect.soft(heading(page), 'says that it loads').toBeVisible();
  await network.be('fail');
  if (stands) {
    await axe(page, 'error', { of: 'main' });
    await network.be('pass');
    return 2;
  }
  await expect.soft(retry(page).first(), 'says that it failed, and offers to try again').toBeVisible();
  await expect.soft(page.getByRole('alert').first()).toBeVisible();
  await axe(page, 'error', { of: 'main' });
  await network.be('pass');
  let pressed = false;
  // What is heard meanwhile asks anew: a page may also come back by itself, and its buttons go.
  for (let left = await retry(page).count(); left > 0; left = await retry(page).count()) {
    const gone = await retry(page)
      .first()
      .press('Enter', { timeout: 3_000 })
      .then(
        () => false,
        () => true,
      );
    if (gone) continue;
    pressed = true;
    await expect.poll(() => retry(page).count()).toBeLessThan(left);
  }
  if (pressed) await keepsFocus(page, 'trying again');
  return 2;
}

/** The document is the same in other colours, and in another size of text. */
const colours = { rules: ['color-contrast'] };
const sizes = { rules: ['target-size', 'scrollable-region-focusable'] };

async function inAllMedia(page: Page): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  await axe(page, 'light');
  await fits(page, 'light');
  await targets(page, 'light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await axe(page, 'dark', colours);
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
  await axe(page, 'forced colours', colours);
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', reducedMotion: 'reduce' });
  await still(page);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'no-preference' });
  await page.setViewportSize(phone);
  await axe(page, '320 px');
  await fits(page, '320 px');
  await targets(page, '320 px');
  await page.setViewportSize(wide);
  await browser.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
  expect.soft(await page.evaluate(() => getComputedStyle(document.body).fontSize), 'the text is twice as large').toBe('32px');
  await axe(page, '200 % text', sizes);
  await fits(page, '200 % text');
  await browser.send('Page.setFontSizes', { fontSizes: { standard: 16, fixed: 13 } });
  await browser.detach();
}

/** Long words in all that people wrote, on a phone: nothing leaves its box, on the page and in what opens over it. Answers how many. */
async function withLongWords({ page, network }: Visitor, path: string, where: string): Promise<number> {
  await network.be('long words');
  await page.setViewportSize(phone);
  await page.goto(path);
  await settle(page);
  await fits(page, 'long words');
  await openAll(page, where, isInside);
  const { lengthened } = network;
  await network.be('pass');
  await page.setViewportSize(wide);
  return lengthened;
}

/** The server goes away: the page stays, and says so. */
async function offline({ page, network }: Visitor): Promise<number> {
  const title = await heading(page).textContent();
  await network.cut();
  await expect.soft(page.getByText(/^(Verbindung unterbrochen, Entwürfe sind sicher|Ohne Verbindung\. .+)$/)).toBeVisible();
  await expect.soft(heading(page)).toHaveText(title ?? '');
  await axe(page, 'offline', { rules: ['color-contrast', 'aria-allowed-role', 'region'] });
  await network.be('pass');
  return 1;
}

const nobody = '00000000-0000-4000-8000-000000000000';
/** The same address with ids that lead nowhere. */
const nowhere = (pattern: string): string =>
  pattern.replace(/:(\w+)/g, (_, name: string) => (/id$/i.test(name) ? nobody : `kein-${name.toLowerCase()}`));

for (const { pattern } of declared) test(`somebody visits ${pattern}`, () => expect(Object.keys(visits)).toContain(pattern));

for (const [pattern, { as, at, closedTo, says, frame }] of Object.entries(visits))
  test(`${pattern} in every state`, async ({ visitor, places }, info) => {
    test.slow();
    const page = declared.find((one) => one.pattern === pattern);
    expect(page, 'this page exists').toBeDefined();
    const known = at || pattern.includes(':') ? await places() : undefined;
    const path = at && known ? at(known) : pattern;
    const visit = await visitor(as);
    const where = frame ? everywhere : inPage;
    const states: string[] = [];

    await test.step('loading, error, tried again', async () => {
      if ((await untilItStands(visit, path)) > 0) states.push('loading', 'error');
      await settle(visit.page);
    });
    await test.step('light, dark, forced colours, 320 px, 200 % text, reduced motion', async () => {
      await inAllMedia(visit.page);
      states.push('light', 'dark', 'forced colours', '320 px', '200 % text', 'reduced motion');
    });
    const stops = await test.step('keyboard', async () => {
      await skips(visit.page);
      return tabThrough(visit.page);
    });
    const opened = await test.step('dialogs and menus', async () => {
      return openAll(visit.page, where, isAccessible);
    });
    await test.step('offline', async () => {
      if (as && (await offline(visit))) states.push('offline');
    });
    await test.step('long words', async () => {
      if ((await withLongWords(visit, path, where)) > 0) states.push('long words');
    });
    await test.step('empty', async () => {
      if (says === null) return;
      // What the page before still asks is no list of this one.
      await visit.page.goto('about:blank');
      await visit.network.be('empty');
      await visit.page.goto(path);
      await settle(visit.page);
      if (says) await expect.soft(visit.page.getByText(says).first(), 'says that it is empty, and what to do').toBeVisible();
      const { emptied } = visit.network;
      if (emptied > 0) {
        expect.soft(says, 'what is said when the lists of this page are empty is known').toBeDefined();
        states.push('empty');
        await axe(visit.page, 'empty', { of: 'main' });
      }
      await visit.network.be('pass');
    });
    if (pattern.includes(':'))
      await test.step('what does not exist', async () => {
        await visit.page.goto(nowhere(pattern));
        await settle(visit.page);
        await expect.soft(visit.page.getByRole('main')).toContainText(/gibt es (hier )?nicht|nicht oder nicht mehr/);
        await axe(visit.page, 'not found');
        states.push('not found');
      });
    if (closedTo)
      await test.step('closed', async () => {
        const stranger = await visitor(closedTo);
        await stranger.page.goto(path);
        await expect.soft(heading(stranger.page)).toHaveText('Dafür fehlt Ihnen die Berechtigung');
        await axe(stranger.page, 'forbidden');
        states.push('forbidden');
      });
    if (!page?.open)
      await test.step('not signed in', async () => {
        const { page: door } = await visitor(null);
        await door.goto(path);
        await expect.soft(door.getByRole('button', { name: 'Mit dem Dienstkonto anmelden' })).toBeVisible();
        states.push('not signed in');
      });
    const line = `${pattern}: ${states.length} states, ${stops} stops of Tab, ${opened.length} dialogs and menus`;
    info.annotations.push({ type: 'sweep', description: `${line} (${states.join(', ')}; ${opened.join(', ')})` });
    console.log(`  ${line}`);
  });
