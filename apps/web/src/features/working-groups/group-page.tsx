import { Outlet, useLocation, useParams } from 'react-router';
import { useQuery } from '@apollo/client/react';
import { refusalOf, sentenceOf } from '../../lib/errors.ts';
import { useRoom } from '../../lib/use-live.ts';
import { Counter } from '../../ui/marks.tsx';
import { FailedPage, LoadingPage, NotFoundState } from '../../ui/states.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { CardPage } from './card-page.tsx';
import { WorkingGroupDocument } from './documents.generated.ts';
import { GroupHeader } from './group-header.tsx';
import './working-groups.scss';

const back = { to: '/arbeitsgruppen', label: 'Zu den Arbeitsgruppen' };

/** The frame of one group: head, parts, and the part that is shown. Who may not read it sees the card and the way in. */
export function GroupPage() {
  const { id = '' } = useParams();
  return <GroupFrame key={id} id={id} />;
}

function GroupFrame({ id }: { id: string }) {
  const { pathname } = useLocation();
  const { data, error, refetch, readable } = useGroupQuery(id);
  const group = data?.workingGroup;
  if (!group)
    return !error ? (
      <LoadingPage />
    ) : refusalOf(error).code === 'not_found' ? (
      <NotFoundState back={back}>Diese Arbeitsgruppe gibt es nicht, oder sie ist nicht für Sie freigegeben.</NotFoundState>
    ) : (
      <FailedPage onRetry={() => void refetch()}>{sentenceOf(error)}</FailedPage>
    );
  const base = `/arbeitsgruppen/${id}`;
  const tabs = [
    { to: base, label: 'Überblick', end: true },
    {
      to: `${base}/diskussionen`,
      label: 'Diskussionen',
      mark: <Counter value={group.unreadThreadCount} unit="mit Neuem" />,
    },
    { to: `${base}/fragen`, label: 'Fragen' },
    {
      to: `${base}/mitglieder`,
      label: 'Mitglieder',
      mark: <span className="ui-count">{group.memberCount}</span>,
    },
  ];
  const part = tabs.find((tab) => !tab.end && pathname.startsWith(tab.to))?.label;
  return (
    <>
      <GroupHeader group={group} part={part} />
      {readable ? (
        <>
          <Tabs label="Bereiche der Arbeitsgruppe" tabs={tabs} />
          <Outlet context={group} />
        </>
      ) : (
        <CardPage group={group} />
      )}
    </>
  );
}

/** The rooms follow what may be read: after joining, the group's room opens; after leaving, it is left. */
function useGroupQuery(id: string) {
  const query = useQuery(WorkingGroupDocument, { variables: { id }, fetchPolicy: 'cache-and-network' });
  const can = query.data?.workingGroup.viewerCan;
  useRoom(can?.read ? `group:${id}` : null);
  useRoom(can?.lead ? `lead:${id}` : null);
  return { ...query, readable: can?.read ?? false };
}
