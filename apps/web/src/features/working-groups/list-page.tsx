import { useDeferredValue, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useQuery } from '@apollo/client/react';
import { sentenceOf } from '../../lib/errors.ts';
import { useRoom } from '../../lib/use-live.ts';
import { usePages } from '../../lib/use-pages.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Pager } from '../../ui/frame-parts.tsx';
import { RowList } from '../../ui/list.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { EmptyState, ErrorState, LoadingRows } from '../../ui/states.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { useViewer } from '../people/index.ts';
import {
  WorkingGroupCountsDocument,
  WorkingGroupsDocument,
  type WorkingGroupCountsQuery,
  type WorkingGroupsQuery,
} from './documents.generated.ts';
import { GroupRow } from './group-row.tsx';
import { listSentence } from './sentences.tsx';
import { listViews, viewFilter, type ListView } from './list-views.ts';
import './working-groups.scss';

const groupsOf = (data: WorkingGroupsQuery) => data.workingGroups;
/** So many groups of one's own are heard of at once; nearly everybody has fewer. */
const mostHeard = 50;
const isView = (name: string | null): name is ListView => name !== null && name in listViews;

/** All groups whose card the viewer may see: their own, all, those open to them. */
export function ListPage() {
  const { viewerCan } = useViewer();
  const [params, setParams] = useSearchParams();
  const counts = useQuery(WorkingGroupCountsDocument, { fetchPolicy: 'cache-and-network' });
  const wanted = params.get('liste');
  const known = counts.data ?? counts.previousData;
  const view = isView(wanted) ? wanted : known && (known.mine.total > 0 ? 'meine' : 'alle');
  const [text, setText] = useState(params.get('suche') ?? '');
  const search = useDeferredValue(text.trim());
  const shown = (Object.keys(listViews) as ListView[]).filter(
    (name) => name !== 'vorschlaege' || viewerCan.decideProposals || (known?.proposals.total ?? 0) > 0,
  );
  return (
    <>
      <PageHeader
        title="Arbeitsgruppen"
        lead={known && listSentence({ mine: known.mine.total, joinable: known.joinable.total })}
        actions={
          viewerCan.createGroup ? (
            <LinkButton to="/arbeitsgruppen/neu" size="medium" variant="primary" icon="add">
              Arbeitsgruppe einrichten
            </LinkButton>
          ) : (
            viewerCan.proposeGroup && (
              <LinkButton to="/arbeitsgruppen/neu" size="medium" icon="add">
                Arbeitsgruppe vorschlagen
              </LinkButton>
            )
          )
        }
      />
      <Tabs
        label="Welche Arbeitsgruppen"
        tabs={shown.map((name) => ({
          to: `?liste=${name}`,
          label: listViews[name],
          current: name === view,
          mark: known && <span className="ui-count">{countOf(known, name)}</span>,
        }))}
      />
      <SearchField
        label="In dieser Liste suchen"
        value={text}
        onChange={(now) => {
          setText(now);
          setParams(
            (all) => {
              if (now.trim()) all.set('suche', now);
              else all.delete('suche');
              return all;
            },
            { replace: true, preventScrollReset: true },
          );
        }}
      />
      {counts.error && !known && !view ? (
        <ErrorState onRetry={() => void counts.refetch()}>{sentenceOf(counts.error)}</ErrorState>
      ) : view ? (
        <Groups view={view} text={search} />
      ) : (
        <LoadingRows />
      )}
    </>
  );
}

const countOf = (counts: WorkingGroupCountsQuery, view: ListView): number =>
  ({ meine: counts.mine, alle: counts.all, offen: counts.joinable, vorschlaege: counts.proposals })[view].total;

function Groups({ view, text }: { view: ListView; text: string }) {
  const { nodes, total, error, more, busy, retry } = usePages(
    WorkingGroupsDocument,
    { filter: viewFilter(view, text), first: 30 },
    groupsOf,
  );
  if (error !== undefined && nodes.length === 0) return <ErrorState onRetry={retry}>{sentenceOf(error)}</ErrorState>;
  if (total === null) return <LoadingRows rows={4} />;
  if (nodes.length === 0)
    return text ? (
      <EmptyState>Keine Arbeitsgruppe passt zu „{text}“.</EmptyState>
    ) : view === 'meine' ? (
      <EmptyState action={<LinkButton to="?liste=offen">Offene Arbeitsgruppen ansehen</LinkButton>}>
        Sie arbeiten noch in keiner Arbeitsgruppe mit.
      </EmptyState>
    ) : view === 'offen' ? (
      <EmptyState>Zurzeit gibt es keine weitere Arbeitsgruppe, in der Sie mitarbeiten können.</EmptyState>
    ) : view === 'vorschlaege' ? (
      <EmptyState>Kein Vorschlag wartet auf eine Entscheidung.</EmptyState>
    ) : (
      <EmptyState>Es gibt noch keine Arbeitsgruppe.</EmptyState>
    );
  return (
    <>
      <RowList label={listViews[view]}>
        {nodes.map((group) => (
          <GroupRow key={group.id} group={group} />
        ))}
      </RowList>
      {nodes
        .filter((group) => group.viewerMembership?.status === 'ACTIVE')
        .slice(0, mostHeard)
        .map(({ id }) => (
          <Heard key={id} room={`group:${id}`} />
        ))}
      {more && <Pager onMore={more} busy={busy} rest={total - nodes.length} />}
    </>
  );
}

/** A room that is heard while its group is in the list: what is new there moves the list without a notice. */
function Heard({ room }: { room: string }) {
  useRoom(room);
  return null;
}
