import { expect, expectAccessible, expectNoSidewaysScroll, test } from '../fixtures.ts';

test('what somebody follows in their own way stands in one place, changes there and elsewhere, and can be taken back', async ({ as }) => {
  test.slow();
  const reader = await as('koordination.harz', '/arbeitsgruppen');
  const place = await as('koordination.harz', '/hinweise');
  await place.getByRole('main').getByRole('link', { name: 'Was Sie verfolgen' }).click();
  await expect(place.getByRole('heading', { level: 1, name: 'Was Sie verfolgen' })).toBeVisible();
  const group = place.getByRole('list', { name: 'Arbeitsgruppen' }).getByRole('listitem').first();
  await expect(group.getByRole('button', { name: /^Folgen: wie üblich/ })).toBeVisible();
  const name = await group.getByRole('link').innerText();
  await expectAccessible(place);

  // Chosen at the discussion, it appears here; changed there, it changes here.
  await reader.getByRole('main').getByRole('link', { name, exact: true }).click();
  await reader.getByRole('link', { name: /^Diskussionen/ }).click();
  await reader.getByRole('list', { name: 'Diskussionen' }).getByRole('link').first().click();
  // Not `check()`: it looks at once, and the answer is a moment away.
  await reader.getByRole('radio', { name: /^Stumm/ }).click();
  await expect(reader.getByRole('radio', { name: /^Stumm/ })).toBeChecked();
  const threads = place.getByRole('list', { name: 'Diskussionen' });
  const title = await reader.getByRole('heading', { level: 1 }).innerText();
  const level = threads
    .getByRole('listitem')
    .filter({ hasText: title })
    .getByRole('button', { name: /^Folgen/ });
  await expect(level).toHaveText(/^Folgen: stumm/);
  await reader.getByRole('radio', { name: /^Alles/ }).click();
  await expect(level).toHaveText(/^Folgen: alles/);

  // And the other way round, by keyboard, until nothing is chosen any more.
  await level.press('Enter');
  await expect(place.getByRole('menu')).toBeVisible();
  await expectAccessible(place);
  await place.getByRole('menuitemradio', { name: /^wie die Arbeitsgruppe/ }).press('Enter');
  await expect(level).toHaveCount(0);
  await expect(reader.getByText('So ist es für die ganze Arbeitsgruppe eingestellt.')).toBeVisible();

  // A group, there and back.
  const own = place.getByRole('list', { name: 'Arbeitsgruppen' }).getByRole('button', { name: new RegExp(`\\(${name}\\)$`) });
  await own.click();
  await place.getByRole('menuitemradio', { name: /^stumm/ }).click();
  await expect(own).toHaveText(/^Folgen: stumm/);
  await expect(reader.getByRole('radio', { name: /^Stumm/ })).toBeChecked();
  await own.click();
  await place.getByRole('menuitemradio', { name: /^wie üblich/ }).click();
  await expect(own).toHaveText(/^Folgen: wie üblich/);

  // A topic.
  await place.getByRole('combobox', { name: 'ePayment' }).selectOption('Folgen');
  await place.reload();
  await expect(place.getByRole('combobox', { name: 'ePayment' })).toHaveValue('FOLLOW');
  await place.getByRole('combobox', { name: 'ePayment' }).selectOption('Wie für alle');
  await place.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(place);
});
