import { useSearchParams } from 'react-router';
import { useMutation } from '@apollo/client/react';
import { countInWords } from '../../lib/counts.ts';
import { sentenceOf } from '../../lib/errors.ts';
import { usePages } from '../../lib/use-pages.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { FilterChip } from '../../ui/marks.tsx';
import { Pager } from '../../ui/frame-parts.tsx';
import { RowList } from '../../ui/list.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState, ErrorState, LoadingRows } from '../../ui/states.tsx';
import { useDeed } from '../../ui/use-deed.ts';
import { AbsenceNote } from '../absences/index.ts';
import { useViewer } from '../people/index.ts';
import { MarkAllNoticesReadDocument, NoticesDocument, type NoticesQuery, type NoticesQueryVariables } from './documents.generated.ts';
import { NoticeItem } from './notice-item.tsx';
import { noticeFilters } from './words.ts';
import './notifications.scss';

const noticesOf = (data: NoticesQuery) => data.notices;

/** What happened that concerns the viewer, and why they hear of it. */
export function NoticesPage() {
  const { unreadNoticeCount: unread } = useViewer();
  const [params, setParams] = useSearchParams();
  const { busy, run } = useDeed();
  const [markAll] = useMutation(MarkAllNoticesReadDocument, { refetchQueries: ['Notices', 'Viewer'] });
  const only = params.get('art') ?? '';
  const onlyUnread = params.get('zeige') === 'ungelesen';
  const set = (name: string, value: string) =>
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
      <PageHeader
        title="Hinweise"
        lead={unread === 0 ? 'Alles gelesen.' : `${sentenceStart(unread)} noch ungelesen.`}
        actions={
          <>
            <LinkButton size="medium" to="/hinweise/verfolgt">
              Was Sie verfolgen
            </LinkButton>
            {unread > 0 && (
              <Button
                size="medium"
                icon="check"
                busy={busy}
                onClick={() => void run(() => markAll(), { text: 'Alle Hinweise sind gelesen.' })}
              >
                Alle als gelesen markieren
              </Button>
            )}
          </>
        }
      />
      <AbsenceNote />
      <div className="ui-row notice-filters" role="group" aria-label="Hinweise eingrenzen">
        <FilterChip pressed={onlyUnread} onPress={() => set('zeige', onlyUnread ? '' : 'ungelesen')}>
          Ungelesen
        </FilterChip>
        {Object.entries(noticeFilters).map(([name, { label }]) => (
          <FilterChip key={name} pressed={only === name} onPress={() => set('art', only === name ? '' : name)}>
            {label}
          </FilterChip>
        ))}
      </div>
      <Notices
        filter={{ ...(onlyUnread && { unread: true }), ...(noticeFilters[only] && { kinds: noticeFilters[only].kinds }) }}
        narrowed={onlyUnread || only in noticeFilters}
      />
    </>
  );
}

const sentenceStart = (count: number): string => {
  const words = countInWords(count, 'Hinweis ist', 'Hinweise sind').replace(/^eine /, 'ein ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

function Notices({ filter, narrowed }: { filter: NonNullable<NoticesQueryVariables['filter']>; narrowed: boolean }) {
  const { nodes, total, error, more, busy, retry } = usePages(NoticesDocument, { filter }, noticesOf);
  if (error !== undefined && nodes.length === 0) return <ErrorState onRetry={retry}>{sentenceOf(error)}</ErrorState>;
  if (total === null) return <LoadingRows rows={4} />;
  if (nodes.length === 0)
    return narrowed ? (
      <EmptyState>Zu dieser Auswahl gibt es keinen Hinweis.</EmptyState>
    ) : (
      <EmptyState>
        Noch hat Sie nichts erreicht. Hier steht, wenn Sie erwähnt werden, jemand antwortet oder etwas entschieden ist.
      </EmptyState>
    );
  return (
    <>
      <RowList label="Hinweise">
        {nodes.map((notice) => (
          <NoticeItem key={notice.id} notice={notice} />
        ))}
      </RowList>
      {more && <Pager onMore={more} busy={busy} rest={total - nodes.length} />}
    </>
  );
}
