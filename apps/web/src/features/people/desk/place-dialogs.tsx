import { useState } from 'react';
import { useMutation } from '@apollo/client/react';
import { refusalOf, sentenceFor } from '../../../lib/errors.ts';
import { useForm } from '../../../lib/use-form.ts';
import { Alert } from '../../../ui/alert.tsx';
import { Checkbox } from '../../../ui/choice.tsx';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { ChangeAffiliationDocument, EndAffiliationDocument, type DeskPlaceFragment } from './documents.generated.ts';
import { RoleFields, roleFieldWords } from './role-fields.tsx';

const seen = { refetchQueries: ['DeskPeople', 'OrganisationDesk'] };

/** Role, function and deputy of somebody. */
export function PlaceDialog({ place, onClose }: { place: DeskPlaceFragment; onClose: () => void }) {
  const toast = useToast();
  const [value, choose] = useState({ role: place.role, function: place.function });
  const [deputy, setDeputy] = useState(place.deputy);
  const [change] = useMutation(ChangeAffiliationDocument, seen);
  const form = useForm('platz', roleFieldWords);
  const send = async () => {
    const input = { id: place.id, ...value, deputy };
    const sent = await form.send('changeAffiliation', input, () => change({ variables: { input } }));
    if (!sent.ok) return;
    toast({ text: `Die Angaben zu ${place.person.name} sind gespeichert.` });
    onClose();
  };
  return (
    <FormDialog title={`${place.person.name} ändern`} confirm="Speichern" form={form} onClose={onClose} onSend={send}>
      <RoleFields value={value} onChange={choose} idOf={form.idOf} wrong={form.wrong} />
      <Checkbox
        id={form.idOf('deputy')}
        label="In Vertretung"
        hint="Die Person vertritt die eigentlich zuständige."
        checked={deputy}
        onChange={(event) => setDeputy(event.target.checked)}
      />
    </FormDialog>
  );
}

/** Asks before somebody leaves: with the place in the organisation, the seats in groups end too. */
export function EndDialog({ place, organisation, onClose }: { place: DeskPlaceFragment; organisation: string; onClose: () => void }) {
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [end] = useMutation(EndAffiliationDocument, seen);
  const run = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await end({ variables: { id: place.id } });
      toast({ text: `${place.person.name} gehört nicht mehr zu ${organisation}.` });
      onClose();
    } catch (error) {
      setProblem(sentenceFor(refusalOf(error).code));
      setBusy(false);
    }
  };
  return (
    <ConfirmDialog
      title={`Zugehörigkeit von ${place.person.name} beenden?`}
      open
      danger
      busy={busy}
      confirm="Zugehörigkeit beenden"
      onClose={onClose}
      onConfirm={() => void run()}
    >
      {problem && <Alert kind="danger" title={problem} urgent />}
      <p>
        {place.person.name} gehört dann nicht mehr zu {organisation} und verliert sofort alle Plätze in Arbeitsgruppen, die für{' '}
        {organisation} gelten. Geschriebene Beiträge bleiben.
      </p>
    </ConfirmDialog>
  );
}
