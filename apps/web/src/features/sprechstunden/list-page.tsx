import { useDeferredValue, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { sentenceOf } from '../../lib/errors.ts';
import { useRoom } from '../../lib/use-live.ts';
import { usePages } from '../../lib/use-pages.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Pager } from '../../ui/frame-parts.tsx';
import { RowList } from '../../ui/list.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Section } from '../../ui/section.tsx';
import { EmptyState, ErrorState, LoadingRows } from '../../ui/states.tsx';
import { useViewer } from '../people/index.ts';
import { SprechstundenDocument, type EventCardFragment, type SprechstundenQuery } from './documents.generated.ts';
import { EventRow } from './event-row.tsx';
import { NextEvent } from './next-event.tsx';
import { SectionTabs } from './parts.tsx';

const eventsOf = (data: SprechstundenQuery) => data.sprechstunden;
/** What runs goes before what comes; what falls out is never the next one. */
const isNext = (event: EventCardFragment): boolean => event.status === 'LIVE' || event.status === 'ANNOUNCED';

/** All dates: the next one large, then the coming ones, then the past ones. */
export function ListPage() {
  const { viewerCan } = useViewer();
  const [params, setParams] = useSearchParams();
  const [text, setText] = useState(params.get('suche') ?? '');
  const search = useDeferredValue(text.trim());
  return (
    <>
      <PageHeader
        title="Sprechstunden"
        lead="Fragen an das Land, offen für alle Verwaltungen."
        actions={
          viewerCan.editSprechstunden && (
            <LinkButton size="medium" icon="add" to="/sprechstunden/neu">
              Termin anlegen
            </LinkButton>
          )
        }
      />
      <SectionTabs />
      <div className="ui-flow">
        <SearchField
          label="In Titeln und Themen suchen"
          value={text}
          onChange={(now) => {
            setText(now);
            setParams(now.trim() ? { suche: now } : {}, { replace: true, preventScrollReset: true });
          }}
        />
        <Coming text={search} />
        <Past text={search} />
      </div>
    </>
  );
}

const filterOf = (past: boolean, text: string) => (text === '' ? { past } : { past, text });

function Coming({ text }: { text: string }) {
  const { nodes, total, error, more, busy, retry } = usePages(
    SprechstundenDocument,
    { filter: filterOf(false, text), first: 30 },
    eventsOf,
  );
  const next = text === '' ? (nodes.find(({ status }) => status === 'LIVE') ?? nodes.find(isNext)) : undefined;
  const rest = nodes.filter((event) => event !== next);
  return (
    <>
      {next && <NextEvent event={next} />}
      <Section
        title={next ? 'Danach' : 'Kommende Termine'}
        count={next && total ? total - 1 : (total ?? undefined)}
        aside={<Link to="/konto#kalender">Alle Termine als Kalender</Link>}
      >
        {error !== undefined && nodes.length === 0 ? (
          <ErrorState onRetry={retry}>{sentenceOf(error)}</ErrorState>
        ) : total === null ? (
          <LoadingRows rows={4} />
        ) : rest.length === 0 ? (
          <EmptyState>
            {text
              ? `Kein kommender Termin passt zu „${text}“.`
              : next
                ? 'Weitere Termine stehen noch nicht fest.'
                : 'Zurzeit ist kein Termin geplant.'}
          </EmptyState>
        ) : (
          <RowList label="Kommende Termine">
            {rest.map((event) => (
              <EventRow key={event.id} event={event} />
            ))}
          </RowList>
        )}
        {more && total !== null && <Pager onMore={more} busy={busy} rest={total - nodes.length} />}
      </Section>
      {rest
        .filter((event) => event.ownRegistrations.length > 0)
        .map(({ id }) => (
          <Heard key={id} room={`event:${id}`} />
        ))}
    </>
  );
}

function Past({ text }: { text: string }) {
  const { nodes, total, error, more, busy, retry } = usePages(SprechstundenDocument, { filter: filterOf(true, text), first: 30 }, eventsOf);
  return (
    <Section title="Vergangene Termine" count={total ?? undefined}>
      {error !== undefined && nodes.length === 0 ? (
        <ErrorState onRetry={retry}>{sentenceOf(error)}</ErrorState>
      ) : total === null ? (
        <LoadingRows rows={4} />
      ) : nodes.length === 0 ? (
        <EmptyState>{text ? `Kein vergangener Termin passt zu „${text}“.` : 'Noch hat keine Sprechstunde stattgefunden.'}</EmptyState>
      ) : (
        <RowList label="Vergangene Termine">
          {nodes.map((event) => (
            <EventRow key={event.id} event={event} />
          ))}
        </RowList>
      )}
      {more && total !== null && <Pager onMore={more} busy={busy} rest={total - nodes.length} />}
    </Section>
  );
}

/** Where somebody of one's own is registered, a place that becomes free is seen at once. */
function Heard({ room }: { room: string }) {
  useRoom(room);
  return null;
}
