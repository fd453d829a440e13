import { useState } from 'react';
import { useMutation } from '@apollo/client/react';
import { limits } from '@kollab/contract/limits';
import { useForm } from '../../lib/use-form.ts';
import { Select, TextInput } from '../../ui/field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useViewer } from '../people/index.ts';
import { RegisterDocument } from './documents.generated.ts';

const words = {
  companion: `Nennen Sie, wer kommt, in höchstens ${limits.name.max} Zeichen.`,
  organisationId: 'Wählen Sie die Verwaltung.',
};

/** Registers somebody else of the own organisation. */
export function CompanionDialog({ eventId, onClose }: { eventId: string; onClose: () => void }) {
  const viewer = useViewer();
  const toast = useToast();
  const [register] = useMutation(RegisterDocument, { refetchQueries: ['EventPlaces'], awaitRefetchQueries: true });
  const [clientMutationId] = useState(() => crypto.randomUUID());
  const [companion, write] = useState('');
  const [organisationId, choose] = useState(viewer.actsFor?.id ?? viewer.affiliations[0]?.organisation.id ?? null);
  const [missing, miss] = useState(false);
  const form = useForm('weitere', words);
  const send = async () => {
    // Empty would mean the viewer.
    miss(companion.trim() === '');
    if (companion.trim() === '') return;
    const input = { clientMutationId, sprechstundeId: eventId, organisationId, companion: companion.trim() };
    const sent = await form.send('register', input, () => register({ variables: { input } }));
    if (!sent.ok) return;
    toast({ text: sent.result.data?.register.status === 'WAITING' ? 'Auf der Warteliste vermerkt.' : `Angemeldet: ${companion.trim()}.` });
    onClose();
  };
  return (
    <FormDialog title="Weitere anmelden" confirm="Anmelden" form={form} onClose={onClose} onSend={send}>
      <TextInput
        id={form.idOf('companion')}
        label="Wer kommt?"
        hint="Ohne Namen genügt, zum Beispiel „1 Person aus der Kämmerei“. Alle Ihrer Verwaltung lesen es."
        value={companion}
        maxLength={limits.name.max}
        error={missing ? words.companion : form.wrong('companion')}
        onChange={(event) => {
          write(event.target.value);
          miss(false);
        }}
      />
      {viewer.affiliations.length > 1 && (
        <Select
          id={form.idOf('organisationId')}
          label="Für welche Verwaltung?"
          value={organisationId ?? ''}
          error={form.wrong('organisationId')}
          onChange={(event) => choose(event.target.value)}
        >
          {viewer.affiliations.map(({ id, organisation }) => (
            <option key={id} value={organisation.id}>
              {organisation.title}
            </option>
          ))}
        </Select>
      )}
    </FormDialog>
  );
}
