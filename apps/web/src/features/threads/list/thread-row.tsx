import { counted } from '../../../lib/counts.ts';
import { VisuallyHidden } from '../../../ui/frame-parts.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Dotted, Row } from '../../../ui/list.tsx';
import { Counter } from '../../../ui/marks.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { OrganisationMarks } from '../../people/index.ts';
import type { ThreadRowFragment } from '../documents.generated.ts';

/** A discussion in a list: what it is, what is new for the viewer, who spoke last and for whom. */
export function ThreadRow({ thread, to }: { thread: ThreadRowFragment; to: string }) {
  return (
    <Row
      title={thread.title}
      to={to}
      read={thread.unreadCount === 0}
      before={
        thread.pinned && (
          <>
            <Icon name="keep" size="small" />
            <VisuallyHidden>Angeheftet: </VisuallyHidden>
          </>
        )
      }
      mark={<Counter value={thread.unreadCount} unit={thread.unreadCount === 1 ? 'neuer Beitrag' : 'neue Beiträge'} />}
      meta={
        <Dotted
          parts={[
            thread.closed && 'geschlossen',
            thread.lastAuthor && `zuletzt ${thread.lastAuthor.name}`,
            <RelativeTime key="at" at={thread.lastPostAt} />,
            `${counted(thread.lastNo, 'Beitrag', 'Beiträge')} von ${counted(thread.participantCount, 'Person', 'Personen')}`,
          ]}
        />
      }
      act={<OrganisationMarks organisations={thread.recentOrganisations} />}
    />
  );
}
