/** Runs in the page. Where text leaves its own box, is cut off without an ellipsis, breaks a short word; and what makes the page scroll sideways. */
export function misfits(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  const nameOf = (e: Element): string => `${e.tagName.toLowerCase()}${[...e.classList].map((c) => `.${c}`).join('')}`;
  const where = (e: Element): string =>
    [e.parentElement?.closest('[class]'), e.parentElement, e]
      .filter((one, index, all) => one && all.indexOf(one) === index)
      .map((one) => nameOf(one as Element))
      .join(' > ');
  const inside = 'main, header, nav, footer, [role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"], .ui-toasts, .ui-drop';
  const scrolls = (style: CSSStyleDeclaration): boolean => ['auto', 'scroll'].includes(style.overflowX);
  const outOfFlow = (style: CSSStyleDeclaration): boolean => ['absolute', 'fixed'].includes(style.position);
  /** Clipped away: for screen readers, or until it has the focus. */
  const unseen = (e: Element | null): boolean => e !== null && (getComputedStyle(e).clipPath === 'inset(50%)' || unseen(e.parentElement));
  const found = new Set<string>();

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = node.textContent?.trim() ?? '';
    if (!element || !text || !element.closest(inside) || element.closest('svg, option')) continue;
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    if (unseen(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const lines = [...range.getClientRects()].filter((line) => line.width > 0);
    if (lines.length === 0) continue;
    const right = Math.max(...lines.map((line) => line.right));
    // A blank at the end of a line hangs out of it where blanks are kept.
    const room = getComputedStyle(element).whiteSpace === 'pre-wrap' ? 8 : 1;
    const said = `${where(element)} "${text.slice(0, 24)}"`;
    if (lines.length > 1 && getComputedStyle(element).hyphens !== 'auto')
      for (const word of (node.textContent ?? '').matchAll(/[\p{L}\d]{2,14}/gu)) {
        // A part of a longer word may break: only words that stand alone.
        const [before, after] = [node.textContent?.[word.index - 1], node.textContent?.[word.index + word[0].length]];
        if (/[^\s(„"]/.test(before ?? ' ') || /[^\s.,:)“"]/.test(after ?? ' ')) continue;
        range.setStart(node, word.index);
        range.setEnd(node, word.index + word[0].length);
        const tops = [...range.getClientRects()].filter((part) => part.width > 0).map((part) => Math.round(part.top));
        if (new Set(tops).size > 1) found.add(`breaks the word ${word[0]}: ${said}`);
      }
    for (let box: Element | null = element; box && box !== document.body; box = box.parentElement) {
      const style = getComputedStyle(box);
      if (style.display === 'contents') continue;
      if (scrolls(style) || style.textOverflow === 'ellipsis') break;
      if (style.display !== 'inline' && right > box.getBoundingClientRect().right + room) {
        found.add(`${style.overflowX === 'visible' ? 'leaves' : 'is cut off by'} ${nameOf(box)}: ${said}`);
        break;
      }
      if (outOfFlow(style)) break;
    }
  }
  if (scrollWidth > clientWidth) {
    const insideScroller = (e: Element): boolean => {
      for (let up = e.parentElement; up; up = up.parentElement)
        if (getComputedStyle(up).overflowX !== 'visible' && up !== document.body) return true;
      return false;
    };
    const wide = [...document.querySelectorAll('body *')].filter(
      (e) => e.getBoundingClientRect().right > clientWidth + 1 && !insideScroller(e),
    );
    // Those further out are as wide only because of what they hold.
    const innermost = wide.filter((e) => !wide.some((other) => other !== e && e.contains(other)));
    for (const e of innermost) found.add(`wider than the page: ${where(e)}`);
    if (found.size === 0) found.add(`${scrollWidth - clientWidth} px of sideways scroll`);
  }
  return [...found].slice(0, 8);
}
