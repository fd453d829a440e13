import { useState } from 'react';
import { useMutation } from '@apollo/client/react';
import { limits } from '@kollab/contract/limits';
import { useForm } from '../../../lib/use-form.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { TextArea } from '../../../ui/field.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { OrganisationField } from '../../organisations/index.ts';
import { DeferQuestionDocument } from '../documents.generated.ts';
import type { QuestionDialogProps } from './dialogs.tsx';

const words = {
  officeId: 'Bitte wählen Sie die Stelle, an die die Frage dann geht.',
  recheckOn: 'Bitte nennen Sie einen Tag, der noch kommt.',
  reason: `Bitte begründen Sie mit einem Satz, höchstens ${limits.sentence.max} Zeichen.`,
};

export function DeferDialog({ question: { id, office }, onClose }: QuestionDialogProps) {
  const toast = useToast();
  const [defer] = useMutation(DeferQuestionDocument);
  const [chosen, choose] = useState<string | null>(null);
  const [recheckOn, setDay] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const form = useForm('zurueckstellen', words);
  const send = async () => {
    const variables = { id, officeId: office ? null : chosen, recheckOn: recheckOn ?? '', reason };
    const sent = await form.send('deferQuestion', variables, () => defer({ variables }));
    if (!sent.ok) return;
    onClose();
    toast({ text: 'Die Frage ist zurückgestellt und kommt an ihrem Tag von selbst wieder.' });
  };
  return (
    <FormDialog title="Frage zurückstellen" confirm="Frage zurückstellen" form={form} onClose={onClose} onSend={send}>
      <p>Für Fragen, die noch nicht zu beantworten sind. Wer gefragt hat, erfährt Tag und Begründung.</p>
      {office ? (
        <p>Dann geht sie wieder an: {office.title}.</p>
      ) : (
        <OrganisationField
          id={form.idOf('officeId')}
          label="Wer antwortet dann?"
          value={chosen}
          error={form.wrong('officeId')}
          onChange={choose}
        />
      )}
      <DateField id={form.idOf('recheckOn')} label="Wieder am" value={recheckOn} error={form.wrong('recheckOn')} onChange={setDay} />
      <TextArea
        id={form.idOf('reason')}
        label="Worauf wird gewartet?"
        rows={3}
        value={reason}
        maxLength={limits.sentence.max}
        error={form.wrong('reason')}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormDialog>
  );
}
