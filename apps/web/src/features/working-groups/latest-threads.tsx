import { Link } from 'react-router';
import { useQuery } from '@apollo/client/react';
import { counted } from '../../lib/counts.ts';
import { sentenceOf } from '../../lib/errors.ts';
import { LinkButton } from '../../ui/button.tsx';
import { VisuallyHidden } from '../../ui/frame-parts.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Dotted, Row, RowList } from '../../ui/list.tsx';
import { Counter, OrgMark } from '../../ui/marks.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Section } from '../../ui/section.tsx';
import { EmptyState, ErrorState, LoadingRows } from '../../ui/states.tsx';
import { markOf, useViewer } from '../people/index.ts';
import { GroupThreadsDocument, type GroupThreadsQuery } from './documents.generated.ts';
import type { Group } from './group-context.ts';

type Thread = GroupThreadsQuery['workingGroup']['threads']['nodes'][number];

/** What moved last, and the way to all of it. */
export function LatestThreads({ group }: { group: Group }) {
  const { data, error, refetch } = useQuery(GroupThreadsDocument, { variables: { id: group.id }, fetchPolicy: 'cache-and-network' });
  const threads = data?.workingGroup.threads;
  const all = `/arbeitsgruppen/${group.id}/diskussionen`;
  return (
    <Section title="Diskussionen" aside={threads && threads.total > 0 && <Link to={all}>Alle {threads.total}</Link>}>
      {!threads ? (
        error ? (
          <ErrorState onRetry={() => void refetch()}>{sentenceOf(error)}</ErrorState>
        ) : (
          <LoadingRows rows={4} />
        )
      ) : threads.nodes.length === 0 ? (
        <EmptyState action={group.viewerCan.openThread && <LinkButton to={`${all}/neu`}>Erste Diskussion beginnen</LinkButton>}>
          Hier wurde noch nichts besprochen.
        </EmptyState>
      ) : (
        <RowList>
          {threads.nodes.map((thread) => (
            <ThreadRow key={thread.id} thread={thread} to={`${all}/${thread.id}`} />
          ))}
        </RowList>
      )}
    </Section>
  );
}

function ThreadRow({ thread, to }: { thread: Thread; to: string }) {
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
            thread.lastAuthor?.name,
            <RelativeTime key="at" at={thread.lastPostAt} />,
            counted(thread.lastNo, 'Beitrag', 'Beiträge'),
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
