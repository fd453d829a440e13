import { useState } from 'react';
import { useMutation } from '@apollo/client/react';
import { limits } from '@kollab/contract/limits';
import { useForm } from '../../../lib/use-form.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { TextArea } from '../../../ui/field.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { OrganisationField } from '../../organisations/index.ts';
import { AssignQuestionDocument } from '../documents.generated.ts';
import { dueDay } from './days.ts';
import type { QuestionDialogProps } from './dialogs.tsx';

const words = {
  officeId: 'Bitte wählen Sie die Stelle, die antworten soll.',
  dueOn: 'Bitte nennen Sie einen Tag, der noch kommt.',
  reason: `Bitte begründen Sie mit einem Satz, höchstens ${limits.sentence.max} Zeichen.`,
};

/** To an office, or on to another one. */
export function AssignDialog({ question: { id, office }, onClose }: QuestionDialogProps) {
  const toast = useToast();
  const [assign] = useMutation(AssignQuestionDocument);
  const [officeId, choose] = useState<string | null>(null);
  const [dueOn, setDue] = useState<string | null>(dueDay);
  const [reason, setReason] = useState('');
  const form = useForm('zuweisen', words);
  const send = async () => {
    const variables = { id, officeId: officeId ?? '', dueOn: dueOn ?? '', reason };
    const sent = await form.send('assignQuestion', variables, () => assign({ variables }));
    if (!sent.ok) return;
    onClose();
    toast({ text: 'Die Stelle hat die Frage und erfährt davon.' });
  };
  return (
    <FormDialog
      title={office ? 'Frage weiterleiten' : 'Frage zuweisen'}
      confirm={office ? 'Frage weiterleiten' : 'Frage zuweisen'}
      form={form}
      onClose={onClose}
      onSend={send}
    >
      {office && <p>Zurzeit liegt die Frage hier: {office.title}.</p>}
      <OrganisationField
        id={form.idOf('officeId')}
        label="Wer antwortet?"
        hint="Ein Ministerium, eine Landesbehörde oder eine andere Stelle; die ersten Buchstaben genügen."
        value={officeId}
        error={form.wrong('officeId')}
        onChange={choose}
      />
      <DateField id={form.idOf('dueOn')} label="Antwort bis" value={dueOn} error={form.wrong('dueOn')} onChange={setDue} />
      <TextArea
        id={form.idOf('reason')}
        label="Begründung"
        optional={!office}
        rows={3}
        value={reason}
        maxLength={limits.sentence.max}
        error={form.wrong('reason')}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormDialog>
  );
}
