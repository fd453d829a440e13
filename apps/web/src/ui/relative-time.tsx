import { useId, useRef, useState, useSyncExternalStore } from 'react';
import { Link } from 'react-router';
import { formatExact, formatRelative } from '../lib/dates.ts';
import { classes } from './classes.ts';

// One clock for all times of the page. A time renders again only when its own words change.
const listeners = new Set<() => void>();
let clock: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  clock ??= setInterval(() => listeners.forEach((tick) => tick()), 15_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(clock);
      clock = undefined;
    }
  };
}

type RelativeTimeProps = {
  at: string;
  /** The lasting address of what happened then: the time becomes its link. */
  to?: string;
};

/** "vor 12 Minuten", and on hover, focus or tap, and on paper, the exact time in Berlin. */
export function RelativeTime({ at, to }: RelativeTimeProps) {
  const words = useSyncExternalStore(subscribe, () => formatRelative(at));
  const [open, setOpen] = useState(false);
  const [atEnd, setAtEnd] = useState(false);
  const box = useRef<HTMLSpanElement>(null);
  const tip = useId();
  const show = () => {
    const rect = box.current?.getBoundingClientRect();
    setAtEnd(rect !== undefined && rect.left + 260 > window.innerWidth);
    setOpen(true);
  };
  const described = { 'aria-describedby': open ? tip : undefined };
  const time = (
    <time dateTime={at} data-exact={formatExact(at)}>
      {words}
    </time>
  );
  return (
    <span
      ref={box}
      className="ui-time"
      onPointerEnter={show}
      onPointerLeave={() => setOpen(false)}
      onFocus={show}
      onBlur={() => setOpen(false)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setOpen(false);
      }}
    >
      {to ? (
        <Link to={to} {...described}>
          {time}
        </Link>
      ) : (
        <span tabIndex={0} {...described}>
          {time}
        </span>
      )}
      {open && (
        <span role="tooltip" id={tip} className={classes('ui-tip', atEnd && 'ui-tip--end')}>
          {formatExact(at)}
        </span>
      )}
    </span>
  );
}
