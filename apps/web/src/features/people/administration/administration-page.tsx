import { Suspense } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { skipToken, useQuery } from '@apollo/client/react';
import { PageHeader } from '../../../ui/page-header.tsx';
import { ForbiddenState, LoadingRows } from '../../../ui/states.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import { AdministrationCountsDocument } from './documents.generated.ts';
import { useViewer } from '../viewer.ts';
import '../people.scss';

/** The operator's desk. AUDITOR sees the log, and nothing else. */
export function AdministrationPage() {
  const { viewerCan } = useViewer();
  const { pathname } = useLocation();
  const { data } = useQuery(AdministrationCountsDocument, viewerCan.administer ? { fetchPolicy: 'cache-and-network' } : skipToken);
  if (!viewerCan.administer && !viewerCan.readAudit)
    return <ForbiddenState>Hier arbeitet die Betriebsverwaltung des Landes.</ForbiddenState>;
  if (!viewerCan.administer && pathname !== '/verwaltung/protokoll') return <Navigate to="/verwaltung/protokoll" replace />;
  const count = (value: number | undefined) => (value ? <span className="ui-count">{value}</span> : undefined);
  const log = { to: '/verwaltung/protokoll', label: 'Protokoll' };
  const tabs = viewerCan.administer
    ? [
        { to: '/verwaltung', label: 'Übersicht', end: true },
        { to: '/verwaltung/personen', label: 'Personen' },
        { to: '/verwaltung/anfragen', label: 'Anfragen', mark: count(data?.unanswered.total) },
        { to: '/verwaltung/koordination', label: 'Ohne Koordination', mark: count(data?.withoutCoordination.total) },
        { to: '/verwaltung/texte', label: 'Texte' },
        { to: '/verwaltung/barrieren', label: 'Barrieren', mark: count(data?.barriers.total) },
        { to: '/verwaltung/mails', label: 'E-Mails' },
        log,
      ]
    : [log];
  return (
    <>
      <PageHeader title="Verwaltung" />
      {tabs.length > 1 && <Tabs label="Bereiche der Verwaltung" tabs={tabs} />}
      <Suspense fallback={<LoadingRows />}>
        <Outlet />
      </Suspense>
    </>
  );
}
