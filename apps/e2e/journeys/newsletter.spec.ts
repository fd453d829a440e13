import { expect, expectAccessible, expectNoSidewaysScroll, test } from '../fixtures.ts';

const title = 'Probe des Newsletters';

test('somebody without an account subscribes by mail, gets the issue that the editor composed, and unsubscribes', async ({
  as,
  page,
  mails,
  problems,
}) => {
  test.slow();
  const address = 'leserin@fachblatt.example';
  const lastMail = async (subject: RegExp) => (await mails(address)).find((mail) => subject.test(mail.subject));
  const linkIn = async (subject: RegExp, path: string) => {
    await expect.poll(async () => Boolean(await lastMail(subject)), { timeout: 20_000 }).toBe(true);
    const link = new RegExp(`/newsletter/${path}/[\\w-]+`).exec((await lastMail(subject))?.text ?? '')?.[0];
    expect(link).toBeDefined();
    return link!;
  };

  await test.step('subscribe', async () => {
    await page.goto('/');
    await page.getByRole('main').getByRole('link', { name: 'Newsletter' }).click();
    await expect(page.getByRole('list', { name: 'Ausgaben' }).getByRole('listitem')).not.toHaveCount(0);
    await expectAccessible(page);
    await page.getByRole('textbox', { name: 'Ihre E-Mail-Adresse' }).fill(address);
    await page.getByRole('button', { name: 'Newsletter abonnieren' }).click();
    await expect(page.getByText('Bitte sehen Sie in Ihr Postfach')).toBeVisible();
    const confirm = await linkIn(/Bitte bestätigen Sie/, 'bestaetigen');
    await page.goto(confirm);
    const button = page.getByRole('button', { name: 'Anmeldung bestätigen' });
    await expect(button).toBeVisible();
    await expectAccessible(page);
    await button.click();
    await expect(page.getByRole('heading', { level: 1, name: 'Ihre Anmeldung ist bestätigt' })).toBeFocused();
    await page.goto(confirm);
    await expect(page.getByText(/Dieser Verweis wurde schon benutzt/)).toBeVisible();
  });

  const editor = await as('redaktion.land', '/newsletter/redaktion');
  await test.step('compose', async () => {
    await editor.getByRole('button', { name: 'Neue Ausgabe' }).click();
    await editor.getByRole('textbox', { name: 'Titel' }).fill(title);
    await editor.getByRole('textbox', { name: 'Grußwort' }).fill('Liebe Leserinnen und Leser,');
    for (const [no, heading] of ['Zuerst geschrieben', 'Danach geschrieben'].entries()) {
      await editor.getByRole('button', { name: 'Abschnitt hinzufügen' }).click();
      const block = editor.getByRole('listitem', { name: `Abschnitt ${no + 1}` });
      await block.getByRole('textbox', { name: 'Überschrift' }).fill(heading);
      if (no === 1) await block.getByRole('textbox', { name: 'Text', exact: true }).fill('Ein **kurzer** Text.');
    }
    await expectAccessible(editor);
    await editor.getByRole('button', { name: 'Entwurf speichern' }).click();
    await expect(editor.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await editor.getByRole('link', { name: 'Vorschau und Versand' }).click();
    await expect(editor.getByText('der Text von Abschnitt 1')).toBeVisible();
    await expect(editor.getByRole('button', { name: /Veröffentlichen/ })).toBeHidden();
    await editor.getByRole('link', { name: 'Schreiben' }).click();
    await editor.getByRole('button', { name: 'Abschnitt 2 nach oben' }).focus();
    await editor.keyboard.press('Enter');
    await editor.getByRole('listitem', { name: 'Abschnitt 2' }).getByRole('combobox', { name: 'Was ist es?' }).selectOption('DATES');
    await editor.getByRole('button', { name: 'Entwurf speichern' }).click();
    await expect(editor.getByText('Noch nicht gespeichert')).toBeHidden();
  });

  await test.step('publish and send', async () => {
    await editor.getByRole('link', { name: 'Vorschau und Versand' }).click();
    await expect(editor.getByRole('heading', { level: 2, name: 'Danach geschrieben' })).toBeVisible();
    await expectAccessible(editor);
    // The mail with its own looks, which the page's policy keeps from any markup. Axe needs scripts, and in there none run.
    await editor.getByRole('button', { name: 'Als E-Mail', exact: true }).click();
    const mail = editor.frameLocator('iframe[title="Die E-Mail, wie ein Programm sie zeigt"]').getByRole('article');
    await expect(mail.getByRole('heading', { name: 'Danach geschrieben' })).toBeVisible();
    await expect(mail).toHaveCSS('background-color', 'rgb(255, 255, 255)');
    await expect(mail).toHaveCSS('padding-top', '24px');
    await editor.getByRole('button', { name: 'Veröffentlichen und senden …' }).click();
    await editor.getByRole('alertdialog').getByRole('button', { name: 'Veröffentlichen und senden' }).click();
    await expect(editor.getByText('Die Ausgabe ist verschickt')).toBeVisible({ timeout: 20_000 });
    await expectAccessible(editor);
  });

  await test.step('read on the web, on a phone', async () => {
    const unsubscribe = await linkIn(new RegExp(`: ${title}$`), 'abmelden');
    await page.setViewportSize({ width: 360, height: 780 });
    await page.goto('/newsletter');
    await page.getByRole('link', { name: title }).click();
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expect(page.getByRole('heading', { level: 2, name: 'Zuerst geschrieben' })).toBeVisible();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    const feed = await page.request.get('/newsletter.atom');
    expect(await feed.text()).toContain(title);

    await page.goto(unsubscribe);
    await expect(page.getByText(address)).toBeVisible();
    await page.getByRole('button', { name: 'Newsletter abbestellen' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Sie sind abgemeldet' })).toBeFocused();
    await expectAccessible(page);
  });
  expect(problems).toEqual([]);
});

test('links that are forged lead nowhere, and say so', async ({ page }) => {
  for (const path of ['bestaetigen', 'verwalten', 'abmelden']) {
    await page.goto(`/newsletter/${path}/gefaelscht`);
    await expect(page.getByText(/Dieser Verweis gilt nicht oder nicht mehr/)).toBeVisible();
  }
  await expectAccessible(page);
  expect((await page.request.post('/newsletter/abmelden/gefaelscht')).status()).toBe(404);
  await page.goto('/newsletter/99999');
  await expect(page.getByRole('heading', { level: 1, name: 'Diese Seite gibt es nicht' })).toBeVisible();
});
