import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useMutation } from '@apollo/client/react';
import { dayEnd, formatDate } from '../../../lib/dates.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { Panel } from '../../../ui/section.tsx';
import { SentenceDialog } from '../../../ui/sentence-dialog.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { useDeed } from '../../../ui/use-deed.ts';
import { useForm } from '../../../lib/use-form.ts';
import {
  PinAnnouncementDocument,
  SetAnnouncementCommentsDocument,
  WithdrawAnnouncementDocument,
  type AnnouncementPartsFragment,
} from '../documents.generated.ts';
import { CorrectDialog } from './correct-dialog.tsx';
import { DiscardAnnouncementDocument } from './documents.generated.ts';

const lists = { refetchQueries: ['Announcements'] };

/** What its office does with an announcement as a whole. */
export function WriterDeeds({ announcement }: { announcement: AnnouncementPartsFragment }) {
  const { id, viewerCan, pinnedUntil, commentsOpen } = announcement;
  const [asked, ask] = useState<'correct' | 'withdraw' | 'pin' | 'discard' | null>(null);
  const [withdraw] = useMutation(WithdrawAnnouncementDocument, lists);
  const [pin] = useMutation(PinAnnouncementDocument, lists);
  const [setComments] = useMutation(SetAnnouncementCommentsDocument);
  const { busy, run } = useDeed();
  const close = () => ask(null);
  return (
    <div className="ui-noprint">
      <Panel kind="line">
        <h2 className="ui-over">Redaktion</h2>
        <div className="ann-deeds">
          {viewerCan.edit && (
            <LinkButton icon="edit" to={`/mitteilungen/${id}/bearbeiten`}>
              Bearbeiten
            </LinkButton>
          )}
          {viewerCan.correct && (
            <Button icon="edit" onClick={() => ask('correct')}>
              Berichtigen …
            </Button>
          )}
          {viewerCan.pin &&
            (pinnedUntil ? (
              <Button
                icon="keep"
                busy={busy}
                onClick={() => void run(() => pin({ variables: { id, until: null } }), { text: 'Nicht mehr angeheftet.' })}
              >
                Nicht mehr anheften
              </Button>
            ) : (
              <Button icon="keep" onClick={() => ask('pin')}>
                Anheften …
              </Button>
            ))}
          {viewerCan.setComments && (
            <Button
              icon="forum"
              busy={busy}
              onClick={() =>
                void run(() => setComments({ variables: { id, on: !commentsOpen } }), {
                  text: commentsOpen ? 'Die Kommentare sind geschlossen.' : 'Kommentare sind jetzt möglich.',
                })
              }
            >
              {commentsOpen ? 'Kommentare schließen' : 'Kommentare zulassen'}
            </Button>
          )}
          {viewerCan.withdraw && (
            <Button variant="quiet" onClick={() => ask('withdraw')}>
              Zurückziehen …
            </Button>
          )}
          {viewerCan.discard && (
            <Button variant="quiet" icon="delete" onClick={() => ask('discard')}>
              Entwurf löschen …
            </Button>
          )}
        </div>
      </Panel>
      {asked === 'correct' && <CorrectDialog announcement={announcement} onClose={close} />}
      {asked === 'pin' && <PinDialog id={id} onClose={close} />}
      {asked === 'withdraw' && (
        <SentenceDialog
          title="Mitteilung zurückziehen"
          confirm="Mitteilung zurückziehen"
          danger
          label="Warum?"
          hint="Alle, an die sie gerichtet war, lesen den Grund."
          input="withdrawAnnouncement"
          variables={(reason) => ({ id, reason })}
          send={(variables) => withdraw({ variables })}
          said={{ text: 'Zurückgezogen.' }}
          onClose={close}
        >
          <p>Sie bleibt lesbar und ist als zurückgezogen gekennzeichnet. Das lässt sich nicht zurücknehmen.</p>
        </SentenceDialog>
      )}
      <DiscardDialog id={id} open={asked === 'discard'} onClose={close} />
    </div>
  );
}

/** A draft goes for good; nobody but its office knew of it. */
export function DiscardDialog({ id, open, onClose }: { id: string; open: boolean; onClose: () => void }) {
  const navigate = useNavigate();
  const [discard] = useMutation(DiscardAnnouncementDocument);
  const { busy, run } = useDeed();
  return (
    <ConfirmDialog
      title="Entwurf löschen?"
      open={open}
      danger
      busy={busy}
      confirm="Entwurf löschen"
      onClose={onClose}
      onConfirm={() =>
        void run(() => discard({ variables: { id } }), { text: 'Der Entwurf ist gelöscht.' }).then((done) => {
          if (done) void navigate('/mitteilungen/entwuerfe', { replace: true });
        })
      }
    >
      <p>Er lässt sich nicht wiederherstellen. Gesendet wurde nichts.</p>
    </ConfirmDialog>
  );
}

const pinWords = { until: 'Nennen Sie einen künftigen Tag, zum Beispiel 30.11.2026.' };

function PinDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const [pin] = useMutation(PinAnnouncementDocument, lists);
  const toast = useToast();
  const [day, setDay] = useState<string | null>(null);
  const form = useForm('anheften', pinWords);
  const send = async () => {
    const until = day && dayEnd(day);
    // No day is no pin: what is asked for here has one.
    const sent = await form.send('pinAnnouncement', { id, until: until ?? '' }, () => pin({ variables: { id, until } }));
    if (!sent.ok) return;
    onClose();
    toast({ text: `Angeheftet bis ${formatDate(until ?? '')}.` });
  };
  return (
    <FormDialog title="Mitteilung anheften" confirm="Anheften" form={form} onClose={onClose} onSend={send}>
      <p>Bis dahin steht sie bei allen, an die sie gerichtet ist, oben in der Liste.</p>
      <DateField id={form.idOf('until')} label="Letzter Tag" value={day} error={form.wrong('until')} onChange={setDay} />
    </FormDialog>
  );
}
