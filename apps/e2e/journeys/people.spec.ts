import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectNoSidewaysScroll, tabTo, test } from '../fixtures.ts';

/** The desk of one's own administration, as the account page leads there. */
async function openDesk(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Verwalten', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: /verwalten$/ })).toBeVisible();
}

test('an invitation by mail is accepted by a new account, and the desk of who invited shows it at once', async ({ as, mails }) => {
  const address = 'neu.ohne@unbekannt.example';
  const desk = await as('koordination.halle', '/konto');
  await openDesk(desk);
  await desk.getByRole('button', { name: 'Person einladen …' }).first().click();
  const dialog = desk.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'E-Mail-Adresse' }).fill('neu.ohne@');
  await dialog.getByRole('button', { name: 'Einladung senden' }).click();
  await expect(dialog.getByText(/vollständige E-Mail-Adresse/)).toBeVisible();
  await dialog.getByRole('textbox', { name: 'E-Mail-Adresse' }).fill(address);
  await dialog.getByRole('textbox', { name: /Funktion/ }).fill('Bürgerservice');
  await dialog.getByRole('button', { name: 'Einladung senden' }).click();
  const open = desk.getByRole('list', { name: 'Offene Einladungen' });
  await expect(open.getByText(address)).toBeVisible();
  await expectAccessible(desk);

  await expect.poll(async () => (await mails(address)).length).toBeGreaterThan(0);
  const link = /\/einladung\/[\w-]+/.exec((await mails(address))[0]?.text ?? '')?.[0];
  expect(link).toBeDefined();

  // Somebody else who holds the link sees only that it is not theirs.
  const other = await as('koordination.stendal', link);
  await expect(other.getByRole('heading', { level: 1, name: 'Diese Einladung gilt für eine andere Adresse' })).toBeVisible();
  await expectAccessible(other);

  const guest = await as('neu.ohne', link, { viewport: { width: 360, height: 780 } });
  await expect(guest.getByRole('heading', { level: 1, name: 'Einladung: Stadt Halle (Saale)' })).toBeVisible();
  await expectAccessible(guest);
  await expectNoSidewaysScroll(guest);
  await guest.getByRole('button', { name: 'Einladung annehmen' }).click();
  await expect(guest).toHaveURL(/\/mein-tag$/);

  await expect(desk.getByRole('list', { name: 'Personen' }).getByText('Bürgerservice')).toBeVisible();
  await expect(open.getByText(address)).toBeHidden();

  await guest.goto(link ?? '/');
  await expect(guest.getByRole('heading', { level: 1, name: 'Diese Einladung wurde schon angenommen' })).toBeVisible();
});

test('a newcomer asks, the coordination confirms in another browser, and the page goes on by itself; all by keyboard', async ({ as }) => {
  const newcomer = await as('neu.magdeburg', '/mein-tag');
  await expect(newcomer).toHaveURL(/\/ankommen$/);
  await expectAccessible(newcomer);
  const desk = await as('leitung.ag5', '/konto');
  await tabTo(desk, desk.getByRole('link', { name: 'Verwalten', exact: true }));
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('heading', { level: 1, name: 'Landeshauptstadt Magdeburg verwalten' })).toBeFocused();

  await tabTo(newcomer, newcomer.getByRole('button', { name: /Ja, bei Landeshauptstadt Magdeburg anfragen/ }));
  await newcomer.keyboard.press('Enter');
  await expect(newcomer.getByText('wartet auf Antwort')).toBeVisible();
  await expectAccessible(newcomer);

  await expect(desk.getByText(/Eine Person möchte dazugehören/)).toBeVisible();
  await expectAccessible(desk);
  const confirm = desk.getByRole('button', { name: 'Pat Anfang bestätigen …' });
  await tabTo(desk, confirm);
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('dialog', { name: 'Pat Anfang bestätigen' })).toBeVisible();
  await tabTo(desk, desk.getByRole('dialog').getByRole('textbox', { name: /Funktion/ }));
  await desk.keyboard.type('Stadtplanung');
  await desk.keyboard.press('Enter');

  await expect(desk.getByRole('list', { name: 'Personen' }).getByText('Stadtplanung')).toBeVisible();
  await expect(confirm).toBeHidden();
  // The row that held the focus is gone; the focus is still on the page.
  await expect.poll(() => desk.evaluate(() => document.activeElement !== document.body)).toBe(true);
  await expect(newcomer).toHaveURL(/\/mein-tag$/);
  await expect(newcomer.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(newcomer.getByRole('link', { name: /Arbeitsgruppen/ }).first()).toBeVisible();
});

test('who is away names a deputy, who is told of a mention in their place, and comes back', async ({ as }) => {
  const absent = await as('leitung.ag4', '/konto');
  const part = absent.getByRole('region', { name: 'Abwesenheit' });
  await part.getByRole('button', { name: 'Abwesenheit eintragen' }).click();
  await expect(part.getByText(/Nennen Sie den ersten Tag/).first()).toBeVisible();
  await expectAccessible(absent);
  const today = new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin', dateStyle: 'medium' }).format(new Date());
  await part.getByRole('textbox', { name: 'Erster Tag' }).fill(today);
  await part.getByRole('textbox', { name: 'Letzter Tag' }).fill(today);
  await part.getByRole('combobox', { name: /Vertretung/ }).fill('Mika');
  await absent.getByRole('option', { name: 'Mika Entwurf' }).click();
  await part.getByRole('button', { name: 'Abwesenheit eintragen' }).click();
  await expect(part.getByText(`Sie sind am ${today} abwesend. Vertretung: Mika Entwurf.`)).toBeVisible();
  await expectAccessible(absent);
  await expectNoSidewaysScroll(absent);

  const deputy = await as('moderation.land', '/hinweise');
  await expect(deputy.getByText('Sie vertreten zurzeit Sascha Probe.')).toBeVisible();
  const halle = await as('koordination.halle', '/arbeitsgruppen?liste=alle');
  await halle
    .getByRole('link', { name: /Kommunikation/ })
    .first()
    .click();
  await halle
    .getByRole('link', { name: /^Diskussionen/ })
    .first()
    .click();
  await halle.getByRole('link', { name: 'Neue Diskussion' }).click();
  await halle.getByRole('textbox', { name: 'Titel' }).fill('Wer vertritt');
  const area = halle.getByRole('textbox', { name: 'Erster Beitrag' });
  await area.focus();
  await halle.keyboard.type('Bitte ansehen: @Sascha');
  await expect(halle.getByRole('listbox', { name: 'Erwähnen' })).toBeVisible();
  await halle.keyboard.press('Enter');
  await halle.getByRole('button', { name: 'Diskussion beginnen' }).click();
  await expect(halle.getByRole('heading', { level: 1, name: 'Wer vertritt' })).toBeVisible();

  const row = deputy
    .getByRole('list', { name: 'Hinweise' })
    .getByRole('listitem')
    .filter({ hasText: 'Kim Muster hat Sascha Probe in „Wer vertritt“ erwähnt.' });
  await expect(row).toBeVisible();
  await expect(row.getByText('In Vertretung für Sascha Probe')).toBeVisible();
  await expectAccessible(deputy);

  await part.getByRole('button', { name: 'Ich bin wieder da' }).click();
  await expect(part.getByRole('button', { name: 'Abwesenheit eintragen' })).toBeVisible();
  await expect(deputy.getByText('Sie vertreten zurzeit Sascha Probe.')).toBeHidden();
});
