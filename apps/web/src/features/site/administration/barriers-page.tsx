import { useSearchParams } from 'react-router';
import { useMutation } from '@apollo/client/react';
import { sentenceOf } from '../../../lib/errors.ts';
import { usePages } from '../../../lib/use-pages.ts';
import { Button } from '../../../ui/button.tsx';
import { Segmented } from '../../../ui/choice.tsx';
import { Pager } from '../../../ui/frame-parts.tsx';
import { Dotted, Row, RowList } from '../../../ui/list.tsx';
import { usePageTitle } from '../../../ui/page-title.ts';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { Section } from '../../../ui/section.tsx';
import { EmptyState, ErrorState, LoadingRows } from '../../../ui/states.tsx';
import { useDeed } from '../../../ui/use-deed.ts';
import {
  BarrierReportsDocument,
  CloseBarrierReportDocument,
  type BarrierReportRowFragment,
  type BarrierReportsQuery,
} from '../documents.generated.ts';
import './administration.scss';

const reportsOf = (data: BarrierReportsQuery) => data.barrierReports;
const options = [
  { value: 'offen', label: 'Offen' },
  { value: 'erledigt', label: 'Erledigt' },
] as const;

/** What people reported by the form in the footer. */
export function BarriersPage() {
  const [params, setParams] = useSearchParams();
  const done = params.get('liste') === 'erledigt';
  const { nodes, total, error, more, busy, retry } = usePages(BarrierReportsDocument, { done }, reportsOf);
  usePageTitle('Barrieren, Verwaltung');
  return (
    <Section title="Gemeldete Barrieren" count={total ?? undefined}>
      <div className="site-filter">
        <Segmented
          label="Welche Meldungen"
          options={options}
          value={done ? 'erledigt' : 'offen'}
          onChange={(value) => setParams(value === 'erledigt' ? { liste: value } : {}, { replace: true, preventScrollReset: true })}
        />
      </div>
      {error !== undefined && nodes.length === 0 ? (
        <ErrorState onRetry={retry}>{sentenceOf(error)}</ErrorState>
      ) : total === null ? (
        <LoadingRows />
      ) : nodes.length === 0 ? (
        <EmptyState>{done ? 'Noch ist keine Meldung erledigt.' : 'Keine Meldung ist offen.'}</EmptyState>
      ) : (
        <RowList label={done ? 'Erledigte Meldungen' : 'Offene Meldungen'}>
          {nodes.map((report) => (
            <ReportRow key={report.id} report={report} />
          ))}
        </RowList>
      )}
      {more && <Pager onMore={more} busy={busy} rest={(total ?? 0) - nodes.length} />}
    </Section>
  );
}

function ReportRow({ report }: { report: BarrierReportRowFragment }) {
  const { id, problem, page, contact, createdAt, doneAt } = report;
  const [close] = useMutation(CloseBarrierReportDocument, { refetchQueries: ['BarrierReports', 'AdministrationCounts'] });
  const { busy, run } = useDeed();
  const set = (done: boolean) => run(() => close({ variables: { id, done } }));
  return (
    <Row
      title={page || 'ohne Angabe der Seite'}
      meta={
        <Dotted
          parts={[
            <RelativeTime key="at" at={createdAt} />,
            contact ? <a key="contact" href={`mailto:${contact}`}>{`Antwort an ${contact}`}</a> : 'ohne Adresse',
            doneAt && (
              <span key="done">
                erledigt <RelativeTime at={doneAt} />
              </span>
            ),
          ]}
        />
      }
      foot={<p className="ui-plaintext">{problem}</p>}
      act={
        <Button icon={doneAt ? 'undo' : 'check'} busy={busy} onClick={() => void set(!doneAt)}>
          {doneAt ? 'Wieder öffnen' : 'Erledigt'}
        </Button>
      }
    />
  );
}
