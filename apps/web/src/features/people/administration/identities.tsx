import { useDeferredValue, useState } from 'react';
import { useMutation, useQuery } from '@apollo/client/react';
import { limits } from '@kollab/contract/limits';
import { formatDate } from '../../../lib/dates.ts';
import { useForm } from '../../../lib/use-form.ts';
import { Alert } from '../../../ui/alert.tsx';
import { Button } from '../../../ui/button.tsx';
import { Combobox } from '../../../ui/combobox.tsx';
import { TextArea, TextInput } from '../../../ui/field.tsx';
import { FormErrorSummary } from '../../../ui/form-errors.tsx';
import { Row, RowList } from '../../../ui/list.tsx';
import { Section } from '../../../ui/section.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { LinkIdentityDocument, NewIdentitiesDocument } from './documents.generated.ts';
import type { Administered } from './administered.ts';

const words = {
  issuer: 'Der Aussteller ist eine Adresse, die mit https:// beginnt.',
  subject: 'Geben Sie die Kennung an.',
  reason: `Bitte begründen Sie mit einem Satz, höchstens ${limits.sentence.max} Zeichen.`,
};

/** By which accounts somebody signs in. A new account is linked here, so that they stay who they are. */
export function Identities({ person }: { person: Administered }) {
  return (
    <Section title="Anmeldungen" count={person.identities.length}>
      <RowList label="Anmeldungen">
        {person.identities.map((identity) => (
          <Row key={identity.id} title={identity.subject} meta={`${identity.issuer}, seit ${formatDate(identity.createdAt)}`} read />
        ))}
      </RowList>
      <h3 className="ui-h3 people-act">Neue Anmeldung zuordnen</h3>
      <p className="ui-prose">
        {person.name} hat ein neues Dienstkonto? Die Person meldet sich einmal damit an. Dann ordnen Sie diese Anmeldung hier zu, und sie
        arbeitet weiter wie bisher.
      </p>
      <LinkForm person={person} />
    </Section>
  );
}

function LinkForm({ person }: { person: Administered }) {
  const toast = useToast();
  const [typed, type] = useState('');
  const [newcomer, choose] = useState<string | null>(null);
  const [issuer, setIssuer] = useState('');
  const [subject, setSubject] = useState('');
  const [reason, setReason] = useState('');
  const text = useDeferredValue(typed.trim());
  const found = useQuery(NewIdentitiesDocument, { variables: { text: newcomer ? '' : text }, fetchPolicy: 'cache-and-network' });
  const newcomers = ((found.data ?? found.previousData)?.people.nodes ?? []).filter(({ id }) => id !== person.id);
  const [link] = useMutation(LinkIdentityDocument, { refetchQueries: ['NewIdentities', 'AdministrationCounts'] });
  const form = useForm('anmeldung', words);
  const pick = (id: string | null) => {
    choose(id);
    const identity = newcomers.find((other) => other.id === id)?.identities.at(-1);
    if (!identity) return;
    setIssuer(identity.issuer);
    setSubject(identity.subject);
  };
  const send = async () => {
    const input = { personId: person.id, issuer, subject, reason };
    const sent = await form.send('linkIdentity', input, () => link({ variables: { input } }));
    if (!sent.ok) return;
    for (const clear of [setIssuer, setSubject, setReason]) clear('');
    choose(null);
    toast({ text: `${person.name} meldet sich jetzt auch mit der neuen Anmeldung an.` });
  };
  return (
    <form
      className="ui-form people-act"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!form.busy) void send();
      }}
    >
      {form.problem && <Alert kind="danger" title={form.problem} urgent />}
      <FormErrorSummary errors={form.errors} />
      <Combobox
        label="Wer hat sich neu angemeldet?"
        hint="Personen ohne Verwaltung. Die Auswahl füllt die beiden Felder darunter."
        optional
        value={newcomer}
        choices={newcomers.map(({ id, name, email }) => ({ id, label: name, ...(email && { detail: email }) }))}
        onSearch={type}
        onChange={pick}
        empty="Niemand gefunden"
      />
      <TextInput
        id={form.idOf('issuer')}
        label="Aussteller"
        inputMode="url"
        autoComplete="off"
        value={issuer}
        maxLength={limits.url.max}
        error={form.wrong('issuer')}
        onChange={(event) => setIssuer(event.target.value)}
      />
      <TextInput
        id={form.idOf('subject')}
        label="Kennung"
        autoComplete="off"
        value={subject}
        maxLength={255}
        error={form.wrong('subject')}
        onChange={(event) => setSubject(event.target.value)}
      />
      <TextArea
        id={form.idOf('reason')}
        label="Begründung"
        hint="Sie steht im Protokoll."
        rows={2}
        value={reason}
        maxLength={limits.sentence.max}
        error={form.wrong('reason')}
        onChange={(event) => setReason(event.target.value)}
      />
      <div>
        <Button type="submit" variant="primary" size="medium" icon="link" busy={form.busy}>
          Anmeldung zuordnen
        </Button>
      </div>
    </form>
  );
}
