import { Outlet } from 'react-router';
import { useQuery } from '@apollo/client/react';
import { sentenceOf } from '../../lib/errors.ts';
import { Markdown } from '../../ui/markdown.tsx';
import { RowList } from '../../ui/list.tsx';
import { Columns, Section } from '../../ui/section.tsx';
import { ErrorState, LoadingRows } from '../../ui/states.tsx';
import { Besetzung, Leads } from './besetzung.tsx';
import { GroupContentDocument, type GroupContentPartsFragment } from './documents.generated.ts';
import { useGroup, type Group } from './group-context.ts';
import { ProposalPanel } from './proposal-panel.tsx';
import { Requests } from './requests.tsx';
import { StatusReason } from './status-reason.tsx';
import { Offer, Volunteers } from './volunteering.tsx';
import { WorkPackages } from './work-packages.tsx';

/** Talk before paperwork: what waits, what is discussed, what is to be done, and the mandate last. */
export function OverviewPage() {
  const group = useGroup();
  const { data, error, refetch } = useQuery(GroupContentDocument, { variables: { id: group.id }, fetchPolicy: 'cache-and-network' });
  const content = data?.workingGroup;
  const volunteerings = content?.volunteerings ?? [];
  const isProposal = group.status === 'PROPOSED' || group.status === 'DECLINED';
  return (
    <Columns
      rail={
        !isProposal && (
          <>
            <Besetzung group={group} listed />
            <Leads group={group}>
              {group.viewerMembership?.role !== 'LEAD' && <Offer group={group} volunteerings={volunteerings} workPackage={null} />}
            </Leads>
          </>
        )
      }
    >
      {isProposal && <ProposalPanel group={group} />}
      <StatusReason group={group} />
      {group.viewerCan.lead && <Requests groupId={group.id} />}
      <Volunteers group={group} volunteerings={volunteerings} />
      {!isProposal && <Outlet />}
      {content ? (
        <Content group={group} content={content} />
      ) : error ? (
        <ErrorState onRetry={() => void refetch()}>{sentenceOf(error)}</ErrorState>
      ) : (
        <LoadingRows />
      )}
    </Columns>
  );
}

function Content({ group, content }: { group: Group; content: GroupContentPartsFragment }) {
  return (
    <>
      <WorkPackages group={group} workPackages={content.workPackages} volunteerings={content.volunteerings} />
      {content.programme && (
        <Section title="Jahresprogramm">
          <Markdown text={content.programme} />
        </Section>
      )}
      {content.links.length > 0 && (
        <Section title="Gruppen anderer Stellen">
          <RowList>
            {content.links.map((link) => (
              <li key={`${link.title} ${link.url}`}>
                <div>
                  <p className="ui-list__title">
                    {/* Inputs take no other address; should one be stored all the same, it leads nowhere. */}
                    {/^https?:\/\//i.test(link.url) ? (
                      <a href={link.url} rel="noopener noreferrer">
                        {link.title}
                      </a>
                    ) : (
                      link.title
                    )}
                  </p>
                  {link.body && <p className="ui-meta">{link.body}</p>}
                </div>
              </li>
            ))}
          </RowList>
        </Section>
      )}
      {content.mandate && (
        <Section title="Mandat">
          <Markdown text={content.mandate} />
        </Section>
      )}
    </>
  );
}
