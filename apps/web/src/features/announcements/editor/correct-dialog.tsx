import { useState } from 'react';
import { useApolloClient, useMutation } from '@apollo/client/react';
import { limits } from '@kollab/contract/limits';
import { useForm } from '../../../lib/use-form.ts';
import { useKept } from '../../../lib/use-kept.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { TextArea, TextInput } from '../../../ui/field.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { MarkdownField } from '../../../ui/markdown-field.tsx';
import { StaleNotice } from '../../../ui/stale-notice.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { AnnouncementDocument, CorrectAnnouncementDocument, type AnnouncementPartsFragment } from '../documents.generated.ts';
import { dueWords } from '../words.ts';
import { dueAtOf, dueOf, same, words as draftWords } from './draft.ts';

const words = { ...draftWords, note: `Sagen Sie in einem Satz, was falsch war. Höchstens ${limits.sentence.max} Zeichen.` };

type Texts = { title: string; summary: string; action: string; body: string; dueDay: string | null; dueTime: string };
const textsOf = ({ title, summary, action, body, dueAt }: AnnouncementPartsFragment): Texts => ({
  title,
  summary,
  action,
  body,
  ...dueOf(dueAt ?? null),
});
const labels = { title: 'Überschrift', summary: 'Was heißt das für die Kommune?', action: 'Was ist zu tun?', body: 'Text' } as const;

/** What was wrong is put right, with a note that all read who read it before. Kept in this tab until it is sent. */
export function CorrectDialog({ announcement, onClose }: { announcement: AnnouncementPartsFragment; onClose: () => void }) {
  const { id, kind, links } = announcement;
  const client = useApolloClient();
  const toast = useToast();
  const [correct] = useMutation(CorrectAnnouncementDocument);
  // The version that one writes upon: what somebody else corrects meanwhile is shown, and not overwritten unseen.
  const kept = useKept(`mitteilung.${id}.berichtigung`, {
    ...textsOf(announcement),
    note: '',
    version: announcement.version,
    clientMutationId: crypto.randomUUID(),
  });
  const { note, version, clientMutationId, ...texts } = kept.texts;
  const [theirs, setTheirs] = useState<Texts | null>(null);
  const form = useForm('berichtigung', words);
  const send = async () => {
    const { title, summary, action, body } = texts;
    // A day that is none is told at its field, and not taken for none.
    const dueAt = dueAtOf(texts) ?? (texts.dueDay || texts.dueTime.trim() ? '' : null);
    const input = {
      id,
      version,
      clientMutationId,
      title,
      summary,
      action,
      body,
      dueAt,
      note,
      links: links.map((link) => ({ title: link.title, url: link.url })),
    };
    const sent = await form.send('correctAnnouncement', input, () => correct({ variables: { input } }));
    if (sent.ok) {
      kept.clear();
      onClose();
      toast({ text: 'Berichtigt. Alle, die sie bekommen haben, erfahren es.' });
    } else if (sent.refusal?.code === 'stale') {
      const { data } = await client.query({ query: AnnouncementDocument, variables: { id }, fetchPolicy: 'network-only' });
      if (!data) return;
      setTheirs(textsOf(data.announcement));
      kept.write({ version: data.announcement.version });
    }
  };
  const differing = (Object.keys(labels) as (keyof typeof labels)[]).filter((key) => theirs && !same(theirs[key], texts[key]));
  const theirDue = theirs && dueAtOf(theirs);
  return (
    <FormDialog
      title="Mitteilung berichtigen"
      confirm="Berichtigung senden"
      form={theirs ? { ...form, problem: null } : form}
      onClose={onClose}
      onSend={send}
    >
      {theirs && (
        <StaleNotice
          fields={[
            ...differing.map((key) => ({ label: labels[key], theirs: theirs[key], take: () => kept.write({ [key]: theirs[key] }) })),
            ...(theirDue !== dueAtOf(texts)
              ? [
                  {
                    label: 'Frist',
                    theirs: theirDue ? dueWords(theirDue) : '',
                    take: () => kept.write({ dueDay: theirs.dueDay, dueTime: theirs.dueTime }),
                  },
                ]
              : []),
          ]}
        />
      )}
      <p>An wen sie gerichtet ist, ändert sich nicht. Wer sie per Mail bekommen hat, bekommt auch die Berichtigung.</p>
      <TextArea
        id={form.idOf('note')}
        label="Was war falsch?"
        hint="Steht für alle sichtbar über der Mitteilung."
        rows={2}
        value={note}
        maxLength={limits.sentence.max}
        error={form.wrong('note')}
        onChange={(event) => kept.write({ note: event.target.value })}
      />
      <TextInput
        id={form.idOf('title')}
        label={labels.title}
        value={texts.title}
        maxLength={limits.title.max}
        error={form.wrong('title')}
        onChange={(event) => kept.write({ title: event.target.value })}
      />
      <TextInput
        id={form.idOf('summary')}
        label={labels.summary}
        value={texts.summary}
        maxLength={limits.sentence.max}
        error={form.wrong('summary')}
        onChange={(event) => kept.write({ summary: event.target.value })}
      />
      {kind === 'ACTION' && (
        <>
          <TextInput
            id={form.idOf('action')}
            label={labels.action}
            value={texts.action}
            maxLength={limits.sentence.max}
            error={form.wrong('action')}
            onChange={(event) => kept.write({ action: event.target.value })}
          />
          <div className="ann-when">
            <DateField
              id={form.idOf('dueAt')}
              label="Frist"
              hint="Letzter Tag"
              value={texts.dueDay}
              error={form.wrong('dueAt')}
              onChange={(dueDay) => kept.write({ dueDay })}
            />
            <TextInput
              label="Uhrzeit"
              hint="Leer: bis Ende des Tages"
              optional
              inputMode="decimal"
              autoComplete="off"
              value={texts.dueTime}
              onChange={(event) => kept.write({ dueTime: event.target.value })}
            />
          </div>
        </>
      )}
      <MarkdownField
        id={form.idOf('body')}
        label={labels.body}
        rows={6}
        value={texts.body}
        error={form.wrong('body')}
        onChange={(body) => kept.write({ body })}
      />
    </FormDialog>
  );
}
