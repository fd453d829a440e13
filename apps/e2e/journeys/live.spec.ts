import type { Locator, Page } from '@playwright/test';
import { control, expect, test } from '../fixtures.ts';

// Both tests kill the second server, so they take turns.
test.describe.configure({ mode: 'default' });

const title = 'Ein Newsletter, den man in zwei Minuten liest';

const area = (page: Page) => page.getByRole('textbox', { name: 'Ihr Beitrag' });
const send = (page: Page) => page.getByRole('region', { name: 'Beitrag schreiben' }).getByRole('button', { name: 'Antworten' });
const post = (page: Page, text: string) => page.getByRole('list', { name: 'Beiträge' }).getByText(text, { exact: true });
const cutBar = (page: Page) => page.getByText(/^(Verbindung unterbrochen, Entwürfe sind sicher|Ohne Verbindung\. .+)$/);

/** As people get there: the group, its discussions, the pinned one. */
async function openThread(page: Page): Promise<void> {
  await page.getByRole('main').getByRole('link', { name: /AG 4/ }).first().click();
  await page.getByRole('main').getByRole('link', { name: 'Diskussionen' }).first().click();
  await page.getByRole('main').getByRole('link', { name: title }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await area(page).scrollIntoViewIfNeeded();
}

/** Milliseconds from the click of the writer to what the listener sees of it. */
async function heardAfter(writer: Page, text: string, seen: Locator): Promise<number> {
  await area(writer).fill(text);
  const clicked = Date.now();
  await send(writer).click();
  await expect(seen).toBeVisible();
  const heard = Date.now() - clicked;
  // The listener may be told before the writer is.
  await expect(area(writer)).toHaveValue('');
  return heard;
}

/** The best of three: the first one may meet a listener who is still on the way, and any of them a busy machine. */
async function soonHeard(writer: Page, texts: readonly string[], listener: Page): Promise<number> {
  let best = Infinity;
  for (const text of texts) best = Math.min(best, await heardAfter(writer, text, post(listener, text)));
  return best;
}

test('two people in one discussion over two servers: live, and nothing lost or doubled when a server dies', async ({
  as,
  onSecondServer,
}) => {
  test.slow();
  const lead = await as('leitung.ag4', '/arbeitsgruppen');
  const halle = await as('koordination.halle', '/arbeitsgruppen', { on: onSecondServer });
  const waited = 'Ein Satz, der bleiben muss. Und einer danach.';
  const missed = 'Das schrieb ich, als Halle nicht da war.';
  await openThread(lead);
  await openThread(halle);

  await test.step('a post appears at the other one at once, in both directions', async () => {
    // A second is what people get; three is what a busy machine gets.
    const [asks, agrees] = ['Wir fangen mit der ersten Zeile an.', 'Einverstanden, die erste Zeile zuerst.'];
    expect(await soonHeard(lead, [asks, 'Dann kommt die Frist.', 'Und am Ende der Verweis.'], halle)).toBeLessThan(3_000);
    expect(await soonHeard(halle, [agrees, 'Die Frist gleich danach.', 'Der Verweis reicht.'], lead)).toBeLessThan(3_000);
  });

  await test.step('the server of one dies while that person writes', async () => {
    await area(halle).fill('Ein Satz, der bleiben muss.');
    await control('kill');
    await expect(cutBar(halle)).toBeVisible();
    await expect(cutBar(lead)).toBeHidden();
    await area(halle).press('End');
    await area(halle).pressSequentially(' Und einer danach.');
    await send(halle).click();
    await expect(halle.getByText('Noch nicht gesendet')).toBeVisible();
    await expect(area(halle)).toHaveValue(waited);
    await heardAfter(lead, missed, post(lead, missed));
  });

  await test.step('it comes back: the line heals, what was missed and what waited stands there once', async () => {
    await control('start');
    await expect(cutBar(halle)).toBeHidden({ timeout: 20_000 });
    for (const page of [halle, lead]) {
      await expect(post(page, waited)).toBeVisible({ timeout: 20_000 });
      await expect(post(page, missed)).toBeVisible();
    }
    await expect(area(halle)).toHaveValue('');
    for (const page of [halle, lead]) {
      await page.reload();
      await expect(post(page, waited)).toHaveCount(1);
      await expect(post(page, missed)).toHaveCount(1);
    }
  });
});

test('a draft outlives the server and the page', async ({ as, onSecondServer }) => {
  test.slow();
  const page = await as('koordination.harz', '/arbeitsgruppen', { on: onSecondServer });
  await openThread(page);
  await control('kill');
  await expect(cutBar(page)).toBeVisible();
  await area(page).fill('Noch nicht fertig, aber schon wichtig.');
  await control('start');
  await expect(cutBar(page)).toBeHidden({ timeout: 20_000 });
  await expect(page.getByText(/Entwurf gespeichert/)).toBeVisible();
  await page.reload();
  await expect(area(page)).toHaveValue('Noch nicht fertig, aber schon wichtig.');
  await area(page).fill('');
});
