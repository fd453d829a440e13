import { useDeferredValue, useState } from 'react';
import { counted } from '../../lib/counts.ts';
import { sentenceOf } from '../../lib/errors.ts';
import { usePages } from '../../lib/use-pages.ts';
import { Button } from '../../ui/button.tsx';
import { Pager } from '../../ui/frame-parts.tsx';
import { OrgMark } from '../../ui/marks.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Section } from '../../ui/section.tsx';
import { EmptyState, ErrorState, LoadingRows } from '../../ui/states.tsx';
import { markOf, useViewer } from '../people/index.ts';
import { Besetzung } from './besetzung.tsx';
import { WorkingGroupMembersDocument, type WorkingGroupMembersQuery } from './documents.generated.ts';
import { useGroup, type Group } from './group-context.ts';
import { InviteDialog } from './invite-dialog.tsx';
import { MemberRow, type Member } from './member-row.tsx';
import { Roster } from './roster.tsx';
import { Waiting } from './waiting.tsx';

const membersOf = (data: WorkingGroupMembersQuery) => data.workingGroup.members;

/** Who is in, by organisation: the list beside the map. */
export function MembersPage() {
  const group = useGroup();
  const [text, setText] = useState('');
  const [inviting, invite] = useState(false);
  const search = useDeferredValue(text.trim());
  return (
    <div className="ui-flow">
      <div className="wg-bar">
        <SearchField label="Name oder Verwaltung suchen" value={text} onChange={setText} />
        <div className="ui-row">
          {group.viewerCan.exportRoster && <Roster group={group} />}
          {group.viewerCan.lead && (
            <Button icon="mail" variant="primary" onClick={() => invite(true)}>
              Einladen …
            </Button>
          )}
        </div>
      </div>
      <div className="wg-members">
        <Members group={group} text={search} />
        <Besetzung group={group} listed={false} large />
      </div>
      {group.viewerCan.lead && <Waiting groupId={group.id} />}
      {inviting && <InviteDialog group={group} onClose={() => invite(false)} />}
    </div>
  );
}

function Members({ group, text }: { group: Group; text: string }) {
  const viewer = useViewer();
  const { nodes, total, error, more, busy, retry } = usePages(
    WorkingGroupMembersDocument,
    { id: group.id, filter: text ? { text } : null, first: 100 },
    membersOf,
  );
  if (error !== undefined && nodes.length === 0) return <ErrorState onRetry={retry}>{sentenceOf(error)}</ErrorState>;
  if (total === null) return <LoadingRows rows={5} />;
  const organisations = byOrganisation(nodes);
  return (
    <Section
      title="Mitglieder"
      count={total}
      aside={`${counted(organisations.length, 'Verwaltung', 'Verwaltungen')}${more ? ' bis hier' : ''}`}
    >
      {nodes.length === 0 ? (
        <EmptyState>{text ? `Niemand passt zu „${text}“.` : 'Noch arbeitet hier niemand mit.'}</EmptyState>
      ) : (
        <ul className="ui-list" role="list">
          {organisations.map(({ organisation, people }) => (
            <li key={organisation.id} className="ui-list__led">
              <OrgMark code={organisation.code} kind={markOf(viewer, organisation)} />
              <div className="wg-seats">
                <h3 className="ui-list__title">{organisation.title}</h3>
                <ul aria-label={organisation.title}>
                  {people.map((member) => (
                    <MemberRow key={member.id} group={group} member={member} />
                  ))}
                </ul>
              </div>
            </li>
          ))}
        </ul>
      )}
      {more && <Pager onMore={more} busy={busy} rest={total - nodes.length} />}
    </Section>
  );
}

function byOrganisation(members: readonly Member[]) {
  const groups = Map.groupBy(members, (member) => member.organisation.id);
  return [...groups.values()]
    .flatMap((people) => (people[0] ? [{ organisation: people[0].organisation, people }] : []))
    .sort((a, b) => a.organisation.name.localeCompare(b.organisation.name, 'de'));
}
