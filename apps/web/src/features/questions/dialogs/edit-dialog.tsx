import { useState } from 'react';
import { useApolloClient, useMutation } from '@apollo/client/react';
import { limits } from '@kollab/contract/limits';
import { useForm } from '../../../lib/use-form.ts';
import { TextInput } from '../../../ui/field.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { MarkdownField } from '../../../ui/markdown-field.tsx';
import { StaleNotice } from '../../../ui/stale-notice.tsx';
import { EditQuestionDocument, QuestionDocument } from '../documents.generated.ts';
import { TopicsField } from '../topics-field.tsx';
import type { QuestionDialogProps } from './dialogs.tsx';

const words = {
  title: `Eine Frage hat ${limits.title.min} bis ${limits.title.max} Zeichen.`,
  body: `Höchstens ${limits.question.body.max.toLocaleString('de-DE')} Zeichen.`,
  topicIds: `Höchstens ${limits.question.topics.max} Themen.`,
};

export function EditDialog({ question, onClose }: QuestionDialogProps) {
  const { id } = question;
  const client = useApolloClient();
  const [edit] = useMutation(EditQuestionDocument);
  const [version, setVersion] = useState(question.version);
  const [title, setTitle] = useState(question.title);
  const [body, setBody] = useState(question.body);
  const [topicIds, choose] = useState(() => question.topics.map((topic) => topic.id));
  const [theirs, setTheirs] = useState<{ title: string; body: string } | null>(null);
  const form = useForm('frage-aendern', words);
  const send = async () => {
    const variables = { id, version, title, body, topicIds };
    const sent = await form.send('editQuestion', variables, () => edit({ variables }));
    if (sent.ok) onClose();
    else if (sent.refusal?.code === 'stale') {
      const { data } = await client.query({ query: QuestionDocument, variables: { id }, fetchPolicy: 'network-only' });
      if (!data) return;
      setTheirs(data.question);
      setVersion(data.question.version);
    }
  };
  return (
    <FormDialog
      title="Frage ändern"
      confirm="Frage speichern"
      form={theirs ? { ...form, problem: null } : form}
      onClose={onClose}
      onSend={send}
    >
      {theirs && (
        <StaleNotice
          fields={[
            ...(theirs.title === title ? [] : [{ label: 'Frage', theirs: theirs.title, take: () => setTitle(theirs.title) }]),
            ...(theirs.body === body ? [] : [{ label: 'Erläuterung', theirs: theirs.body, take: () => setBody(theirs.body) }]),
          ]}
        />
      )}
      <TextInput
        id={form.idOf('title')}
        label="Ihre Frage, in einem Satz"
        value={title}
        maxLength={limits.title.max}
        error={form.wrong('title')}
        onChange={(event) => setTitle(event.target.value)}
      />
      <MarkdownField
        id={form.idOf('body')}
        label="Was man dazu wissen muss"
        optional
        rows={5}
        value={body}
        error={form.wrong('body')}
        onChange={setBody}
      />
      <TopicsField value={topicIds} onChange={choose} />
    </FormDialog>
  );
}
