import { createServer, request } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { ports } from '../ports.ts';

const area = (page: Page) => page.getByRole('textbox', { name: 'Ihr Beitrag' });
const posts = (page: Page) => page.getByRole('list', { name: 'Beiträge' }).locator('[data-no]');
const send = (page: Page) => page.getByRole('button', { name: 'Antworten', exact: true });

/** A discussion of its own with some length, so that there is something to scroll. */
async function begin(page: Page, title: string): Promise<string> {
  await page.goto('/arbeitsgruppen?liste=alle');
  await page.getByRole('main').getByRole('link', { name: /AG 4/ }).first().click();
  await page
    .getByRole('main')
    .getByRole('link', { name: /^Diskussionen/ })
    .first()
    .click();
  await page.getByRole('link', { name: 'Neue Diskussion' }).click();
  await page.getByRole('textbox', { name: 'Titel' }).fill(title);
  await page.getByRole('textbox', { name: 'Erster Beitrag' }).fill(Array.from({ length: 40 }, (_, n) => `Absatz ${n + 1}.`).join('\n\n'));
  await page.getByRole('button', { name: 'Diskussion beginnen' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  return new URL(page.url()).pathname;
}

async function write(page: Page, text: string): Promise<void> {
  await area(page).fill(text);
  await send(page).click();
  await expect(posts(page).filter({ hasText: text })).toHaveCount(1);
}

/** Writes down from now on what a screen reader is told politely by the frame. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const told: string[] = [];
    Object.assign(window, { told });
    const region = [...document.querySelectorAll('[role="status"].ui-hidden')].at(-1)!;
    new MutationObserver(() => region.textContent && told.push(region.textContent)).observe(region, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  return () => page.evaluate(() => (window as unknown as { told: string[] }).told);
}

/** Where somebody is: what holds the focus, where it stands in the window, and how far the page is scrolled. */
const place = (page: Page): Promise<unknown> =>
  page.evaluate(() => {
    const element = document.activeElement!;
    return [element.tagName, element.ariaLabel, scrollY, Math.round(element.getBoundingClientRect().top)];
  });

test('nothing is announced while somebody types, and the text stays where it is', async ({ as }) => {
  test.slow();
  const land = await as('leitung.ag4', '/arbeitsgruppen');
  const path = await begin(land, 'Wer schreibt, wird nicht unterbrochen');
  const halle = await as('koordination.halle', path);
  await area(halle).click();
  // In the middle of the window: at its edge the browser itself scrolls to the line that is written.
  await area(halle).evaluate((field) => field.scrollIntoView({ block: 'center' }));
  const told = await listen(halle);
  await halle.keyboard.type('Ich ');
  const before = await place(halle);
  const typing = (async () => {
    for (const letter of 'schreibe noch') {
      await halle.keyboard.type(letter);
      await halle.waitForTimeout(300);
    }
  })();
  await write(land, 'Dazwischen.');
  await expect(halle.getByRole('button', { name: '1 neuer Beitrag' })).toBeVisible();
  await typing;
  expect(await told()).toEqual([]);
  expect(await place(halle)).toEqual(before);
  await expect(area(halle)).toHaveValue('Ich schreibe noch');
  await expect.poll(told).toEqual(['Ein neuer Beitrag']);
});

test('where a proxy refuses websockets, it is live all the same', async ({ as, playwright, launchOptions }) => {
  test.slow();
  const proxy = createServer((incoming, outgoing) => {
    const { url = '/', method = 'GET', headers } = incoming;
    const onward = request({ port: ports.web, host: '127.0.0.1', path: url, method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  });
  let refused = 0;
  proxy.on('upgrade', (_, socket) => {
    refused += 1;
    socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
  });
  await once(proxy.listen(0, '127.0.0.1'), 'listening');
  const { port } = proxy.address() as AddressInfo;
  const args = [...(launchOptions.args ?? []), `--host-resolver-rules=MAP localhost:${ports.web} 127.0.0.1:${port}`];
  const behindProxy = await playwright.chromium.launch({ ...launchOptions, args });
  try {
    const land = await as('leitung.ag4', '/arbeitsgruppen');
    const path = await begin(land, 'Ohne Websockets');
    const halle = await as('koordination.halle', path, { on: behindProxy });
    await expect(halle.getByText('Verbunden')).toBeVisible();
    await expect.poll(() => refused).toBeGreaterThan(0);
    await expect(posts(halle)).toHaveCount(1);
    await write(land, 'Kommt auch so an.');
    await expect(posts(halle).filter({ hasText: 'Kommt auch so an.' })).toHaveCount(1);
    await expect(halle.getByText('Verbindung unterbrochen')).toBeHidden();
  } finally {
    await behindProxy.close();
    proxy.close();
    proxy.closeAllConnections();
  }
});
