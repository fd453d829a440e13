import type { ReactNode } from 'react';
import { Link, NavLink } from 'react-router';

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
  return (
    <nav aria-label={label}>
      <div className="ui-tabs">
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
