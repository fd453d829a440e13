import type { Locator, Page } from '@playwright/test';
import { expect } from '../fixtures.ts';
import { axe, fits, keepsFocus } from './checks.ts';

const boxes = '[role="dialog"], [role="alertdialog"], [role="menu"], .ui-drop';
const opened = (page: Page): Locator => page.locator(boxes).last();

/** The frame stands around every page: where its own menus and dialogs are looked at, and where only those of the page. */
export const everywhere = 'header button, main button';
export const inPage = 'main button';

/**
 * Buttons that ask again, menus and panels: one of each kind, however many rows have it. Each is marked with its place in the answer:
 * others may still come before it, and what it says may change when it is pressed.
 */
const openers = (page: Page, where: string): Promise<string[]> =>
  page.locator(where).evaluateAll((buttons) => {
    for (const marked of document.querySelectorAll('[data-opener]')) marked.removeAttribute('data-opener');
    const kinds = new Set<string>();
    return buttons.flatMap((element) => {
      const button = element as HTMLButtonElement;
      if (!button.checkVisibility() || button.disabled) return [];
      const name = button.ariaLabel ?? button.innerText.trim();
      const kind = button.innerText.trim() || name.split(' ').slice(0, 2).join(' ');
      // The list of a combobox belongs to its field, and hides the rest of the page while it is open.
      if (button.ariaHasPopup === 'listbox') return [];
      const opens = button.ariaHasPopup || button.ariaExpanded === 'false' || name.includes('…') || kind.includes('…');
      if (!opens || kinds.has(kind)) return [];
      button.dataset['opener'] = String(kinds.size);
      kinds.add(kind);
      return [name];
    });
  });

async function close(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Escape');
  await expect.soft(opened(page), `${name}: Esc closes`).toBeHidden();
}

/** What is open: accessible, the focus is in it, and it fits a phone. What lies behind it is inert, and was looked at. */
export async function isAccessible(page: Page, name: string): Promise<void> {
  await axe(page, `${name} open`, { of: boxes });
  const inside = await opened(page).evaluate((box) => box.matches('.ui-drop') || box.contains(document.activeElement));
  expect.soft(inside, `${name}: the focus is inside`).toBe(true);
}

/** What is open is not wider than the window, and what it says not wider than itself. */
export async function isInside(page: Page, name: string): Promise<void> {
  const over = await opened(page).evaluate((box) => {
    const { left, right } = box.getBoundingClientRect();
    return left < 0 || right > innerWidth || box.scrollWidth > box.clientWidth;
  });
  expect.soft(over, `${name}: wider than the window`).toBe(false);
  await fits(page, name);
}

/** Opens every dialog, menu and panel that the page offers, looks at it, and closes it by Esc. Answers their names. */
export async function openAll(page: Page, where: string, lookAt: (page: Page, name: string) => Promise<void>): Promise<string[]> {
  const names: string[] = [];
  for (const [index, name] of (await openers(page, where)).entries()) {
    const button = page.locator(`[data-opener="${index}"]`);
    const inPlace = page.getByRole('button', { name: 'Abbrechen' }).or(page.locator('main button[aria-expanded="true"]'));
    const open = async (): Promise<boolean> => {
      await button.focus();
      await page.keyboard.press('Enter');
      const over = opened(page);
      await over
        .or(inPlace)
        .first()
        .waitFor({ timeout: 1_500 })
        .catch(() => undefined);
      return over.isVisible();
    };
    if (!(await open())) {
      // What opens in its place instead of over the page: looked at, and closed by its own way back.
      if (lookAt === isAccessible) await axe(page, `${name} open`, { of: 'main' });
      const back = page.getByRole('button', { name: 'Abbrechen' });
      if (await back.count()) await back.first().click();
      else if (await button.count()) await button.click();
      await keepsFocus(page, `closing ${name}`);
      names.push(name);
      continue;
    }
    const entries = await page.getByRole('menuitem').evaluateAll((items) => items.map((item) => item.textContent));
    await lookAt(page, name);
    await close(page, name);
    await expect.soft(button, `${name}: the focus comes back`).toBeFocused();
    names.push(name);
    for (const entry of entries.filter((text) => text.includes('…'))) {
      await open();
      await page.getByRole('menuitem', { name: entry }).click();
      await page.getByRole('dialog').or(page.getByRole('alertdialog')).first().waitFor();
      await lookAt(page, entry);
      await close(page, entry);
      await keepsFocus(page, `closing ${entry}`);
      names.push(`${name} > ${entry}`);
    }
  }
  return names;
}
