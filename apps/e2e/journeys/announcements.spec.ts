import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from '../fixtures.ts';

const day = new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin', day: '2-digit', month: '2-digit', year: 'numeric' });
const inDays = (days: number): string => day.format(Date.now() + days * 86_400_000);

const office = 'Vertretung der OZG-Koordination';

/** Somebody else becomes the second coordination of an administration that has one already. */
async function coordinates(account: { username: string; address: string }, administration: string, tools: Tools): Promise<Page> {
  const admin = await tools.as('admin.land', '/kommunen');
  await admin.getByRole('searchbox').fill(administration);
  await admin
    .getByRole('main')
    .getByRole('link', { name: new RegExp(administration) })
    .first()
    .click();
  await admin.getByRole('link', { name: 'Verwalten', exact: true }).click();
  const people = admin.getByRole('list', { name: 'Personen' });
  await expect(people).toBeVisible();
  // Tried again, the person works there already.
  if ((await people.getByText(office).count()) > 0) return tools.as(account.username, '/mein-tag');
  await admin.getByRole('button', { name: 'Person einladen …' }).first().click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'E-Mail-Adresse' }).fill(account.address);
  await dialog.getByRole('textbox', { name: /Funktion/ }).fill(office);
  await dialog.getByRole('radio', { name: 'OZG-Koordination' }).check();
  await dialog.getByRole('button', { name: 'Einladung senden' }).click();
  const link = async (): Promise<string | undefined> =>
    (await tools.mails(account.address)).flatMap(({ text }) => /\/einladung\/[\w-]+/.exec(text) ?? []).at(-1);
  await expect.poll(link).toBeDefined();
  const page = await tools.as(account.username, await link());
  await page.getByRole('button', { name: 'Einladung annehmen' }).click();
  await expect(page).toHaveURL(/\/mein-tag$/);
  return page;
}
type Tools = { as: (username: string, path?: string) => Promise<Page>; mails: (to: string) => Promise<{ text: string }[]> };

test('the Land announces with a deadline to all Verbandsgemeinden: who is meant acknowledges, who is not finds it nowhere', async ({
  as,
  mails,
}) => {
  test.slow();
  const title = `Probe an die Verbandsgemeinden ${test.info().retry + 1}`;
  const member = await coordinates({ username: 'moderation.land', address: 'moderation.land@land.example' }, 'Arneburg-Goldbeck', {
    as,
    mails,
  });
  const halle = await as('koordination.halle', '/mitteilungen');
  const editor = await as('redaktion.land', '/mitteilungen');

  // A draft, as the Land's office: what is missing is said, then it is written.
  await editor.getByRole('link', { name: 'Mitteilung verfassen' }).click();
  await editor.getByRole('button', { name: 'Entwurf beginnen' }).click();
  await expect(editor.getByRole('heading', { level: 1, name: 'Mitteilung verfassen' })).toBeVisible();
  await expectAccessible(editor);
  await editor.getByRole('radio', { name: 'Handlung' }).check();
  await editor.getByRole('button', { name: 'Senden …', exact: true }).click();
  await expect(editor.getByRole('group', { name: 'Angaben prüfen' }).getByRole('link')).toHaveCount(5);
  await expectAccessible(editor);
  await editor.getByRole('textbox', { name: 'Überschrift' }).fill(title);
  await editor.getByRole('textbox', { name: /^Was heißt das für die Kommune/ }).fill('Wer teilnehmen will, meldet sich an.');
  await editor.getByRole('textbox', { name: /^Was ist zu tun/ }).fill('Bitte anmelden');
  await editor.getByRole('textbox', { name: /^Frist/ }).fill(inDays(9));
  await editor.getByRole('checkbox', { name: 'Kenntnis bestätigen lassen' }).check();
  await editor.getByRole('checkbox', { name: 'Kommentare zulassen' }).check();
  await editor.getByRole('textbox', { name: 'Text' }).fill('Es geht um **alle Verbandsgemeinden**.');

  // The audience, by keyboard.
  await editor.getByRole('button', { name: 'Bedingung' }).focus();
  await editor.keyboard.press('Enter');
  await expect(editor.getByRole('combobox', { name: 'Bedingung' })).toBeFocused();
  await editor.keyboard.press('Tab');
  await expect(editor.getByRole('combobox', { name: 'Welche Art?' })).toBeFocused();
  await editor.keyboard.type('Verbands');
  await expect(editor.getByRole('option', { name: 'Verbandsgemeinden' })).toBeVisible();
  await editor.keyboard.press('ArrowDown');
  await editor.keyboard.press('Enter');
  await expect(editor.getByRole('button', { name: 'Verbandsgemeinden entfernen' })).toBeVisible();
  await editor.getByRole('button', { name: 'Fertig' }).click();
  await expect(editor.getByRole('region', { name: 'Wen erreicht das?' })).toContainText('von 18');
  await expect(editor.getByText(/Entwurf gespeichert/)).toBeVisible();
  await editor.reload();
  await expect(editor.getByRole('textbox', { name: 'Überschrift' })).toHaveValue(title);
  await expect(editor.getByRole('button', { name: 'Verbandsgemeinden entfernen' })).toBeVisible();
  await expectAccessible(editor);

  const send = editor.getByRole('button', { name: /^An \d+ Verwaltungen senden …$/ });
  await send.click();
  const question = editor.getByRole('alertdialog');
  await expect(question).toContainText('Verbandsgemeinde Arneburg-Goldbeck');
  await expect(question).toContainText('von 18 Verwaltungen');
  await expectAccessible(editor);
  await question.getByRole('button', { name: /^An \d+ Verwaltungen senden$/ }).click();
  await expect(editor).toHaveURL(/\/mitteilungen\/[\da-f-]{36}$/);
  await expect(editor.getByRole('heading', { level: 1, name: title })).toBeVisible();
  const path = new URL(editor.url()).pathname;
  const progress = editor.getByRole('region', { name: 'Kenntnis bestätigt' });
  const missing = progress.getByRole('list', { name: 'Noch nicht bestätigt' });
  await expect(missing).toContainText('Verbandsgemeinde Arneburg-Goldbeck');

  // Who is meant has it in the list and confirms; the editor's other browser sees at once who is missing.
  await member.goto('/mitteilungen');
  await member.getByRole('link', { name: title }).click();
  await expect(member.getByText('Bitte anmelden', { exact: true })).toBeVisible();
  await expectAccessible(member);
  await member.getByRole('button', { name: 'Für Arneburg-Goldbeck bestätigen' }).click();
  await expect(member.getByText('Kenntnis bestätigt für Arneburg-Goldbeck', { exact: true })).toBeVisible();
  await expect(missing).not.toContainText('Arneburg-Goldbeck');
  const [file] = await Promise.all([member.waitForEvent('download'), member.getByRole('button', { name: 'Als PDF' }).click()]);
  expect(file.suggestedFilename()).toMatch(/^Mitteilung-.+\.pdf$/);
  expect((await readFile(await file.path())).subarray(0, 8).toString()).toBe('%PDF-1.7');
  await member.getByRole('textbox', { name: 'Ihr Kommentar' }).fill('Wir kommen zu zweit.');
  await member.getByRole('button', { name: 'Kommentar senden' }).click();
  await expect(editor.getByText('Wir kommen zu zweit.')).toBeVisible();
  await editor.getByRole('button', { name: 'Kommentare schließen' }).click();
  await expect(member.getByText('Die Kommentare sind geschlossen.')).toBeVisible();

  // Halle is not meant: neither list nor link nor notice.
  await expect(halle.getByRole('heading', { level: 1, name: 'Mitteilungen' })).toBeVisible();
  await halle.reload();
  await expect(halle.getByRole('heading', { level: 1, name: 'Mitteilungen' })).toBeVisible();
  await expect(halle.getByRole('link', { name: title })).toHaveCount(0);
  await halle.goto('/hinweise');
  await expect(halle.getByRole('heading', { level: 1, name: 'Hinweise' })).toBeVisible();
  await expect(halle.getByText(title)).toHaveCount(0);
  await halle.goto(path);
  await expect(halle.getByRole('heading', { level: 1, name: 'Diese Seite gibt es nicht' })).toBeVisible();

  // A correction reaches the same people: on the open page at once, and as a notice.
  await editor.getByRole('button', { name: 'Berichtigen …' }).click();
  const dialog = editor.getByRole('dialog', { name: 'Mitteilung berichtigen' });
  await dialog.getByRole('button', { name: 'Berichtigung senden' }).click();
  await expect(dialog.getByRole('textbox', { name: /^Was war falsch/ })).toHaveAttribute('aria-invalid', 'true');
  await dialog.getByRole('textbox', { name: /^Was war falsch/ }).fill('Die Frist war zu kurz.');
  await dialog.getByRole('textbox', { name: /^Frist/ }).fill(inDays(12));
  await expectAccessible(editor);
  await dialog.getByRole('button', { name: 'Berichtigung senden' }).click();
  await expect(editor.getByText('Die Frist war zu kurz.')).toBeVisible();
  await expect(member.getByText('Die Frist war zu kurz.')).toBeVisible();
  await member.goto('/hinweise');
  await expect(member.getByText(new RegExp(title)).first()).toBeVisible();
  await halle.goto('/hinweise');
  await expect(halle.getByRole('heading', { level: 1, name: 'Hinweise' })).toBeVisible();
  await expect(halle.getByText(title)).toHaveCount(0);

  await member.goto(path);
  await member.setViewportSize({ width: 320, height: 640 });
  await expect(member.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expectNoSidewaysScroll(member);
});

test('two editors write at one draft: both texts are at hand, and one is chosen', async ({ as }) => {
  test.slow();
  const one = await as('redaktion.land', '/mitteilungen/neu');
  await one.getByRole('button', { name: 'Entwurf beginnen' }).click();
  await one.getByRole('textbox', { name: 'Überschrift' }).fill('Erste Fassung');
  await expect(one.getByText(/Entwurf gespeichert/)).toBeVisible();
  const two = await as('redaktion.land', new URL(one.url()).pathname);
  await expect(two.getByRole('textbox', { name: 'Überschrift' })).toHaveValue('Erste Fassung');
  // What one saves, the other sees while nothing is written there.
  await one.getByRole('textbox', { name: 'Überschrift' }).fill('Zweite Fassung');
  await expect(two.getByRole('textbox', { name: 'Überschrift' })).toHaveValue('Zweite Fassung');

  // Without a connection nothing is saved, and nothing lost.
  await two.context().setOffline(true);
  await two.getByRole('textbox', { name: 'Überschrift' }).fill('Im Zug geschrieben');
  await expect(two.getByText('Entwurf liegt in diesem Fenster')).toBeVisible();
  await one.getByRole('textbox', { name: 'Überschrift' }).fill('Im Büro geschrieben');
  await expect(one.getByText(/Entwurf gespeichert/)).toBeVisible();
  await two.context().setOffline(false);
  await expect(two.getByText('Jemand hat inzwischen gespeichert.')).toBeVisible({ timeout: 20_000 });
  await expect(two.getByRole('textbox', { name: 'Überschrift' })).toHaveValue('Im Zug geschrieben');
  await expectAccessible(two);
  await two.getByRole('button', { name: 'Meine Fassung gilt' }).click();
  await expect(one.getByRole('textbox', { name: 'Überschrift' })).toHaveValue('Im Zug geschrieben');
  await one.getByRole('button', { name: 'Entwurf löschen …' }).click();
  await one.getByRole('alertdialog').getByRole('button', { name: 'Entwurf löschen' }).click();
  await expect(one.getByRole('heading', { level: 1, name: 'Entwürfe' })).toBeVisible();
});
