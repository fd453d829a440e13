import { AxeBuilder } from '@axe-core/playwright';
import { expect, test as base, type Browser, type BrowserContextOptions, type Locator, type Page } from '@playwright/test';
import { ports } from './ports.ts';

export const password = 'kollab-demo';

interface Mail {
  to: string;
  subject: string;
  text: string;
}

/** What a browser must never say: errors of scripts, refusals of the content security policy, requests to others. */
function watch(page: Page, problems: string[]): void {
  page.on('pageerror', (error) => problems.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    // A refused or lost request is the page's business, and shown by it.
    if (message.type() === 'error' && !/Failed to load resource|WebSocket connection/.test(message.text())) problems.push(message.text());
  });
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== 'localhost') problems.push(`third party: ${request.url()}`);
  });
}

const door = (page: Page) => page.getByRole('button', { name: 'Mit dem Dienstkonto anmelden' });

/** On the identity provider's page; Keycloak's and the stand-in's have the same elements. */
export async function giveAccount(page: Page, username: string): Promise<void> {
  await page.locator('#username').fill(username);
  await page.locator('#password').fill(password);
  await page.locator('#kc-login').click();
  await expect(page.getByRole('navigation', { name: 'Hauptbereiche' })).toBeVisible({ timeout: 20_000 });
}

export async function signIn(page: Page, username: string, path: string): Promise<void> {
  await page.goto(path);
  await door(page).click();
  await giveAccount(page, username);
}

export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Konto:/ }).click();
  await page
    .getByRole('menuitem', { name: 'Abmelden' })
    .or(page.getByRole('button', { name: 'Abmelden' }))
    .click();
  await expect(door(page)).toBeVisible();
}

/** Kills the second server without a word, or starts it again. */
export async function control(deed: 'kill' | 'start'): Promise<void> {
  const answer = await fetch(`http://localhost:${ports.control}/${deed}`);
  if (!answer.ok) throw new Error(await answer.text());
}

/** A browser of its own for each person, signed in through the identity provider's page. */
export const test = base.extend<
  {
    problems: string[];
    as: (username: string, path?: string, options?: BrowserContextOptions & { on?: Browser }) => Promise<Page>;
    mails: (to: string) => Promise<Mail[]>;
  },
  { onSecondServer: Browser }
>({
  // The address stays, since sign-in knows one only; it leads to another server here.
  onSecondServer: [
    async ({ playwright, launchOptions }, use) => {
      const args = [...(launchOptions.args ?? []), `--host-resolver-rules=MAP localhost:${ports.web} 127.0.0.1:${ports.secondApi}`];
      const browser = await playwright.chromium.launch({ ...launchOptions, args });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  problems: async ({ page }, use) => {
    const problems: string[] = [];
    watch(page, problems);
    await use(problems);
    expect(problems).toEqual([]);
  },
  as: async ({ browser, problems }, use) => {
    const contexts: Awaited<ReturnType<Browser['newContext']>>[] = [];
    await use(async (username, path = '/', { on = browser, ...options } = {}) => {
      const context = await on.newContext(options);
      contexts.push(context);
      const page = await context.newPage();
      watch(page, problems);
      await signIn(page, username, path);
      return page;
    });
    for (const context of contexts) await context.close();
  },
  mails: async ({ request }, use) => {
    await use(async (to) => {
      const all = (await (await request.get(`http://localhost:${ports.mailPage}/messages.json`)).json()) as Mail[];
      return all.filter((mail) => mail.to.includes(to));
    });
  },
});

/** WCAG 2.2 AA and best practice, on the page as it stands now. */
export async function expectAccessible(page: Page): Promise<void> {
  const size = page.viewportSize();
  // On a phone the bottom bar lies over whatever is scrolled below it: half a button there is no small button.
  const length = await page.evaluate(() => document.documentElement.scrollHeight);
  if (size && size.width < 768) await page.setViewportSize({ width: size.width, height: length + 120 });
  // Nor is half a button below the header, which stays when one scrolls. Lists that are open close when the page moves.
  const place = await page.evaluate(() => {
    const before = [scrollX, scrollY] as const;
    if (!document.querySelector('.ui-pop')) scrollTo({ top: 0, left: 0, behavior: 'instant' });
    return before;
  });
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  if (size) await page.setViewportSize(size);
  await page.evaluate(([left, top]) => scrollTo({ top, left, behavior: 'instant' }), place);
  expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`)).toEqual([]);
}

/** Nothing to scroll sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
}

/** As far as Tab takes: what it does not reach, no keyboard does. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let step = 0; step < 200; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('not reached by Tab');
}

export { expect };
