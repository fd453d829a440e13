import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from '../fixtures.ts';

const title = 'Gilt der Bescheid auch ohne Dienstsiegel als bekannt gegeben?';

/** As people get there: the group, its questions. */
async function openQuestions(page: Page): Promise<void> {
  await page.getByRole('main').getByRole('link', { name: /AG 4/ }).first().click();
  await page.getByRole('navigation', { name: 'Bereiche der Arbeitsgruppe' }).getByRole('link', { name: 'Fragen' }).click();
  await expect(page.getByRole('textbox', { name: 'Ihre Frage, in einem Satz' })).toBeVisible();
}

test('asked without a name, carried by others, assigned, answered officially, accepted, and found again in the FAQ', async ({ as }) => {
  test.slow();
  const asker = await as('koordination.halle', '/arbeitsgruppen');
  const lead = await as('leitung.ag4', '/arbeitsgruppen');
  await openQuestions(asker);
  await openQuestions(lead);
  await expectAccessible(asker);

  await asker.getByRole('textbox', { name: 'Ihre Frage, in einem Satz' }).fill(title);
  await asker.getByRole('checkbox', { name: 'ohne Namen fragen' }).check();
  await asker.getByRole('button', { name: 'Frage stellen' }).click();

  // Live: the other browser has it without a name, and the count comes back.
  const heard = lead.getByRole('list', { name: 'Fragen' }).getByRole('listitem').filter({ hasText: title });
  await expect(heard).toContainText('ohne Namen');
  await expect(heard).not.toContainText('Kim Muster');
  await heard.getByRole('button', { name: /Diese Frage mittragen/ }).click();
  const own = asker.getByRole('list', { name: 'Fragen' }).getByRole('listitem').filter({ hasText: title });
  await expect(own.getByRole('button', { name: /1 Stimme$/ })).toBeVisible();
  await own.getByRole('link', { name: title }).click();
  await expect(asker.getByRole('heading', { level: 1, name: title })).toBeVisible();

  await heard.getByRole('link', { name: title }).click();
  await lead.getByRole('button', { name: 'Zuweisen …' }).click();
  await lead.getByRole('combobox', { name: 'Wer antwortet?' }).fill('Ministerium für Inneres');
  await lead
    .getByRole('option', { name: /Inneres/ })
    .first()
    .click();
  await expectAccessible(lead);
  await lead.getByRole('button', { name: 'Frage zuweisen' }).click();
  await expect(asker.getByText(/^Zugewiesen an .*Inneres/)).toBeVisible();

  const expert = await as('fach.inneres', new URL(asker.url()).pathname);
  await expert.getByRole('button', { name: 'Amtlich antworten …' }).click();
  const form = expert.getByRole('dialog');
  await form.getByRole('textbox', { name: 'Antwort', exact: true }).fill('Ja, ein Dienstsiegel ist dafür nicht nötig.');
  await form.getByRole('textbox', { name: /Rechtsgrundlage/ }).fill('§ 41 Verwaltungsverfahrensgesetz');
  await expectAccessible(expert);
  await form.getByRole('button', { name: 'Amtlich antworten' }).click();
  await expect(asker.getByText('Ja, ein Dienstsiegel ist dafür nicht nötig.')).toBeVisible();
  await asker.getByRole('button', { name: 'Antwort annehmen' }).click();
  await expect(expert.getByText('angenommen', { exact: true })).toBeVisible();
  await expectAccessible(asker);
  await asker.setViewportSize({ width: 320, height: 700 });
  await expectNoSidewaysScroll(asker);

  await expert.getByRole('button', { name: 'In die FAQ aufnehmen …' }).click();
  await expert.getByRole('button', { name: 'In die FAQ aufnehmen', exact: true }).click();
  await expect(expert.getByText('Zuletzt geprüft')).toBeVisible();

  await asker.goto('/faq');
  await asker.getByRole('searchbox', { name: 'In den FAQ suchen' }).fill('Dienstsiegel');
  await expect(asker.getByRole('link', { name: title })).toBeVisible();
  await expect(asker.locator('mark').first()).toContainText(/Dienstsiegel/);
  await expectAccessible(asker);
});

test('another Kommune answers in a question of a Sprechstunde; the asker sees it at once, and accepts it', async ({ as }) => {
  const asked = 'Wer hat die Bekanntgabe über das Postfach schon eingeführt?';
  const answer = 'Wir, seit Mai, für die Hundesteuer.';
  const asker = await as('koordination.halle', '/sprechstunden');
  await asker
    .getByRole('link', { name: /OZG-Sprechstunde/ })
    .first()
    .click();
  await asker.getByRole('textbox', { name: 'Ihre Frage, in einem Satz' }).fill(asked);
  await asker.getByRole('button', { name: 'Frage stellen' }).click();
  await asker.getByRole('link', { name: asked }).first().click();
  await expect(asker.getByRole('heading', { level: 2, name: 'Antworten anderer Verwaltungen' })).toBeVisible();
  await expect(asker.getByText(/^Noch keine\./)).toBeVisible();

  const peer = await as('koordination.stendal', new URL(asker.url()).pathname);
  await peer.getByRole('textbox', { name: 'Ihre Antwort' }).fill(answer);
  await expectAccessible(peer);
  await peer.getByRole('button', { name: 'Antworten', exact: true }).click();

  const post = asker.getByRole('list', { name: 'Beiträge' }).getByRole('listitem').filter({ hasText: answer });
  await expect(post).toBeVisible();
  await expect(asker.getByRole('button', { name: 'Frage ändern …' })).toBeHidden();
  await post.getByRole('button', { name: /^Antwort annehmen/ }).click();
  await expect(peer.getByText('angenommen', { exact: true })).toBeVisible();
  await expectAccessible(asker);
  await asker.setViewportSize({ width: 320, height: 700 });
  await expectNoSidewaysScroll(asker);
});
