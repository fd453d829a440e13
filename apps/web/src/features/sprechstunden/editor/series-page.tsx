import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useQuery } from '@apollo/client/react';
import { formatDate } from '../../../lib/dates.ts';
import { sentenceOf } from '../../../lib/errors.ts';
import { usePages } from '../../../lib/use-pages.ts';
import { Button } from '../../../ui/button.tsx';
import { Select } from '../../../ui/field.tsx';
import { Pager } from '../../../ui/frame-parts.tsx';
import { RowList } from '../../../ui/list.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Section } from '../../../ui/section.tsx';
import { EmptyState, ErrorState, ForbiddenState, LoadingRows } from '../../../ui/states.tsx';
import { useViewer } from '../../people/index.ts';
import { SprechstundenDocument, type SprechstundenQuery } from '../documents.generated.ts';
import { EventRow } from '../event-row.tsx';
import { SectionTabs } from '../parts.tsx';
import { Distribution } from './distribution.tsx';
import { SeriesDeskDocument, type SeriesFormFragment } from './documents.generated.ts';
import { rhythmWords } from './rhythm.ts';
import { SeriesDays } from './series-days.tsx';
import { SeriesDialog } from './series-dialog.tsx';

const eventsOf = (data: SprechstundenQuery) => data.sprechstunden;

/** For the editor: the series, their dates also as drafts, and who is invited to them. */
export function SeriesPage() {
  if (!useViewer().viewerCan.editSprechstunden)
    return (
      <ForbiddenState back={{ to: '/sprechstunden', label: 'Zu den Sprechstunden' }}>Reihen pflegt die Landesredaktion.</ForbiddenState>
    );
  return <AllSeries />;
}

function AllSeries() {
  const [params, setParams] = useSearchParams();
  const { data, error, refetch } = useQuery(SeriesDeskDocument, { fetchPolicy: 'cache-and-network' });
  const [making, make] = useState(false);
  const all = data?.sprechstundenSeries ?? [];
  const series = all.find(({ id }) => id === params.get('reihe')) ?? all[0];
  const show = (id: string) => setParams({ reihe: id }, { replace: true, preventScrollReset: true });
  return (
    <>
      <PageHeader
        title="Reihen"
        lead="Rhythmus, Termine und Verteiler der Sprechstunden."
        crumbs={[{ label: 'Sprechstunden', to: '/sprechstunden' }, { label: 'Reihen' }]}
        actions={
          <Button size="medium" icon="add" onClick={() => make(true)}>
            Reihe anlegen …
          </Button>
        }
      />
      <SectionTabs />
      {series ? (
        <div className="ui-flow">
          {all.length > 1 && (
            <Select label="Reihe" value={series.id} onChange={(event) => show(event.target.value)}>
              {all.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )}
          <OneSeries key={series.id} series={series} />
        </div>
      ) : data ? (
        <EmptyState>Noch gibt es keine Reihe. Oben legen Sie die erste an.</EmptyState>
      ) : error ? (
        <ErrorState onRetry={() => void refetch()}>{sentenceOf(error)}</ErrorState>
      ) : (
        <LoadingRows rows={4} />
      )}
      {making && <SeriesDialog series={null} onMade={show} onClose={() => make(false)} />}
    </>
  );
}

function OneSeries({ series }: { series: SeriesFormFragment }) {
  const [editing, edit] = useState(false);
  const facts: [string, string][] = [
    ['Rhythmus', rhythmWords(series.rule)],
    ['Seit', formatDate(series.firstDay)],
    ['Zeit', `${series.startTime} Uhr, ${series.minutes} Minuten`],
    ['Offenes Format', series.openEvery === 1 ? 'jede' : `jede ${series.openEvery}.`],
    ['Nächste Nummer', String(series.nextNo)],
    ['Ausnahmen', series.exceptions.map((day) => formatDate(day)).join(', ') || 'keine'],
    ['Es lädt ein', series.organiser.title],
    ['Ort', series.place || 'nicht genannt'],
  ];
  return (
    <>
      <Section
        title={series.name}
        aside={
          <Button icon="edit" onClick={() => edit(true)}>
            Reihe bearbeiten …
          </Button>
        }
      >
        <dl className="spr-facts">
          {facts.map(([term, what]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <SeriesDays series={series} />
      <Events seriesId={series.id} />
      <Distribution series={series} />
      {editing && <SeriesDialog series={series} onClose={() => edit(false)} />}
    </>
  );
}

function Events({ seriesId }: { seriesId: string }) {
  const { nodes, total, error, more, busy, retry } = usePages(
    SprechstundenDocument,
    { filter: { seriesId, past: false }, first: 20 },
    eventsOf,
  );
  return (
    <Section title="Kommende Termine und Entwürfe" count={total ?? undefined}>
      {error !== undefined && nodes.length === 0 ? (
        <ErrorState onRetry={retry}>{sentenceOf(error)}</ErrorState>
      ) : total === null ? (
        <LoadingRows rows={3} />
      ) : nodes.length === 0 ? (
        <EmptyState>Zurzeit ist kein Termin dieser Reihe geplant.</EmptyState>
      ) : (
        <RowList label="Kommende Termine und Entwürfe">
          {nodes.map((event) => (
            <EventRow key={event.id} event={event} />
          ))}
        </RowList>
      )}
      {more && total !== null && <Pager onMore={more} busy={busy} rest={total - nodes.length} />}
    </Section>
  );
}
