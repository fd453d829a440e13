import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { useMutation } from '@apollo/client/react';
import { useForm } from '../../lib/use-form.ts';
import { Checkbox } from '../../ui/choice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ForbiddenState } from '../../ui/states.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useViewer } from '../people/index.ts';
import { CreateWorkingGroupDocument } from './documents.generated.ts';
import { emptyDraft, fieldWords, inputOf } from './group-fields.tsx';
import { GroupForm } from './group-form.tsx';
import './working-groups.scss';

const seen = { refetchQueries: ['Viewer', 'WorkingGroups', 'WorkingGroupCounts'] };

/** Sets a group up, or proposes one: which, the viewer's rights tell. */
export function NewPage() {
  const { viewerCan } = useViewer();
  if (!viewerCan.createGroup && !viewerCan.proposeGroup)
    return (
      <ForbiddenState back={{ to: '/arbeitsgruppen', label: 'Zu den Arbeitsgruppen' }}>
        Arbeitsgruppen schlägt die OZG-Koordination einer Verwaltung vor. Sprechen Sie Ihre Koordination an.
      </ForbiddenState>
    );
  return <NewGroup sets={viewerCan.createGroup} />;
}

function NewGroup({ sets }: { sets: boolean }) {
  const navigate = useNavigate();
  const toast = useToast();
  const [clientMutationId] = useState(() => crypto.randomUUID());
  const [draft, write] = useState(emptyDraft);
  const [planned, plan] = useState(false);
  const [made, setMade] = useState<string | null>(null);
  const [create] = useMutation(CreateWorkingGroupDocument, seen);
  const form = useForm('gruppe', fieldWords);
  const send = async () => {
    const input = inputOf(draft, clientMutationId);
    const sent = await form.send('workingGroup', input, () => create({ variables: { input, planned } }));
    if (!sent.ok) return;
    const group = sent.result.data?.createWorkingGroup;
    toast({ text: sets ? `„${draft.name}“ ist eingerichtet. Sie leiten die Gruppe.` : 'Ihr Vorschlag ist bei der Redaktion des Landes.' });
    setMade(group?.id ?? null);
  };
  // Not while sending: the form has to know first that nothing is unsaved any more.
  useEffect(() => {
    if (made !== null) void navigate(`/arbeitsgruppen/${made}`, { replace: true });
  }, [made, navigate]);
  const title = sets ? 'Arbeitsgruppe einrichten' : 'Arbeitsgruppe vorschlagen';
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Arbeitsgruppen', to: '/arbeitsgruppen' }, { label: title }]}
        title={title}
        lead={
          sets
            ? 'Sie leiten die Gruppe, bis Sie eine andere Leitung bestimmen.'
            : 'Die Redaktion des Landes entscheidet darüber und antwortet Ihnen.'
        }
      />
      <GroupForm
        draft={draft}
        change={(part) => write((all) => ({ ...all, ...part }))}
        form={form}
        unsaved={made === null && draft !== emptyDraft}
        confirm={sets ? 'Arbeitsgruppe einrichten' : 'Vorschlag senden'}
        back="/arbeitsgruppen"
        onSend={() => void send()}
      >
        {sets && (
          <Checkbox
            label="Die Arbeit beginnt später"
            hint="Mitarbeiten kann man schon, schreiben erst, wenn Sie die Arbeit beginnen."
            checked={planned}
            onChange={(event) => plan(event.target.checked)}
          />
        )}
      </GroupForm>
    </>
  );
}
