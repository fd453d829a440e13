import { useState } from 'react';
import { useApolloClient, useMutation } from '@apollo/client/react';
import { counted } from '../../../lib/counts.ts';
import { formatAppointment } from '../../../lib/dates.ts';
import { useForm } from '../../../lib/use-form.ts';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { EditSprechstundeDocument, SprechstundeFormDocument, type EventFormFragment } from './documents.generated.ts';
import { EditForm } from '../../../ui/edit-form.tsx';
import { differences, draftOf, eventWords, inputOf, timesOf } from './event-draft.ts';
import { EventFields } from './event-fields.tsx';
import { useEdited } from '../../../lib/use-edited.ts';

/** What describes an event, its time above all: a new time tells all who are registered, and asks first. */
export function EventForm({ event }: { event: EventFormFragment }) {
  const client = useApolloClient();
  const toast = useToast();
  const [asked, ask] = useState(false);
  const [clientMutationId] = useState(() => crypto.randomUUID());
  const [edit] = useMutation(EditSprechstundeDocument, { refetchQueries: ['Sprechstunden'] });
  const saved = draftOf(event);
  const { draft, unsaved, change, version, theirs, meet, clear } = useEdited(`sprechstunde.${event.id}.termin`, saved, event.version);
  const form = useForm('termin', eventWords);
  const told = event.registeredCount + event.waitingCount > 0;
  const [now, before] = [timesOf(draft), timesOf(saved)];
  const moved = event.status === 'ANNOUNCED' && (now.startsAt !== before.startsAt || now.endsAt !== before.endsAt);

  const send = async () => {
    const input = inputOf(draft, clientMutationId);
    const sent = await form.send('sprechstunde', input, () => edit({ variables: { id: event.id, version, input } }));
    ask(false);
    if (sent.ok) {
      clear();
      toast({ text: !moved ? 'Gespeichert.' : told ? 'Verlegt. Alle Angemeldeten erfahren es.' : 'Der Termin ist verlegt.' });
    } else if (sent.refusal?.code === 'stale') {
      const variables = { id: event.id };
      const { data } = await client.query({ query: SprechstundeFormDocument, variables, fetchPolicy: 'network-only' });
      if (data) meet(draftOf(data.sprechstunde), data.sprechstunde.version);
    }
  };
  const complete = now.startsAt !== '' && now.endsAt !== '';
  return (
    <EditForm
      label="Termin"
      form={form}
      unsaved={unsaved}
      confirm={moved ? 'Speichern und verlegen …' : 'Änderungen speichern'}
      onSend={() => (moved && complete ? ask(true) : void send())}
      onDiscard={clear}
      differences={theirs && differences(draft, theirs, change)}
    >
      {event.series && (
        <p className="ui-meta">
          Reihe: {event.series.name}
          {event.no == null ? '' : `, Nummer ${event.no}`}
        </p>
      )}
      <EventFields
        draft={draft}
        change={change}
        form={form}
        fixed={event.status === 'LIVE' || event.status === 'DONE' || event.status === 'CANCELLED'}
      />
      <ConfirmDialog
        title="Termin verlegen?"
        open={asked}
        busy={form.busy}
        confirm={told ? 'Verlegen und Bescheid geben' : 'Termin verlegen'}
        onClose={() => ask(false)}
        onConfirm={() => void send()}
      >
        <p>
          Bisher: {formatAppointment(event.startsAt)} Uhr. Neu: {complete && formatAppointment(now.startsAt)} Uhr.
        </p>
        <p>{toldOf(event)}</p>
      </ConfirmDialog>
    </EditForm>
  );
}

/** Whom a change of the time, or the end of it all, reaches. */
export const toldOf = ({ registeredCount, waitingCount }: { registeredCount: number; waitingCount: number }): string => {
  const all = registeredCount + waitingCount;
  if (all === 0) return 'Noch ist niemand angemeldet, der davon erfahren müsste.';
  const waiting = waitingCount > 0 ? ` (${waitingCount} davon auf der Warteliste)` : '';
  return `${counted(all, 'angemeldete Person erfährt', 'angemeldete Personen erfahren')}${waiting} es sofort, als Hinweis und per E-Mail.`;
};
