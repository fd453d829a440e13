import { useState } from 'react';
import { useMutation } from '@apollo/client/react';
import { limits } from '@kollab/contract/limits';
import { useForm } from '../../lib/use-form.ts';
import { TextArea, TextInput } from '../../ui/field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useViewer } from '../people/index.ts';
import { WishTopicDocument } from './documents.generated.ts';

const most = 2_000;
const words = {
  title: `Ein Thema hat ${limits.title.min} bis ${limits.title.max} Zeichen.`,
  description: `Höchstens ${most} Zeichen.`,
};

export function WishDialog({ seriesId, onClose }: { seriesId: string; onClose: () => void }) {
  const { actsFor } = useViewer();
  const toast = useToast();
  const [wish] = useMutation(WishTopicDocument, { refetchQueries: ['TopicWishes'] });
  const [clientMutationId] = useState(() => crypto.randomUUID());
  const [title, setTitle] = useState('');
  const [description, describe] = useState('');
  const form = useForm('wunsch', words);
  const send = async () => {
    const input = { clientMutationId, seriesId, title: title.trim(), description: description.trim(), organisationId: actsFor?.id ?? null };
    const sent = await form.send('wish', input, () => wish({ variables: { input } }));
    if (!sent.ok) return;
    toast({ text: 'Ihr Themenwunsch steht in der Liste.' });
    onClose();
  };
  return (
    <FormDialog title="Thema wünschen" confirm="Thema wünschen" form={form} onClose={onClose} onSend={send}>
      <TextInput
        id={form.idOf('title')}
        label="Thema"
        hint="Alle sehen es mit Ihrem Namen und Ihrer Verwaltung."
        value={title}
        maxLength={limits.title.max}
        error={form.wrong('title')}
        onChange={(event) => setTitle(event.target.value)}
      />
      <TextArea
        id={form.idOf('description')}
        label="Was möchten Sie wissen?"
        optional
        rows={4}
        value={description}
        maxLength={most}
        error={form.wrong('description')}
        onChange={(event) => describe(event.target.value)}
      />
    </FormDialog>
  );
}
