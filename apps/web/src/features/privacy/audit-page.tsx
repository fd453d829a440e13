import { useDeferredValue, useState } from 'react';
import { dayEnd, dayStart, formatExact } from '../../lib/dates.ts';
import { sentenceOf } from '../../lib/errors.ts';
import { usePages } from '../../lib/use-pages.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Select } from '../../ui/field.tsx';
import { Pager } from '../../ui/frame-parts.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { SearchField } from '../../ui/search-field.tsx';
import { Section } from '../../ui/section.tsx';
import { EmptyState, ErrorState, ForbiddenState, LoadingRows } from '../../ui/states.tsx';
import { useViewer } from '../people/index.ts';
import { AuditEntriesDocument, type AuditEntriesQuery, type AuditEntriesQueryVariables } from './documents.generated.ts';
import { auditActions } from './words.ts';
import './privacy.scss';

type Filter = NonNullable<AuditEntriesQueryVariables['filter']>;
const entriesOf = (data: AuditEntriesQuery) => data.auditEntries;

/** Who did what with rights, data and other people's texts. Nobody can change it. */
export function AuditPage() {
  const { viewerCan } = useViewer();
  const [text, setText] = useState('');
  const [action, setAction] = useState('');
  const [from, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState<string | null>(null);
  const search = useDeferredValue(text.trim());
  usePageTitle('Protokoll, Verwaltung');
  if (!viewerCan.readAudit) return <ForbiddenState>Das Protokoll lesen Betriebsverwaltung und Revision.</ForbiddenState>;
  const filter: Filter = {
    ...(search && { text: search }),
    ...(action && { action }),
    ...(from && { from: dayStart(from) }),
    ...(to && { to: dayEnd(to) }),
  };
  return (
    <Section title="Protokoll" aside="Einträge lassen sich nicht ändern oder löschen.">
      <div className="audit-filters">
        <SearchField label="Person oder Stichwort" value={text} onChange={setText} />
        <Select label="Vorgang" value={action} onChange={(event) => setAction(event.target.value)}>
          <option value="">Alle Vorgänge</option>
          {Object.entries(auditActions).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
        <DateField label="Von" hint="z. B. 21.11.2026" value={from} onChange={setFrom} />
        <DateField label="Bis" hint="z. B. 30.11.2026" value={to} onChange={setTo} />
      </div>
      <Entries filter={filter} />
    </Section>
  );
}

function Entries({ filter }: { filter: Filter }) {
  const { nodes, total, error, more, busy, retry } = usePages(AuditEntriesDocument, { filter }, entriesOf);
  if (error !== undefined && nodes.length === 0) return <ErrorState onRetry={retry}>{sentenceOf(error)}</ErrorState>;
  if (total === null) return <LoadingRows rows={5} />;
  if (nodes.length === 0) return <EmptyState>Dazu gibt es keinen Eintrag.</EmptyState>;
  return (
    <>
      <p className="ui-meta" role="status">
        {total === 1 ? 'Ein Eintrag' : `${total.toLocaleString('de-DE')} Einträge`}
      </p>
      <ol className="ui-list" role="list" aria-label="Protokoll">
        {nodes.map((entry) => (
          <li key={entry.id} className="audit-entry">
            <p className="ui-meta">{formatExact(entry.at)}</p>
            <p>
              {entry.sentence}
              <span className="ui-meta"> {entry.actorName}</span>
            </p>
          </li>
        ))}
      </ol>
      {more && <Pager onMore={more} busy={busy} rest={total - nodes.length} />}
    </>
  );
}
