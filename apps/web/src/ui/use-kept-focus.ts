import { useCallback, type RefCallback } from 'react';

const reachable = 'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), h1[tabindex]';

/** The first thing there that takes the focus: what is not shown, or lies behind a dialog, takes none. */
function focusIn(place: Element): boolean {
  for (const element of place.querySelectorAll<HTMLElement>(reachable)) {
    element.focus();
    if (document.activeElement !== document.body && document.activeElement !== null) return true;
  }
  return false;
}

/**
 * When the row or button that holds the focus goes away (done, or taken away by somebody else), the focus moves to the nearest
 * thing that is left, and not to the top of the window. Of a page that is left nothing is kept: the next one has a heading.
 */
export function useKeptFocus<Element extends HTMLElement>(): RefCallback<Element> {
  return useCallback((place: Element | null) => {
    if (!place) return;
    let held: HTMLElement | null = null;
    let address = '';
    let way: { element: HTMLElement; index: number }[] = [];
    const remember = (event: FocusEvent) => {
      held = event.target as HTMLElement;
      address = location.pathname;
      way = [];
      for (let element = held; element !== place && element.parentElement; element = element.parentElement)
        way.push({ element: element.parentElement, index: [...element.parentElement.children].indexOf(element) });
    };
    // From a dialog the focus comes back to where it was opened; that place may be gone by then.
    const forget = ({ relatedTarget: to }: FocusEvent) => {
      if (to instanceof Element && !to.closest('[role="dialog"], [role="alertdialog"]')) held = null;
    };
    let again: ReturnType<typeof setTimeout> | undefined;
    const restore = (tries: number): void => {
      clearTimeout(again);
      if (address !== location.pathname) held = null;
      if (!held || held.isConnected || (document.activeElement !== document.body && document.activeElement !== null)) return;
      for (const { element, index } of way) {
        if (!element.isConnected) continue;
        const sibling = element.matches('ul, ol') ? (element.children[index] ?? element.children[element.children.length - 1]) : undefined;
        const heading = element === place ? place.querySelector<HTMLElement>('h1[tabindex]') : null;
        heading?.focus();
        // From now on what took the focus holds it (`remember`): it may go away as well.
        if ((heading && document.activeElement === heading) || (sibling && focusIn(sibling)) || focusIn(element)) return;
      }
      // Behind a dialog that is just going away nothing takes the focus yet.
      if (tries > 0) again = setTimeout(() => restore(tries - 1), 50);
    };
    const observer = new MutationObserver(() => restore(10));
    place.addEventListener('focusin', remember);
    place.addEventListener('focusout', forget);
    observer.observe(place, { childList: true, subtree: true });
    // Dialogs stand beside the page.
    observer.observe(document.body, { childList: true });
    return () => {
      place.removeEventListener('focusin', remember);
      place.removeEventListener('focusout', forget);
      observer.disconnect();
      clearTimeout(again);
    };
  }, []);
}
