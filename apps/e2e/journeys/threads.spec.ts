import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from '../fixtures.ts';

/** Opens the discussions of AG 4, in which both take part. */
async function discussions(page: Page): Promise<void> {
  await page.goto('/arbeitsgruppen?liste=alle');
  await page
    .getByRole('link', { name: /Kommunikation/ })
    .first()
    .click();
  await page
    .getByRole('link', { name: /^Diskussionen/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 2, name: 'Diskussionen' })).toBeVisible();
}

/** Begins a discussion of its own for each journey, so that they do not disturb each other. */
async function begin(page: Page, title: string): Promise<string> {
  await discussions(page);
  await page.getByRole('link', { name: 'Neue Diskussion' }).click();
  await page.getByRole('textbox', { name: 'Titel' }).fill(title);
  await page.getByRole('textbox', { name: 'Erster Beitrag' }).fill('Der **erste** Beitrag.');
  await page.getByRole('button', { name: 'Diskussion beginnen' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(page.getByText('Der erste Beitrag.')).toBeVisible();
  return new URL(page.url()).pathname;
}

const area = (page: Page) => page.getByRole('textbox', { name: 'Ihr Beitrag' });
const posts = (page: Page) => page.getByRole('list', { name: 'Beiträge' }).locator('[data-no]');
async function write(page: Page, text: string): Promise<void> {
  await area(page).fill(text);
  await page.getByRole('button', { name: 'Antworten', exact: true }).click();
  await expect(posts(page).filter({ hasText: text })).toHaveCount(1);
  await expect(area(page)).toHaveValue('');
}

test('two people talk: posts, edits, reactions and deletions appear in the other browser', async ({ as }) => {
  const halle = await as('koordination.halle');
  const path = await begin(halle, 'Zwei sprechen miteinander');
  const land = await as('leitung.ag4', path);
  await expect(land.getByText('Der erste Beitrag.')).toBeVisible();

  await write(land, 'Guten Tag aus dem Ministerium.');
  const answer = posts(halle).filter({ hasText: 'Guten Tag aus dem Ministerium.' });
  await expect(answer).toHaveCount(1, { timeout: 2_000 });

  await answer.getByRole('button', { name: /^Zustimmung/ }).click();
  const own = posts(land).filter({ hasText: 'Guten Tag aus dem Ministerium.' });
  await expect(own.getByRole('button', { name: 'Zustimmung, 1 Person' })).toBeVisible({ timeout: 2_000 });
  await expect(answer.getByRole('button', { name: 'Zustimmung, 1 Person, auch Sie' })).toHaveAttribute('aria-pressed', 'true');

  await own.getByRole('button', { name: /^Bearbeiten/ }).click();
  const editor = land.getByRole('textbox', { name: /bearbeiten$/ });
  await editor.fill('Guten Abend aus dem Ministerium.');
  await land.getByRole('button', { name: 'Änderung speichern' }).click();
  const edited = posts(halle).filter({ hasText: 'Guten Abend aus dem Ministerium.' });
  await expect(edited).toHaveCount(1, { timeout: 2_000 });
  await edited.getByRole('button', { name: 'bearbeitet' }).click();
  const history = halle.getByRole('dialog', { name: /Frühere Fassungen/ });
  await expect(history.locator('del')).toHaveText('Tag');
  await expect(history.locator('ins')).toHaveText('Abend');
  await halle.keyboard.press('Escape');

  await posts(land)
    .filter({ hasText: 'Guten Abend' })
    .getByRole('button', { name: /^Mehr zu Beitrag/ })
    .click();
  await land.getByRole('menuitem', { name: 'Löschen' }).click();
  await expect(posts(halle).filter({ hasText: 'Dieser Beitrag wurde gelöscht.' })).toHaveCount(1, { timeout: 2_000 });
  await land.getByRole('button', { name: 'Rückgängig' }).click();
  await expect(posts(halle).filter({ hasText: 'Guten Abend aus dem Ministerium.' })).toHaveCount(1, { timeout: 2_000 });
  await expectAccessible(halle);
});

test('what others write while one writes waits behind its button and moves nothing', async ({ as }) => {
  const halle = await as('koordination.halle');
  const path = await begin(halle, 'Nichts springt');
  const land = await as('leitung.ag4', path);
  await area(halle).fill('Ich schreibe noch');
  const before = await area(halle).boundingBox();
  await write(land, 'Dazwischen eins.');
  await write(land, 'Dazwischen zwei.');
  const waiting = halle.getByRole('button', { name: '2 neue Beiträge' });
  await expect(waiting).toBeVisible({ timeout: 3_000 });
  expect(await area(halle).boundingBox()).toEqual(before);
  await expect(posts(halle)).toHaveCount(1);
  await waiting.click();
  await expect(posts(halle)).toHaveCount(3);
  await expect(posts(halle).nth(1)).toBeFocused();
  await expect(area(halle)).toHaveValue('Ich schreibe noch');
});

test('what others write while one reads stands below at once: nothing moves, nothing is read unseen', async ({ as }) => {
  const halle = await as('koordination.halle');
  const path = await begin(halle, 'Gelesen wird von oben');
  for (let i = 1; i <= 6; i++) await write(halle, `Absatz ${i}.${'\n\nund noch eine Zeile'.repeat(8)}`);
  const land = await as('leitung.ag4', path);
  await expect(posts(land)).toHaveCount(7);
  const first = posts(land).first();
  await first.focus();
  await land.evaluate(() => window.scrollTo({ top: 0 }));
  const before = await first.boundingBox();

  await write(halle, 'Neu, weit unten.');
  await write(halle, 'Und gleich noch etwas.');
  await expect(posts(land)).toHaveCount(9, { timeout: 3_000 });
  await expect(first).toBeFocused();
  expect(await first.boundingBox()).toEqual(before);
  const button = land.getByRole('button', { name: '2 neue Beiträge' });
  await expect(button).toBeVisible();
  // Longer than seen posts are gathered before they are told.
  await land.waitForTimeout(1_800);
  const lists = await as('leitung.ag4', path.replace(/\/[^/]+$/, ''));
  const row = lists.getByRole('main').getByRole('listitem').filter({ hasText: 'Gelesen wird von oben' });
  await expect(row).toContainText(/[2-9] neue? /);

  await button.click();
  await expect(posts(land).nth(7)).toBeFocused();
  await expect(posts(land).nth(7)).toContainText('Neu, weit unten.');
  await expect(button).toBeHidden();
});

test('a draft survives reload and meets its other version on a second device', async ({ as }) => {
  const office = await as('koordination.halle');
  const path = await begin(office, 'Ein Entwurf an zwei Orten');
  await area(office).fill('Im Büro angefangen');
  await expect(office.getByText(/Entwurf gespeichert/)).toBeVisible();
  await office.reload();
  await expect(area(office)).toHaveValue('Im Büro angefangen');

  const phone = await as('koordination.halle', path);
  await expect(area(phone)).toHaveValue('Im Büro angefangen');
  await phone.context().setOffline(true);
  await area(phone).fill('Unterwegs weitergeschrieben');
  await expect(phone.getByText('Entwurf liegt in diesem Browser')).toBeVisible({ timeout: 20_000 });
  await area(office).fill('Im Büro weitergeschrieben');
  await expect(office.getByText(/Entwurf gespeichert/)).toBeVisible();
  await office.waitForTimeout(2_500);
  await phone.context().setOffline(false);
  await expect(phone.getByText('Von diesem Entwurf gibt es zwei Fassungen')).toBeVisible({ timeout: 30_000 });
  await expect(phone.getByText('Im Büro weitergeschrieben')).toBeVisible();
  await phone.getByRole('button', { name: 'Diese Fassung behalten' }).click();
  await expect(area(office)).toHaveValue('Unterwegs weitergeschrieben', { timeout: 10_000 });
  // What asked which one is gone has moved the button: a press before that hits nothing.
  await expect(phone.getByText('Von diesem Entwurf gibt es zwei Fassungen')).toBeHidden();

  await phone.getByRole('button', { name: 'Antworten', exact: true }).click();
  await expect(posts(phone).filter({ hasText: 'Unterwegs weitergeschrieben' })).toHaveCount(1);
  await expect(area(office)).toHaveValue('');
  await expect(posts(office).filter({ hasText: 'Unterwegs weitergeschrieben' })).toHaveCount(1);
});

test('a post written without a connection is sent once, when it is back', async ({ as }) => {
  const halle = await as('koordination.halle');
  await begin(halle, 'Im Tunnel');
  await halle.context().setOffline(true);
  await area(halle).fill('Aus dem Tunnel');
  await halle.getByRole('button', { name: 'Antworten', exact: true }).click();
  await expect(halle.getByText('Noch nicht gesendet: der Server ist nicht zu erreichen')).toBeVisible({ timeout: 30_000 });
  await expect(area(halle)).toHaveValue('Aus dem Tunnel');
  await halle.context().setOffline(false);
  await expect(posts(halle).filter({ hasText: 'Aus dem Tunnel' })).toHaveCount(1, { timeout: 30_000 });
  await halle.reload();
  await expect(posts(halle).filter({ hasText: 'Aus dem Tunnel' })).toHaveCount(1);
});

test('by keyboard alone: mention somebody, send, answer, follow', async ({ as }) => {
  const halle = await as('koordination.halle');
  await begin(halle, 'Nur mit der Tastatur');
  await area(halle).focus();
  await halle.keyboard.type('Bitte lesen: @Sascha');
  await expect(halle.getByRole('listbox', { name: 'Erwähnen' })).toBeVisible();
  await halle.keyboard.press('Enter');
  await halle.keyboard.type('danke');
  await expect(area(halle)).toHaveValue('Bitte lesen: @Sascha Probe danke');
  await halle.keyboard.press('Control+Enter');
  const sent = posts(halle).filter({ hasText: 'Bitte lesen' });
  await expect(sent.locator('.ui-mention')).toHaveText('@Sascha Probe');
  await expect(area(halle)).toBeFocused();

  await sent.getByRole('button', { name: /^Antworten/ }).focus();
  await halle.keyboard.press('Enter');
  await expect(halle.getByText(/^Antwort auf Kim Muster, Beitrag 2/)).toBeVisible();
  await expect(area(halle)).toBeFocused();
  await halle.keyboard.type('Noch etwas.');
  await halle.keyboard.press('Control+Enter');
  await expect(posts(halle).filter({ hasText: 'Noch etwas.' }).locator('blockquote')).toContainText('Kim Muster');

  await halle.getByRole('radio', { name: 'Wichtiges' }).focus();
  await halle.keyboard.press('ArrowUp');
  await expect(halle.getByRole('radio', { name: 'Alles' })).toBeChecked();
});

test('who leads summarises, retitles, pins and closes', async ({ as }) => {
  const land = await as('leitung.ag4');
  const path = await begin(land, 'Was gilt');
  const halle = await as('mitarbeit.merseburg', path);
  await expect(area(halle)).toBeVisible();
  await land.getByRole('button', { name: 'Stand der Diskussion zusammenfassen' }).click();
  await land.getByRole('textbox', { name: /Wo steht die Diskussion/ }).fill('Einig: alles.');
  await land.getByRole('button', { name: 'Stand festhalten' }).click();
  await expect(halle.getByText('Einig: alles.')).toBeVisible();

  const menu = land.getByRole('button', { name: 'Mehr zu dieser Diskussion' });
  await menu.click();
  await land.getByRole('menuitem', { name: 'Titel ändern' }).click();
  await land.getByRole('textbox', { name: 'Titel der Diskussion' }).fill('Was ab heute gilt');
  await land.getByRole('button', { name: 'Titel speichern' }).click();
  await expect(halle.getByRole('heading', { level: 1, name: 'Was ab heute gilt' })).toBeVisible();
  await menu.click();
  await land.getByRole('menuitem', { name: 'Schließen' }).click();
  await expect(halle.getByText('Die Diskussion ist geschlossen. Lesen geht weiter.')).toBeVisible();
  await expect(area(halle)).toHaveCount(0);
});

test('a long discussion opens at what is new, on a small phone and in the dark', async ({ as }) => {
  const page = await as('koordination.halle', '/', { viewport: { width: 320, height: 640 }, colorScheme: 'dark' });
  await discussions(page);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole('link', { name: 'Ein Newsletter, den man in zwei Minuten liest' }).click();
  await expect(posts(page).first()).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});
