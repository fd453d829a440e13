import { counted } from '../../../lib/counts.ts';
import { VisuallyHidden } from '../../../ui/frame-parts.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Dotted, Row } from '../../../ui/list.tsx';
import { Counter, OrgMark } from '../../../ui/marks.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { markOf, useViewer } from '../../people/index.ts';
import type { ThreadRowFragment } from '../documents.generated.ts';

export function ThreadRow({ thread, to }: { thread: ThreadRowFragment; to: string }) {
  const viewer = useViewer();
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
            thread.kind === 'QUESTION' && <strong>Frage</strong>,
            thread.closed && 'geschlossen',
            thread.lastAuthor && `zuletzt ${thread.lastAuthor.name}`,
            <RelativeTime key="at" at={thread.lastPostAt} />,
            `${counted(thread.lastNo, 'Beitrag', 'Beiträge')} von ${counted(thread.participantCount, 'Person', 'Personen')}`,
          ]}
        />
      }
      act={
        <div className="ui-orgs">
          {thread.recentOrganisations.map((organisation) => (
            <OrgMark
              key={organisation.id}
              size="small"
              code={organisation.code}
              kind={markOf(viewer, organisation)}
              name={organisation.title}
            />
          ))}
        </div>
      }
    />
  );
}
