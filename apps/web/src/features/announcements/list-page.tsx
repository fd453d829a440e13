import { useDeferredValue, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useQuery } from '@apollo/client/react';
import type { AnnouncementKind } from '../../generated/schema.ts';
import { capitalised, countInWords } from '../../lib/counts.ts';
import { sentenceOf } from '../../lib/errors.ts';
import { usePages } from '../../lib/use-pages.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Select } from '../../ui/field.tsx';
import { Pager } from '../../ui/frame-parts.tsx';
import { RowList } from '../../ui/list.tsx';
import { FilterChip } from '../../ui/marks.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { EmptyState, ErrorState, LoadingRows } from '../../ui/states.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { useViewer } from '../people/index.ts';
import { TopicsDocument } from '../questions/documents.generated.ts';
import { AnnouncementRow } from './announcement-row.tsx';
import { AnnouncementsDocument, type AnnouncementsQuery, type AnnouncementsQueryVariables } from './documents.generated.ts';
import { kindWords } from './words.ts';
import './announcements.scss';

type Filter = NonNullable<AnnouncementsQueryVariables['filter']>;

const announcementsOf = (data: AnnouncementsQuery) => data.announcements;
/** What the list can be narrowed to, by the word in the address. */
const kindFilters: Record<string, AnnouncementKind> = { information: 'INFO', wichtig: 'IMPORTANT', handlung: 'ACTION' };

/** What concerns the viewer; for writers also all that their office has sent. */
export function ListPage() {
  const { unreadAnnouncementCount: unread, writesAnnouncements } = useViewer();
  const [params, setParams] = useSearchParams();
  const [text, setText] = useState(params.get('suche') ?? '');
  const search = useDeferredValue(text.trim());
  const topics = useQuery(TopicsDocument).data?.topics ?? [];
  const set = (name: string, value: string) =>
    setParams(
      (all) => {
        if (value) all.set(name, value);
        else all.delete(name);
        return all;
      },
      { replace: true, preventScrollReset: true },
    );
  const kind = params.get('art') ?? '';
  const office = writesAnnouncements && params.get('liste') === 'redaktion';
  const topic = topics.find(({ key }) => key === params.get('thema'));
  const shown = params.get('zeige') ?? '';
  const filter: Filter = {
    ...(search !== '' && { text: search }),
    ...(kindFilters[kind] && { kinds: [kindFilters[kind]] }),
    ...(topic && { topicIds: [topic.id] }),
    ...(office && { scope: 'OFFICE' }),
    ...(shown === 'ungelesen' && { unread: true }),
    ...(shown === 'alle' && { past: true }),
  };
  const reset = () => {
    setText('');
    setParams(office ? { liste: 'redaktion' } : {}, { replace: true, preventScrollReset: true });
  };
  return (
    <>
      <PageHeader
        title="Mitteilungen"
        lead={unread === 0 ? 'Alles gelesen.' : `${capitalised(countInWords(unread, 'Mitteilung', 'Mitteilungen'))} noch ungelesen.`}
        actions={
          writesAnnouncements && (
            <>
              <LinkButton size="medium" to="/mitteilungen/entwuerfe">
                Entwürfe
              </LinkButton>
              <LinkButton size="medium" variant="primary" icon="add" to="/mitteilungen/neu">
                Mitteilung verfassen
              </LinkButton>
            </>
          )
        }
      />
      {writesAnnouncements && (
        <Tabs
          label="Welche Mitteilungen"
          tabs={[
            { to: '/mitteilungen', label: 'Für mich', current: !office },
            { to: '/mitteilungen?liste=redaktion', label: 'Von uns gesendet', current: office },
          ]}
        />
      )}
      <div className="ann-narrow">
        <SearchField
          label="In Mitteilungen suchen"
          value={text}
          onChange={(now) => {
            setText(now);
            set('suche', now.trim());
          }}
        />
        {topics.length > 0 && (
          <Select label="Thema" value={topic?.key ?? ''} onChange={(event) => set('thema', event.target.value)}>
            <option value="">Alle Themen</option>
            {topics.map(({ id, key, name }) => (
              <option key={id} value={key}>
                {name}
              </option>
            ))}
          </Select>
        )}
        <div className="ui-row" role="group" aria-label="Mitteilungen eingrenzen">
          <FilterChip pressed={shown === 'ungelesen'} onPress={() => set('zeige', shown === 'ungelesen' ? '' : 'ungelesen')}>
            Ungelesen
          </FilterChip>
          {Object.entries(kindFilters).map(([name, one]) => (
            <FilterChip key={name} pressed={kind === name} onPress={() => set('art', kind === name ? '' : name)}>
              {kindWords[one]}
            </FilterChip>
          ))}
          <FilterChip pressed={shown === 'alle'} onPress={() => set('zeige', shown === 'alle' ? '' : 'alle')}>
            Auch abgelaufene und zurückgezogene
          </FilterChip>
        </div>
      </div>
      <Announcements filter={filter} office={office} onReset={reset} />
    </>
  );
}

function Announcements({ filter, office, onReset }: { filter: Filter; office: boolean; onReset: () => void }) {
  const { nodes, total, error, more, busy, retry } = usePages(AnnouncementsDocument, { filter, first: 30 }, announcementsOf);
  if (error !== undefined && nodes.length === 0) return <ErrorState onRetry={retry}>{sentenceOf(error)}</ErrorState>;
  if (total === null) return <LoadingRows rows={5} />;
  if (nodes.length === 0)
    return Object.keys(filter).some((name) => name !== 'scope') ? (
      <EmptyState action={<Button onClick={onReset}>Filter aufheben</Button>}>Keine Mitteilung passt zu dieser Auswahl.</EmptyState>
    ) : office ? (
      <EmptyState>Von hier wurde noch keine Mitteilung gesendet.</EmptyState>
    ) : (
      <EmptyState>Zurzeit liegt keine Mitteilung für Sie vor.</EmptyState>
    );
  return (
    <>
      <RowList label="Mitteilungen">
        {nodes.map((announcement) => (
          <AnnouncementRow key={announcement.id} announcement={announcement} />
        ))}
      </RowList>
      {more && <Pager onMore={more} busy={busy} rest={total - nodes.length} />}
    </>
  );
}
