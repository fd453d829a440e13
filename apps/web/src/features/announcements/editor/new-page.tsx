import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useMutation, useQuery } from '@apollo/client/react';
import type { AnnouncementTemplate } from '../../../generated/schema.ts';
import { sentenceOf } from '../../../lib/errors.ts';
import { useForm } from '../../../lib/use-form.ts';
import { Alert } from '../../../ui/alert.tsx';
import { Button } from '../../../ui/button.tsx';
import { RadioGroup } from '../../../ui/choice.tsx';
import { Select } from '../../../ui/field.tsx';
import { FormErrorSummary } from '../../../ui/form-errors.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { ErrorState, ForbiddenState, LoadingRows } from '../../../ui/states.tsx';
import { useViewer } from '../../people/index.ts';
import { templateHints, templateWords } from '../words.ts';
import { AnnouncementOfficesDocument, DraftAnnouncementDocument, type AnnouncementOfficesQuery } from './documents.generated.ts';

const back = { to: '/mitteilungen', label: 'Zu den Mitteilungen' };
const templates = ['OPERATION', 'REACHABILITY', 'AVAILABILITY'] as const satisfies readonly AnnouncementTemplate[];
const fieldWords = { officeId: 'Wählen Sie, in wessen Namen Sie schreiben.' };

/** In whose name, and from which template: then there is a draft. */
export function NewPage() {
  if (!useViewer().writesAnnouncements)
    return <ForbiddenState back={back}>Mitteilungen schreiben Redaktion und Fachreferate des Landes.</ForbiddenState>;
  return <NewDraft />;
}

function NewDraft() {
  const { data, error, refetch } = useQuery(AnnouncementOfficesDocument);
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Mitteilungen', to: '/mitteilungen' }, { label: 'Neue Mitteilung' }]}
        title="Neue Mitteilung"
        lead="Es entsteht ein Entwurf. Gesendet wird erst, wenn Sie es bestätigen."
      />
      {data ? (
        <Begin offices={data.announcementOffices} />
      ) : error ? (
        <ErrorState onRetry={() => void refetch()}>{sentenceOf(error)}</ErrorState>
      ) : (
        <LoadingRows />
      )}
    </>
  );
}

function Begin({ offices }: { offices: AnnouncementOfficesQuery['announcementOffices'] }) {
  const { affiliations } = useViewer();
  const navigate = useNavigate();
  const own = offices.find(({ id }) => affiliations.some(({ organisation }) => organisation.id === id));
  const [officeId, choose] = useState(own?.id ?? offices[0]?.id ?? '');
  const [template, take] = useState<AnnouncementTemplate | 'NONE'>('NONE');
  const [clientMutationId] = useState(() => crypto.randomUUID());
  const [draft] = useMutation(DraftAnnouncementDocument);
  const form = useForm('neu', fieldWords);
  const send = async () => {
    const input = { clientMutationId, officeId, template: template === 'NONE' ? null : template };
    const sent = await form.send('draftAnnouncement', input, () => draft({ variables: { input } }));
    const id = sent.ok && sent.result.data?.draftAnnouncement.id;
    if (id) void navigate(`/mitteilungen/${id}/bearbeiten`, { replace: true });
  };
  return (
    <form
      className="ui-form"
      aria-label="Neue Mitteilung"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!form.busy) void send();
      }}
    >
      {form.problem && <Alert kind="danger" title={form.problem} urgent />}
      <FormErrorSummary errors={form.errors} />
      <Select
        id={form.idOf('officeId')}
        label="In wessen Namen?"
        value={officeId}
        error={form.wrong('officeId')}
        onChange={(event) => choose(event.target.value)}
      >
        {offices.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </Select>
      <RadioGroup
        legend="Vorlage"
        value={template}
        onChange={take}
        options={[
          { value: 'NONE' as const, label: 'Ohne Vorlage', hint: 'Für alles andere.' },
          ...templates.map((value) => ({ value, label: templateWords[value], hint: templateHints[value] })),
        ]}
      />
      <div>
        <Button type="submit" variant="primary" size="medium" busy={form.busy}>
          Entwurf beginnen
        </Button>
      </div>
    </form>
  );
}
