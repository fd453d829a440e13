import { useDeferredValue, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useQuery } from '@apollo/client/react';
import { formatDate } from '../../lib/dates.ts';
import { sentenceOf } from '../../lib/errors.ts';
import { usePages } from '../../lib/use-pages.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Pager } from '../../ui/frame-parts.tsx';
import { Dotted, Row, RowList } from '../../ui/list.tsx';
import { FilterChip, Tag } from '../../ui/marks.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Section } from '../../ui/section.tsx';
import { EmptyState, ErrorState, LoadingRows } from '../../ui/states.tsx';
import { FaqEntriesDocument, TopicsDocument, type FaqEntriesQuery } from './documents.generated.ts';
import { QuestionParts } from './parts.tsx';
import './questions.scss';

const entriesOf = (data: FaqEntriesQuery) => data.faqEntries;

/** Lasting answers, found by their words or by topic. */
export function FaqPage() {
  const [params, setParams] = useSearchParams();
  const [text, setText] = useState(params.get('suche') ?? '');
  const search = useDeferredValue(text.trim());
  const topics = useQuery(TopicsDocument, { fetchPolicy: 'cache-and-network' }).data?.topics ?? [];
  const topic = topics.find(({ key }) => key === params.get('thema'));
  const toCheck = params.get('pruefen') === 'ja';
  const set = (name: string, value: string | null) =>
    setParams(
      (all) => {
        if (value) all.set(name, value);
        else all.delete(name);
        return all;
      },
      { replace: true, preventScrollReset: true },
    );
  return (
    <>
      <PageHeader title="FAQ" lead="Fragen, die amtlich beantwortet sind, geprüft und zum Wiederfinden." />
      <QuestionParts />
      <Section title={topic?.name ?? 'Alle Themen'}>
        <div className="qst-filters">
          <SearchField
            label="In den FAQ suchen"
            value={text}
            onChange={(now) => {
              setText(now);
              set('suche', now.trim() || null);
            }}
          />
          <div className="ui-row" role="group" aria-label="Thema">
            {topics
              .filter(({ faqCount, key }) => faqCount > 0 || key === topic?.key)
              .map(({ id, key, name, faqCount }) => (
                <FilterChip key={id} pressed={key === topic?.key} onPress={() => set('thema', key === topic?.key ? null : key)}>
                  {name} {faqCount}
                </FilterChip>
              ))}
            <FilterChip pressed={toCheck} onPress={() => set('pruefen', toCheck ? null : 'ja')}>
              Zu prüfen
            </FilterChip>
          </div>
        </div>
        <Entries text={search} topicId={topic?.id ?? null} toCheck={toCheck} />
      </Section>
    </>
  );
}

function Entries({ text, topicId, toCheck }: { text: string; topicId: string | null; toCheck: boolean }) {
  const filter = { text: text || null, topicId, toCheck: toCheck || null };
  const { nodes, total, error, more, busy, retry } = usePages(FaqEntriesDocument, { filter, first: 20 }, entriesOf);
  if (error !== undefined && nodes.length === 0) return <ErrorState onRetry={retry}>{sentenceOf(error)}</ErrorState>;
  if (total === null) return <LoadingRows rows={5} />;
  if (nodes.length === 0)
    return (
      <EmptyState action={<LinkButton to="/fragen">Zu den Fragen ohne Antwort</LinkButton>}>
        {text ? `Kein Eintrag passt zu „${text}“.` : 'Dazu gibt es noch keinen Eintrag.'}
      </EmptyState>
    );
  return (
    <>
      <RowList label="Einträge">
        {nodes.map((entry) => (
          <Row
            key={entry.id}
            title={entry.question}
            to={`/faq/${entry.id}`}
            meta={<Dotted parts={[entry.office?.title, `zuletzt geprüft am ${formatDate(entry.checkedAt)}`]} />}
            foot={<Foot entry={entry} />}
          />
        ))}
      </RowList>
      {more && <Pager onMore={more} busy={busy} rest={total - nodes.length} />}
    </>
  );
}

function Foot({ entry }: { entry: FaqEntriesQuery['faqEntries']['nodes'][number] }) {
  return (
    <>
      {entry.snippet.length > 0 && (
        <p className="qst-snippet">
          {entry.snippet.map((part, index) =>
            part.hit ? (
              <mark key={index} className="qst-hit">
                {part.text}
              </mark>
            ) : (
              <span key={index}>{part.text}</span>
            ),
          )}
        </p>
      )}
      {entry.topics.map((topic) => (
        <Tag key={topic.id}>{topic.name}</Tag>
      ))}
      {entry.outdated && <Tag icon="warning">Antwort gilt nicht mehr</Tag>}
      {entry.reviewDue && entry.viewerCan.edit && <Tag icon="schedule">Prüfung fällig</Tag>}
    </>
  );
}
