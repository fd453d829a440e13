import { useApolloClient, useMutation } from '@apollo/client/react';
import type { NewsletterBlockKind } from '@kollab/contract';
import { limits } from '@kollab/contract/limits';
import { newsletterBlockKinds } from '@kollab/contract/vocabulary';
import { useEdited } from '../../../lib/use-edited.ts';
import { useForm } from '../../../lib/use-form.ts';
import { EditForm } from '../../../ui/edit-form.tsx';
import { Select, TextInput } from '../../../ui/field.tsx';
import { MarkdownField } from '../../../ui/markdown-field.tsx';
import { RowsField } from '../../../ui/rows-field.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { NewsletterDraftDocument, SaveNewsletterIssueDocument, type NewsletterDraftPartsFragment } from './documents.generated.ts';
import { differences, draftOf, inputOf, kindWords, nameOfBlock, newBlock, words, type BlockDraft } from './draft.ts';
import { AnnouncementField, EntryField } from './lookup-fields.tsx';

type Form = ReturnType<typeof useForm>;

/** The whole issue; what is written stays in this tab until it is saved. */
export function WriteForm({ issue }: { issue: NewsletterDraftPartsFragment }) {
  const client = useApolloClient();
  const toast = useToast();
  const [save] = useMutation(SaveNewsletterIssueDocument);
  const saved = draftOf(issue);
  const { draft, unsaved, change, version, theirs, meet, clear } = useEdited(`newsletter.${issue.id}`, saved, issue.version);
  const form = useForm('ausgabe', words);
  const send = async () => {
    const input = inputOf(draft);
    const sent = await form.send('newsletterDraft', input, () => save({ variables: { id: issue.id, version, draft: input } }));
    if (sent.ok) {
      clear();
      toast({ text: 'Der Entwurf ist gespeichert.' });
    } else if (sent.refusal?.code === 'stale') {
      const variables = { id: issue.id };
      const { data } = await client.query({ query: NewsletterDraftDocument, variables, fetchPolicy: 'network-only' });
      if (data) meet(draftOf(data.newsletterDraft), data.newsletterDraft.version);
    }
  };
  return (
    <EditForm
      label="Ausgabe"
      form={form}
      unsaved={unsaved}
      confirm="Entwurf speichern"
      onSend={() => void send()}
      onDiscard={clear}
      differences={theirs && differences(draft, theirs, change)}
    >
      <TextInput
        id={form.idOf('title')}
        label="Titel"
        hint="Steht im Betreff, nach dem Namen und der Nummer."
        maxLength={limits.title.max}
        value={draft.title}
        error={form.wrong('title')}
        onChange={(event) => change({ title: event.target.value })}
      />
      <MarkdownField
        id={form.idOf('greeting')}
        label="Grußwort"
        value={draft.greeting}
        error={form.wrong('greeting')}
        onChange={(greeting) => change({ greeting })}
      />
      <RowsField
        legend="Abschnitte"
        hint="In der Reihenfolge, in der sie erscheinen."
        required
        one="Abschnitt"
        add="Abschnitt hinzufügen"
        rows={draft.blocks}
        onChange={(blocks) => change({ blocks })}
        blank={newBlock}
        most={limits.newsletter.blocks.max}
        nameOf={nameOfBlock}
      >
        {(block, write, index) => <BlockFields block={block} write={write} path={`blocks.${index}`} form={form} />}
      </RowsField>
      <MarkdownField
        id={form.idOf('outlook')}
        label="Vorschau auf die nächste Ausgabe"
        optional
        rows={4}
        value={draft.outlook}
        error={form.wrong('outlook')}
        onChange={(outlook) => change({ outlook })}
      />
    </EditForm>
  );
}

type BlockProps = { block: BlockDraft; write: (part: Partial<BlockDraft>) => void; path: string; form: Form };

function BlockFields({ block, write, path, form }: BlockProps) {
  return (
    <>
      <Select label="Was ist es?" value={block.kind} onChange={(event) => write({ kind: event.target.value as NewsletterBlockKind })}>
        {newsletterBlockKinds.map((kind) => (
          <option key={kind} value={kind}>
            {kindWords[kind]}
          </option>
        ))}
      </Select>
      {block.kind === 'ANSWER' && (
        <EntryField
          id={form.idOf(`${path}.entryId`)}
          value={block.entryId}
          name={block.question}
          error={form.wrong(`${path}.entryId`)}
          onChange={(entryId, question) => write({ entryId, question })}
        />
      )}
      {block.kind === 'ANNOUNCEMENT' && (
        <AnnouncementField
          id={form.idOf(`${path}.announcementId`)}
          value={block.announcementId}
          name={block.announcement}
          error={form.wrong(`${path}.announcementId`)}
          onChange={(announcementId, announcement) => write({ announcementId, announcement })}
        />
      )}
      {(block.kind === 'TEXT' || block.kind === 'DATES') && (
        <TextInput
          id={form.idOf(`${path}.heading`)}
          label="Überschrift"
          {...(block.kind === 'DATES' && { hint: 'Leer: „Termine“', optional: true })}
          maxLength={limits.title.max}
          value={block.heading}
          error={form.wrong(`${path}.heading`)}
          onChange={(event) => write({ heading: event.target.value })}
        />
      )}
      {block.kind === 'TEXT' && (
        <MarkdownField
          id={form.idOf(`${path}.body`)}
          label="Text"
          value={block.body}
          error={form.wrong(`${path}.body`)}
          onChange={(body) => write({ body })}
        />
      )}
    </>
  );
}
