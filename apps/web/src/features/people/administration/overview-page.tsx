import { useQuery } from '@apollo/client/react';
import { counted } from '../../../lib/counts.ts';
import { sentenceOf } from '../../../lib/errors.ts';
import { Row, RowList } from '../../../ui/list.tsx';
import { Section } from '../../../ui/section.tsx';
import { EmptyState, ErrorState, LoadingRows } from '../../../ui/states.tsx';
import { AdministrationCountsDocument, type AdministrationCountsQuery } from './documents.generated.ts';

/** What waits for the operator, each with its list. */
export function OverviewPage() {
  const { data, error, refetch } = useQuery(AdministrationCountsDocument, { fetchPolicy: 'cache-and-network' });
  if (!data) return error ? <ErrorState onRetry={() => void refetch()}>{sentenceOf(error)}</ErrorState> : <LoadingRows />;
  const waiting = waitingOf(data);
  return (
    <div className="ui-flow">
      <Section title="Wartet auf Sie">
        {waiting.length === 0 ? (
          <EmptyState>Nichts wartet auf eine Entscheidung.</EmptyState>
        ) : (
          <RowList label="Wartet auf Sie">
            {waiting.map((row) => (
              <Row key={row.to} {...row} />
            ))}
          </RowList>
        )}
      </Section>
      <Section title="Stand">
        <RowList label="Stand">
          <Row
            to="/verwaltung/personen"
            title={counted(data.everybody.total, 'Person', 'Personen')}
            meta="Rollen geben und entziehen, Anmeldungen zuordnen"
            read
          />
          <Row
            to="/verwaltung/koordination"
            title={`${counted(data.withoutCoordination.total, 'Verwaltung', 'Verwaltungen')} ohne OZG-Koordination`}
            meta="Die erste Koordination benennen Sie mit ihrer E-Mail-Adresse"
            read
          />
          <Row
            to="/verwaltung/personen?liste=ohne-verwaltung"
            title={`${counted(data.unaffiliated.total, 'Person', 'Personen')} ohne Verwaltung`}
            meta="Angemeldet, aber noch nirgends zugeordnet"
            read
          />
        </RowList>
      </Section>
    </div>
  );
}

function waitingOf({ unanswered, proposals, barriers }: AdministrationCountsQuery) {
  return [
    {
      count: unanswered.total,
      to: '/verwaltung/anfragen',
      title: counted(unanswered.total, 'Anfrage', 'Anfragen'),
      meta: 'Die Person gehört noch zu keiner Verwaltung, und dort antwortet noch niemand.',
    },
    {
      count: proposals.total,
      to: '/arbeitsgruppen?liste=vorschlaege',
      title: counted(proposals.total, 'Vorschlag für eine Arbeitsgruppe', 'Vorschläge für Arbeitsgruppen'),
      meta: 'Sie oder die Redaktion des Landes entscheiden.',
    },
    {
      count: barriers.total,
      to: '/verwaltung/barrieren',
      title: counted(barriers.total, 'gemeldete Barriere', 'gemeldete Barrieren'),
      meta: 'Jemand kommt an einer Stelle nicht weiter.',
    },
  ]
    .filter(({ count }) => count > 0)
    .map(({ to, title, meta }) => ({ to, title, meta }));
}
