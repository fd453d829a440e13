import { useState } from 'react';
import { useMutation } from '@apollo/client/react';
import type { EventSeatRole } from '@kollab/contract';
import { limits } from '@kollab/contract/limits';
import { eventSeatRoles } from '@kollab/contract/vocabulary';
import { capitalised } from '../../../lib/counts.ts';
import { dayOf } from '../../../lib/dates.ts';
import { useForm } from '../../../lib/use-form.ts';
import { RadioGroup } from '../../../ui/choice.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { TextInput } from '../../../ui/field.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { OrganisationField } from '../../organisations/index.ts';
import { ChangeEventSeatDocument, InviteEventGuestDocument } from './documents.generated.ts';

export const seatWords: Record<EventSeatRole, string> = { HOST: 'lädt ein', SPEAKER: 'trägt vor', GUEST: 'hört zu' };
const hints: Record<EventSeatRole, string> = {
  HOST: 'liest auch den Entwurf, beginnt und beendet die Veranstaltung',
  SPEAKER: 'liest auch den Entwurf',
  GUEST: 'liest, was angekündigt ist',
};
const roles = eventSeatRoles.map((value) => ({ value, label: capitalised(seatWords[value]), hint: hints[value] }));

/** Noon in Berlin or near it: the server makes it the end of that day. */
const noon = (day: string): string => `${day}T11:00:00.000Z`;
const until = 'Der letzte Tag ist ein Tag, der noch nicht vorbei ist.';
const words = {
  email: 'Diese E-Mail-Adresse ist nicht vollständig.',
  organisationId: 'Wählen Sie eine Stelle aus der Liste.',
  role: 'Wählen Sie, was die Person hier tut.',
  until,
};
const days = 86_400_000;

type InviteProps = { event: { id: string; endsAt: string }; onClose: () => void };

/** Somebody outside, by mail, until a last day. */
export function InviteGuestDialog({ event, onClose }: InviteProps) {
  const toast = useToast();
  const [email, setEmail] = useState('');
  const [organisationId, setOrganisation] = useState<string | null>(null);
  const [role, setRole] = useState<EventSeatRole>('SPEAKER');
  const [day, setDay] = useState<string | null>(() =>
    dayOf(new Date(Date.parse(event.endsAt) + limits.eventSeatDays * days).toISOString()),
  );
  const [invite] = useMutation(InviteEventGuestDocument, { refetchQueries: ['EventInvitations'] });
  const form = useForm('gastplatz', words);
  const send = async () => {
    const input = {
      sprechstundeId: event.id,
      email: email.trim(),
      organisationId: organisationId ?? '',
      role,
      until: day ? noon(day) : '',
    };
    const sent = await form.send('inviteEventGuest', input, () => invite({ variables: { input } }));
    if (!sent.ok) return;
    toast({ text: `Die Einladung an ${input.email} ist unterwegs. Sie gilt ${limits.invitationDays} Tage.` });
    onClose();
  };
  return (
    <FormDialog title="Auf einen Gastplatz einladen" confirm="Einladung senden" form={form} onClose={onClose} onSend={send}>
      <TextInput
        id={form.idOf('email')}
        type="email"
        label="E-Mail-Adresse"
        autoComplete="off"
        maxLength={limits.email.max}
        value={email}
        error={form.wrong('email')}
        onChange={(change) => setEmail(change.target.value)}
      />
      <OrganisationField
        id={form.idOf('organisationId')}
        label="Für welche Stelle kommt die Person?"
        hint="Auch Verbände, Dienstleister und andere Stellen stehen in der Liste."
        value={organisationId}
        error={form.wrong('organisationId')}
        onChange={setOrganisation}
      />
      <RadioGroup
        id={form.idOf('role')}
        legend="Was tut sie hier?"
        options={roles}
        value={role}
        error={form.wrong('role')}
        onChange={setRole}
      />
      <DateField id={form.idOf('until')} label="Letzter Tag" value={day} error={form.wrong('until')} onChange={setDay} />
    </FormDialog>
  );
}

type Seat = { id: string; role: EventSeatRole; until: string; person: { name: string } };

export function SeatDialog({ seat, onClose }: { seat: Seat; onClose: () => void }) {
  const toast = useToast();
  const [role, setRole] = useState(seat.role);
  const [day, setDay] = useState<string | null>(() => dayOf(seat.until));
  const [change] = useMutation(ChangeEventSeatDocument);
  const form = useForm('gastplatz', words);
  const send = async () => {
    const variables = { id: seat.id, role, until: day ? noon(day) : '' };
    const sent = await form.send('changeEventSeat', variables, () => change({ variables }));
    if (!sent.ok) return;
    toast({ text: 'Der Gastplatz ist geändert.' });
    onClose();
  };
  return (
    <FormDialog title={`Gastplatz von ${seat.person.name}`} confirm="Gastplatz ändern" form={form} onClose={onClose} onSend={send}>
      <RadioGroup
        id={form.idOf('role')}
        legend="Was tut sie oder er hier?"
        options={roles}
        value={role}
        error={form.wrong('role')}
        onChange={setRole}
      />
      <DateField id={form.idOf('until')} label="Letzter Tag" value={day} error={form.wrong('until')} onChange={setDay} />
    </FormDialog>
  );
}
