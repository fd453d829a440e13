import { useState } from 'react';
import { skipToken, useMutation, useQuery } from '@apollo/client/react';
import type { GroupRole } from '@kollab/contract';
import { useForm } from '../../lib/use-form.ts';
import { Combobox } from '../../ui/combobox.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Select } from '../../ui/field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { OrganisationField } from '../organisations/index.ts';
import { InviteMemberDocument, OrganisationPeopleDocument } from './documents.generated.ts';
import type { Group } from './group-context.ts';
import type { InviteWay } from './invite-dialog.tsx';
import { instantOf, roleOptions, untilWords } from './role-dialog.tsx';

const words = {
  organisationId: 'Wählen Sie eine Verwaltung aus der Liste.',
  personId: 'Wählen Sie eine Person aus der Liste.',
  until: untilWords,
};
const seen = { refetchQueries: ['GroupWaiting', 'WorkingGroupMembers'] };

/** First the organisation, then one of its people. */
export function useInviteMember(group: Group, onClose: () => void): InviteWay {
  const toast = useToast();
  const [organisationId, setOrganisation] = useState<string | null>(null);
  const [personId, setPerson] = useState<string | null>(null);
  const [role, setRole] = useState<GroupRole>('MEMBER');
  const [day, setDay] = useState<string | null>(null);
  const [invite] = useMutation(InviteMemberDocument, seen);
  const people = useQuery(OrganisationPeopleDocument, organisationId === null ? skipToken : { variables: { id: organisationId } });
  const affiliations = people.data?.organisation.affiliations.nodes ?? [];
  const form = useForm('einladen', words);
  const send = async () => {
    const variables = {
      groupId: group.id,
      personId: personId ?? '',
      organisationId: organisationId ?? '',
      role,
      until: instantOf(role, day),
    };
    const sent = await form.send('inviteMember', variables, () => invite({ variables }));
    if (!sent.ok) return;
    const name = affiliations.find((a) => a.person.id === personId)?.person.name;
    toast({ text: `${name ?? 'Die Person'} ist eingeladen und kann annehmen oder ablehnen.` });
    onClose();
  };
  return {
    form,
    send,
    fields: (
      <>
        <OrganisationField
          id={form.idOf('organisationId')}
          label="Verwaltung"
          hint="Die ersten Buchstaben genügen."
          value={organisationId}
          error={form.wrong('organisationId')}
          onChange={(id) => {
            setOrganisation(id);
            setPerson(null);
          }}
        />
        {organisationId !== null && (
          <Combobox
            key={`${organisationId} ${affiliations.length > 0}`}
            id={form.idOf('personId')}
            label="Person"
            choices={affiliations.map(({ person, function: does }) => ({ id: person.id, label: person.name, detail: does }))}
            value={personId}
            error={form.wrong('personId')}
            empty={people.loading ? 'Wird geladen' : 'In dieser Verwaltung ist noch niemand angemeldet.'}
            onChange={setPerson}
          />
        )}
        <Select label="Rolle" value={role} onChange={(event) => setRole(event.target.value as GroupRole)}>
          {roleOptions(group).map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}: {option.hint}
            </option>
          ))}
        </Select>
        {role === 'GUEST' && (
          <DateField id={form.idOf('until')} label="Letzter Tag" value={day} error={form.wrong('until')} onChange={setDay} />
        )}
      </>
    ),
  };
}
