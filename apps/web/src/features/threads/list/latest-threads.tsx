import { Link, useParams } from 'react-router';
import { useQuery } from '@apollo/client/react';
import { sentenceOf } from '../../../lib/errors.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { RowList } from '../../../ui/list.tsx';
import { Section } from '../../../ui/section.tsx';
import { EmptyState, ErrorState, LoadingRows } from '../../../ui/states.tsx';
import { GroupThreadsDocument } from '../documents.generated.ts';
import { ThreadRow } from './thread-row.tsx';

/** What moved last, and the way to all of it. */
export function LatestThreads() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(GroupThreadsDocument, { variables: { id }, fetchPolicy: 'cache-and-network' });
  const group = data?.workingGroup;
  const threads = group?.threads;
  const all = `/arbeitsgruppen/${id}/diskussionen`;
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
