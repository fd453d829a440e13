import { useQuery } from '@apollo/client/react';
import { sentenceOf } from '../../lib/errors.ts';
import { Markdown } from '../../ui/markdown.tsx';
import { Columns, Section } from '../../ui/section.tsx';
import { ErrorState, LoadingRows } from '../../ui/states.tsx';
import { Besetzung, Leads } from './besetzung.tsx';
import { GroupContentDocument } from './documents.generated.ts';
import { useGroup } from './group-context.ts';
import { LatestThreads } from './latest-threads.tsx';

/** Talk before paperwork: what waits, what is discussed, what is to be done, and the mandate last. */
export function OverviewPage() {
  const group = useGroup();
  const { data, error, refetch } = useQuery(GroupContentDocument, { variables: { id: group.id }, fetchPolicy: 'cache-and-network' });
  const content = data?.workingGroup;
  return (
    <Columns
      rail={
        <>
          <Besetzung group={group} listed />
          <Leads group={group} />
        </>
      }
    >
      <LatestThreads group={group} />
      {!content ? (
        error ? (
          <ErrorState onRetry={() => void refetch()}>{sentenceOf(error)}</ErrorState>
        ) : (
          <LoadingRows />
        )
      ) : (
        content.mandate && (
          <Section title="Mandat">
            <Markdown text={content.mandate} />
          </Section>
        )
      )}
    </Columns>
  );
}
