import { useImperativeHandle, useRef, useState, type Ref } from 'react';
import { useMutation } from '@apollo/client/react';
import { sentenceOf } from '../../../lib/errors.ts';
import { Alert } from '../../../ui/alert.tsx';
import { Button } from '../../../ui/button.tsx';
import { TextArea } from '../../../ui/field.tsx';
import { ReplyDocument, type ThreadQuery } from '../documents.generated.ts';
import type { ShownPost } from '../posts/state.ts';
import type { PostsStore } from '../posts/store.ts';

export type ComposerHandle = { answer: (post: ShownPost) => void; quote: (post: ShownPost) => void };

type ComposerProps = {
  ref: Ref<ComposerHandle>;
  thread: ThreadQuery['thread'];
  store: PostsStore;
  onWriting: (writing: boolean) => void;
  onSending: (sending: boolean) => void;
};

export function Composer({ ref, thread, store, onWriting, onSending }: ComposerProps) {
  const [text, write] = useState('');
  const [to, answer] = useState<ShownPost | null>(null);
  const [id, renew] = useState(() => crypto.randomUUID());
  const area = useRef<HTMLTextAreaElement>(null);
  const [reply, { loading, error }] = useMutation(ReplyDocument);
  useImperativeHandle(ref, () => ({
    answer: (post) => {
      answer(post);
      area.current?.focus();
    },
    quote: (post) => {
      answer(post);
      write((before) => `${before}${before && '\n\n'}${post.body.replace(/^/gm, '> ')}\n\n`);
      area.current?.focus();
    },
  }));
  if (!thread.viewerCan.reply) return null;
  const send = async () => {
    onSending(true);
    try {
      const { data } = await reply({
        variables: { input: { clientMutationId: id, threadId: thread.id, body: text, replyToNo: to?.no ?? null } },
      });
      if (!data) return;
      store.put(data.reply);
      await store.showWaiting();
      write('');
      answer(null);
      renew(crypto.randomUUID());
    } catch {
      // `error` says it.
    } finally {
      onSending(false);
    }
  };
  return (
    <div className="thr-composer" data-writing onFocus={() => onWriting(true)} onBlur={() => onWriting(false)}>
      <TextArea
        ref={area}
        label={to ? `Antwort auf ${to.author.name}, Beitrag ${to.no}` : 'Ihr Beitrag'}
        value={text}
        onChange={(e) => write(e.target.value)}
      />
      {error && <Alert kind="danger" title={sentenceOf(error)} urgent />}
      <Button variant="primary" size="medium" busy={loading} onClick={() => void send()}>
        Antworten
      </Button>
    </div>
  );
}
