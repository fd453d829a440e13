import { useEffect, useState } from 'react';

/** How long messages are gathered, and how long after the last key we stay silent. */
const gather = 700;
const typing = 2500;

const waiting: string[] = [];
const listeners = new Set<(text: string) => void>();
let timer: ReturnType<typeof setTimeout> | undefined;
let lastKey = 0;

/**
 * Tells screen readers politely what happened. Messages of a moment become one, equal ones are said once, and nobody is
 * interrupted while typing.
 */
export function announce(message: string): void {
  if (!waiting.includes(message)) waiting.push(message);
  timer ??= setTimeout(speak, gather);
}

function speak(): void {
  const quiet = Date.now() - lastKey;
  if (quiet < typing) {
    timer = setTimeout(speak, typing - quiet);
    return;
  }
  timer = undefined;
  const text = waiting.splice(0).join('. ');
  for (const listener of listeners) listener(text);
}

/** Stands once in the frame, always in the page, so that screen readers know it before anything is said. */
export function LiveRegion() {
  const [text, setText] = useState('');
  useEffect(() => {
    const typed = () => {
      lastKey = Date.now();
    };
    listeners.add(setText);
    document.addEventListener('input', typed, true);
    return () => {
      listeners.delete(setText);
      document.removeEventListener('input', typed, true);
    };
  }, []);
  return (
    <div className="ui-hidden" role="status" aria-live="polite">
      {text}
    </div>
  );
}
