import { useEffect, useState, type ReactNode } from 'react';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { LiveTag, StatusBadge, Tag } from '../../ui/marks.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { formatTime } from '../../lib/dates.ts';
import { useViewer } from '../people/index.ts';
import type { SprechstundeStatus } from '@kollab/contract';
import './sprechstunden.scss';

/** The pages of this section. */
export function SectionTabs() {
  const { viewerCan } = useViewer();
  return (
    <Tabs
      label="Bereiche der Sprechstunden"
      tabs={[
        { to: '/sprechstunden', label: 'Termine', end: true },
        { to: '/sprechstunden/themenwuensche', label: 'Themenwünsche' },
        { to: '/fragen', label: 'Fragen' },
        { to: '/faq', label: 'FAQ' },
        ...(viewerCan.editSprechstunden ? [{ to: '/sprechstunden/reihen', label: 'Reihen und Verteiler' }] : []),
      ]}
    />
  );
}

/** Where an event stands; an announced one says nothing, its date does. */
export function EventState({ event }: { event: { status: SprechstundeStatus; liveSince?: string | null } }) {
  switch (event.status) {
    case 'LIVE':
      return <LiveTag>{event.liveSince ? `Läuft seit ${formatTime(event.liveSince)}` : 'Läuft'}</LiveTag>;
    case 'CANCELLED':
      return <StatusBadge status="danger">fällt aus</StatusBadge>;
    case 'DRAFT':
      return <Tag>Entwurf</Tag>;
    case 'DONE':
      return <Tag>beendet</Tag>;
    case 'ANNOUNCED':
      return null;
  }
}

type AwayProps = { href: string; icon: IconName; primary?: boolean; children: ReactNode };

/** A button that leads out of the platform. */
export function AwayButton({ href, icon, primary = false, children }: AwayProps) {
  return (
    <a className={`kern-btn ui-btn--medium kern-btn--${primary ? 'primary' : 'secondary'}`} href={href} rel="noreferrer" target="_blank">
      <Icon name={icon} />
      <span className="kern-label">{children}</span>
      <span className="ui-hidden"> (neues Fenster)</span>
    </a>
  );
}

/** The time, once a minute anew. */
export function useMinute(): number {
  const [now, tick] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => tick(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
