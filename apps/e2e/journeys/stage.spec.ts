import type { Page } from '@playwright/test';
import { dayComesFor } from '../calendar.ts';
import { expect, expectAccessible, test } from '../fixtures.ts';

const far = (days: number): string =>
  new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin', day: '2-digit', month: '2-digit', year: 'numeric' }).format(
    Date.now() + days * 86_400_000,
  );

/** A Sprechstunde of the series, far enough away to be nobody's next one; announced. Answers with its address. */
async function announce(land: Page, title: string): Promise<string> {
  await land.goto('/sprechstunden/neu');
  await land.getByRole('combobox', { name: 'Reihe' }).selectOption({ index: 1 });
  await land.getByRole('textbox', { name: 'Titel' }).fill(title);
  await land.getByRole('textbox', { name: 'Tag', exact: true }).fill(far(90));
  await land.getByRole('textbox', { name: 'Beginn' }).fill('10:00');
  await land.getByRole('textbox', { name: 'Ende' }).fill('11:30');
  await land.getByRole('button', { name: 'Entwurf anlegen' }).click();
  await land.waitForURL(/\/bearbeiten/);
  const path = new URL(land.url()).pathname.replace('/bearbeiten', '');
  await land.goto(path);
  await land.getByRole('button', { name: 'Ankündigen …' }).click();
  await land.getByRole('alertdialog').getByRole('button', { name: 'Ankündigen' }).click();
  await expect(land.getByText('Angekündigt. Noch ist niemand angemeldet.')).toBeVisible();
  return path;
}
async function askAt(page: Page, title: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Ihre Frage, in einem Satz' }).fill(title);
  await page.getByRole('button', { name: 'Frage stellen' }).click();
  await expect(page.getByRole('textbox', { name: 'Ihre Frage, in einem Satz' })).toHaveValue('');
}
const queue = (page: Page) => page.getByRole('list', { name: 'Warteschlange' });
const row = (page: Page, title: string) => queue(page).getByRole('listitem').filter({ hasText: title });
const office = async (page: Page, name: string, label: string) => {
  await page.getByRole('combobox', { name: label }).fill(name);
  await page.getByRole('option', { name }).first().click();
};

test('from a wish to the FAQ: three browsers through one Sprechstunde', async ({ as }) => {
  test.setTimeout(240_000);
  const wish = 'Bekanntgabe ohne Dienstsiegel';
  const [answered, deferred, forwarded] = [
    'Brauchen wir für die Bekanntgabe ein eigenes Siegel der Verwaltung?',
    'Wann kommt die Festlegung des Bundes zum Siegel?',
    'Wer haftet, wenn das Siegel im Postfach fehlt?',
  ] as const;
  const halle = await as('koordination.halle', '/sprechstunden/themenwuensche');
  const stendal = await as('koordination.stendal', '/sprechstunden/themenwuensche');
  const land = await as('redaktion.land');

  // Wish and vote, planned into an event: all see it there.
  await halle.getByRole('button', { name: 'Thema wünschen …' }).click();
  await halle.getByRole('textbox', { name: 'Thema' }).fill(wish);
  await halle.getByRole('dialog').getByRole('button', { name: 'Thema wünschen' }).click();
  await stendal.getByRole('button', { name: new RegExp(`^Dafür stimmen: ${wish}`) }).click();
  const path = await announce(land, 'Siegel und Bekanntgabe');
  for (const page of [halle, stendal]) await page.goto(path);
  await land.goto('/sprechstunden/themenwuensche');
  await land.getByRole('button', { name: `Entscheiden: ${wish}` }).click();
  await land.getByRole('menuitem', { name: 'Einplanen …' }).click();
  const event = land.getByRole('dialog').getByRole('combobox', { name: 'Termin' });
  await event.selectOption((await event.locator('option', { hasText: 'Siegel und Bekanntgabe' }).getAttribute('value')) ?? '');
  await land.getByRole('dialog').getByRole('button', { name: 'Einplanen' }).click();
  await expect(halle.getByRole('main').getByText(wish).first()).toBeVisible();

  // Asked before it begins; a vote is on every screen.
  await askAt(halle, deferred);
  await askAt(stendal, forwarded);
  await askAt(halle, answered);
  await row(stendal, answered)
    .getByRole('button', { name: /Diese Frage mittragen/ })
    .click();
  await land.goto(path);
  for (const page of [halle, land]) await expect(row(page, answered).getByRole('button', { name: /1 Stimme$/ })).toBeVisible();
  await expectAccessible(halle);

  // Live: what is being answered is said once, and heard by everybody.
  // Who is just writing goes on writing, although the questions take another place on the page.
  const writing = stendal.getByRole('textbox', { name: 'Ihre Frage, in einem Satz' });
  await writing.pressSequentially('Und was ');
  await land.getByRole('button', { name: 'Beginnen' }).click();
  await expect(stendal.getByText(/^Läuft seit/).first()).toBeVisible();
  await expect(writing).toBeFocused();
  await stendal.keyboard.type('gilt danach?');
  await expect(writing).toHaveValue('Und was gilt danach?');
  await writing.fill('');
  await expect(queue(land).getByRole('listitem').first()).toContainText(answered);
  await land.getByRole('button', { name: 'Nächste Frage' }).click();
  for (const page of [halle, stendal]) {
    await expect(page.getByText('Wird gerade beantwortet')).toBeVisible();
    await expect(page.getByRole('heading', { level: 2, name: answered })).toBeVisible();
    await expect(row(page, answered)).toBeHidden();
  }
  await expectAccessible(land);

  // By keyboard, in the queue: one is put forward, one deferred.
  await row(land, forwarded).getByRole('link', { name: forwarded }).focus();
  await land.keyboard.press('Alt+ArrowUp');
  await expect(row(stendal, forwarded)).toContainText('vorgezogen');
  await expect(queue(stendal).getByRole('listitem').first()).toContainText(forwarded);
  await row(land, deferred).getByRole('link', { name: deferred }).focus();
  await land.keyboard.press('s');
  await expect(land.getByRole('dialog', { name: 'Frage zurückstellen' })).toBeVisible();
  await office(land, 'Ministerium für Inneres', 'Wer antwortet dann?');
  await land.getByRole('textbox', { name: 'Wieder am' }).fill(far(30));
  await land.getByRole('textbox', { name: 'Worauf wird gewartet?' }).fill('Der Bund legt es im Winter fest.');
  await expectAccessible(land);
  await land.getByRole('dialog').getByRole('button', { name: 'Frage zurückstellen' }).click();
  await expect(row(halle, deferred)).toBeHidden();

  // The answer is given where the question stands; the next one is called, and goes on its way between two offices.
  await land.getByRole('heading', { level: 2, name: answered }).getByRole('link').click();
  await land.getByRole('button', { name: 'Amtlich antworten …' }).click();
  await land.getByRole('dialog').getByRole('textbox', { name: 'Antwort', exact: true }).fill('Nein, die einfache Bekanntgabe genügt.');
  await land.getByRole('dialog').getByRole('button', { name: 'Amtlich antworten' }).click();
  await expect(halle.getByText(/^Es hat geantwortet: Ministerium für Infrastruktur/)).toBeVisible();
  await land.getByRole('button', { name: 'In die FAQ aufnehmen …' }).click();
  await land.getByRole('button', { name: 'In die FAQ aufnehmen', exact: true }).click();
  await expect(land.getByText('Zuletzt geprüft')).toBeVisible();
  await land.goto(path);
  await land.getByRole('button', { name: 'Nächste Frage' }).click();
  await expect(stendal.getByRole('heading', { level: 2, name: forwarded })).toBeVisible();
  await stendal.getByRole('heading', { level: 2, name: forwarded }).getByRole('link').click();
  await land.getByRole('heading', { level: 2, name: forwarded }).getByRole('link').click();
  await land.getByRole('button', { name: 'Zuweisen …' }).click();
  await office(land, 'Ministerium der Finanzen', 'Wer antwortet?');
  await land.getByRole('button', { name: 'Frage zuweisen' }).click();
  await land.getByRole('button', { name: 'Weiterleiten …' }).click();
  await office(land, 'Ministerium für Inneres', 'Wer antwortet?');
  await land.getByRole('textbox', { name: /Begründung/ }).fill('Es geht um Verwaltungsrecht.');
  await land.getByRole('button', { name: 'Frage weiterleiten' }).click();
  await expect(stendal.getByText(/^Weitergeleitet von .*Finanzen.* an .*Inneres/)).toBeVisible();
  await land.goto(path);
  await land.getByRole('button', { name: 'Beenden' }).click();
  await expect(halle.getByText('Wird gerade beantwortet')).toBeHidden();

  // Found again; and what was deferred comes back by itself, to its office and to who asked.
  await stendal.goto('/faq');
  await stendal.getByRole('searchbox', { name: 'In den FAQ suchen' }).fill('eigenes Siegel');
  await expect(stendal.getByRole('link', { name: answered })).toBeVisible();
  await halle.goto(`${path}?fragen=spaeter`);
  await halle.getByRole('link', { name: deferred }).click();
  await expect(halle.getByText(/Noch nicht zu beantworten, wieder am/)).toBeVisible();
  await dayComesFor(deferred);
  await expect(halle.getByText(/^Wieder an .*Inneres.* gegangen, wie vorgesehen/)).toBeVisible({ timeout: 30_000 });
  await halle.goto('/hinweise');
  await expect(halle.getByRole('main').getByText(deferred).first()).toBeVisible();
});

test('the wall is read from the last row: at most three questions, large, in strong contrast, never to be scrolled', async ({ as }) => {
  test.setTimeout(120_000);
  const land = await as('redaktion.land');
  const path = await announce(land, 'Leinwand und lange Fragen');
  await land.getByRole('button', { name: 'Beginnen' }).click();
  const long = (no: number) =>
    `${no}. Frage: ${'Wie gehen wir mit der Donaudampfschifffahrtsbescheidsbekanntgabe im Antragsverfahren um, wenn niemand widerspricht? '.repeat(2)}`.slice(
      0,
      159,
    );
  for (const no of [1, 2, 3, 4]) await askAt(land, long(no));
  await land.setViewportSize({ width: 1280, height: 720 });
  await land.getByRole('link', { name: 'Ansicht für den Beamer' }).click();
  await expect(land.getByText('4 Fragen warten')).toBeVisible();
  await land.keyboard.press('PageDown');
  await expect(land.getByText('Wird gerade beantwortet')).toBeVisible();
  await expect(land.getByRole('heading', { level: 2 }).first()).toContainText('1. Frage');

  const seen = await land.evaluate(() => {
    // Painted, since colours may be written in any space.
    const paint = new OffscreenCanvas(1, 1).getContext('2d')!;
    const light = (colour: string): number => {
      paint.fillStyle = colour;
      paint.fillRect(0, 0, 1, 1);
      const [r = 0, g = 0, b = 0] = [...paint.getImageData(0, 0, 1, 1).data].map((part) => {
        const share = part / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const wall = document.querySelector<HTMLElement>('.qst-wall')!;
    const ground = light(getComputedStyle(wall).backgroundColor);
    const texts = [...wall.querySelectorAll<HTMLElement>('*')].filter(
      (element) =>
        !element.closest('button:disabled') &&
        element.checkVisibility({ opacityProperty: true }) &&
        [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
    );
    const ratio = (colour: string): number => {
      const [high, low] = [light(colour), ground].toSorted((a, b) => b - a) as [number, number];
      return (high + 0.05) / (low + 0.05);
    };
    return {
      questions: [...wall.querySelectorAll('li')].filter((item) => item.checkVisibility()).length,
      smallest: Math.min(...texts.map((element) => parseFloat(getComputedStyle(element).fontSize))) / innerHeight,
      contrast: Math.min(...texts.map((element) => ratio(getComputedStyle(element).color))),
      over: [document.documentElement, wall, wall.querySelector('ol')!]
        .filter((element) => element.scrollHeight > element.clientHeight || element.scrollWidth > element.clientWidth)
        .map((element) => element.className),
      bottom: Math.max(...[...wall.querySelectorAll('li')].map((item) => item.getBoundingClientRect().bottom)) <= innerHeight,
    };
  });
  expect(seen).toMatchObject({ over: [], bottom: true });
  expect(seen.questions).toBeGreaterThanOrEqual(2);
  expect(seen.questions).toBeLessThanOrEqual(3);
  expect(seen.smallest).toBeGreaterThanOrEqual(0.04);
  expect(seen.contrast).toBeGreaterThanOrEqual(7);
  await expectAccessible(land);

  const halle = await as('koordination.halle');
  await halle.goto(`${path}/leinwand`);
  await expect(halle.getByRole('heading', { level: 2 }).first()).toContainText('1. Frage');
  await land.keyboard.press('ArrowRight');
  await expect(halle.getByRole('heading', { level: 2 }).first()).toContainText('2. Frage');
  await land.keyboard.press('ArrowLeft');
  await expect(halle.getByRole('heading', { level: 2 }).first()).toContainText('1. Frage');
  await land.keyboard.press('Escape');
  await land.getByRole('button', { name: 'Beenden' }).click();
});
