import { useId } from 'react';
import { useQuery } from '@apollo/client/react';
import { capitalised, countInWords } from '../../lib/counts.ts';
import { Dotted, Row, RowList } from '../../ui/list.tsx';
import { OrgMark } from '../../ui/marks.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Panel } from '../../ui/section.tsx';
import { markOf, useViewer } from '../people/index.ts';
import { GroupRequestsDocument } from './documents.generated.ts';
import { RequestActions } from './request-actions.tsx';

/** What the leads see first: who waits for their answer. Nothing when nobody does. */
export function Requests({ groupId }: { groupId: string }) {
  const viewer = useViewer();
  const heading = useId();
  const { data } = useQuery(GroupRequestsDocument, { variables: { id: groupId }, fetchPolicy: 'cache-and-network' });
  const requests = data?.workingGroup.requests.nodes ?? [];
  if (requests.length === 0) return null;
  const organisations = new Set(requests.map((request) => request.organisation.id)).size;
  return (
    <Panel labelledBy={heading}>
      <h2 className="ui-h3" id={heading}>
        {capitalised(countInWords(organisations, 'Verwaltung möchte', 'Verwaltungen möchten'))} mitarbeiten{' '}
        <span className="ui-meta wg-note">nur für die Leitung sichtbar</span>
      </h2>
      <RowList>
        {requests.map(({ id, person, organisation, statement, requestedAt }) => (
          <Row
            key={id}
            lead={<OrgMark code={organisation.code} kind={markOf(viewer, organisation)} />}
            title={`${organisation.title}, ${person.name}`}
            meta={<Dotted parts={[statement && `„${statement}“`, <RelativeTime key="at" at={requestedAt} />]} />}
            act={<RequestActions membershipId={id} name={`${person.name}, ${organisation.name}`} />}
          />
        ))}
      </RowList>
    </Panel>
  );
}
