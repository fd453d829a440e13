import { counted } from '../../lib/counts.ts';
import { Dotted, Row } from '../../ui/list.tsx';
import { Counter, OrgMark, Tag } from '../../ui/marks.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import type { GroupCardFragment } from './documents.generated.ts';
import { Join } from './join.tsx';
import { groupTitle, joinWords, placeOf, statusWords } from './words.ts';

/** A group in a list: what it wants, who leads it, how many take part, and the way in. */
export function GroupRow({ group }: { group: GroupCardFragment }) {
  const lead = group.leads.find((seat) => seat.role === 'LEAD') ?? group.leads[0];
  return (
    <Row
      level="h2"
      to={`/arbeitsgruppen/${group.id}`}
      title={groupTitle(group)}
      lead={<OrgMark code={group.number ? `AG ${group.number}` : 'AG'} />}
      mark={
        <>
          <Counter
            value={group.unreadThreadCount}
            unit={group.unreadThreadCount === 1 ? 'Diskussion mit Neuem' : 'Diskussionen mit Neuem'}
          />
          {group.status !== 'ACTIVE' && ' '}
          {group.status !== 'ACTIVE' && <Tag>{statusWords[group.status]}</Tag>}
        </>
      }
      meta={<span className="wg-goal">{group.goal}</span>}
      foot={
        <p className="ui-meta">
          <Dotted
            parts={[
              group.viewerMembership?.status === 'ACTIVE' && <strong>Sie arbeiten mit</strong>,
              lead && `${lead.person.name}, ${placeOf(lead.organisation)}`,
              counted(group.organisationCount, 'Verwaltung', 'Verwaltungen'),
              joinWords[group.joinPolicy],
              <>
                zuletzt <RelativeTime at={group.lastMovementAt} />
              </>,
            ]}
          />
        </p>
      }
      act={<Join group={group} />}
    />
  );
}
