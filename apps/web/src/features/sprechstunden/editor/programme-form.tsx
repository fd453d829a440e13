import { useEffect } from 'react';
import { useApolloClient, useMutation } from '@apollo/client/react';
import { counted } from '../../../lib/counts.ts';
import { formatTime } from '../../../lib/dates.ts';
import { useForm } from '../../../lib/use-form.ts';
import { Columns } from '../../../ui/section.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { SetProgrammeDocument, SprechstundeFormDocument, type EventFormFragment } from './documents.generated.ts';
import { EditForm } from '../../../ui/edit-form.tsx';
import { OpenWishes } from './open-wishes.tsx';
import { AgendaField, LinksField, SpeakersField } from './programme-fields.tsx';
import { addedSince, programmeDifferences, programmeInput, programmeOf, programmeWords } from './programme-draft.ts';
import { useEdited } from '../../../lib/use-edited.ts';

const minute = 60_000;

/** What happens when, who speaks, and what there is to look at. Saved as a whole. */
export function ProgrammeForm({ event }: { event: EventFormFragment }) {
  const client = useApolloClient();
  const toast = useToast();
  const [set] = useMutation(SetProgrammeDocument, { refetchQueries: ['Sprechstunde', 'TopicWishes', 'OpenWishes'] });
  const saved = programmeOf(event);
  const { draft, unsaved, base, join, change, version, theirs, meet, clear } = useEdited(
    `sprechstunde.${event.id}.ablauf`,
    saved,
    event.version,
  );
  const form = useForm('ablauf', programmeWords);
  const added = base && addedSince(base, saved);
  useEffect(() => {
    if (!added) return;
    const here = new Set(draft.agenda.map((item) => item.key));
    join({ agenda: [...draft.agenda, ...added.filter((item) => !here.has(item.key))] }, saved, event.version);
  });
  const send = async () => {
    const input = programmeInput(draft);
    const sent = await form.send('programme', input, () => set({ variables: { id: event.id, version, input } }));
    if (sent.ok) {
      clear();
      toast({ text: 'Der Ablauf ist gespeichert.' });
    } else if (sent.refusal?.code === 'stale') {
      const variables = { id: event.id };
      const { data } = await client.query({ query: SprechstundeFormDocument, variables, fetchPolicy: 'network-only' });
      if (data) meet(programmeOf(data.sprechstunde), data.sprechstunde.version);
    }
  };
  const whole = (Date.parse(event.endsAt) - Date.parse(event.startsAt)) / minute;
  const sum = draft.agenda.reduce((minutes, item) => minutes + (Number(item.minutes) || 0), 0);
  return (
    <Columns
      rail={
        event.series && (event.status === 'DRAFT' || event.status === 'ANNOUNCED' || event.status === 'LIVE') ? (
          <OpenWishes eventId={event.id} seriesId={event.series.id} unsaved={unsaved} />
        ) : null
      }
    >
      <EditForm
        label="Ablauf"
        form={form}
        unsaved={unsaved}
        confirm="Ablauf speichern"
        onSend={() => void send()}
        onDiscard={clear}
        differences={theirs && programmeDifferences(draft, theirs, change)}
      >
        <AgendaField draft={draft} change={change} form={form} startsAt={event.startsAt} />
        {draft.agenda.length > 0 && (
          <p className="ui-meta">
            {counted(sum, 'Minute', 'Minuten')} von {whole}, bis {formatTime(Date.parse(event.startsAt) + sum * minute)} Uhr.
            {sum > whole && ' Das ist länger als die Veranstaltung.'}
          </p>
        )}
        <SpeakersField draft={draft} change={change} form={form} />
        <LinksField draft={draft} change={change} form={form} />
      </EditForm>
    </Columns>
  );
}
