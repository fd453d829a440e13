import type { Page } from '@playwright/test';
import { expect } from '../fixtures.ts';

declare global {
  interface Window {
    stops: { element: HTMLElement; looks: string[] }[];
    /** The lines drawn for a control: on it, its label, what it holds and what stands around it. */
    linesOf: (element: HTMLElement) => string[];
  }
}

/** Lists what Tab has to reach, in the order of the document, as it looks without the focus. */
const expectStops = (page: Page): Promise<number> =>
  page.evaluate(() => {
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
    scrollTo(0, 0);
    window.linesOf = (element) => {
      const up = [element.parentElement, element.parentElement?.parentElement, element.closest('li')];
      const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
      return [element, element.querySelector('rect'), element.nextElementSibling, ...up, ...labels].map((e) => {
        if (!e) return '';
        const { outline, outlineStyle, outlineWidth, boxShadow, stroke, strokeWidth } = getComputedStyle(e);
        const ring = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 ? outline : '';
        return [ring, boxShadow === 'none' ? '' : boxShadow, stroke === 'none' ? '' : stroke + strokeWidth].join('');
      });
    };
    const groups = new Set<string>();
    const firstOfGroup = (e: HTMLElement): boolean => {
      if (!(e instanceof HTMLInputElement) || e.type !== 'radio') return true;
      if (groups.has(e.name)) return false;
      const group = [...document.querySelectorAll<HTMLInputElement>('input[type="radio"]:not(:disabled)')].filter((r) => r.name === e.name);
      const stop = (group.find((radio) => radio.checked) ?? group[0]) === e;
      if (stop) groups.add(e.name);
      return stop;
    };
    window.stops = [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex]')]
      .filter((e) => e.tabIndex >= 0 && !e.matches(':disabled') && !e.closest('[inert]'))
      .filter((e) => e.checkVisibility({ visibilityProperty: true }) && e.getClientRects().length > 0)
      .filter(firstOfGroup)
      .map((element) => ({ element, looks: window.linesOf(element) }));
    return window.stops.length;
  });

/** Where the focus is now: its number in that list, and what is wrong there. */
const look = (page: Page): Promise<{ number: number; wrong: string | null; name: string }> =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const number = window.stops.findIndex((stop) => stop.element === element);
    const name = `${element.tagName} "${(element.ariaLabel ?? element.textContent).trim().slice(0, 40)}"`;
    const before = window.stops[number]?.looks;
    if (!before) return { number, wrong: null, name };
    const ring = window.linesOf(element).some((line, index) => line !== '' && line !== before[index]);
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
    const own = element.getBoundingClientRect();
    // Hidden inputs are seen by what stands around them, long ones by the part that is in sight.
    const seen = own.width > 4 ? own : (element.parentElement?.getBoundingClientRect() ?? own);
    const middle = (Math.max(seen.top, 0) + Math.min(seen.bottom, innerHeight)) / 2;
    const shown = [0.5, 0.1, 0.9].some((part) => {
      const top = document.elementFromPoint(seen.left + seen.width * part, middle);
      return top !== null && (element.contains(top) || top.contains(element) || labels.some((label) => label.contains(top)));
    });
    return { number, wrong: !ring ? 'no visible focus' : shown ? null : 'the focus is covered', name };
  });

/** Tab from the top to the end: everything is reached, in order, visibly, and nothing holds the focus. Answers the stops. */
export async function tabThrough(page: Page): Promise<number> {
  const count = await expectStops(page);
  const numbers: number[] = [];
  const wrong: string[] = [];
  for (let step = 0; step < count + 20; step += 1) {
    await page.keyboard.press('Tab');
    const stop = await look(page);
    if (stop.number === numbers[0] || stop.name.startsWith('BODY')) break;
    if (stop.wrong) wrong.push(`${stop.name}: ${stop.wrong}`);
    if (stop.number < 0) wrong.push(`${stop.name}: not expected`);
    else if (stop.number === numbers.at(-1)) {
      wrong.push(`${stop.name}: holds the focus`);
      break;
    } else numbers.push(stop.number);
  }
  const missed = await page.evaluate(
    (reached) =>
      window.stops
        .filter((stop, index) => stop.element.isConnected && !reached.includes(index))
        .map(({ element }) => `${element.tagName} "${(element.ariaLabel ?? element.textContent).trim().slice(0, 40)}": not reached`),
    numbers,
  );
  expect.soft([...wrong, ...missed], 'Tab').toEqual([]);
  expect.soft(numbers, 'the order of Tab is that of the document').toEqual([...numbers].sort((a, b) => a - b));
  return numbers.length;
}

/** The first stop jumps over the frame. */
export async function skips(page: Page): Promise<void> {
  await expectStops(page);
  await page.keyboard.press('Tab');
  await expect.soft(page.getByRole('link', { name: 'Zum Inhalt springen' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.soft(page.locator('main')).toBeFocused();
}
