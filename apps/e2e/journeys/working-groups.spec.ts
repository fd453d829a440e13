import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectNoSidewaysScroll, tabTo, test } from '../fixtures.ts';

/** Sets a group up by the form, as a person would, and answers its address. */
async function setUp(page: Page, name: string, policy: string): Promise<string> {
  await page.goto('/arbeitsgruppen');
  await page.getByRole('link', { name: 'Arbeitsgruppe einrichten' }).click();
  await page.getByRole('textbox', { name: /^Name/ }).fill(name);
  await page.getByRole('textbox', { name: /^Ziel/ }).fill('Damit diese Probe gelingt.');
  await page.getByRole('radio', { name: policy }).check();
  await page.getByRole('textbox', { name: /^Mandat/ }).fill('Die Gruppe **bereitet vor**.');
  await page.getByRole('button', { name: 'Arbeitsgruppe einrichten' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  return new URL(page.url()).pathname;
}

test('asks to join, is declined by mistake, taken in, works along, and leaves; both see each step at once', async ({ as }) => {
  const lead = await as('redaktion.land');
  const address = await setUp(lead, 'Probe der Anfragen', 'Mitarbeit auf Anfrage');
  await expectAccessible(lead);

  const other = await as('koordination.stendal', '/arbeitsgruppen?liste=alle');
  await other.getByRole('searchbox').fill('Probe der Anfragen');
  await other.getByRole('button', { name: 'Anfragen … bei Probe der Anfragen' }).click();
  await other.getByRole('textbox', { name: /Warum möchten Sie mitarbeiten/ }).fill('Wir wollen nichts doppelt machen.');
  await other.getByRole('button', { name: 'Anfrage senden' }).click();
  await expect(other.getByText('angefragt')).toBeVisible();
  await other.goto(address);

  await expect(lead.getByRole('heading', { name: /Eine Verwaltung möchte mitarbeiten/ })).toBeVisible();
  await lead.getByRole('button', { name: /ablehnen …$/ }).click();
  await lead.getByRole('textbox', { name: /Begründung/ }).fill('Ein Versehen.');
  await lead.getByRole('button', { name: 'Anfrage ablehnen' }).click();
  await lead.getByRole('button', { name: 'Rückgängig' }).click();
  await lead.getByRole('button', { name: /aufnehmen$/ }).click();

  await expect(other.getByText(/^Sie arbeiten für .* mit/)).toBeVisible();
  await expect(lead.getByRole('link', { name: /2 Personen/ })).toBeVisible();

  await lead.getByRole('button', { name: 'Arbeitspaket anlegen …' }).click();
  await lead.getByRole('textbox', { name: 'Titel' }).fill('Eine Seite je Thema');
  await lead.getByRole('textbox', { name: /T: Termin/ }).fill('12/26');
  await lead.getByRole('textbox', { name: 'Schritt 1' }).fill('Gliedern');
  await lead.getByRole('button', { name: 'Schritt hinzufügen' }).click();
  await lead.getByRole('textbox', { name: 'Schritt 2' }).fill('Schreiben');
  await expectAccessible(lead);
  await lead.getByRole('button', { name: 'Arbeitspaket anlegen', exact: true }).click();
  await expect(other.getByText('0 von 2 Schritten')).toBeVisible();
  await lead.getByRole('button', { name: 'Eine Seite je Thema' }).click();
  await lead.getByRole('checkbox', { name: 'Gliedern' }).click();
  await expect(other.getByText('1 von 2 Schritten')).toBeVisible();

  await other.getByRole('button', { name: 'Verlassen …' }).click();
  await other.getByRole('button', { name: 'Arbeitsgruppe verlassen' }).click();
  await expect(other.getByRole('button', { name: 'Anfragen …' })).toBeVisible();
  await expect(lead.getByRole('link', { name: /1 Person$/ })).toBeVisible();

  // The only lead is told, in the same place, why leaving is not possible.
  await lead.getByRole('button', { name: 'Verlassen …' }).click();
  await lead.getByRole('button', { name: 'Arbeitsgruppe verlassen' }).click();
  await expect(lead.getByRole('alert')).toContainText('einzige Leitung');
});

test('two edit the same group: the later one sees both texts and loses none', async ({ as }) => {
  const first = await as('redaktion.land');
  const address = await setUp(first, 'Probe der Fassungen', 'Offen für alle Verwaltungen');
  const context = first.context();
  const second = await context.newPage();
  await second.goto(`${address}/bearbeiten`);
  const goal = second.getByRole('textbox', { name: /^Ziel/ });
  await goal.fill('Ein Ziel aus dem zweiten Fenster.');
  await first.goto(`${address}/bearbeiten`);
  await first.getByRole('textbox', { name: /^Ziel/ }).fill('Ein Ziel aus dem ersten Fenster.');
  await first.getByRole('button', { name: 'Änderungen speichern' }).click();
  await expect(first.getByText('Ein Ziel aus dem ersten Fenster.')).toBeVisible();
  await second.getByRole('button', { name: 'Änderungen speichern' }).click();
  const notice = second.getByRole('alert');
  await expect(notice).toContainText('Ein Ziel aus dem ersten Fenster.');
  await expect(goal).toHaveValue('Ein Ziel aus dem zweiten Fenster.');
  await expectAccessible(second);
  await second.getByRole('button', { name: 'Änderungen speichern' }).click();
  await expect(first.getByText('Ein Ziel aus dem zweiten Fenster.')).toBeVisible();
});

test('joins an open group by keyboard alone, and the focus is never lost', async ({ as }) => {
  const page = await as('koordination.harz', '/arbeitsgruppen?liste=offen');
  const join = page.getByRole('button', { name: /^Mitarbeiten in/ }).first();
  await join.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Sie arbeiten jetzt für .* mit\.$/)).toBeVisible();
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
  await expectAccessible(page);
});

test('by keyboard alone: set a group up, plan a work package, take a step of it', async ({ as }) => {
  const page = await as('redaktion.land', '/arbeitsgruppen');
  const into = async (name: string | RegExp, text: string) => {
    await tabTo(page, page.getByRole('textbox', { name }));
    await page.keyboard.insertText(text);
  };
  const press = async (name: string, exact = false) => {
    await tabTo(page, page.getByRole('button', { name, exact }));
    await page.keyboard.press('Enter');
  };
  await tabTo(page, page.getByRole('link', { name: 'Arbeitsgruppe einrichten' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await into(/^Name/, 'Probe der Tasten');
  await into(/^Ziel/, 'Damit niemand eine Maus braucht.');
  await press('Arbeitsgruppe einrichten');
  await expect(page.getByRole('heading', { level: 1, name: 'Probe der Tasten' })).toBeFocused();
  await press('Arbeitspaket anlegen …');
  await into('Titel', 'Ein Weg ohne Maus');
  await into('Schritt 1', 'Gehen');
  await press('Arbeitspaket anlegen', true);
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
  await press('Ein Weg ohne Maus');
  await tabTo(page, page.getByRole('checkbox', { name: 'Gehen' }));
  await page.keyboard.press('Space');
  await expect(page.getByText('fertig')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'Gehen' })).toBeFocused();
});

test('Mein Tag says the day in a sentence, and what is done leaves the list', async ({ as }) => {
  const page = await as('leitung.ag4', '/mein-tag');
  await expect(page.getByRole('heading', { level: 1, name: 'Mein Tag' })).toBeVisible();
  await expect(page.getByRole('link', { name: /Bitten?$/ })).toBeVisible();
  await expectAccessible(page);
  const rows = page.getByRole('region', { name: /Handlung/ }).getByRole('listitem');
  const before = await rows.count();
  await page
    .getByRole('button', { name: /aufnehmen$/ })
    .first()
    .click();
  await expect(rows).toHaveCount(before - 1);
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
  for (const path of ['/mein-tag', '/arbeitsgruppen']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.setViewportSize({ width: 320, height: 640 });
    await expectNoSidewaysScroll(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectAccessible(page);
  }
});
