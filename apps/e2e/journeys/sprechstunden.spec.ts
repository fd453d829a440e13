import { expect, expectAccessible, expectNoSidewaysScroll, test } from '../fixtures.ts';

test('registers somebody and withdraws; a second browser sees each step at once', async ({ as }) => {
  const one = await as('koordination.halle', '/sprechstunden');
  await expect(one.getByRole('heading', { name: /OZG-Sprechstunde/ }).first()).toBeVisible();
  await expectAccessible(one);
  // By its number: others hold Sprechstunden of their own meanwhile.
  await one
    .getByRole('link', { name: /28\. OZG-Sprechstunde/ })
    .first()
    .click();
  await expect(one.getByRole('heading', { level: 1, name: /28\. OZG-Sprechstunde/ })).toBeVisible();
  await expect(one.getByRole('heading', { name: 'Ablauf' })).toBeVisible();
  await expectAccessible(one);

  const other = await as('leitung.ag4', new URL(one.url()).pathname);
  await expect(other.getByRole('heading', { level: 1, name: /OZG-Sprechstunde/ })).toBeVisible();
  const waiting = other.getByText(/auf der Warteliste$/).first();
  await expect(waiting).toBeVisible();
  const before = await waiting.textContent();

  await one.getByRole('button', { name: 'Weitere anmelden …' }).click();
  await one.getByRole('dialog').getByRole('button', { name: 'Anmelden' }).click();
  await expect(one.getByRole('textbox', { name: /Wer kommt/ })).toHaveAttribute('aria-invalid', 'true');
  await one.getByRole('textbox', { name: /Wer kommt/ }).fill('1 Person aus der Kämmerei');
  await expectAccessible(one);
  await one.getByRole('dialog').getByRole('button', { name: 'Anmelden' }).click();
  await expect(one.getByText('1 Person aus der Kämmerei', { exact: true })).toBeVisible();
  await expect(waiting).not.toHaveText(before ?? '');

  await one.getByRole('button', { name: '1 Person aus der Kämmerei abmelden …' }).click();
  await one.getByRole('alertdialog').getByRole('button', { name: 'Abmelden' }).click();
  await expect(one.getByRole('button', { name: '1 Person aus der Kämmerei abmelden …' })).toBeHidden();
  await expect(waiting).toHaveText(before ?? '');
  await one.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(one);
});

test('a topic is wished by one, carried by another, and withdrawn; both see it at once', async ({ as }) => {
  const wisher = await as('koordination.halle', '/sprechstunden/themenwuensche');
  const voter = await as('koordination.stendal', '/sprechstunden/themenwuensche');
  const title = 'Probe der Themenwünsche';
  await wisher.getByRole('button', { name: 'Thema wünschen …' }).click();
  await wisher.getByRole('textbox', { name: 'Thema' }).fill(title);
  await expectAccessible(wisher);
  await wisher.getByRole('dialog').getByRole('button', { name: 'Thema wünschen' }).click();
  const vote = voter.getByRole('button', { name: new RegExp(`^Dafür stimmen: ${title}`) });
  await expect(vote).toBeVisible();
  await expectAccessible(voter);
  await vote.click();
  await expect(vote).toHaveAttribute('aria-pressed', 'true');
  const row = wisher.getByRole('listitem').filter({ hasText: title });
  await expect(row).toContainText('Stendal');
  await vote.click();
  await expect(vote).toHaveAttribute('aria-pressed', 'false');
  await expect(row).not.toContainText('Stendal');
  await wisher.getByRole('button', { name: `Zurückziehen …: ${title}` }).click();
  await wisher.getByRole('alertdialog').getByRole('button', { name: 'Themenwunsch zurückziehen' }).click();
  await expect(vote).toBeHidden();
});

test('dates and topics of a year are read without sign-in', async ({ page, problems }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Termine der Sprechstunden' }).click();
  await expect(page.getByRole('heading', { level: 3, name: /OZG-Sprechstunde/ }).first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Themen des Jahres' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Themen der Sprechstunden/ })).toBeVisible();
  await expectAccessible(page);
  expect(problems).toEqual([]);
});

test('the editor makes a series, an event of it with its agenda, announces, moves and cancels it; a Kommune sees each step', async ({
  as,
  mails,
}) => {
  test.slow();
  const day = new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin', day: '2-digit', month: '2-digit', year: 'numeric' });
  const editor = await as('redaktion.land', '/sprechstunden/reihen');
  const kommune = await as('koordination.halle', '/sprechstunden');
  const dialog = editor.getByRole('dialog');

  // A series, far enough ahead that nothing here becomes the next Sprechstunde of other journeys.
  await editor.getByRole('button', { name: 'Reihe anlegen …' }).click();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Probe der Reihe');
  await dialog.getByRole('textbox', { name: 'Alle wie viele Wochen?' }).fill('4');
  await dialog.getByRole('textbox', { name: 'Erster Tag' }).fill(day.format(Date.now() + 100 * 86_400_000));
  await expectAccessible(editor);
  await dialog.getByRole('button', { name: 'Reihe anlegen' }).click();
  await expect(editor.getByRole('heading', { level: 2, name: 'Probe der Reihe' })).toBeVisible();
  await editor.getByRole('button', { name: '6 Monate' }).click();
  await editor.getByRole('button', { name: /Entw(urf|ürfe) anlegen …$/ }).click();
  await editor
    .getByRole('alertdialog')
    .getByRole('button', { name: /anlegen$/ })
    .click();
  const draft = editor.getByRole('link', { name: '1. Probe der Reihe: Thema folgt' });
  await expect(draft).toBeVisible();
  await expectAccessible(editor);

  // The draft gets its title and its agenda; nobody else sees it.
  await draft.click();
  await expect(editor.getByText('Entwurf: Ihn sieht nur die Redaktion und wer hier einlädt oder vorträgt.')).toBeVisible();
  await editor.getByRole('link', { name: 'Bearbeiten' }).click();
  await editor.getByRole('textbox', { name: 'Titel' }).fill('Siegel am Bescheid');
  await editor.reload();
  await expect(editor.getByRole('textbox', { name: 'Titel' })).toHaveValue('Siegel am Bescheid');
  await editor.getByRole('button', { name: 'Änderungen speichern' }).click();
  await expect(editor.getByRole('heading', { level: 1, name: '1. Probe der Reihe: Siegel am Bescheid' })).toBeVisible();
  await editor.getByRole('link', { name: 'Ablauf' }).click();
  for (const title of ['Fragen', 'Begrüßung']) {
    await editor.getByRole('button', { name: 'Punkt hinzufügen' }).click();
    await expect(editor.getByRole('textbox', { name: /Uhr: Titel/ }).last()).toBeFocused();
    await editor.keyboard.type(title);
  }
  await editor.getByRole('button', { name: 'Punkt 2 nach oben' }).focus();
  await editor.keyboard.press('Enter');
  await expectAccessible(editor);
  await editor.getByRole('button', { name: 'Ablauf speichern' }).click();
  await expect(editor.getByText('Der Ablauf ist gespeichert.')).toBeVisible();
  const link = kommune.getByRole('link', { name: '1. Probe der Reihe: Siegel am Bescheid' });
  await expect(link).toBeHidden();

  await editor.getByRole('button', { name: 'Ankündigen …' }).click();
  await editor.getByRole('alertdialog').getByRole('button', { name: 'Ankündigen', exact: true }).click();
  await link.click();
  await expect(kommune.getByRole('main').getByRole('listitem').filter({ hasText: 'Minuten' })).toContainText([/Begrüßung/, /Fragen/]);
  await kommune.getByRole('button', { name: 'Anmelden', exact: true }).click();
  await expect(editor.getByText('Angekündigt. 1 Person ist angemeldet.')).toBeVisible();

  // Moved, then cancelled: whoever is registered sees it at once, and hears it by mail.
  await editor.getByRole('link', { name: 'Termin', exact: true }).click();
  await editor.getByRole('textbox', { name: 'Beginn' }).fill('13');
  await editor.getByRole('textbox', { name: 'Ende' }).fill('12:00');
  await editor.getByRole('button', { name: 'Speichern und verlegen …' }).click();
  await expect(editor.getByRole('alertdialog')).toContainText('1 angemeldete Person erfährt es sofort');
  await editor.getByRole('button', { name: 'Verlegen und Bescheid geben' }).click();
  await expect(editor.getByRole('textbox', { name: 'Ende' })).toHaveAttribute('aria-invalid', 'true');
  await editor.getByRole('textbox', { name: 'Ende' }).fill('14:30');
  await editor.getByRole('button', { name: 'Speichern und verlegen …' }).click();
  await editor.getByRole('button', { name: 'Verlegen und Bescheid geben' }).click();
  await expect(kommune.getByText(/13:00 bis 14:30 Uhr/)).toBeVisible();
  await editor.getByRole('button', { name: 'Absagen …' }).click();
  await dialog.getByRole('textbox', { name: 'Warum fällt sie aus?' }).fill('Die Vortragenden sind erkrankt.');
  await expectAccessible(editor);
  await dialog.getByRole('button', { name: 'Veranstaltung absagen' }).click();
  await expect(kommune.getByText('Die Vortragenden sind erkrankt.')).toBeVisible();
  await expect(kommune.getByRole('button', { name: 'Anmelden', exact: true })).toBeHidden();
  await expect(editor.getByText('Die Veranstaltung fällt aus. Ihre Nummer behält sie.')).toBeVisible();
  // One mail at least: who cancels in the same minute is not announced twice.
  const path = new URL(kommune.url()).pathname;
  await expect.poll(async () => (await mails('koordination.halle@halle.example')).some(({ text }) => text.includes(path))).toBe(true);
  await kommune.goto('/hinweise');
  await expect(
    kommune.getByText(/„1\. Probe der Reihe: Siegel am Bescheid“ fällt aus\. Grund: Die Vortragenden sind erkrankt\./),
  ).toBeVisible();
  await editor.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(editor);
});
