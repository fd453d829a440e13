import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { handsOn } from '../hands.ts';

/* Journeys that the others make with a mouse: here without. */

const title = (page: Page) => page.getByRole('heading', { level: 1 });
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' }).first();

async function setUp(page: Page, word: 'einrichten' | 'vorschlagen', name: string): Promise<string> {
  const hands = handsOn(page);
  await hands.press(page.getByRole('link', { name: `Arbeitsgruppe ${word}` }));
  await expect(title(page)).toBeFocused();
  await hands.write(page.getByRole('textbox', { name: /^Name/ }), name);
  await hands.write(page.getByRole('textbox', { name: /^Ziel/ }), 'Damit niemand eine Maus braucht.');
  await hands.choose(page.getByRole('radio', { name: 'Mitarbeit auf Anfrage' }));
  await hands.press(button(page, word === 'einrichten' ? 'Arbeitsgruppe einrichten' : 'Vorschlag senden'));
  await expect(page.getByRole('heading', { level: 1, name })).toBeFocused();
  return new URL(page.url()).pathname;
}

test('a group is proposed, and the Land sets it up', async ({ as }) => {
  const proposer = await as('koordination.stendal', '/arbeitsgruppen');
  const address = await setUp(proposer, 'vorschlagen', 'Vorschlag der Tasten');
  const waiting = proposer.getByRole('heading', { name: 'Dieser Vorschlag wartet auf eine Entscheidung der Redaktion' });
  await expect(waiting).toBeVisible();
  const editor = await as('redaktion.land', address);
  await handsOn(editor).press(button(editor, 'Arbeitsgruppe einrichten'));
  await expect(editor.getByText('Die Arbeitsgruppe „Vorschlag der Tasten“ ist eingerichtet.')).toBeVisible();
  await expect(waiting).toBeHidden();
});

test('a request to join is sent and approved', async ({ as }) => {
  const lead = await as('redaktion.land', '/arbeitsgruppen');
  const address = await setUp(lead, 'einrichten', 'Anfrage der Tasten');
  const other = await as('koordination.stendal', address);
  const hands = handsOn(other);
  await hands.press(button(other, 'Anfragen …'));
  await hands.write(other.getByRole('textbox', { name: /Warum möchten Sie mitarbeiten/ }), 'Wir tippen gern.');
  await hands.press(button(other, 'Anfrage senden'));
  await expect(other.getByRole('dialog')).toBeHidden();
  await handsOn(lead).press(button(lead, /aufnehmen$/));
  await expect(other.getByText(/^Sie arbeiten für .* mit/)).toBeVisible();
  await expect(lead.getByRole('link', { name: /2 Personen/ })).toBeVisible();
});

test('a colleague is invited by mail and accepts', async ({ as, mails }) => {
  const address = 'anbieter.musterhaus@musterhaus.example';
  const desk = await as('koordination.harz', '/konto');
  const hands = handsOn(desk);
  await hands.press(desk.getByRole('link', { name: 'Verwalten', exact: true }));
  await expect(title(desk)).toBeFocused();
  await hands.press(button(desk, 'Person einladen …'));
  await hands.write(desk.getByRole('dialog').getByRole('textbox', { name: 'E-Mail-Adresse' }), address);
  await hands.write(desk.getByRole('dialog').getByRole('textbox', { name: /Funktion/ }), 'Schreibdienst');
  await hands.press(button(desk, 'Einladung senden'));
  await expect(desk.getByRole('list', { name: 'Offene Einladungen' }).getByText(address)).toBeVisible();
  await expect.poll(async () => (await mails(address)).length).toBeGreaterThan(0);
  const link = /\/einladung\/[\w-]+/.exec((await mails(address))[0]?.text ?? '')?.[0];
  const guest = await as('anbieter.musterhaus', link);
  await handsOn(guest).press(button(guest, 'Einladung annehmen'));
  await expect(guest).toHaveURL(/\/mein-tag$/);
  await expect(title(guest)).toBeFocused();
  await expect(desk.getByRole('list', { name: 'Personen' }).getByText('Schreibdienst')).toBeVisible();
});

test('how closely one follows is chosen, and taken back', async ({ as }) => {
  const page = await as('koordination.harz', '/hinweise/verfolgt');
  const hands = handsOn(page);
  const follow = page
    .getByRole('main')
    .getByRole('button', { name: /^Folgen: / })
    .first();
  for (const [entry, word] of [
    [/^stumm/, 'stumm'],
    [/^wie üblich/, 'wie üblich'],
  ] as const) {
    await hands.pick(follow, entry);
    await expect(follow).toHaveText(new RegExp(`^Folgen: ${word}`));
    await expect(follow).toBeFocused();
  }
});

test('the account: theme, keys, and one’s own data as a file', async ({ as }) => {
  const page = await as('koordination.harz', '/konto');
  const hands = handsOn(page);
  const main = page.getByRole('main');
  await hands.press(main.getByRole('button', { name: 'Dunkel' }));
  await expect(page.locator('html')).toHaveAttribute('data-kern-theme', 'dark');
  const keys = main.getByRole('checkbox', { name: 'Tasten verwenden' });
  await hands.press(keys, 'Space');
  await expect(keys).not.toBeChecked();
  const [file] = await Promise.all([page.waitForEvent('download'), hands.press(button(page, 'Eigene Daten herunterladen'))]);
  expect(file.suggestedFilename()).toMatch(/^meine-daten-\d{4}-\d\d-\d\d\.json$/);
  const data = JSON.parse(await readFile(await file.path(), 'utf8')) as Record<string, { email?: string }[]>;
  expect(data['Person']).toMatchObject([{ email: 'koordination.harz@harz.example' }]);
  await expect(page.getByText('Die Datei mit Ihren Daten ist da.')).toBeVisible();
});

test('a notice is read, unread, and leads to what it is about', async ({ as }) => {
  const page = await as('koordination.halle', '/hinweise');
  const hands = handsOn(page);
  const rows = page.getByRole('list', { name: 'Hinweise' }).getByRole('listitem');
  // By what it says: a newer one may come and stand above it.
  const row = rows.filter({ hasText: (await rows.first().getByRole('link').first().textContent()) ?? '' }).first();
  const mark = row.getByRole('button', { name: /^Als (un)?gelesen markieren/ });
  await expect(mark).toBeVisible();
  const read = /^Als ungelesen/.test((await mark.getAttribute('aria-label')) ?? '');
  await hands.press(mark);
  await expect(mark).toHaveAttribute('aria-label', read ? /^Als gelesen/ : /^Als ungelesen/);
  await expect(mark).toBeFocused();
  await hands.press(mark);
  await expect(mark).toHaveAttribute('aria-label', read ? /^Als ungelesen/ : /^Als gelesen/);
  await hands.press(row.getByRole('link').first());
  await expect(page).not.toHaveURL(/\/hinweise$/);
  await expect(title(page)).toBeVisible();
});

test('a discussion is begun, its Stand is written, and it is pinned', async ({ as }) => {
  const page = await as('leitung.ag4', '/arbeitsgruppen?liste=alle');
  const hands = handsOn(page);
  await hands.press(
    page
      .getByRole('main')
      .getByRole('link', { name: /Kommunikation/ })
      .first(),
  );
  await expect(title(page)).toBeFocused();
  await hands.press(page.getByRole('link', { name: /^Diskussionen/ }).first());
  await hands.press(page.getByRole('link', { name: 'Neue Diskussion' }));
  await expect(page.getByRole('textbox', { name: 'Titel' })).toBeVisible();
  await hands.write(page.getByRole('textbox', { name: 'Titel' }), 'Ohne Maus besprochen');
  await hands.write(page.getByRole('textbox', { name: 'Erster Beitrag' }), 'Es geht.');
  await hands.press(button(page, 'Diskussion beginnen'));
  await expect(page.getByRole('heading', { level: 1, name: 'Ohne Maus besprochen' })).toBeVisible();
  await hands.press(button(page, 'Stand der Diskussion zusammenfassen'));
  await hands.write(page.getByRole('textbox', { name: /Wo steht die Diskussion/ }), 'Einig: ohne Maus.');
  await hands.press(button(page, 'Stand festhalten'));
  await expect(page.getByText('Einig: ohne Maus.')).toBeVisible();
  await hands.pick(button(page, 'Mehr zu dieser Diskussion'), 'Oben anheften');
  await expect(page.getByText('Die Diskussion steht jetzt oben.')).toBeVisible();
  await expect(button(page, 'Mehr zu dieser Diskussion')).toBeFocused();
});

test('a new identity is linked to a person, and stands with the others', async ({ as }) => {
  const page = await as('admin.land', '/verwaltung/personen');
  const hands = handsOn(page);
  await hands.write(page.getByRole('searchbox').first(), 'Kim Muster');
  await hands.press(page.getByRole('main').getByRole('link', { name: 'Kim Muster' }).first());
  await expect(page.getByRole('heading', { level: 2, name: 'Kim Muster' })).toBeVisible();
  await hands.press(button(page, 'Anmeldung zuordnen'));
  await expect(page.getByText('Geben Sie die Kennung an.').first()).toBeVisible();
  await hands.write(page.getByRole('textbox', { name: 'Aussteller' }), 'https://neu.example');
  await hands.write(page.getByRole('textbox', { name: 'Kennung' }), 'tasten-1');
  await hands.write(page.getByRole('textbox', { name: 'Begründung' }), 'Neues Dienstkonto nach der Umstellung.');
  await hands.press(button(page, 'Anmeldung zuordnen'));
  await expect(page.getByRole('list', { name: 'Anmeldungen' }).getByText('tasten-1')).toBeVisible();
});
