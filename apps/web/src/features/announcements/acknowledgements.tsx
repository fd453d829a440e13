import { useState } from 'react';
import { useMutation } from '@apollo/client/react';
import { counted } from '../../lib/counts.ts';
import { formatExact } from '../../lib/dates.ts';
import { Button, TextButton } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Meter } from '../../ui/marks.tsx';
import { Panel, Section } from '../../ui/section.tsx';
import { useDeed } from '../../ui/use-deed.ts';
import { useAcknowledge, type OwnAcknowledgement } from './acknowledge.tsx';
import { RemindAnnouncementDocument, type AnnouncementPartsFragment } from './documents.generated.ts';
import { dueWords } from './words.ts';

type Props = { announcement: AnnouncementPartsFragment };

/** For each organisation that the viewer answers for: that it took note, and the way back while there is time. */
export function OwnAcknowledgements({ announcement }: Props) {
  const { ownAcknowledgements: own, dueAt } = announcement;
  if (own.length === 0) return null;
  return (
    <Panel kind="line">
      <ul className="ann-own">
        {own.map((one) => (
          <Own key={one.organisation.id} id={announcement.id} own={one} dueAt={dueAt ?? null} />
        ))}
      </ul>
    </Panel>
  );
}

function Own({ id, own, dueAt }: { id: string; own: OwnAcknowledgement; dueAt: string | null }) {
  const { busy, say } = useAcknowledge(id);
  const { organisation, at, by, open } = own;
  if (at)
    return (
      <li>
        <p>
          <Icon name="check-circle" /> <strong>Kenntnis bestätigt für {organisation.name}</strong>
          <span className="ui-meta ann-own__by">
            {by ? `${by.name}, ` : ''}
            {formatExact(at)}
          </span>
        </p>
        {open && (
          <Button
            variant="quiet"
            icon="undo"
            busy={busy}
            aria-label={`Bestätigung für ${organisation.name} zurücknehmen`}
            onClick={() => void say(own, false)}
          >
            Zurücknehmen
          </Button>
        )}
      </li>
    );
  return (
    <li>
      <p>
        <strong>Bitte bestätigen Sie, dass {organisation.name} Kenntnis hat.</strong>
        <span className="ui-meta ann-own__by">
          {!open ? 'Die Frist ist vorbei.' : dueAt ? `Möglich bis ${dueWords(dueAt)}.` : 'Es zählt die Verwaltung, nicht die Person.'}
        </span>
      </p>
      {open && (
        <Button variant="primary" size="medium" icon="check" busy={busy} onClick={() => void say(own, true)}>
          Für {organisation.name} bestätigen
        </Button>
      )}
    </li>
  );
}

const few = 8;

/** How many of those addressed took note; writers also see who is missing. */
export function AcknowledgementProgress({ announcement }: Props) {
  const { acknowledgements: state, id, viewerCan } = announcement;
  const [all, showAll] = useState(false);
  const [asked, ask] = useState(false);
  const [remind] = useMutation(RemindAnnouncementDocument);
  const { busy, run } = useDeed();
  if (!state) return null;
  const { missing, given, remindedAt } = state;
  const shown = all ? missing : missing.slice(0, few);
  return (
    <Section title="Kenntnis bestätigt">
      <div className="ann-acks">
        <Meter value={state.acknowledged} max={state.asked} label="Verwaltungen" />
        {missing.length > 0 && (
          <>
            <h3 className="ui-over">Es fehlen noch {missing.length}</h3>
            <ul aria-label="Noch nicht bestätigt">
              {shown.map((organisation) => (
                <li key={organisation.id}>{organisation.title}</li>
              ))}
            </ul>
            {missing.length > few && (
              <TextButton onClick={() => showAll(!all)} aria-expanded={all}>
                {all ? 'Weniger zeigen' : `Alle ${missing.length} zeigen`}
              </TextButton>
            )}
          </>
        )}
        {viewerCan.remind && missing.length > 0 && (
          <Button icon="send" onClick={() => ask(true)}>
            Erinnern …
          </Button>
        )}
        {remindedAt && <p className="ui-meta">Erinnert: {formatExact(remindedAt)}</p>}
        {given.length > 0 && (
          <details>
            <summary>{counted(given.length, 'Bestätigung', 'Bestätigungen')}</summary>
            <ul aria-label="Bestätigt">
              {given.map(({ organisation, by, at }) => (
                <li key={organisation.id}>
                  {organisation.title}
                  <span className="ui-meta ann-own__by">
                    {by.name}, {formatExact(at)}
                  </span>
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
      <ConfirmDialog
        title="Noch einmal erinnern?"
        open={asked}
        busy={busy}
        confirm={missing.length === 1 ? 'Eine Verwaltung erinnern' : `${missing.length} Verwaltungen erinnern`}
        onClose={() => ask(false)}
        onConfirm={() =>
          void run(() => remind({ variables: { id } }), { text: 'Die Erinnerung geht hinaus.' }).then((done) => done && ask(false))
        }
      >
        <p>{missing.map(({ title }) => title).join(', ')}</p>
        <p>Es erfahren die, die dort bestätigen dürfen. Erinnern lässt sich einmal.</p>
      </ConfirmDialog>
    </Section>
  );
}
