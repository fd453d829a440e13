import type { ReactNode } from 'react';
import { NavLink } from 'react-router';

export type Tab = { to: string; label: string; mark?: ReactNode; end?: boolean };

/** The parts of one thing, each with its own address: links, not a widget. */
export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  return (
    <nav aria-label={label}>
      <div className="ui-tabs">
        {tabs.map((tab) => (
          <NavLink key={tab.to} to={tab.to} end={tab.end ?? false}>
            {tab.label}
            {tab.mark}
          </NavLink>
        ))}
      </div>
    </nav>
  );
}
