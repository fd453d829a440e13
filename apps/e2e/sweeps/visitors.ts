import { test as base, type BrowserContext, type Page } from '@playwright/test';
import { expect, signIn } from '../fixtures.ts';
import { ports } from '../ports.ts';
import { Network } from './network.ts';
import type { Places } from './visits.ts';

export interface Visitor {
  page: Page;
  network: Network;
}

const hrefOf = async (page: Page, path: string, role: 'link', name: RegExp | string): Promise<string> => {
  await page.goto(path);
  const link = page.getByRole('main').getByRole(role, { name }).first();
  return (await link.getAttribute('href')) ?? '';
};

/** An open invitation for an account that never accepts it. */
async function invite(page: Page, organisation: string): Promise<string> {
  const address = 'moderation.land@land.example';
  const inbox = `http://localhost:${ports.mailPage}/messages.json`;
  const links = async (): Promise<string[]> =>
    ((await (await fetch(inbox)).json()) as { to: string; text: string }[])
      .filter((mail) => mail.to.includes(address))
      .flatMap((mail) => /\/einladung\/[\w-]+/.exec(mail.text) ?? []);
  const before = await links();
  if (before[0]) return before[0];
  await page.goto(`${organisation}/verwalten`);
  await page.getByRole('button', { name: 'Person einladen …' }).first().click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'E-Mail-Adresse' }).fill(address);
  await page.getByRole('button', { name: 'Einladung senden' }).click();
  await expect.poll(async () => (await links()).length, { timeout: 20_000 }).toBeGreaterThan(0);
  return (await links())[0]!;
}

/** Each account signs in once a worker; its page is used for all it visits. */
export const test = base.extend<object, { visitor: (account: string | null) => Promise<Visitor>; places: () => Promise<Places> }>({
  visitor: [
    async ({ browser }, use) => {
      const visitors = new Map<string | null, Promise<Visitor>>();
      const contexts: BrowserContext[] = [];
      const open = async (account: string | null): Promise<Visitor> => {
        const { baseURL, locale, timezoneId, viewport } = base.info().project.use;
        const context = await browser.newContext({
          ...(baseURL && { baseURL }),
          ...(locale && { locale }),
          ...(timezoneId && { timezoneId }),
          ...(viewport && { viewport }),
          serviceWorkers: 'block',
        });
        contexts.push(context);
        const page = await context.newPage();
        if (account) await signIn(page, account, '/konto');
        const network = new Network();
        await network.watch(page);
        return { page, network };
      };
      await use((account) => {
        const known = visitors.get(account) ?? open(account);
        visitors.set(account, known);
        return known;
      });
      for (const context of contexts) await context.close();
    },
    { scope: 'worker' },
  ],
  places: [
    async ({ visitor }, use) => {
      let places: Promise<Places> | undefined;
      const find = async (): Promise<Places> => {
        const { page } = await visitor('koordination.halle');
        const group = await hrefOf(page, '/arbeitsgruppen?liste=alle', 'link', /AG 4/);
        const thread = await hrefOf(page, `${group}/diskussionen`, 'link', 'Ein Newsletter, den man in zwei Minuten liest');
        const question = await hrefOf(
          page,
          '/fragen',
          'link',
          'Welche Schnittstelle nutzen wir für ePayment, wenn das Fachverfahren keine anbietet?',
        );
        const faq = await hrefOf(page, '/faq', 'link', 'Darf ein Gewerbesteuerbescheid elektronisch bekannt gegeben werden?');
        const organisation = (await hrefOf(page, '/konto', 'link', 'Verwalten')).replace(/\/verwalten$/, '');
        const invitation = await invite(page, organisation);
        const event = await hrefOf(page, '/sprechstunden', 'link', /OZG-Sprechstunde/);
        const person = await hrefOf((await visitor('admin.land')).page, '/verwaltung/personen', 'link', 'Kim Muster');
        const newsletter = await hrefOf((await visitor('redaktion.land')).page, '/newsletter/redaktion', 'link', 'Zum Jahresende');
        const announcement = await hrefOf(page, '/mitteilungen', 'link', 'Organisationskonto: Freischaltung bestätigen');
        const draft = await hrefOf((await visitor('redaktion.land')).page, '/mitteilungen/entwuerfe', 'link', 'Rückblick auf das Jahr');
        return {
          group,
          thread: thread.replace(/[?#].*/, ''),
          question,
          faq,
          organisation,
          event,
          person,
          invitation,
          newsletter,
          announcement,
          draft,
        };
      };
      await use(() => (places ??= find()));
    },
    { scope: 'worker' },
  ],
});
