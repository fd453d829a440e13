import { useState } from 'react';
import { useMutation, useQuery } from '@apollo/client/react';
import { formatAppointment } from '../../lib/dates.ts';
import { sentenceOf } from '../../lib/errors.ts';
import { useForm } from '../../lib/use-form.ts';
import { Select, TextInput } from '../../ui/field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { Menu } from '../../ui/menu.tsx';
import { SentenceDialog } from '../../ui/sentence-dialog.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { useToast } from '../../ui/toast.tsx';
import {
  DeclineWishDocument,
  MergeableWishesDocument,
  MergeWishDocument,
  PlannableEventsDocument,
  PlanWishDocument,
  type WishPartsFragment,
} from './documents.generated.ts';
import { eventLabel } from './words.ts';

type Deed = 'plan' | 'merge' | 'decline';
type DialogProps = { wish: WishPartsFragment; onClose: () => void };
const seen = { refetchQueries: ['TopicWishes'] };

/** What the editor does with a wish. Those who wished or voted are told. */
export function WishDecisions({ wish }: { wish: WishPartsFragment }) {
  const [deed, choose] = useState<Deed | null>(null);
  const close = () => choose(null);
  return (
    <>
      <Menu
        label={`Entscheiden: ${wish.title}`}
        entries={[
          { id: 'plan', label: 'Einplanen …', icon: 'today', onSelect: () => choose('plan') },
          { id: 'merge', label: 'Zusammenführen …', icon: 'link', onSelect: () => choose('merge') },
          { id: 'decline', label: 'Ablehnen …', icon: 'cancel', onSelect: () => choose('decline') },
        ]}
      />
      {deed === 'plan' && <PlanDialog wish={wish} onClose={close} />}
      {deed === 'merge' && <MergeDialog wish={wish} onClose={close} />}
      {deed === 'decline' && <DeclineDialog wish={wish} onClose={close} />}
    </>
  );
}

const planWords = { sprechstundeId: 'Wählen Sie einen Termin.', minutes: 'Eine Zahl zwischen 1 und 1440.' };

/** The wish becomes an item of an event's agenda. */
function PlanDialog({ wish, onClose }: DialogProps) {
  const toast = useToast();
  const { data, error, refetch } = useQuery(PlannableEventsDocument, {
    variables: { seriesId: wish.seriesId },
    fetchPolicy: 'network-only',
  });
  const [plan] = useMutation(PlanWishDocument, seen);
  const [sprechstundeId, choose] = useState('');
  const [minutes, last] = useState('20');
  const form = useForm('einplanen', planWords);
  const send = async () => {
    const variables = { id: wish.id, sprechstundeId, minutes: Number(minutes) };
    const sent = await form.send('planWish', variables, () => plan({ variables }));
    if (!sent.ok) return;
    toast({ text: 'Das Thema steht im Ablauf. Alle, die es wollten, erfahren es.' });
    onClose();
  };
  return (
    <FormDialog title="Themenwunsch einplanen" confirm="Einplanen" form={form} onClose={onClose} onSend={send}>
      <p>{wish.title}</p>
      {error && <ErrorState onRetry={() => void refetch()}>{sentenceOf(error)}</ErrorState>}
      <Select
        id={form.idOf('sprechstundeId')}
        label="Termin"
        value={sprechstundeId}
        error={form.wrong('sprechstundeId')}
        onChange={(event) => choose(event.target.value)}
      >
        <option value="">Bitte wählen</option>
        {data?.sprechstunden.nodes.map((event) => (
          <option key={event.id} value={event.id}>
            {formatAppointment(event.startsAt)}: {eventLabel(event)}
          </option>
        ))}
      </Select>
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

const mergeWords = { intoId: 'Wählen Sie den Wunsch, der bleibt.' };

/** Two alike: one stays, with the votes of both. */
function MergeDialog({ wish, onClose }: DialogProps) {
  const toast = useToast();
  const { data, error, refetch } = useQuery(MergeableWishesDocument, {
    variables: { seriesId: wish.seriesId },
    fetchPolicy: 'network-only',
  });
  const [merge] = useMutation(MergeWishDocument, seen);
  const [intoId, choose] = useState('');
  const form = useForm('zusammenfuehren', mergeWords);
  const send = async () => {
    const variables = { id: wish.id, intoId };
    const sent = await form.send('mergeWish', variables, () => merge({ variables }));
    if (!sent.ok) return;
    toast({ text: 'Die Wünsche sind zusammengeführt, die Stimmen vereint.' });
    onClose();
  };
  return (
    <FormDialog title="Themenwünsche zusammenführen" confirm="Zusammenführen" form={form} onClose={onClose} onSend={send}>
      <p>„{wish.title}“ geht in einem anderen Wunsch auf. Das lässt sich nicht zurücknehmen.</p>
      {error && <ErrorState onRetry={() => void refetch()}>{sentenceOf(error)}</ErrorState>}
      <Select
        id={form.idOf('intoId')}
        label="Dieser Wunsch bleibt"
        value={intoId}
        error={form.wrong('intoId')}
        onChange={(event) => choose(event.target.value)}
      >
        <option value="">Bitte wählen</option>
        {data?.topicWishes.nodes
          .filter(({ id }) => id !== wish.id)
          .map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
      </Select>
    </FormDialog>
  );
}

function DeclineDialog({ wish, onClose }: DialogProps) {
  const [decline] = useMutation(DeclineWishDocument, seen);
  return (
    <SentenceDialog
      title="Themenwunsch ablehnen"
      confirm="Themenwunsch ablehnen"
      hint="Wer ihn hatte, liest sie."
      input="declineWish"
      variables={(reason) => ({ id: wish.id, reason })}
      send={(variables) => decline({ variables })}
      said={{ text: 'Der Themenwunsch ist abgelehnt.' }}
      onClose={onClose}
    >
      <p>{wish.title}</p>
    </SentenceDialog>
  );
}
