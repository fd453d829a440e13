import { useEffect, useEffectEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { useMutation, useQuery } from '@apollo/client/react';
import { useForm } from '../../../lib/use-form.ts';
import { useKept } from '../../../lib/use-kept.ts';
import { Select } from '../../../ui/field.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { ForbiddenState } from '../../../ui/states.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { useViewer } from '../../people/index.ts';
import { WishSeriesDocument } from '../documents.generated.ts';
import { CreateSprechstundeDocument } from './documents.generated.ts';
import { EditForm } from '../../../ui/edit-form.tsx';
import { emptyEvent, eventWords, inputOf, type EventDraft } from './event-draft.ts';
import { EventFields } from './event-fields.tsx';

const back = { to: '/sprechstunden', label: 'Zu den Sprechstunden' };

/** An event beside the rhythm of a series, or of none. */
export function NewEventPage() {
  if (!useViewer().viewerCan.editSprechstunden) return <ForbiddenState back={back}>Termine legt die Landesredaktion an.</ForbiddenState>;
  return <NewEvent />;
}

function NewEvent() {
  const navigate = useNavigate();
  const toast = useToast();
  const series = useQuery(WishSeriesDocument, { fetchPolicy: 'cache-and-network' }).data?.sprechstundenSeries ?? [];
  const { texts, write, clear } = useKept<EventDraft & { clientMutationId: string }>('sprechstunde.neu', {
    ...emptyEvent,
    clientMutationId: '',
  });
  // Kept with the text, so that it is the same event when it is sent again after a reload.
  const [fresh] = useState(() => crypto.randomUUID());
  const [made, setMade] = useState<string | null>(null);
  const [create] = useMutation(CreateSprechstundeDocument, { refetchQueries: ['Sprechstunden'] });
  const form = useForm('termin', eventWords);
  const written = texts.clientMutationId !== '';
  const change = (part: Partial<EventDraft>) => write((before) => ({ ...part, clientMutationId: before.clientMutationId || fresh }));
  const send = async () => {
    const input = inputOf(texts, texts.clientMutationId || fresh);
    const sent = await form.send('sprechstunde', input, () => create({ variables: { input } }));
    if (!sent.ok) return;
    toast({ text: 'Der Entwurf ist angelegt. Nur die Redaktion sieht ihn, bis Sie ihn ankündigen.' });
    setMade(sent.result.data?.createSprechstunde.id ?? null);
  };
  const leave = useEffectEvent((id: string) => {
    clear();
    void navigate(`/sprechstunden/${id}/bearbeiten?teil=ablauf`, { replace: true });
  });
  useEffect(() => {
    if (made !== null) leave(made);
  }, [made]);
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Sprechstunden', to: '/sprechstunden' }, { label: 'Termin anlegen' }]}
        title="Termin anlegen"
        lead="Es entsteht ein Entwurf. Ablauf und Vortragende kommen danach, ankündigen können Sie ihn jederzeit."
      />
      <EditForm label="Termin anlegen" form={form} unsaved={written} confirm="Entwurf anlegen" onSend={() => void send()} onDiscard={clear}>
        {texts.format !== 'EXTERNAL' && (
          <Select
            id={form.idOf('seriesId')}
            label="Reihe"
            hint="In einer Reihe erhält der Termin die nächste Nummer, auch neben ihrem Rhythmus."
            value={texts.seriesId}
            error={form.wrong('seriesId')}
            onChange={(event) => change({ seriesId: event.target.value })}
          >
            <option value="">Keine, für sich</option>
            {series.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
        <EventFields draft={texts.format === 'EXTERNAL' ? { ...texts, seriesId: '' } : texts} change={change} form={form} />
      </EditForm>
    </>
  );
}
