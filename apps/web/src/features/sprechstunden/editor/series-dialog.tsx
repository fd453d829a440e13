import { useState } from 'react';
import { useApolloClient, useMutation } from '@apollo/client/react';
import { useForm } from '../../../lib/use-form.ts';
import { TextButton } from '../../../ui/button.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { StaleNotice } from '../../../ui/stale-notice.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { useViewer } from '../../people/index.ts';
import { CreateSeriesDocument, EditSeriesDocument, SeriesDeskDocument, type SeriesFormFragment } from './documents.generated.ts';
import { emptySeries, seriesDifferences, seriesInput, seriesOf, seriesWords } from './series-draft.ts';
import { SeriesFields } from './series-fields.tsx';
import { useEdited } from '../../../lib/use-edited.ts';

type SeriesDialogProps = { /** null: a new one */ series: SeriesFormFragment | null; onMade?: (id: string) => void; onClose: () => void };

/** A series: its name, its rhythm and what its events begin with. */
export function SeriesDialog({ series, onMade, onClose }: SeriesDialogProps) {
  const client = useApolloClient();
  const toast = useToast();
  const { actsFor } = useViewer();
  const [empty] = useState(() => emptySeries(actsFor && { id: actsFor.id, title: actsFor.title, name: actsFor.name }));
  const again = { refetchQueries: ['SeriesDesk', 'WishSeries', 'SeriesDays'], awaitRefetchQueries: true };
  const [create] = useMutation(CreateSeriesDocument, again);
  const [edit] = useMutation(EditSeriesDocument, again);
  const edited = useEdited(`reihe.${series?.id ?? 'neu'}`, series ? seriesOf(series) : empty, series?.version ?? 0);
  const { draft, unsaved, change, version, theirs, meet, clear } = edited;
  const form = useForm('reihe', seriesWords);
  const send = async () => {
    const input = seriesInput(draft);
    const sent = await form.send('series', input, async () => {
      if (series) await edit({ variables: { id: series.id, version, input } });
      else onMade?.((await create({ variables: { input } })).data?.createSeries.id ?? '');
    });
    if (sent.ok) {
      clear();
      toast({ text: series ? 'Die Reihe ist gespeichert. Schon angelegte Termine bleiben, wie sie sind.' : 'Die Reihe ist angelegt.' });
      onClose();
    } else if (series && sent.refusal?.code === 'stale') {
      const { data } = await client.query({ query: SeriesDeskDocument, fetchPolicy: 'network-only' });
      const now = data?.sprechstundenSeries.find(({ id }) => id === series.id);
      if (now) meet(seriesOf(now), now.version);
    }
  };
  return (
    <FormDialog
      title={series ? 'Reihe bearbeiten' : 'Reihe anlegen'}
      confirm={series ? 'Reihe speichern' : 'Reihe anlegen'}
      form={theirs ? { ...form, problem: null } : form}
      onClose={onClose}
      onSend={send}
    >
      {theirs && <StaleNotice fields={seriesDifferences(draft, theirs, change)} />}
      <SeriesFields draft={draft} change={change} form={form} />
      {unsaved && (
        <p className="ui-meta">
          Noch nicht gespeichert.{' '}
          <TextButton icon="undo" onClick={clear}>
            Verwerfen
          </TextButton>
        </p>
      )}
    </FormDialog>
  );
}
