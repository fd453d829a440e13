import { expect, expectAccessible, expectNoSidewaysScroll, test } from '../fixtures.ts';

test('registers somebody and withdraws; a second browser sees each step at once', async ({ as }) => {
  const one = await as('koordination.halle', '/sprechstunden');
  await expect(one.getByRole('heading', { name: /OZG-Sprechstunde/ }).first()).toBeVisible();
  await expectAccessible(one);
  await one
    .getByRole('link', { name: /OZG-Sprechstunde/ })
    .first()
    .click();
  await expect(one.getByRole('heading', { level: 1, name: /OZG-Sprechstunde/ })).toBeVisible();
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
