import { useState, type ReactNode } from 'react';
import type { useForm } from '../../lib/use-form.ts';
import { RadioGroup } from '../../ui/choice.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import type { Group } from './group-context.ts';
import { useInviteGuest } from './invite-guest.tsx';
import { useInviteMember } from './invite-member.tsx';

/** The fields of one way to bring somebody in, and how they are sent. */
export type InviteWay = { form: ReturnType<typeof useForm>; send: () => Promise<void>; fields: ReactNode };

const ways = [
  { value: 'person', label: 'Jemanden von der Plattform', hint: 'gehört schon einer Verwaltung an' },
  { value: 'guest', label: 'Einen Gast per E-Mail', hint: 'von außerhalb, bis zu einem letzten Tag' },
] as const;

/** Brings somebody in: a person of the platform, or a guest by mail. */
export function InviteDialog({ group, onClose }: { group: Group; onClose: () => void }) {
  const [way, choose] = useState<(typeof ways)[number]['value']>('person');
  const person = useInviteMember(group, onClose);
  const guest = useInviteGuest(group, onClose);
  const { form, send, fields } = way === 'person' ? person : guest;
  return (
    <FormDialog title="Einladen" confirm="Einladung senden" form={form} onClose={onClose} onSend={send}>
      <RadioGroup legend="Wen möchten Sie einladen?" options={ways} value={way} onChange={choose} />
      {fields}
    </FormDialog>
  );
}
