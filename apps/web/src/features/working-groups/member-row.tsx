import { useState } from 'react';
import { formatDate } from '../../lib/dates.ts';
import { Dotted } from '../../ui/list.tsx';
import { Tag } from '../../ui/marks.tsx';
import { Menu } from '../../ui/menu.tsx';
import { useViewer } from '../people/index.ts';
import type { WorkingGroupMembersQuery } from './documents.generated.ts';
import type { Group } from './group-context.ts';
import { RemoveMemberDialog } from './remove-member-dialog.tsx';
import { RoleDialog } from './role-dialog.tsx';
import { roleWords } from './words.ts';

export type Member = WorkingGroupMembersQuery['workingGroup']['members']['nodes'][number];

export function MemberRow({ group, member }: { group: Group; member: Member }) {
  const viewer = useViewer();
  const [dialog, show] = useState<'role' | 'remove' | null>(null);
  const { person, role, until } = member;
  const close = () => show(null);
  const mine = person.id === viewer.person.id;
  // A lead is named and unnamed by leads alone, everybody else by deputies too.
  const may = role === 'LEAD' ? group.viewerCan.nameLead : group.viewerCan.lead;
  return (
    <li className="wg-seat">
      <div>
        {person.name}
        {mine && ' (Sie)'} {role !== 'MEMBER' && <Tag ink={role === 'LEAD' || role === 'DEPUTY'}>{roleWords[role]}</Tag>}
        <p className="ui-meta">
          <Dotted parts={[member.function, until && `${role === 'GUEST' ? 'Gast bis' : 'bis'} ${formatDate(until)}`]} />
        </p>
      </div>
      {may && (
        <Menu
          label={`Weiteres zu ${person.name}`}
          entries={[
            { id: 'role', label: 'Rolle ändern …', icon: 'person', onSelect: () => show('role') },
            ...(mine
              ? []
              : [{ id: 'remove', label: 'Entfernen …', icon: 'delete' as const, danger: true, onSelect: () => show('remove') }]),
          ]}
        />
      )}
      {dialog === 'role' && <RoleDialog group={group} member={member} onClose={close} />}
      {dialog === 'remove' && (
        <RemoveMemberDialog
          membershipId={member.id}
          name={person.name}
          title="Mitglied entfernen"
          confirm={`${person.name} entfernen`}
          onClose={close}
        />
      )}
    </li>
  );
}
