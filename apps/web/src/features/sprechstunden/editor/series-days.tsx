import { useState } from 'react';
import { useMutation, useQuery } from '@apollo/client/react';
import { counted } from '../../../lib/counts.ts';
import { dayOf, formatDate, formatDayMonth, formatTime, formatWeekdayLong } from '../../../lib/dates.ts';
import { sentenceOf } from '../../../lib/errors.ts';
import { Button } from '../../../ui/button.tsx';
import { Segmented } from '../../../ui/choice.tsx';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import { Tag } from '../../../ui/marks.tsx';
import { Section } from '../../../ui/section.tsx';
import { EmptyState, ErrorState, LoadingRows } from '../../../ui/states.tsx';
import { useDeed } from '../../../ui/use-deed.ts';
import { PlanSprechstundenDocument, SeriesDaysDocument, type SeriesDaysQuery } from './documents.generated.ts';

type Day = SeriesDaysQuery['seriesDays'][number];
const spans = [
  { value: '3', label: '3 Monate' },
  { value: '6', label: '6 Monate' },
  { value: '12', label: '12 Monate' },
] as const;
type Span = (typeof spans)[number]['value'];

/** The last day of so many months from today. */
const untilOf = (months: Span): string => {
  const day = new Date(`${dayOf(Date.now())}T00:00:00Z`);
  day.setUTCMonth(day.getUTCMonth() + Number(months));
  return day.toISOString().slice(0, 10);
};
const isFree = (day: Day): boolean => !day.planned && !day.excepted && !day.holiday;

function stateOf({ planned, excepted, holiday }: Day): string {
  if (planned) return 'angelegt';
  if (holiday) return `fällt aus: ${holiday}`;
  return excepted ? 'fällt aus: Ausnahme' : 'noch kein Entwurf';
}

/** What the rhythm means in the next months, before anything is made of it. */
export function SeriesDays({ series }: { series: { id: string; name: string; nextNo: number } }) {
  const [span, choose] = useState<Span>('3');
  const [asked, ask] = useState(false);
  const until = untilOf(span);
  const { data, previousData, error, refetch } = useQuery(SeriesDaysDocument, {
    variables: { seriesId: series.id, until },
    fetchPolicy: 'cache-and-network',
  });
  const [plan] = useMutation(PlanSprechstundenDocument, {
    refetchQueries: ['SeriesDays', 'Sprechstunden', 'SeriesDesk'],
    awaitRefetchQueries: true,
  });
  const { busy, run } = useDeed();
  const days = (data ?? previousData)?.seriesDays;
  const free = days?.filter(isFree).length ?? 0;
  const drafts = counted(free, 'Entwurf', 'Entwürfe');
  return (
    <Section title="Tage nach dem Rhythmus" aside="Feiertage und Ausnahmen verbrauchen keine Nummer">
      <div className="ui-row">
        <Segmented label="Wie weit voraus" options={spans} value={span} onChange={choose} />
        {free > 0 && (
          <Button icon="add" onClick={() => ask(true)}>
            {drafts} anlegen …
          </Button>
        )}
      </div>
      {error && !days ? (
        <ErrorState onRetry={() => void refetch()}>{sentenceOf(error)}</ErrorState>
      ) : !days ? (
        <LoadingRows rows={3} />
      ) : days.length === 0 ? (
        <EmptyState>{`Bis zum ${formatDate(until)} ergibt der Rhythmus keinen Tag.`}</EmptyState>
      ) : (
        <ul className="spr-days" aria-label="Tage nach dem Rhythmus">
          {days.map((day) => (
            <li key={day.day}>
              <span>
                {formatWeekdayLong(day.startsAt)}, {formatDayMonth(day.startsAt)}, {formatTime(day.startsAt)} Uhr
              </span>
              {isFree(day) ? <Tag>{stateOf(day)}</Tag> : <span className="ui-meta">{stateOf(day)}</span>}
            </li>
          ))}
        </ul>
      )}
      <ConfirmDialog
        title={`${drafts} anlegen?`}
        open={asked}
        busy={busy}
        confirm={`${drafts} anlegen`}
        onClose={() => ask(false)}
        onConfirm={() =>
          void run(() => plan({ variables: { seriesId: series.id, until } }), {
            text: 'Die Entwürfe sind angelegt. Kündigen Sie jeden an, wenn er fertig ist.',
          }).then(() => ask(false))
        }
      >
        <p>
          {series.name}, bis zum {formatDate(until)}, ab Nummer {series.nextNo}. Nur die Redaktion sieht sie, bis Sie sie ankündigen.
        </p>
      </ConfirmDialog>
    </Section>
  );
}
