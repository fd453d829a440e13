import { useState } from 'react';
import { useMutation } from '@apollo/client/react';
import { limits } from '@kollab/contract/limits';
import { useForm } from '../../lib/use-form.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button, TextButton } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choice.tsx';
import { Select, TextInput } from '../../ui/field.tsx';
import { FormErrorSummary } from '../../ui/form-errors.tsx';
import { MarkdownField } from '../../ui/markdown-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useViewer } from '../people/index.ts';
import { Alike } from './alike.tsx';
import { AskQuestionDocument } from './documents.generated.ts';
import { TopicsField } from './topics-field.tsx';
import { useKept } from '../../lib/use-kept.ts';
import './questions.scss';

const words = {
  title: `Eine Frage hat ${limits.title.min} bis ${limits.title.max} Zeichen.`,
  body: `Höchstens ${limits.question.body.max.toLocaleString('de-DE')} Zeichen.`,
  topicIds: `Höchstens ${limits.question.topics.max} Themen.`,
};
const empty = { title: '', body: '', topicIds: [] as string[], anonymous: false, organisationId: null as string | null };

/** A group, or an event and, if wished, an item of its agenda. */
type AskAt = { groupId: string } | { sprechstundeId: string; agendaItemId?: string };

const keyOf = (home: AskAt): string =>
  'groupId' in home ? home.groupId : [home.sprechstundeId, home.agendaItemId].filter(Boolean).join('.');

/** Asks where it stands. Short by default; the rest of the form comes with the first letters. */
export function AskForm({ home }: { home: AskAt }) {
  const viewer = useViewer();
  const toast = useToast();
  const [ask] = useMutation(AskQuestionDocument, { refetchQueries: ['GroupQuestions', 'SprechstundeQuestions', 'EventQueue'] });
  const { texts, write, clear } = useKept(`ask.${keyOf(home)}`, empty);
  const [clientMutationId, renew] = useState(() => crypto.randomUUID());
  const [wide, widen] = useState(texts.body !== '' || texts.topicIds.length > 0);
  const form = useForm('frage', words);
  const several = viewer.affiliations.length > 1 && !texts.anonymous;
  const organisationId = several ? (texts.organisationId ?? viewer.actsFor?.id ?? null) : null;

  const send = async () => {
    const { title, body, topicIds, anonymous } = texts;
    const input = { clientMutationId, home, title, body, topicIds, anonymous, organisationId };
    const sent = await form.send('askQuestion', input, () => ask({ variables: { input } }));
    if (!sent.ok) return;
    clear();
    widen(false);
    renew(crypto.randomUUID());
    toast({ text: anonymous ? 'Ihre Frage steht ohne Namen in der Liste.' : 'Ihre Frage steht in der Liste.' });
    document.getElementById(form.idOf('title'))?.focus();
  };
  return (
    <form
      className="ui-form qst-ask"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!form.busy) void send();
      }}
    >
      {form.problem && <Alert kind="danger" title={form.problem} urgent />}
      {form.errors.length > 1 && <FormErrorSummary errors={form.errors} />}
      <TextInput
        id={form.idOf('title')}
        label="Ihre Frage, in einem Satz"
        value={texts.title}
        maxLength={limits.title.max}
        autoComplete="off"
        error={form.wrong('title')}
        onChange={(event) => write({ title: event.target.value })}
      />
      <Alike text={texts.title} />
      {wide ? (
        <>
          <MarkdownField
            id={form.idOf('body')}
            label="Was man dazu wissen muss"
            optional
            rows={4}
            value={texts.body}
            error={form.wrong('body')}
            onChange={(body) => write({ body })}
          />
          <TopicsField value={texts.topicIds} onChange={(topicIds) => write({ topicIds })} />
        </>
      ) : (
        <p>
          <TextButton icon="add" onClick={() => widen(true)}>
            Erläuterung oder Themen hinzufügen
          </TextButton>
        </p>
      )}
      <Checkbox
        label="ohne Namen fragen"
        hint="Ihr Name und Ihre Verwaltung bleiben allen verborgen, auch der Moderation; das lässt sich später nicht aufdecken."
        checked={texts.anonymous}
        onChange={(event) => write({ anonymous: event.target.checked })}
      />
      {several && (
        <Select
          label="Sie fragen für"
          value={organisationId ?? ''}
          onChange={(event) => write({ organisationId: event.target.value || null })}
        >
          {viewer.affiliations.map(({ id, organisation }) => (
            <option key={id} value={organisation.id}>
              {organisation.title}
            </option>
          ))}
        </Select>
      )}
      <div>
        <Button type="submit" variant="primary" size="medium" busy={form.busy}>
          Frage stellen
        </Button>
      </div>
    </form>
  );
}
