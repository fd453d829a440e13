import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useQuery } from '@apollo/client/react';
import type { WishStatus } from '@kollab/contract';
import { sentenceOf } from '../../lib/errors.ts';
import { usePages } from '../../lib/use-pages.ts';
import { Button } from '../../ui/button.tsx';
import { Segmented } from '../../ui/choice.tsx';
import { Pager } from '../../ui/frame-parts.tsx';
import { Select } from '../../ui/field.tsx';
import { RowList } from '../../ui/list.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState, ErrorState, LoadingRows } from '../../ui/states.tsx';
import { useViewer } from '../people/index.ts';
import { TopicWishesDocument, WishSeriesDocument, type TopicWishesQuery } from './documents.generated.ts';
import { SectionTabs } from './parts.tsx';
import { WishDialog } from './wish-dialog.tsx';
import { WishRow } from './wish-row.tsx';

const views = [
  { value: 'offen', label: 'Offen' },
  { value: 'eingeplant', label: 'Eingeplant und behandelt' },
  { value: 'erledigt', label: 'Nicht aufgenommen' },
] as const;
type View = (typeof views)[number]['value'];

const statuses: Record<View, WishStatus[]> = {
  offen: ['OPEN'],
  eingeplant: ['PLANNED', 'TREATED'],
  erledigt: ['DECLINED', 'MERGED', 'WITHDRAWN'],
};
const empty: Record<View, string> = {
  offen: 'Zurzeit ist kein Themenwunsch offen.',
  eingeplant: 'Noch ist kein Themenwunsch eingeplant.',
  erledigt: 'Kein Themenwunsch wurde abgelehnt, zusammengeführt oder zurückgezogen.',
};
const wishesOf = (data: TopicWishesQuery) => data.topicWishes;

/** What people want to talk about: wished by one, carried by the votes of others, planned by the editor. */
export function WishesPage() {
  const viewer = useViewer();
  const [params, setParams] = useSearchParams();
  const { data, error, refetch } = useQuery(WishSeriesDocument, { fetchPolicy: 'cache-and-network' });
  const [asked, ask] = useState(false);
  const all = data?.sprechstundenSeries ?? [];
  const series = all.find(({ id }) => id === params.get('reihe')) ?? all[0];
  const view = views.find(({ value }) => value === params.get('liste'))?.value ?? 'offen';
  const go = (name: string, value: string) =>
    setParams(
      (now) => {
        now.set(name, value);
        return now;
      },
      { replace: true, preventScrollReset: true },
    );
  return (
    <>
      <PageHeader
        title="Themenwünsche"
        lead="Was soll in einer Sprechstunde behandelt werden? Stimmen zeigen, wen es noch betrifft."
        crumbs={[{ label: 'Sprechstunden', to: '/sprechstunden' }, { label: 'Themenwünsche' }]}
        actions={
          series &&
          viewer.affiliations.length > 0 && (
            <Button size="medium" variant="primary" icon="add" onClick={() => ask(true)}>
              Thema wünschen …
            </Button>
          )
        }
      />
      <SectionTabs />
      {series ? (
        <div className="ui-flow">
          {all.length > 1 && (
            <Select label="Reihe" value={series.id} onChange={(event) => go('reihe', event.target.value)}>
              {all.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )}
          <div>
            <Segmented label="Welche Themenwünsche" options={views} value={view} onChange={(now) => go('liste', now)} />
          </div>
          <Wishes seriesId={series.id} view={view} />
        </div>
      ) : data ? (
        <EmptyState>Noch gibt es keine Reihe, für die Sie sich ein Thema wünschen können.</EmptyState>
      ) : error ? (
        <ErrorState onRetry={() => void refetch()}>{sentenceOf(error)}</ErrorState>
      ) : (
        <LoadingRows rows={4} />
      )}
      {asked && series && <WishDialog seriesId={series.id} onClose={() => ask(false)} />}
    </>
  );
}

function Wishes({ seriesId, view }: { seriesId: string; view: View }) {
  const { nodes, total, error, more, busy, retry } = usePages(
    TopicWishesDocument,
    { seriesId, statuses: statuses[view], first: 30 },
    wishesOf,
  );
  if (error !== undefined && nodes.length === 0) return <ErrorState onRetry={retry}>{sentenceOf(error)}</ErrorState>;
  if (total === null) return <LoadingRows rows={4} />;
  if (nodes.length === 0) return <EmptyState>{empty[view]}</EmptyState>;
  return (
    <>
      <RowList label="Themenwünsche">
        {nodes.map((wish) => (
          <WishRow key={wish.id} wish={wish} />
        ))}
      </RowList>
      {more && <Pager onMore={more} busy={busy} rest={total - nodes.length} />}
    </>
  );
}
