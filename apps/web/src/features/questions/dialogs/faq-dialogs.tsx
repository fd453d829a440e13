import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useApolloClient, useMutation } from '@apollo/client/react';
import { limits } from '@kollab/contract/limits';
import { useForm } from '../../../lib/use-form.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { TextInput } from '../../../ui/field.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { MarkdownField } from '../../../ui/markdown-field.tsx';
import { StaleNotice } from '../../../ui/stale-notice.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { EditFaqDocument, FaqEntryDocument, PublishFaqDocument, type FaqEntryPartsFragment } from '../documents.generated.ts';
import { TopicsField } from '../topics-field.tsx';
import { reviewDay } from './days.ts';
import type { QuestionDialogProps } from './dialogs.tsx';

const words = {
  question: `Eine Frage hat ${limits.faq.question.min} bis ${limits.faq.question.max} Zeichen.`,
  answer: `Eine Antwort hat 1 bis ${limits.faq.answer.max.toLocaleString('de-DE')} Zeichen.`,
  topicIds: `Höchstens ${limits.question.topics.max} Themen.`,
  reviewOn: 'Bitte nennen Sie einen Tag, der noch kommt.',
};
type Texts = { question: string; answer: string; topicIds: string[]; reviewOn: string | null };

/** The question as everybody may read it, and its answer, out of one that was answered officially. */
export function PublishDialog({ question, onClose }: QuestionDialogProps) {
  const navigate = useNavigate();
  const [publish] = useMutation(PublishFaqDocument);
  const [clientMutationId] = useState(() => crypto.randomUUID());
  const [texts, write] = useState<Texts>(() => ({
    question: question.title,
    answer: question.answers.find((one) => one.id === question.answer?.id)?.body ?? '',
    topicIds: question.topics.map((topic) => topic.id),
    reviewOn: reviewDay(),
  }));
  const form = useForm('faq', words);
  const send = async () => {
    const input = { clientMutationId, questionId: question.id, ...texts, reviewOn: texts.reviewOn ?? '' };
    const sent = await form.send('publishFaq', input, () => publish({ variables: { input } }));
    if (!sent.ok || !sent.result.data) return;
    onClose();
    void navigate(`/faq/${sent.result.data.publishFaq.id}`);
  };
  return (
    <FormDialog title="In die FAQ aufnehmen" confirm="In die FAQ aufnehmen" form={form} onClose={onClose} onSend={send}>
      <p>Alle auf der Plattform können den Eintrag lesen und finden. Bitte nehmen Sie heraus, was auf Personen schließen lässt.</p>
      <FaqFields form={form} texts={texts} onChange={(change) => write((all) => ({ ...all, ...change }))} />
    </FormDialog>
  );
}

/** A new version, also when it was only checked. */
export function EditFaqDialog({ entry, onClose }: { entry: FaqEntryPartsFragment; onClose: () => void }) {
  const client = useApolloClient();
  const toast = useToast();
  const [edit] = useMutation(EditFaqDocument);
  const [version, setVersion] = useState(entry.version);
  const [texts, write] = useState<Texts>(() => ({
    question: entry.question,
    answer: entry.answer,
    topicIds: entry.topics.map((topic) => topic.id),
    reviewOn: reviewDay(),
  }));
  const [theirs, setTheirs] = useState<FaqEntryPartsFragment | null>(null);
  const form = useForm('faq', words);
  const change = (some: Partial<Texts>) => write((all) => ({ ...all, ...some }));
  const send = async () => {
    const input = { id: entry.id, version, ...texts, reviewOn: texts.reviewOn ?? '' };
    const sent = await form.send('editFaq', input, () => edit({ variables: { input } }));
    if (sent.ok) {
      onClose();
      toast({ text: 'Der Eintrag ist geprüft und gespeichert.' });
    } else if (sent.refusal?.code === 'stale') {
      const { data } = await client.query({ query: FaqEntryDocument, variables: { id: entry.id }, fetchPolicy: 'network-only' });
      if (!data) return;
      setTheirs(data.faqEntry);
      setVersion(data.faqEntry.version);
    }
  };
  return (
    <FormDialog
      title="Eintrag prüfen und ändern"
      confirm="Geprüft, so speichern"
      form={theirs ? { ...form, problem: null } : form}
      onClose={onClose}
      onSend={send}
    >
      {theirs && (
        <StaleNotice
          fields={[
            ...(theirs.question === texts.question
              ? []
              : [{ label: 'Frage', theirs: theirs.question, take: () => change({ question: theirs.question }) }]),
            ...(theirs.answer === texts.answer
              ? []
              : [{ label: 'Antwort', theirs: theirs.answer, take: () => change({ answer: theirs.answer }) }]),
          ]}
        />
      )}
      <p>Stimmt alles noch, speichern Sie unverändert. Der Eintrag gilt dann als heute geprüft.</p>
      <FaqFields form={form} texts={texts} onChange={change} />
    </FormDialog>
  );
}

type FaqFieldsProps = { form: ReturnType<typeof useForm>; texts: Texts; onChange: (change: Partial<Texts>) => void };

function FaqFields({ form, texts, onChange }: FaqFieldsProps) {
  return (
    <>
      <TextInput
        id={form.idOf('question')}
        label="Frage"
        value={texts.question}
        maxLength={limits.faq.question.max}
        error={form.wrong('question')}
        onChange={(event) => onChange({ question: event.target.value })}
      />
      <MarkdownField
        id={form.idOf('answer')}
        label="Antwort"
        rows={7}
        value={texts.answer}
        error={form.wrong('answer')}
        onChange={(answer) => onChange({ answer })}
      />
      <TopicsField value={texts.topicIds} onChange={(topicIds) => onChange({ topicIds })} />
      <DateField
        id={form.idOf('reviewOn')}
        label="Nächste Prüfung am"
        value={texts.reviewOn}
        error={form.wrong('reviewOn')}
        onChange={(reviewOn) => onChange({ reviewOn })}
      />
    </>
  );
}
