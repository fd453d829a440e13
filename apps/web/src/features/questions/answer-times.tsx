import { useQuery } from '@apollo/client/react';
import { sentenceOf } from '../../lib/errors.ts';
import { Section } from '../../ui/section.tsx';
import { EmptyState, ErrorState, LoadingRows } from '../../ui/states.tsx';
import { AnswerTimesDocument } from './documents.generated.ts';

const days = (value: number | null | undefined): string =>
  value === null || value === undefined
    ? 'noch keine'
    : `${value.toLocaleString('de-DE', { maximumFractionDigits: 1 })} ${value === 1 ? 'Tag' : 'Tage'}`;
/** 2026-Q4: 4. Quartal 2026 */
const quarterWords = (quarter: string): string => quarter.replace(/^(\d+)-Q(\d)$/, '$2. Quartal $1');

/** How long answers took; about questions, never about persons. */
export function AnswerTimes() {
  const { data, error, refetch } = useQuery(AnswerTimesDocument, { fetchPolicy: 'cache-and-network' });
  const quarters = data?.answerTimes.filter(({ asked }) => asked > 0);
  return (
    <Section title="Wie lange Antworten dauern">
      {!quarters ? (
        error ? (
          <ErrorState onRetry={() => void refetch()}>{sentenceOf(error)}</ErrorState>
        ) : (
          <LoadingRows />
        )
      ) : quarters.length === 0 ? (
        <EmptyState>In den letzten beiden Jahren wurde nichts gefragt.</EmptyState>
      ) : (
        <div className="ui-scroll" role="region" aria-label="Wie lange Antworten dauern, je Quartal" tabIndex={0}>
          <table className="ui-table">
            <thead>
              <tr>
                <th scope="col">Gefragt im</th>
                <th scope="col">Fragen</th>
                <th scope="col">davon beantwortet</th>
                <th scope="col">erste Antwort nach (Median)</th>
                <th scope="col">amtliche Antwort nach (Median)</th>
              </tr>
            </thead>
            <tbody>
              {quarters.map((row) => (
                <tr key={row.quarter}>
                  <th scope="row">{quarterWords(row.quarter)}</th>
                  <td>{row.asked}</td>
                  <td>{row.answered}</td>
                  <td>{days(row.medianDaysToFirstAnswer)}</td>
                  <td>{days(row.medianDaysToOfficialAnswer)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
}
