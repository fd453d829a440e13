import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from '../fixtures.ts';
import { misfits } from './misfits.ts';

interface Part {
  /** Only this part of the page: the rest was looked at before, and is the same. */
  of?: string;
  /** Only these rules: the document is the same, and nothing else can have changed. */
  rules?: string[];
}

/** WCAG 2.2 AA and best practice. On a phone the bottom bar covers what is scrolled below it, so the whole page is shown. */
export async function axe(page: Page, state: string, { of, rules }: Part = {}): Promise<void> {
  const size = page.viewportSize();
  const narrow = size && size.width < 768;
  if (narrow) {
    const length = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width: size.width, height: length + 120 });
  }
  const builder = new AxeBuilder({ page })
    // No frames here, and one page less to open for each look.
    .setLegacyMode(true);
  if (rules) builder.withRules(rules);
  else builder.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']);
  if (of) builder.include(of);
  const { violations } = await builder.analyze();
  if (narrow) await page.setViewportSize(size);
  const found = violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`);
  expect.soft(found, state).toEqual([]);
}

/** Nothing to scroll sideways, and no word that leaves its box or is cut off where no ellipsis says so. */
export async function fits(page: Page, state: string): Promise<void> {
  // In another size a page needs a moment to find its form.
  await expect.soft.poll(() => page.evaluate(misfits), { message: `${state}: fits`, timeout: 3_000 }).toEqual([]);
}

/** 24 by 24 CSS pixels for everything that can be pressed; links inside a sentence are as high as their line. */
export async function targets(page: Page, state: string): Promise<void> {
  const small = await page.evaluate(() => {
    const inSentence = (e: Element): boolean =>
      e.matches('a, button') &&
      getComputedStyle(e).display === 'inline' &&
      (e.closest('p, li, dd, td, figcaption, label') ?? e.parentElement)?.textContent.trim() !== e.textContent.trim();
    return [
      ...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [role="button"], [role="menuitem"]'),
    ]
      .filter((e) => e.checkVisibility({ visibilityProperty: true }) && !e.matches(':disabled, .ui-skip'))
      .filter((e) => !inSentence(e))
      .flatMap((e) => {
        const own = e.getBoundingClientRect();
        const labels = e instanceof HTMLInputElement ? [...(e.labels ?? [])].map((label) => label.getBoundingClientRect()) : [];
        const [width, height] = [own, ...labels].reduce(([w, h], box) => [Math.max(w, box.width), Math.max(h, box.height)], [0, 0]);
        return width >= 24 && height >= 24
          ? []
          : [`${e.tagName} "${(e.ariaLabel ?? e.textContent).trim().slice(0, 40)}" ${width}×${height}`];
      });
  });
  expect.soft(small, `${state}: targets`).toEqual([]);
}

/** With reduced motion nothing moves. */
export async function still(page: Page): Promise<void> {
  const moving = await page.evaluate(() =>
    document
      .getAnimations()
      .filter((a) => a.playState === 'running')
      .map((a) => (a instanceof CSSAnimation ? a.animationName : a instanceof CSSTransition ? a.transitionProperty : a.id)),
  );
  expect.soft(moving, 'running animations with reduced motion').toEqual([]);
}

/** The reader's place in the page is never lost. */
export async function keepsFocus(page: Page, after: string): Promise<void> {
  await expect.soft
    .poll(() => page.evaluate(() => document.activeElement?.tagName ?? 'none'), { message: `focus after ${after}`, timeout: 15_000 })
    .not.toBe('BODY');
}
