import { useState } from 'react';
import { useMutation } from '@apollo/client/react';
import { useForm } from '../../../lib/use-form.ts';
import { Button } from '../../../ui/button.tsx';
import { TextArea } from '../../../ui/field.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { Section } from '../../../ui/section.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { SetMailDomainsDocument } from './documents.generated.ts';
import type { Desk } from './desk.ts';

const words = { domains: 'Schreiben Sie je Zeile eine Domain, zum Beispiel stadt.de. Höchstens 20.' };

/** Which mail addresses suggest this organisation to somebody new. */
export function MailDomains({ desk }: { desk: Desk }) {
  const [editing, edit] = useState(false);
  const change = desk.viewerCan.manage && (
    <Button icon="edit" onClick={() => edit(true)}>
      {desk.mailDomains.length === 0 ? 'Domains hinterlegen …' : 'Domains ändern …'}
    </Button>
  );
  return (
    <Section title="E-Mail-Domains">
      <p className="ui-meta">
        Wer sich mit einer bestätigten Adresse dieser Domains anmeldet, bekommt {desk.title} vorgeschlagen. Sie bestätigen trotzdem jede
        Person.
      </p>
      {desk.mailDomains.length === 0 ? (
        <EmptyState action={change}>Noch ist keine Domain hinterlegt.</EmptyState>
      ) : (
        <div className="ui-row people-act">
          <ul className="people-domains" aria-label="E-Mail-Domains">
            {desk.mailDomains.map((domain) => (
              <li key={domain}>{domain}</li>
            ))}
          </ul>
          {change}
        </div>
      )}
      {editing && <DomainsDialog desk={desk} onClose={() => edit(false)} />}
    </Section>
  );
}

function DomainsDialog({ desk, onClose }: { desk: Desk; onClose: () => void }) {
  const toast = useToast();
  const [text, write] = useState(desk.mailDomains.join('\n'));
  const [set] = useMutation(SetMailDomainsDocument);
  const form = useForm('domains', words);
  const send = async () => {
    const domains = text
      .split(/[\s,;]+/)
      .map((domain) => domain.replace(/^@/, ''))
      .filter(Boolean);
    const variables = { organisationId: desk.id, domains };
    const sent = await form.send('setMailDomains', variables, () => set({ variables }));
    if (!sent.ok) return;
    toast({ text: 'Die Domains sind gespeichert.' });
    onClose();
  };
  return (
    <FormDialog title="E-Mail-Domains" confirm="Domains speichern" form={form} onClose={onClose} onSend={send}>
      <TextArea
        id={form.idOf('domains')}
        label="Domains"
        hint="Eine je Zeile, ohne @. Zum Beispiel: stadt.de"
        rows={4}
        autoComplete="off"
        spellCheck={false}
        value={text}
        error={form.wrong('domains')}
        onChange={(event) => write(event.target.value)}
      />
    </FormDialog>
  );
}
