import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useMutation } from '@apollo/client/react';
import { formatExact } from '../../../lib/dates.ts';
import { refusalOf, sentenceOf } from '../../../lib/errors.ts';
import type { useForm } from '../../../lib/use-form.ts';
import { Alert } from '../../../ui/alert.tsx';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Panel } from '../../../ui/section.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { PublishAnnouncementDocument, type AnnouncementFormFragment } from './documents.generated.ts';
import { missingOf, type Draft } from './draft.ts';
import { Preview } from './preview.tsx';
import { reachInWords } from './reach-words.ts';
import { Reach } from './reach.tsx';
import { LaterDialog, SendDialog } from './send-dialogs.tsx';
import type { useAutosave } from './use-autosave.ts';
import { useReach } from './use-reach.ts';

type SendingProps = {
  announcement: AnnouncementFormFragment;
  writing: ReturnType<typeof useAutosave<Draft>>;
  form: ReturnType<typeof useForm>;
};

const nobody = 'Diese Auswahl erreicht niemanden. Bitte wählen Sie andere Empfänger.';

/** Whom it reaches, and the way there: both stay beside the text while it is written. */
export function Sending({ announcement, writing, form }: SendingProps) {
  const { id, version, template } = announcement;
  const { draft, change, flush, conflict } = writing;
  const navigate = useNavigate();
  const toast = useToast();
  const at = useReach(draft);
  const { reach } = at;
  const [asked, ask] = useState<'now' | 'later' | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [publish] = useMutation(PublishAnnouncementDocument, {
    refetchQueries: ['AnnouncementDrafts'],
    // In the cache it would turn this page into one that says it is sent already, just before it is left.
    fetchPolicy: 'no-cache',
  });

  const prepare = async (deed: 'now' | 'later') => {
    setProblem(null);
    const missing = missingOf(draft, template, Date.now());
    if (form.tell(missing) > 0) return;
    if (reach?.personCount === 0) return void form.tell(['audience'], nobody);
    setBusy(true);
    const saved = await flush();
    setBusy(false);
    if (!saved)
      return setProblem(
        conflict
          ? 'Jemand hat inzwischen gespeichert. Bitte entscheiden Sie oben, welche Fassung gilt.'
          : 'Der Entwurf ließ sich nicht speichern. Ihr Text bleibt hier.',
      );
    ask(deed);
  };

  const send = async (publishAt: string | null) => {
    if (!reach) return;
    setBusy(true);
    setProblem(null);
    try {
      await publish({ variables: { id, version, at: publishAt, expected: reach.personCount } });
      writing.clear();
      toast({ text: publishAt ? `Wird gesendet: ${formatExact(publishAt)}.` : `Gesendet an ${reachInWords(reach)}.` });
      await navigate(publishAt ? '/mitteilungen/entwuerfe' : `/mitteilungen/${id}`);
    } catch (error) {
      const { code, fields } = refusalOf(error);
      setProblem(sentenceOf(error));
      if (code === 'announcement.audience_changed') await at.refetch().catch(() => undefined);
      // What is about a field is said there, behind the dialog.
      else if (code === 'announcement.incomplete' || code === 'invalid') closeAndTell(fields);
      else if (fields.length > 0) closeAndTell(fields, sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  const closeAndTell = (paths: readonly string[], sentence?: string) => {
    if (form.tell(paths, sentence) > 0) ask(null);
  };
  const close = () => {
    setProblem(null);
    ask(null);
  };
  return (
    <div className="ann-rail">
      <Panel kind="line" labelledBy="ann-wen">
        <h2 className="ui-over" id="ann-wen">
          Wen erreicht das?
        </h2>
        <Reach at={at} audience={draft.audience} onAudience={(part) => change((now) => ({ audience: part(now.audience) }))} />
        <div className="ann-send">
          {problem && !asked && <Alert kind="danger" title={problem} urgent />}
          <Button variant="primary" size="medium" icon="send" wide busy={busy || !at.settled} onClick={() => void prepare('now')}>
            {reach && reach.personCount > 0 ? `An ${reachInWords(reach)} senden …` : 'Senden …'}
          </Button>
          <div className="ui-row">
            <Button size="medium" icon="schedule" busy={busy} onClick={() => void prepare('later')}>
              Später senden …
            </Button>
            <LinkButton size="medium" variant="quiet" icon="visibility" to={`/mitteilungen/${id}`}>
              Vorschau
            </LinkButton>
          </div>
        </div>
      </Panel>
      <Preview draft={draft} dueAt={at.dueAt} reach={reach} />
      {asked === 'now' && reach && (
        <SendDialog
          draft={draft}
          reach={reach}
          dueAt={at.dueAt}
          busy={busy}
          problem={problem}
          onClose={close}
          onSend={() => void send(null)}
        />
      )}
      {asked === 'later' && reach && (
        <LaterDialog reach={reach} busy={busy} problem={problem} onClose={close} onSend={(when) => void send(when)} />
      )}
    </div>
  );
}
