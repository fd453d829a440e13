import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useApolloClient, useQuery } from '@apollo/client/react';
import { limits } from '@kollab/contract/limits';
import { sentenceOf } from '../../../lib/errors.ts';
import { useForm } from '../../../lib/use-form.ts';
import { useReconnect } from '../../../lib/use-live.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { TextInput } from '../../../ui/field.tsx';
import { FormErrorSummary } from '../../../ui/form-errors.tsx';
import { Section } from '../../../ui/section.tsx';
import { EmptyState, ErrorState, LoadingRows } from '../../../ui/states.tsx';
import { DraftConflict, DraftStatus } from '../draft/draft-status.tsx';
import { useDraft } from '../draft/use-draft.ts';
import { Editor } from '../editor/editor.tsx';
import { SendProblem } from '../editor/send-problem.tsx';
import { useMentionCheck, type Verdict } from '../editor/use-mention-check.tsx';
import { useWriteFor } from '../editor/write-for.tsx';
import { OpenThreadDocument, ThreadGroupDocument } from '../documents.generated.ts';
import '../threads.scss';

const words = {
  title: `Ein Titel hat ${limits.title.min} bis ${limits.title.max} Zeichen.`,
  body: `Ein Beitrag hat 1 bis ${limits.post.max.toLocaleString('de-DE')} Zeichen.`,
};

/** Begins a discussion with its first post. */
export function NewThreadPage() {
  const { id: groupId = '' } = useParams();
  const { data, error, refetch } = useQuery(ThreadGroupDocument, { variables: { groupId } });
  if (error) return <ErrorState onRetry={() => void refetch()}>{sentenceOf(error)}</ErrorState>;
  if (!data) return <LoadingRows />;
  if (!data.workingGroup.viewerCan.openThread)
    return (
      <EmptyState action={<LinkButton to="../diskussionen">Zu den Diskussionen</LinkButton>}>
        Eine Diskussion beginnen die Mitglieder der Arbeitsgruppe, solange sie arbeitet.
      </EmptyState>
    );
  return <NewThread key={groupId} groupId={groupId} />;
}

function NewThread({ groupId }: { groupId: string }) {
  const client = useApolloClient();
  const navigate = useNavigate();
  const { draft, state } = useDraft(`thread:${groupId}`);
  const [unsent, setUnsent] = useState<Verdict | null>(null);
  const form = useForm('diskussion', words);
  const mentions = useMentionCheck({ groupId });
  const writeFor = useWriteFor();

  const send = async (again?: Verdict) => {
    if (form.busy) return;
    const { title, body } = draft.getState();
    const verdict = again ?? (await mentions.check(body));
    if (!verdict.go) return;
    setUnsent(null);
    const clientMutationId = await draft.settle();
    const input = {
      clientMutationId,
      groupId,
      kind: 'DISCUSSION' as const,
      title,
      body,
      organisationId: writeFor.organisationId,
      confirmMany: verdict.confirmMany,
    };
    const sent = await form.send('openThread', input, () => client.mutate({ mutation: OpenThreadDocument, variables: { input } }));
    if (sent.ok && sent.result.data) {
      await draft.clear({ sent: true });
      void navigate(`/arbeitsgruppen/${groupId}/diskussionen/${sent.result.data.openThread.id}`, { replace: true });
      return;
    }
    draft.unsettle();
    setUnsent(!sent.ok && sent.refusal?.code === 'offline' ? verdict : null);
  };
  useReconnect(() => {
    if (unsent) void send(unsent);
  });

  return (
    <Section title="Neue Diskussion">
      <form
        className="ui-form thr-newthread"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <FormErrorSummary errors={form.errors} />
        <DraftConflict draft={draft} state={state} />
        <p>
          Sie brauchen eine Antwort? <Link to={`/arbeitsgruppen/${groupId}/fragen`}>Frage stellen</Link>
        </p>
        <TextInput
          id={form.idOf('title')}
          label="Titel"
          hint="So kurz, dass man ihn in der Liste versteht."
          value={state.title}
          maxLength={limits.title.max}
          error={form.wrong('title')}
          onChange={(event) => draft.write({ title: event.target.value, body: state.body })}
        />
        <Editor
          id={form.idOf('body')}
          label="Erster Beitrag"
          place={{ groupId }}
          value={state.body}
          error={form.wrong('body')}
          onChange={(body) => draft.write({ title: draft.getState().title, body })}
          onSend={() => void send()}
        >
          <SendProblem unsent={unsent !== null} problem={form.problem} />
          <div className="thr-editor__foot">
            <DraftStatus state={state} />
            {writeFor.field}
            <LinkButton to={`/arbeitsgruppen/${groupId}/diskussionen`} size="medium">
              Später weiterschreiben
            </LinkButton>
            <Button type="submit" variant="primary" size="medium" busy={form.busy}>
              {unsent ? 'Jetzt erneut senden' : 'Diskussion beginnen'}
            </Button>
          </div>
        </Editor>
        {mentions.dialog}
      </form>
    </Section>
  );
}
