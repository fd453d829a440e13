import { useEffect, useRef, type RefObject } from 'react';

const reachable = 'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), h1[tabindex]';
const first = (place: Element): HTMLElement | null => place.querySelector<HTMLElement>(reachable);

/**
 * When the row or button that holds the focus goes away (done, or taken away by somebody else), the focus moves to the nearest
 * thing that is left, and not to the top of the page.
 */
export function useKeptFocus<Element extends HTMLElement>(): RefObject<Element | null> {
  const box = useRef<Element>(null);
  useEffect(() => {
    const place = box.current;
    if (!place) return;
    let held: HTMLElement | null = null;
    let way: { element: HTMLElement; index: number }[] = [];
    const remember = (event: FocusEvent) => {
      held = event.target as HTMLElement;
      way = [];
      for (let element = held; element !== place && element.parentElement; element = element.parentElement)
        way.push({ element: element.parentElement, index: [...element.parentElement.children].indexOf(element) });
    };
    const forget = (event: FocusEvent) => {
      if (event.relatedTarget !== null) held = null;
    };
    const observer = new MutationObserver(() => {
      if (!held || held.isConnected || (document.activeElement !== document.body && document.activeElement !== null)) return;
      held = null;
      for (const { element, index } of way) {
        if (!element.isConnected) continue;
        const sibling = element.matches('ul, ol') ? (element.children[index] ?? element.children[element.children.length - 1]) : undefined;
        const next = (sibling && first(sibling)) ?? first(element);
        if (next) {
          next.focus();
          return;
        }
      }
    });
    place.addEventListener('focusin', remember);
    place.addEventListener('focusout', forget);
    observer.observe(place, { childList: true, subtree: true });
    return () => {
      place.removeEventListener('focusin', remember);
      place.removeEventListener('focusout', forget);
      observer.disconnect();
    };
  }, []);
  return box;
}
