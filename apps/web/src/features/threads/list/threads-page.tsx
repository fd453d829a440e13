import { useDeferredValue, useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { useQuery } from '@apollo/client/react';
import { sentenceOf } from '../../../lib/errors.ts';
import { useRoom } from '../../../lib/use-live.ts';
import { usePages } from '../../../lib/use-pages.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Pager } from '../../../ui/frame-parts.tsx';
import { RowList } from '../../../ui/list.tsx';
import { FilterChip } from '../../../ui/marks.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { Section } from '../../../ui/section.tsx';
import { EmptyState, ErrorState, LoadingRows } from '../../../ui/states.tsx';
import { ThreadGroupDocument, ThreadsDocument, type ThreadsQuery } from '../documents.generated.ts';
import { ThreadRow } from './thread-row.tsx';
import '../threads.scss';

const filters = { ungelesen: 'Ungelesene', geschlossen: 'Geschlossene' } as const;
type Filter = keyof typeof filters;

const threadsOf = (data: ThreadsQuery) => data.workingGroup.threads;

/** All discussions of a group; those that still go on, unless the closed ones are wanted. */
export function ThreadsPage() {
  const { id: groupId = '' } = useParams();
  useRoom(`group:${groupId}`);
  const [params, setParams] = useSearchParams();
  const { data } = useQuery(ThreadGroupDocument, { variables: { groupId }, fetchPolicy: 'cache-and-network' });
  const [text, setText] = useState(params.get('suche') ?? '');
  const search = useDeferredValue(text.trim());
  const chosen = params.getAll('nur').filter((name): name is Filter => name in filters);
  const mayOpen = data?.workingGroup.viewerCan.openThread ?? false;

  const change = (set: (all: URLSearchParams) => void) =>
    setParams(
      (all) => {
        set(all);
        return all;
      },
      { replace: true, preventScrollReset: true },
    );
  const toggle = (name: Filter) => change((all) => (all.has('nur', name) ? all.delete('nur', name) : all.append('nur', name)));

  return (
    <Section title="Diskussionen">
      <div className="thr-filters">
        <SearchField
          label="In den Diskussionen suchen"
          value={text}
          onChange={(now) => {
            setText(now);
            change((all) => (now.trim() ? all.set('suche', now) : all.delete('suche')));
          }}
        />
        <div className="ui-row" role="group" aria-label="Nur zeigen">
          {(Object.keys(filters) as Filter[]).map((name) => (
            <FilterChip key={name} pressed={chosen.includes(name)} onPress={() => toggle(name)}>
              {filters[name]}
            </FilterChip>
          ))}
        </div>
      </div>
      <Threads groupId={groupId} text={search} chosen={chosen} mayOpen={mayOpen} />
    </Section>
  );
}

type ThreadsProps = { groupId: string; text: string; chosen: readonly Filter[]; mayOpen: boolean };

function Threads({ groupId, text, chosen, mayOpen }: ThreadsProps) {
  const filter = {
    text: text || null,
    unread: chosen.includes('ungelesen') || null,
    closed: chosen.includes('geschlossen'),
  };
  const { nodes, total, error, more, busy, retry } = usePages(ThreadsDocument, { groupId, filter, first: 30 }, threadsOf);
  if (error !== undefined && nodes.length === 0) return <ErrorState onRetry={retry}>{sentenceOf(error)}</ErrorState>;
  if (total === null) return <LoadingRows rows={5} />;
  if (nodes.length === 0) return <Empty text={text} chosen={chosen} mayOpen={mayOpen} />;
  return (
    <>
      <RowList label="Diskussionen">
        {nodes.map((thread) => (
          <ThreadRow key={thread.id} thread={thread} to={`/arbeitsgruppen/${groupId}/diskussionen/${thread.id}`} />
        ))}
      </RowList>
      {more && <Pager onMore={more} busy={busy} rest={total - nodes.length} />}
    </>
  );
}

function Empty({ text, chosen, mayOpen }: Omit<ThreadsProps, 'groupId'>) {
  if (text) return <EmptyState>Keine Diskussion passt zu „{text}“.</EmptyState>;
  if (chosen.length > 0) {
    const words = chosen.includes('ungelesen') ? 'Sie haben alles gelesen.' : 'So eine Diskussion gibt es hier nicht.';
    return <EmptyState action={<LinkButton to=".">Alle offenen Diskussionen zeigen</LinkButton>}>{words}</EmptyState>;
  }
  return (
    <EmptyState action={mayOpen && <LinkButton to="neu">Erste Diskussion beginnen</LinkButton>}>
      Hier läuft gerade keine Diskussion.
    </EmptyState>
  );
}
