import { useEffect, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useApolloClient, useMutation, useQuery } from '@apollo/client/react';
import { refusalOf, sentenceOf } from '../../lib/errors.ts';
import { useForm } from '../../lib/use-form.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { StaleNotice, type StaleField } from '../../ui/stale-notice.tsx';
import { FailedPage, ForbiddenState, LoadingPage, NotFoundState } from '../../ui/states.tsx';
import { useToast } from '../../ui/toast.tsx';
import { EditWorkingGroupDocument, WorkingGroupFormDocument, type GroupFormPartsFragment } from './documents.generated.ts';
import { fieldWords, inputOf, type GroupDraft } from './group-fields.tsx';
import { GroupForm } from './group-form.tsx';
import { groupTitle, joinWords, visibilityWords } from './words.ts';
import './working-groups.scss';

/** Changes what describes a group. */
export function EditPage() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(WorkingGroupFormDocument, { variables: { id }, fetchPolicy: 'network-only' });
  const back = { to: `/arbeitsgruppen/${id}`, label: 'Zur Arbeitsgruppe' };
  if (!data)
    return !error ? (
      <LoadingPage />
    ) : refusalOf(error).code === 'not_found' ? (
      <NotFoundState back={{ to: '/arbeitsgruppen', label: 'Zu den Arbeitsgruppen' }} />
    ) : (
      <FailedPage onRetry={() => void refetch()}>{sentenceOf(error)}</FailedPage>
    );
  if (!data.workingGroup.viewerCan.lead) return <ForbiddenState back={back}>Eine Arbeitsgruppe bearbeitet ihre Leitung.</ForbiddenState>;
  return <EditGroup key={id} group={data.workingGroup} />;
}

const draftOf = (group: GroupFormPartsFragment): GroupDraft => ({
  number: group.number?.toString() ?? '',
  name: group.name,
  goal: group.goal,
  joinPolicy: group.joinPolicy,
  visibility: group.visibility,
  mandate: group.mandate,
  programme: group.programme,
  links: group.links.map(({ title, body, url }, index) => ({ key: `${index} ${url}`, title, body, url })),
});

function EditGroup({ group }: { group: GroupFormPartsFragment }) {
  const client = useApolloClient();
  const navigate = useNavigate();
  const toast = useToast();
  const [first] = useState(() => draftOf(group));
  const [clientMutationId] = useState(() => crypto.randomUUID());
  const [version, setVersion] = useState(group.version);
  const [draft, write] = useState(first);
  const [theirs, setTheirs] = useState<GroupDraft | null>(null);
  const [saved, setSaved] = useState(false);
  const [edit] = useMutation(EditWorkingGroupDocument);
  const form = useForm('gruppe', fieldWords);
  const back = `/arbeitsgruppen/${group.id}`;
  const change = (part: Partial<GroupDraft>) => write((all) => ({ ...all, ...part }));

  const send = async () => {
    const input = inputOf(draft, clientMutationId);
    const sent = await form.send('workingGroup', input, () => edit({ variables: { id: group.id, version, input } }));
    if (sent.ok) setSaved(true);
    else if (sent.refusal?.code === 'stale') {
      const { data } = await client.query({ query: WorkingGroupFormDocument, variables: { id: group.id }, fetchPolicy: 'network-only' });
      if (!data) return;
      setTheirs(draftOf(data.workingGroup));
      setVersion(data.workingGroup.version);
    }
  };
  useEffect(() => {
    if (!saved) return;
    toast({ text: 'Gespeichert.' });
    void navigate(back, { replace: true });
  }, [saved, back, navigate, toast]);

  const title = groupTitle(group);
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Arbeitsgruppen', to: '/arbeitsgruppen' }, { label: title, to: back }, { label: 'Bearbeiten' }]}
        documentTitle={`Bearbeiten, ${title}`}
        title={`${title} bearbeiten`}
      />
      <GroupForm
        draft={draft}
        change={change}
        form={form}
        unsaved={!saved && draft !== first}
        confirm="Änderungen speichern"
        back={back}
        onSend={() => void send()}
        notice={theirs && <StaleNotice fields={differences(draft, theirs, change)} />}
      />
    </>
  );
}

const linkLines = (draft: GroupDraft): string => draft.links.map((link) => [link.title, link.body, link.url].join(' · ')).join('\n');

/** What stands there now and is another than what is written in the form. */
function differences(mine: GroupDraft, theirs: GroupDraft, change: (part: Partial<GroupDraft>) => void): StaleField[] {
  const fields: (StaleField & { same: boolean })[] = [
    ...(['name', 'number', 'goal', 'mandate', 'programme'] as const).map((name) => ({
      label: { name: 'Name', number: 'Nummer', goal: 'Ziel', mandate: 'Mandat', programme: 'Jahresprogramm' }[name],
      theirs: theirs[name],
      same: mine[name] === theirs[name],
      take: () => change({ [name]: theirs[name] }),
    })),
    {
      label: 'Wer kann mitarbeiten?',
      theirs: joinWords[theirs.joinPolicy],
      same: mine.joinPolicy === theirs.joinPolicy,
      take: () => change({ joinPolicy: theirs.joinPolicy }),
    },
    {
      label: 'Wer kann mitlesen?',
      theirs: visibilityWords[theirs.visibility],
      same: mine.visibility === theirs.visibility,
      take: () => change({ visibility: theirs.visibility }),
    },
    {
      label: 'Gruppen anderer Stellen',
      theirs: linkLines(theirs),
      same: linkLines(mine) === linkLines(theirs),
      take: () => change({ links: theirs.links }),
    },
  ];
  return fields.filter((field) => !field.same);
}
