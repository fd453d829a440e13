import { useState } from 'react';
import { counted } from '../../../lib/counts.ts';
import { formatDaysLeft } from '../../../lib/dates.ts';
import { momentOf, parseTime } from '../../../lib/times.ts';
import { Alert } from '../../../ui/alert.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import { TextInput } from '../../../ui/field.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { classificationHints, classificationWords, dueWords, kindWords } from '../words.ts';
import type { Draft } from './draft.ts';
import { reachedOf, reachInWords } from './reach-words.ts';
import type { ReachState } from './use-reach.ts';

type SendDialogProps = {
  draft: Draft;
  reach: ReachState;
  dueAt: string | null;
  busy: boolean;
  problem: string | null;
  onClose: () => void;
  onSend: () => void;
};

/** Repeats to whom it goes, by number and name: afterwards this is fixed. */
export function SendDialog({ draft, reach, dueAt, busy, problem, onClose, onSend }: SendDialogProps) {
  const reached = reachedOf(reach);
  const missed = reach.organisations.length - reached.length;
  return (
    <ConfirmDialog
      title={`An ${reachInWords(reach)} senden?`}
      open
      busy={busy}
      confirm={`An ${reachInWords(reach)} senden`}
      onClose={onClose}
      onConfirm={onSend}
    >
      {problem && <Alert kind="danger" title={problem} urgent />}
      <p>
        <strong>{draft.title}</strong>
        <br />
        {kindWords[draft.kind]}
        {dueAt && `, Frist: ${dueWords(dueAt)} (${formatDaysLeft(dueAt)})`}
        {`, ${classificationWords[draft.classification].toLocaleLowerCase('de')}: ${classificationHints[draft.classification]}`}
      </p>
      <p>
        {reach.organisationCount > 0 && `${reached.length} von ${reach.organisationCount} Verwaltungen, zusammen `}
        {counted(reach.personCount, 'Person', 'Personen')}.{' '}
        {missed > 0 && `${counted(missed, 'Verwaltung wird', 'Verwaltungen werden')} nicht erreicht. `}
        {reach.atOnce > 0
          ? `${counted(reach.atOnce, 'Person bekommt', 'Personen bekommen')} sofort eine Mail.`
          : 'Niemand bekommt sofort eine Mail.'}
      </p>
      {reached.length > 0 && <p className="ann-to">{reached.map(({ organisation }) => organisation.title).join(', ')}</p>}
      <p className="ui-meta">
        Wer sie bekommt, steht danach fest. Text und Frist lassen sich dann nur noch mit einer sichtbaren Berichtigung ändern.
      </p>
    </ConfirmDialog>
  );
}

type LaterDialogProps = { reach: ReachState; busy: boolean; problem: string | null; onClose: () => void; onSend: (at: string) => void };

export function LaterDialog({ reach, busy, problem, onClose, onSend }: LaterDialogProps) {
  const [day, setDay] = useState<string | null>(null);
  const [time, setTime] = useState('8:00');
  const [wrong, tell] = useState<{ day?: string; time?: string }>({});
  const send = () => {
    const clock = parseTime(time);
    const at = day && clock ? momentOf(day, clock) : null;
    const found = {
      ...((!day || (at && Date.parse(at) <= Date.now())) && {
        day: 'Nennen Sie einen Zeitpunkt, der noch kommt, zum Beispiel 23.11.2026.',
      }),
      ...(!clock && { time: 'Nennen Sie eine Uhrzeit, zum Beispiel 8:00.' }),
    };
    tell(found);
    if (at && Object.keys(found).length === 0) onSend(at);
    return Promise.resolve();
  };
  const errors = [
    ...(wrong.day ? [{ field: 'spaeter-day', message: wrong.day }] : []),
    ...(wrong.time ? [{ field: 'spaeter-time', message: wrong.time }] : []),
  ];
  return (
    <FormDialog title="Später senden" confirm="Zeitpunkt festlegen" form={{ busy, errors, problem }} onClose={onClose} onSend={send}>
      <p>
        Heute würde sie {reachInWords(reach)} erreichen. Wer sie bekommt, steht erst fest, wenn sie gesendet wird. Bis dahin können Sie sie
        zurückholen.
      </p>
      <div className="ann-when">
        <DateField id="spaeter-day" label="Tag" hint="Zum Beispiel 23.11.2026" value={day} error={wrong.day} onChange={setDay} />
        <TextInput
          id="spaeter-time"
          label="Uhrzeit"
          hint="Zum Beispiel 8:00"
          inputMode="decimal"
          autoComplete="off"
          value={time}
          error={wrong.time}
          onChange={(event) => setTime(event.target.value)}
        />
      </div>
    </FormDialog>
  );
}
