import { useParams } from 'react-router';
import { useQuery } from '@apollo/client/react';
import { formatDayMonth } from '../../lib/dates.ts';
import { counted } from '../../lib/counts.ts';
import { sentenceOf } from '../../lib/errors.ts';
import { Row, RowList } from '../../ui/list.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState, ErrorState, LoadingRows, NotFoundState } from '../../ui/states.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { TreatedTopicsDocument } from './documents.generated.ts';
import { eventLabel } from './words.ts';

/** What was treated in a year, for everybody. */
export function YearPage() {
  const { jahr = '' } = useParams();
  return /^20\d\d$/.test(jahr) ? <Year year={Number(jahr)} /> : <NotFoundState back={{ to: '/termine', label: 'Zu den Terminen' }} />;
}

function Year({ year }: { year: number }) {
  const { data, error, refetch } = useQuery(TreatedTopicsDocument, { variables: { year }, fetchPolicy: 'cache-and-network' });
  const treated = data?.treatedTopics;
  const years = [...new Set([year, ...(treated?.years ?? [])])].sort((a, b) => b - a);
  return (
    <>
      <PageHeader
        title={`Themen der Sprechstunden ${year}`}
        lead={treated && `${counted(treated.events.length, 'Veranstaltung', 'Veranstaltungen')} im Jahr ${year}.`}
        crumbs={[{ label: 'Termine der Sprechstunden', to: '/termine' }, { label: String(year) }]}
      />
      {years.length > 1 && (
        <Tabs label="Jahr" tabs={years.map((one) => ({ to: `/termine/${one}`, label: String(one), current: one === year }))} />
      )}
      {treated ? (
        treated.events.length === 0 ? (
          <EmptyState>{`Im Jahr ${year} hat noch keine Sprechstunde stattgefunden.`}</EmptyState>
        ) : (
          <RowList label={`Themen ${year}`}>
            {treated.events.map(({ id, no, title, seriesName, startsAt, topics }) => (
              <Row
                key={id}
                level="h2"
                title={eventLabel({ no: no ?? null, title, series: seriesName ? { name: seriesName } : null })}
                meta={formatDayMonth(startsAt)}
                foot={topics.length > 0 ? <p>{topics.join(', ')}</p> : undefined}
              />
            ))}
          </RowList>
        )
      ) : error ? (
        <ErrorState onRetry={() => void refetch()}>{sentenceOf(error)}</ErrorState>
      ) : (
        <LoadingRows rows={5} />
      )}
    </>
  );
}
