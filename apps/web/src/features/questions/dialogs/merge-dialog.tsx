import { useDeferredValue, useState } from 'react';
import { skipToken, useMutation, useQuery } from '@apollo/client/react';
import { counted } from '../../../lib/counts.ts';
import { useForm } from '../../../lib/use-form.ts';
import { Combobox } from '../../../ui/combobox.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { GroupQuestionsDocument, MergeQuestionDocument, SprechstundeQuestionsDocument } from '../documents.generated.ts';
import type { QuestionDialogProps } from './dialogs.tsx';

const words = { intoId: 'Bitte wählen Sie die Frage, die bleibt.' };

export function MergeDialog({ question: { id, home }, onClose }: QuestionDialogProps) {
  const toast = useToast();
  const [merge] = useMutation(MergeQuestionDocument);
  const [intoId, choose] = useState<string | null>(null);
  const [typed, type] = useState('');
  const form = useForm('zusammenfuehren', words);
  const found = useSameHome(home, useDeferredValue(typed.trim()));
  const send = async () => {
    const variables = { id, intoId: intoId ?? '' };
    const sent = await form.send('mergeQuestion', variables, () => merge({ variables }));
    if (!sent.ok) return;
    onClose();
    toast({ text: 'Die Fragen sind zusammengeführt, ihre Stimmen auch.' });
  };
  return (
    <FormDialog title="Mit einer gleichen Frage zusammenführen" confirm="Fragen zusammenführen" form={form} onClose={onClose} onSend={send}>
      <p>Die Stimmen gehen auf die andere Frage über, je Person eine. Das lässt sich nicht zurücknehmen.</p>
      <Combobox
        id={form.idOf('intoId')}
        label="Diese Frage bleibt"
        hint="Ein Wort aus der Frage genügt. Zur Wahl stehen Fragen vom selben Ort."
        choices={found
          .filter((other) => other.id !== id && other.state !== 'MERGED' && other.state !== 'WITHDRAWN')
          .map((other) => ({ id: other.id, label: other.title, detail: counted(other.voteCount, 'Stimme', 'Stimmen') }))}
        value={intoId}
        error={form.wrong('intoId')}
        onSearch={type}
        onChange={choose}
        empty="Keine solche Frage"
      />
    </FormDialog>
  );
}

function useSameHome(home: QuestionDialogProps['question']['home'], search: string) {
  const variables = { filter: { text: search || null }, order: 'VOTES' as const, first: 20 };
  const inGroup = home.kind === 'GROUP';
  const group = useQuery(GroupQuestionsDocument, inGroup ? { variables: { ...variables, groupId: home.id } } : skipToken);
  const event = useQuery(SprechstundeQuestionsDocument, inGroup ? skipToken : { variables: { ...variables, sprechstundeId: home.id } });
  const [kept, keep] = useState<NonNullable<typeof group.data>['workingGroup']['questions']['nodes']>([]);
  const now = group.data?.workingGroup.questions.nodes ?? event.data?.sprechstunde.questions.nodes;
  // The chosen one stays among the choices while its own title is what is searched for.
  if (now && now !== kept && now.length > 0) keep(now);
  return kept;
}
