import { useState } from 'react';
import { useMutation } from '@apollo/client/react';
import { counted } from '../../../lib/counts.ts';
import { sentenceOf } from '../../../lib/errors.ts';
import { useForm } from '../../../lib/use-form.ts';
import { usePages } from '../../../lib/use-pages.ts';
import { Button } from '../../../ui/button.tsx';
import { TextInput } from '../../../ui/field.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { Pager } from '../../../ui/frame-parts.tsx';
import { Section } from '../../../ui/section.tsx';
import { ErrorState, LoadingRows } from '../../../ui/states.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { PlanWishDocument } from '../documents.generated.ts';
import { OpenWishesDocument, type OpenWishesQuery } from './documents.generated.ts';

type Wish = OpenWishesQuery['topicWishes']['nodes'][number];
const wishesOf = (data: OpenWishesQuery) => data.topicWishes;

/** What people want to talk about, beside the agenda: taken over with one deed, nothing typed twice. */
export function OpenWishes({ eventId, seriesId, unsaved }: { eventId: string; seriesId: string; unsaved: boolean }) {
  const [wish, take] = useState<Wish | null>(null);
  const { nodes, total, error, more, busy, retry } = usePages(OpenWishesDocument, { seriesId, first: 10 }, wishesOf);
  return (
    <Section title="Offene Themenwünsche" count={total ?? undefined}>
      {error !== undefined && nodes.length === 0 ? (
        <ErrorState onRetry={retry}>{sentenceOf(error)}</ErrorState>
      ) : total === null ? (
        <LoadingRows rows={2} />
      ) : nodes.length === 0 ? (
        <p className="ui-meta">Zurzeit ist kein Themenwunsch offen.</p>
      ) : (
        <ul className="spr-open">
          {nodes.map((one) => (
            <li key={one.id}>
              <p>{one.title}</p>
              <p className="ui-meta">{counted(one.voteCount, 'Stimme', 'Stimmen')}</p>
              <Button icon="add" aria-label={`In den Ablauf …: ${one.title}`} onClick={() => take(one)}>
                In den Ablauf …
              </Button>
            </li>
          ))}
        </ul>
      )}
      {more && total !== null && <Pager onMore={more} busy={busy} rest={total - nodes.length} />}
      {wish && <TakeDialog wish={wish} eventId={eventId} unsaved={unsaved} onClose={() => take(null)} />}
    </Section>
  );
}

const words = { minutes: 'Eine Zahl zwischen 1 und 1440.' };

function TakeDialog({ wish, eventId, unsaved, onClose }: { wish: Wish; eventId: string; unsaved: boolean; onClose: () => void }) {
  const toast = useToast();
  const [minutes, last] = useState('20');
  const [plan] = useMutation(PlanWishDocument, { refetchQueries: ['OpenWishes', 'SprechstundeForm'], awaitRefetchQueries: true });
  const form = useForm('uebernehmen', words);
  const send = async () => {
    const variables = { id: wish.id, sprechstundeId: eventId, minutes: Number(minutes) };
    const sent = await form.send('planWish', variables, () => plan({ variables }));
    if (!sent.ok) return;
    toast({ text: 'Das Thema steht im Ablauf. Alle, die es wollten, erfahren es.' });
    onClose();
  };
  return (
    <FormDialog title="Thema in den Ablauf übernehmen" confirm="In den Ablauf" form={form} onClose={onClose} onSend={send}>
      <p>{wish.title}</p>
      <p className="ui-meta">
        Es kommt als letzter Punkt dazu{unsaved ? '; Ihre ungespeicherten Änderungen bleiben stehen' : ''}. Wer es wollte, erfährt es
        sofort.
      </p>
      <TextInput
        id={form.idOf('minutes')}
        label="Dauer in Minuten"
        inputMode="numeric"
        value={minutes}
        error={form.wrong('minutes')}
        onChange={(event) => last(event.target.value)}
      />
    </FormDialog>
  );
}
