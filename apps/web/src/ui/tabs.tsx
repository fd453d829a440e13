import { useEffect, useRef, type ReactNode } from 'react';
import { Link, NavLink, useLocation } from 'react-router';

export type Tab = {
  to: string;
  label: string;
  mark?: ReactNode;
  end?: boolean;
  /** Whether this is the one shown, where the path alone does not tell. */
  current?: boolean;
};

/** The parts of one thing, each with its own address: links, not a widget. */
export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  const row = useRef<HTMLDivElement>(null);
  const { key } = useLocation();
  const seen = useRef('');
  // On a phone they scroll in themselves: the one shown stands in sight, also when counts have come and made them wider.
  useEffect(() => {
    const shown = row.current?.querySelector('[aria-current]');
    const now = `${key} ${row.current?.scrollWidth}`;
    if (!row.current || !shown || seen.current === now) return;
    seen.current = now;
    const [outer, inner] = [row.current.getBoundingClientRect(), shown.getBoundingClientRect()];
    row.current.scrollLeft += (inner.left + inner.right - outer.left - outer.right) / 2;
  });
  return (
    <nav aria-label={label}>
      <div className="ui-tabs" ref={row}>
        {tabs.map((tab) =>
          tab.current === undefined ? (
            <NavLink key={tab.to} to={tab.to} end={tab.end ?? false}>
              {tab.label}
              {tab.mark}
            </NavLink>
          ) : (
            <Link key={tab.to} to={tab.to} aria-current={tab.current ? 'page' : undefined}>
              {tab.label}
              {tab.mark}
            </Link>
          ),
        )}
      </div>
    </nav>
  );
}
