import { useState } from 'react';
import { useMutation } from '@apollo/client/react';
import { useForm } from '../../../lib/use-form.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { ResumeQuestionDocument } from '../documents.generated.ts';
import { dueDay } from './days.ts';
import type { QuestionDialogProps } from './dialogs.tsx';

const words = { dueOn: 'Bitte nennen Sie einen Tag, der noch kommt.' };

export function ResumeDialog({ question: { id, office }, onClose }: QuestionDialogProps) {
  const [resume] = useMutation(ResumeQuestionDocument);
  const [dueOn, setDue] = useState<string | null>(dueDay);
  const form = useForm('aufnehmen', words);
  const send = async () => {
    const variables = { id, dueOn: dueOn ?? '' };
    const sent = await form.send('resumeQuestion', variables, () => resume({ variables }));
    if (sent.ok) onClose();
  };
  return (
    <FormDialog title="Frage wieder aufnehmen" confirm="Frage wieder aufnehmen" form={form} onClose={onClose} onSend={send}>
      {office && <p>Sie geht wieder an: {office.title}.</p>}
      <DateField id={form.idOf('dueOn')} label="Antwort bis" value={dueOn} error={form.wrong('dueOn')} onChange={setDue} />
    </FormDialog>
  );
}
