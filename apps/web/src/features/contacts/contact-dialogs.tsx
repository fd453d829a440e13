import { useState } from 'react';
import { useMutation, useQuery } from '@apollo/client/react';
import { limits } from '@kollab/contract/limits';
import { useForm } from '../../lib/use-form.ts';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { Select, TextInput } from '../../ui/field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useDeed } from '../../ui/use-deed.ts';
import type { Asked } from './contacts.tsx';
import { ContactTopicsDocument, RemoveContactDocument, SetContactDocument, type ContactPartsFragment } from './documents.generated.ts';

type DialogProps = { organisationId: string; onClose: () => void };

export function ContactDialogs({ asked: { deed, contact }, ...rest }: DialogProps & { asked: Asked }) {
  if (deed === 'set') return <SetDialog contact={contact} {...rest} />;
  return contact && <RemoveDialog contact={contact} {...rest} />;
}

const words = {
  'contact.name': `Ein Name hat ${limits.name.min} bis ${limits.name.max} Zeichen.`,
  'contact.phone': `Höchstens ${limits.contact.phone.max} Zeichen.`,
  'contact.email': 'Das ist keine vollständige E-Mail-Adresse.',
};

function SetDialog({ organisationId, contact, onClose }: DialogProps & { contact: ContactPartsFragment | null }) {
  const topics = useQuery(ContactTopicsDocument).data?.topics ?? [];
  const [set] = useMutation(SetContactDocument, { refetchQueries: ['OrganisationContacts'] });
  const toast = useToast();
  const [texts, write] = useState({
    topicId: contact?.topic?.id ?? '',
    name: contact?.name ?? '',
    phone: contact?.phone ?? '',
    email: contact?.email ?? '',
  });
  const form = useForm('ansprechperson', words);
  const send = async () => {
    const input = { id: contact?.id ?? null, organisationId, contact: { ...texts, topicId: texts.topicId || null } };
    const sent = await form.send('setContact', input, () => set({ variables: { input } }));
    if (!sent.ok) return;
    onClose();
    toast({ text: 'Gespeichert und bestätigt.' });
  };
  const line = (field: 'name' | 'phone' | 'email', max: number) => ({
    id: form.idOf(`contact.${field}`),
    value: texts[field],
    maxLength: max,
    error: form.wrong(`contact.${field}`),
    onChange: (event: { target: { value: string } }) => write({ ...texts, [field]: event.target.value }),
  });
  return (
    <FormDialog
      title={contact ? 'Ansprechperson ändern' : 'Ansprechperson hinzufügen'}
      confirm="Speichern"
      form={form}
      onClose={onClose}
      onSend={send}
    >
      <p>Alle, die hier für eine Verwaltung arbeiten, sehen die Angaben.</p>
      <Select label="Thema" value={texts.topicId} onChange={(event) => write({ ...texts, topicId: event.target.value })}>
        <option value="">Allgemein</option>
        {topics.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <TextInput {...line('name', limits.name.max)} label="Name oder Stelle" autoComplete="off" />
      <TextInput {...line('phone', limits.contact.phone.max)} label="Telefon" optional inputMode="tel" autoComplete="off" />
      <TextInput {...line('email', limits.email.max)} label="E-Mail" optional inputMode="email" autoComplete="off" />
    </FormDialog>
  );
}

function RemoveDialog({ contact: { id, name }, onClose }: DialogProps & { contact: ContactPartsFragment }) {
  const [remove] = useMutation(RemoveContactDocument, { refetchQueries: ['OrganisationContacts'] });
  const { busy, run } = useDeed();
  return (
    <ConfirmDialog
      title="Ansprechperson entfernen?"
      open
      danger
      busy={busy}
      confirm="Entfernen"
      onClose={onClose}
      onConfirm={() => void run(() => remove({ variables: { id } }), { text: 'Entfernt.' }).then((done) => done && onClose())}
    >
      <p>{name} steht dann nicht mehr hier.</p>
    </ConfirmDialog>
  );
}
