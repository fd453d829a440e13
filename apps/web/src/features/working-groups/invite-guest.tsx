import { useState } from 'react';
import { useMutation } from '@apollo/client/react';
import { limits } from '@kollab/contract/limits';
import { useForm } from '../../lib/use-form.ts';
import { DateField } from '../../ui/date-field.tsx';
import { TextInput } from '../../ui/field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { OrganisationField } from '../organisations/index.ts';
import { InviteGuestDocument } from './documents.generated.ts';
import type { Group } from './group-context.ts';
import type { InviteWay } from './invite-dialog.tsx';
import { instantOf, untilWords } from './role-dialog.tsx';

const words = {
  email: 'Diese E-Mail-Adresse ist nicht vollständig.',
  organisationId: 'Wählen Sie eine Stelle aus der Liste.',
  until: untilWords,
};
const seen = { refetchQueries: ['GroupWaiting'] };

/** Somebody outside, by mail, until a last day. */
export function useInviteGuest(group: Group, onClose: () => void): InviteWay {
  const toast = useToast();
  const [email, setEmail] = useState('');
  const [organisationId, setOrganisation] = useState<string | null>(null);
  const [day, setDay] = useState<string | null>(null);
  const [invite] = useMutation(InviteGuestDocument, seen);
  const form = useForm('gast', words);
  const send = async () => {
    const input = {
      groupId: group.id,
      email: email.trim(),
      organisationId: organisationId ?? '',
      role: 'GUEST' as const,
      until: instantOf('GUEST', day),
    };
    const sent = await form.send('inviteGuest', input, () => invite({ variables: { input } }));
    if (!sent.ok) return;
    toast({ text: `Die Einladung an ${input.email} ist unterwegs. Sie gilt ${limits.invitationDays} Tage.` });
    onClose();
  };
  return {
    form,
    send,
    fields: (
      <>
        <TextInput
          id={form.idOf('email')}
          type="email"
          label="E-Mail-Adresse"
          autoComplete="off"
          maxLength={limits.email.max}
          value={email}
          error={form.wrong('email')}
          onChange={(event) => setEmail(event.target.value)}
        />
        <OrganisationField
          id={form.idOf('organisationId')}
          label="Für welche Stelle spricht der Gast?"
          hint="Die ersten Buchstaben genügen."
          value={organisationId}
          error={form.wrong('organisationId')}
          onChange={setOrganisation}
        />
        <DateField id={form.idOf('until')} label="Letzter Tag" value={day} error={form.wrong('until')} onChange={setDay} />
      </>
    ),
  };
}
