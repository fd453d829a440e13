import type { Locator, Page } from '@playwright/test';
import { expect, tabTo } from './fixtures.ts';
import { keepsFocus } from './sweeps/checks.ts';

/** Somebody who has no mouse. Whatever they press, the focus is somewhere afterwards. */
export const handsOn = (page: Page) => ({
  async press(target: Locator, key = 'Enter'): Promise<void> {
    await tabTo(page, target);
    await page.keyboard.press(key);
    await keepsFocus(page, `pressing ${String(target)}`);
  },
  async write(target: Locator, text: string): Promise<void> {
    await tabTo(page, target);
    await page.keyboard.insertText(text);
  },
  /** Radio buttons are one stop of Tab; the arrows choose among them. */
  async choose(target: Locator): Promise<void> {
    const group = page.getByRole('group').or(page.getByRole('radiogroup')).filter({ has: target });
    await tabTo(page, group.getByRole('radio', { checked: true }));
    for (let step = 0; step < 8 && !(await target.isChecked()); step += 1) await page.keyboard.press('ArrowDown');
    await expect(target).toBeChecked();
    await expect(target).toBeFocused();
  },
  /** From the button that opens a menu to one of its entries. */
  async pick(button: Locator, entry: string | RegExp): Promise<void> {
    await this.press(button);
    const wanted = page.getByRole('menuitem', { name: entry }).or(page.getByRole('menuitemradio', { name: entry }));
    await expect(wanted).toBeVisible();
    for (let step = 0; step < 12 && !(await wanted.evaluate((e) => e === document.activeElement)); step += 1)
      await page.keyboard.press('ArrowDown');
    await expect(wanted).toBeFocused();
    await page.keyboard.press('Enter');
    await keepsFocus(page, String(entry));
  },
});
