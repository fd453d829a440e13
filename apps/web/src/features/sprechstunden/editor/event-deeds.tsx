import { useState } from 'react';
import { useMutation } from '@apollo/client/react';
import type { SprechstundeStatus } from '@kollab/contract';
import { limits } from '@kollab/contract/limits';
import { counted } from '../../../lib/counts.ts';
import { daysLeft, formatAppointment } from '../../../lib/dates.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import { Panel } from '../../../ui/section.tsx';
import { SentenceDialog } from '../../../ui/sentence-dialog.tsx';
import { useDeed } from '../../../ui/use-deed.ts';
import { ConductSprechstundeDocument } from '../documents.generated.ts';
import { useMinute } from '../parts.tsx';
import { eventLabel } from '../words.ts';
import { toldOf } from './event-form.tsx';

export type DeedsEvent = {
  id: string;
  no?: number | null;
  title: string;
  series?: { id: string; name: string } | null;
  status: SprechstundeStatus;
  startsAt: string;
  endsAt: string;
  registeredCount: number;
  waitingCount: number;
};

/** What the state means, said to the one who can change it. */
function stateSentence({ status, registeredCount, waitingCount }: DeedsEvent): string {
  switch (status) {
    case 'DRAFT':
      return 'Entwurf: Ihn sieht nur die Redaktion und wer hier einlädt oder vorträgt.';
    case 'ANNOUNCED':
      return registeredCount === 0
        ? 'Angekündigt. Noch ist niemand angemeldet.'
        : `Angekündigt. ${counted(registeredCount, 'Person ist', 'Personen sind')} angemeldet${waitingCount > 0 ? `, ${waitingCount} auf der Warteliste` : ''}.`;
    case 'LIVE':
      return 'Die Veranstaltung läuft gerade.';
    case 'DONE':
      return 'Die Veranstaltung ist beendet.';
    case 'CANCELLED':
      return 'Die Veranstaltung fällt aus. Ihre Nummer behält sie.';
  }
}

const seen = { refetchQueries: ['Sprechstunde', 'SprechstundeForm', 'Sprechstunden'] };

/** What the editor does with an event as a whole. `here`: it stands on the page where it is edited. */
export function EventDeeds({ event, here = false }: { event: DeedsEvent; here?: boolean }) {
  const [asked, ask] = useState<'announce' | 'cancel' | null>(null);
  const [change] = useMutation(ConductSprechstundeDocument, seen);
  const { busy, run } = useDeed();
  const now = useMinute();
  const { id, status } = event;
  const close = () => ask(null);
  const become = (to: SprechstundeStatus, text: string) => run(() => change({ variables: { id, status: to } }), { text });
  const over = Date.parse(event.endsAt) <= now;
  const path = `/sprechstunden/${id}/bearbeiten`;
  return (
    <Panel kind="line">
      <div className="spr-deeds">
        <p>{stateSentence(event)}</p>
        <div className="ui-row">
          {status === 'DRAFT' && (
            <Button size="medium" variant="primary" onClick={() => ask('announce')}>
              Ankündigen …
            </Button>
          )}
          {status === 'ANNOUNCED' && over && (
            <Button size="medium" busy={busy} onClick={() => void become('DONE', 'Die Veranstaltung ist beendet.')}>
              Als beendet vermerken
            </Button>
          )}
          {here ? (
            <LinkButton size="medium" to={`/sprechstunden/${id}`}>
              Ansehen
            </LinkButton>
          ) : (
            <LinkButton size="medium" icon="edit" to={status === 'DONE' ? `${path}?teil=rueckblick` : path}>
              {status === 'DONE' ? 'Rückblick schreiben' : 'Bearbeiten'}
            </LinkButton>
          )}
          {status !== 'DONE' && status !== 'CANCELLED' && (
            <Button size="medium" variant="quiet" onClick={() => ask('cancel')}>
              Absagen …
            </Button>
          )}
        </div>
      </div>
      <ConfirmDialog
        title="Veranstaltung ankündigen?"
        open={asked === 'announce'}
        busy={busy}
        confirm="Ankündigen"
        onClose={close}
        onConfirm={() => void become('ANNOUNCED', 'Angekündigt. Man kann sich jetzt anmelden.').then(close)}
      >
        <p>
          {eventLabel(event)}, {formatAppointment(event.startsAt)} Uhr
        </p>
        <p>Danach sehen alle Verwaltungen den Termin und können sich anmelden. Er steht auch in der öffentlichen Terminliste.</p>
        <p>{invitation(event)}</p>
      </ConfirmDialog>
      {asked === 'cancel' && (
        <SentenceDialog
          title="Veranstaltung absagen"
          confirm="Veranstaltung absagen"
          danger
          label="Warum fällt sie aus?"
          hint="Alle lesen den Grund."
          input="changeSprechstundeStatus"
          variables={(reason) => ({ id, status: 'CANCELLED' as const, reason })}
          send={(variables) => change({ variables })}
          said={{ text: 'Abgesagt.' }}
          onClose={close}
        >
          <p>{status === 'DRAFT' ? 'Der Entwurf war noch nicht angekündigt, niemand erhält eine Nachricht.' : toldOf(event)}</p>
          <p>Das lässt sich nicht zurücknehmen. Eine Nummer bleibt vergeben, eingeplante Themenwünsche sind wieder offen.</p>
        </SentenceDialog>
      )}
    </Panel>
  );
}

function invitation({ series, startsAt }: DeedsEvent): string {
  if (!series) return 'Die Veranstaltung gehört zu keiner Reihe, deshalb geht keine Einladung an einen Verteiler.';
  return daysLeft(startsAt) <= limits.eventInvitationDays
    ? 'Die Einladung an den Verteiler geht bei der nächsten Gelegenheit hinaus, zwischen 7 und 18 Uhr.'
    : `Die Einladung an den Verteiler geht ${limits.eventInvitationDays} Tage vorher hinaus.`;
}
