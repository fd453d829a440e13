import { useApolloClient, useMutation } from '@apollo/client/react';
import { limits } from '@kollab/contract/limits';
import { useForm } from '../../../lib/use-form.ts';
import { TextArea, TextInput } from '../../../ui/field.tsx';
import { MarkdownField } from '../../../ui/markdown-field.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import type { StaleField } from '../../../ui/stale-notice.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { SprechstundeFormDocument, WriteReviewDocument, type EventFormFragment, type ReviewFormFragment } from './documents.generated.ts';
import { EditForm } from '../../../ui/edit-form.tsx';
import { RowsField } from '../../../ui/rows-field.tsx';
import { useEdited } from '../../../lib/use-edited.ts';

type QuoteDraft = { key: string; id: string | null; label: string; text: string };
type ReviewDraft = { review: string; nextSteps: string; participating: string; quotes: QuoteDraft[] };

const words = {
  review: `Höchstens ${limits.text.max.toLocaleString('de-DE')} Zeichen.`,
  nextSteps: `Höchstens ${limits.text.max.toLocaleString('de-DE')} Zeichen.`,
  participatingOrganisations: 'Eine Zahl bis 10.000, oder leer.',
  'quotes.*.label': `Jede Stimme braucht eine Bezeichnung, höchstens ${limits.name.max} Zeichen.`,
  'quotes.*.text': `Jede Stimme braucht einen Text, höchstens ${limits.sentence.max} Zeichen.`,
  quotes: 'Höchstens 20 Stimmen.',
};

const draftOf = ({ review, nextSteps, participatingOrganisations, moodQuotes }: ReviewFormFragment): ReviewDraft => ({
  review,
  nextSteps,
  participating: participatingOrganisations?.toString() ?? '',
  quotes: moodQuotes.map(({ id, label, text }) => ({ key: id, id, label, text })),
});
const inputOf = ({ review, nextSteps, participating, quotes }: ReviewDraft) => ({
  review,
  nextSteps,
  participatingOrganisations: participating.trim() === '' ? null : Number(participating),
  quotes: quotes.map(({ id, label, text }) => ({ id, label, text })),
});
/** "Kommune 3": the first number that is still free. */
function nextLabel(quotes: readonly QuoteDraft[]): string {
  const taken = new Set(quotes.map(({ label }) => label));
  let no = 1;
  while (taken.has(`Kommune ${no}`)) no += 1;
  return `Kommune ${no}`;
}

/** Rückblick: what was said, what follows, how it was. */
export function ReviewForm({ event }: { event: EventFormFragment }) {
  if (event.status !== 'LIVE' && event.status !== 'DONE')
    return <EmptyState>Den Rückblick schreiben Sie, sobald die Veranstaltung begonnen hat.</EmptyState>;
  return <WriteReview event={event} />;
}

function WriteReview({ event }: { event: EventFormFragment }) {
  const client = useApolloClient();
  const toast = useToast();
  const [write] = useMutation(WriteReviewDocument);
  const saved = draftOf(event);
  const { draft, unsaved, change, version, theirs, meet, clear } = useEdited(`sprechstunde.${event.id}.rueckblick`, saved, event.version);
  const form = useForm('rueckblick', words);
  const send = async () => {
    const input = inputOf(draft);
    const sent = await form.send('review', input, () => write({ variables: { id: event.id, version, input } }));
    if (sent.ok) {
      clear();
      toast({ text: 'Der Rückblick ist gespeichert.' });
    } else if (sent.refusal?.code === 'stale') {
      const variables = { id: event.id };
      const { data } = await client.query({ query: SprechstundeFormDocument, variables, fetchPolicy: 'network-only' });
      if (data) meet(draftOf(data.sprechstunde), data.sprechstunde.version);
    }
  };
  return (
    <EditForm
      label="Rückblick"
      form={form}
      unsaved={unsaved}
      confirm="Rückblick speichern"
      onSend={() => void send()}
      onDiscard={clear}
      differences={theirs && differences(draft, theirs, change)}
    >
      <MarkdownField
        id={form.idOf('review')}
        label="Zusammenfassung"
        optional
        value={draft.review}
        error={form.wrong('review')}
        onChange={(review) => change({ review })}
      />
      <MarkdownField
        id={form.idOf('nextSteps')}
        label="Nächste Schritte"
        optional
        rows={5}
        value={draft.nextSteps}
        error={form.wrong('nextSteps')}
        onChange={(nextSteps) => change({ nextSteps })}
      />
      <TextInput
        id={form.idOf('participatingOrganisations')}
        label="Wie viele Verwaltungen haben teilgenommen?"
        optional
        inputMode="numeric"
        maxLength={5}
        value={draft.participating}
        error={form.wrong('participatingOrganisations')}
        onChange={(event) => change({ participating: event.target.value })}
      />
      <RowsField
        legend="Stimmen"
        hint="Was jemand gesagt hat. Es wird nicht gespeichert, wer; nennen Sie hier keine Namen."
        one="Stimme"
        add="Stimme hinzufügen"
        rows={draft.quotes}
        onChange={(quotes) => change({ quotes })}
        blank={() => ({ key: crypto.randomUUID(), id: null, label: nextLabel(draft.quotes), text: '' })}
        most={20}
        nameOf={(quote) => quote.label}
      >
        {(quote, set, index) => (
          <>
            <TextInput
              id={form.idOf(`quotes.${index}.label`)}
              label="Bezeichnung"
              hint="Zum Beispiel „Kommune 1“"
              maxLength={limits.name.max}
              value={quote.label}
              error={form.wrong(`quotes.${index}.label`)}
              onChange={(event) => set({ label: event.target.value })}
            />
            <TextArea
              id={form.idOf(`quotes.${index}.text`)}
              label="Text"
              rows={2}
              maxLength={limits.sentence.max}
              value={quote.text}
              error={form.wrong(`quotes.${index}.text`)}
              onChange={(event) => set({ text: event.target.value })}
            />
          </>
        )}
      </RowsField>
    </EditForm>
  );
}

function differences(mine: ReviewDraft, theirs: ReviewDraft, change: (part: Partial<ReviewDraft>) => void): StaleField[] {
  const labels = { review: 'Zusammenfassung', nextSteps: 'Nächste Schritte', participating: 'Verwaltungen', quotes: 'Stimmen' } as const;
  const said = (key: keyof ReviewDraft): string =>
    key === 'quotes' ? theirs.quotes.map(({ label, text }) => `${label}: ${text}`).join('\n') : theirs[key];
  return (Object.keys(labels) as (keyof ReviewDraft)[])
    .filter((key) => JSON.stringify(mine[key]) !== JSON.stringify(theirs[key]))
    .map((key) => ({ label: labels[key], theirs: said(key), take: () => change({ [key]: theirs[key] }) }));
}
