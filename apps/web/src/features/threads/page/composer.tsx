import { useEffect, useImperativeHandle, useRef, useState, type Ref } from 'react';
import { useApolloClient } from '@apollo/client/react';
import { limits } from '@kollab/contract/limits';
import { useForm } from '../../../lib/use-form.ts';
import { useReconnect } from '../../../lib/use-live.ts';
import { announce } from '../../../ui/live-region.tsx';
import { Button, IconButton } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { DraftConflict, DraftStatus } from '../draft/draft-status.tsx';
import { useDraft } from '../draft/use-draft.ts';
import { Editor, type EditorHandle } from '../editor/editor.tsx';
import { SendProblem } from '../editor/send-problem.tsx';
import { quoted } from '../../../ui/markdown-format.ts';
import { useMentionCheck, type Verdict } from '../editor/use-mention-check.tsx';
import { useWriteFor } from '../editor/write-for.tsx';
import { placeOfThread } from '../editor/place.ts';
import { ReplyDocument, type ThreadHeadFragment } from '../documents.generated.ts';
import type { ShownPost } from '../posts/state.ts';
import type { PostsStore } from '../posts/store.ts';

export type ComposerHandle = { answer: (post: ShownPost) => void; quote: (post: ShownPost) => void };

type ComposerProps = {
  ref: Ref<ComposerHandle>;
  thread: ThreadHeadFragment;
  store: PostsStore;
  /** Why there is nothing to write here, for who may not. */
  silent: string;
  /** The pen is on a text: nothing may move. In an empty field it is not yet. */
  onWriting: (writing: boolean) => void;
  onSending: (sending: boolean) => void;
};

const words = { body: `Ein Beitrag hat 1 bis ${limits.post.max.toLocaleString('de-DE')} Zeichen.` };

/** What is written is called by where it stands. */
const calledHere = ({ question, announcementId }: Pick<ThreadHeadFragment, 'question' | 'announcementId'>) =>
  question
    ? { region: 'Antwort schreiben', label: 'Ihre Antwort', send: 'Antworten', sent: 'Ihre Antwort ist gesendet' }
    : announcementId !== null
      ? { region: 'Kommentar schreiben', label: 'Ihr Kommentar', send: 'Kommentar senden', sent: 'Ihr Kommentar ist gesendet' }
      : { region: 'Beitrag schreiben', label: 'Ihr Beitrag', send: 'Antworten', sent: 'Ihr Beitrag ist gesendet' };

/** Writes the next post. Whatever happens to page, session or line: the text stays, and it becomes one post. */
export function Composer({ ref, thread, store, silent, onWriting, onSending }: ComposerProps) {
  const client = useApolloClient();
  const { draft, state } = useDraft(`reply:${thread.id}`);
  const [to, answer] = useState<{ no: number; name: string } | null>(null);
  const [unsent, setUnsent] = useState<Verdict | null>(null);
  const editor = useRef<EditorHandle>(null);
  const form = useForm('beitrag', words);
  const mentions = useMentionCheck(placeOfThread(thread));
  const writeFor = useWriteFor();
  const [focused, focus] = useState(false);
  const writing = focused && state.body !== '';
  const called = calledHere(thread);
  useEffect(() => onWriting(writing), [onWriting, writing]);

  useImperativeHandle(ref, () => ({
    answer: (post) => {
      answer({ no: post.no, name: post.author.name });
      editor.current?.focus();
    },
    quote: (post) => {
      answer({ no: post.no, name: post.author.name });
      editor.current?.append(`${quoted(post.body)}\n\n`);
    },
  }));

  const send = async (again?: Verdict) => {
    if (form.busy) return;
    const { body } = draft.getState();
    const verdict = again ?? (await mentions.check(body));
    if (!verdict.go) return;
    onSending(true);
    setUnsent(null);
    const clientMutationId = await draft.settle();
    const input = {
      clientMutationId,
      threadId: thread.id,
      body,
      replyToNo: to?.no ?? null,
      organisationId: writeFor.organisationId,
      confirmMany: verdict.confirmMany,
    };
    const sent = await form.send('reply', input, () =>
      client.mutate({ mutation: ReplyDocument, variables: { input }, fetchPolicy: 'no-cache' }),
    );
    if (sent.ok && sent.result.data) {
      await draft.clear({ sent: true });
      answer(null);
      store.put(sent.result.data.reply);
      await store.showWaiting();
      announce(called.sent);
      editor.current?.focus();
    } else {
      draft.unsettle();
      setUnsent(!sent.ok && sent.refusal?.code === 'offline' ? verdict : null);
    }
    onSending(false);
  };

  // What could not be sent goes now, under the same number.
  useReconnect(() => {
    if (unsent) void send(unsent);
  });

  if (!thread.viewerCan.reply) return <p className="thr-silent ui-meta">{silent}</p>;
  return (
    <section
      className="thr-composer ui-noprint"
      aria-label={called.region}
      data-writing
      onFocus={() => focus(true)}
      onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || focus(false)}
    >
      {to && (
        <p className="thr-composer__to ui-meta">
          <Icon name="reply" size="small" />
          Antwort auf {to.name}, Beitrag {to.no}
          <IconButton icon="close" size="small" label="Nicht als Antwort senden" onClick={() => answer(null)} />
        </p>
      )}
      <DraftConflict draft={draft} state={state} />
      <Editor
        ref={editor}
        id={form.idOf('body')}
        label={called.label}
        place={placeOfThread(thread)}
        value={state.body}
        error={form.wrong('body')}
        onChange={(body) => draft.write({ title: '', body })}
        onSend={() => void send()}
      >
        <SendProblem unsent={unsent !== null} problem={form.problem} />
        <div className="thr-editor__foot">
          <DraftStatus state={state} />
          {writeFor.field}
          <Button variant="primary" size="medium" busy={form.busy} onClick={() => void send()}>
            {unsent ? 'Jetzt erneut senden' : called.send}
          </Button>
        </div>
      </Editor>
      {mentions.dialog}
    </section>
  );
}
