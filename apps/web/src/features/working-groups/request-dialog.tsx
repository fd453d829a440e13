import { useState } from 'react';
import { useMutation } from '@apollo/client/react';
import { limits } from '@kollab/contract/limits';
import { useForm } from '../../lib/use-form.ts';
import { Select, TextArea } from '../../ui/field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useViewer } from '../people/index.ts';
import { JoinGroupDocument, type GroupCardFragment } from './documents.generated.ts';
import { groupTitle } from './words.ts';

const words = {
  statement: `Schreiben Sie der Leitung einen Satz, höchstens ${limits.sentence.max} Zeichen.`,
  organisationId: 'Wählen Sie die Verwaltung.',
};

/** Asks the lead for a seat, with a sentence. */
export function RequestDialog({ group, onClose }: { group: GroupCardFragment; onClose: () => void }) {
  const viewer = useViewer();
  const toast = useToast();
  const [join] = useMutation(JoinGroupDocument);
  const [statement, write] = useState('');
  const [organisationId, choose] = useState(viewer.actsFor?.id ?? viewer.affiliations[0]?.organisation.id ?? null);
  const form = useForm('anfrage', words);
  const send = async () => {
    const variables = { groupId: group.id, organisationId, statement: statement.trim() };
    const sent = await form.send('joinGroup', variables, () => join({ variables }));
    if (!sent.ok) return;
    toast({ text: `Ihre Anfrage ist bei der Leitung von ${groupTitle(group)}. Sie hören, wenn entschieden ist.` });
    onClose();
  };
  return (
    <FormDialog title={`Mitarbeit in ${groupTitle(group)} anfragen`} confirm="Anfrage senden" form={form} onClose={onClose} onSend={send}>
      <TextArea
        id={form.idOf('statement')}
        label="Warum möchten Sie mitarbeiten?"
        hint="Ein Satz an die Leitung. Nur sie liest ihn."
        rows={3}
        value={statement}
        maxLength={limits.sentence.max}
        error={form.wrong('statement')}
        onChange={(event) => write(event.target.value)}
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
