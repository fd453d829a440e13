import { formatMonth } from '../../lib/dates.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Tag } from '../../ui/marks.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Follow } from './follow.tsx';
import type { Group } from './group-context.ts';
import { Join } from './join.tsx';
import { Leave } from './leave.tsx';
import { StatusMenu } from './status-menu.tsx';
import { asRole, groupTitle, joinWords, placeOf, statusWords } from './words.ts';

/** Who this group is, how it stands, and what the viewer can do here. `part`: the part that is shown below. */
export function GroupHeader({ group, part }: { group: Group; part: string | undefined }) {
  const { viewerCan: can, viewerMembership: seat } = group;
  const title = groupTitle(group);
  return (
    <PageHeader
      documentTitle={part ? `${part}, ${title}` : title}
      crumbs={[{ label: 'Arbeitsgruppen', to: '/arbeitsgruppen' }, { label: title }]}
      eyebrow={group.number ? `Arbeitsgruppe ${group.number}` : 'Arbeitsgruppe'}
      title={group.name}
      lead={group.goal}
      tags={
        <>
          {group.status !== 'ACTIVE' && <Tag ink>{statusWords[group.status]}</Tag>}
          <Tag icon={group.joinPolicy === 'INVITE' ? 'lock' : 'group'}>{joinWords[group.joinPolicy]}</Tag>
          {group.visibility === 'MEMBERS' && <Tag icon="visibility">nur Mitglieder lesen mit</Tag>}
          <Tag>seit {formatMonth(group.createdAt)}</Tag>
          <Tag>
            zuletzt
            <RelativeTime at={group.lastMovementAt} />
          </Tag>
        </>
      }
      actions={
        <>
          {can.read && seat?.status === 'ACTIVE' && <Follow group={group} />}
          {can.openThread && (
            <LinkButton size="medium" variant="primary" icon="add" to={`/arbeitsgruppen/${group.id}/diskussionen/neu`}>
              Neue Diskussion
            </LinkButton>
          )}
          <Join group={group} main />
          {can.lead && <StatusMenu group={group} />}
        </>
      }
      aside={
        seat?.status === 'ACTIVE' && (
          <>
            Sie arbeiten für {placeOf(seat.organisation)} mit, {asRole(seat.role, seat.until)}. {can.leave && <Leave group={group} />}
          </>
        )
      }
    />
  );
}
