import { createServer } from 'node:http';
import { join } from 'node:path';
import { chromium as playwright, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { chromium } from '@kollab/devstack';
import type { Judge } from '../../program.ts';
import { addresses, handlers, onRefusal, poke, textOfPage } from './in-page.ts';

const root = join(import.meta.dirname, '../../../../..');

/** A browser whose every page tells when something runs that should not. */
export class Witness {
  /** What ran, was refused by a policy, or would run when somebody clicks it. */
  seen: string[] = [];
  private readonly browser: Browser;

  private constructor(browser: Browser) {
    this.browser = browser;
  }

  static async open({ defer }: Judge): Promise<Witness> {
    const executablePath = await chromium(join(root, '.data'));
    const browser = await playwright.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
    defer(() => browser.close());
    return new Witness(browser);
  }

  async page(): Promise<Page> {
    const context: BrowserContext = await this.browser.newContext({ locale: 'de-DE', viewport: { width: 1280, height: 900 } });
    await context.exposeFunction('ran', (what: unknown) => void this.seen.push(String(what)));
    await context.addInitScript({ content: onRefusal });
    const page = await context.newPage();
    page.on('dialog', (dialog) => {
      this.seen.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    context.on('page', (other) => {
      this.seen.push(`opened ${other.url()}`);
      void other.close();
    });
    return page;
  }

  /** Waits until each of the texts stands on the page, then does what people do there. Answers with those that do not come. */
  async look(page: Page, texts: readonly string[], patience = 15_000): Promise<string[]> {
    const until = Date.now() + patience;
    let missing = texts.map(united);
    for (;;) {
      const shown = String(await page.evaluate(textOfPage));
      missing = missing.filter((text) => !shown.includes(text));
      if (missing.length === 0 || Date.now() > until) break;
      await page.evaluate(poke);
      await page.waitForTimeout(60);
    }
    await page.evaluate(poke);
    for (const look of [addresses, handlers]) this.seen.push(...(await page.evaluate<string[]>(look)));
    return missing;
  }
}

/** As the page's text is compared: what HTML takes for a blank is one blank. */
export const united = (text: string): string =>
  text
    .replace(/(?!\s)\p{Cc}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();

/** HTML as it stands, in a page without any protection. */
export async function openBarePages({
  defer,
}: Judge): Promise<{ show: (html: string) => string; frames: (html: readonly string[]) => string }> {
  const pages: string[] = [];
  const server = createServer((request, response) => {
    const html = pages[Number(request.url?.slice(1))];
    response.writeHead(html === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  defer(() => server.close().closeAllConnections());
  const { port } = server.address() as { port: number };
  const show = (html: string): string => `http://127.0.0.1:${port}/${pages.push(html) - 1}`;
  return { show, frames: (all) => show(all.map((html) => `<iframe src="${show(html)}"></iframe>`).join('')) };
}
