import { useState } from 'react';
import { useMutation } from '@apollo/client/react';
import { limits } from '@kollab/contract/limits';
import { useForm } from '../../../lib/use-form.ts';
import { MarkdownField } from '../../../ui/markdown-field.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { AddToQuestionDocument } from '../documents.generated.ts';
import { useKept } from '../../../lib/use-kept.ts';
import type { QuestionDialogProps } from './dialogs.tsx';

const words = { body: `Eine Ergänzung hat 1 bis ${limits.post.max.toLocaleString('de-DE')} Zeichen.` };

export function AddDialog({ question: { id }, onClose }: QuestionDialogProps) {
  const [add] = useMutation(AddToQuestionDocument);
  const [clientMutationId] = useState(() => crypto.randomUUID());
  const { texts, write, clear } = useKept(`add.${id}`, { body: '' });
  const form = useForm('ergaenzung', words);
  const send = async () => {
    const input = { clientMutationId, questionId: id, body: texts.body };
    const sent = await form.send('addToQuestion', input, () => add({ variables: { input } }));
    if (!sent.ok) return;
    clear();
    onClose();
  };
  return (
    <FormDialog title="Frage ergänzen" confirm="Ergänzung speichern" form={form} onClose={onClose} onSend={send}>
      <p>Sie steht mit ihrem Tag unter der Frage, die selbst bleibt, wie sie ist.</p>
      <MarkdownField
        id={form.idOf('body')}
        label="Ergänzung"
        rows={5}
        value={texts.body}
        error={form.wrong('body')}
        onChange={(body) => write({ body })}
      />
    </FormDialog>
  );
}
