import { useState } from 'react';
import { Alert } from '../src/ui/alert.tsx';
import { Button, IconButton, LinkButton } from '../src/ui/button.tsx';
import { Checkbox, Segmented } from '../src/ui/choice.tsx';
import { Combobox } from '../src/ui/combobox.tsx';
import { ConfirmDialog } from '../src/ui/dialog.tsx';
import { Select, TextArea, TextInput } from '../src/ui/field.tsx';
import { DateField } from '../src/ui/date-field.tsx';
import { Pager } from '../src/ui/frame-parts.tsx';
import { announce } from '../src/ui/live-region.tsx';
import { LiveTag } from '../src/ui/marks.tsx';
import { PageHeader } from '../src/ui/page-header.tsx';
import { Panel, Section } from '../src/ui/section.tsx';
import { EmptyState, ErrorState, LoadingRows } from '../src/ui/states.tsx';
import { useToast } from '../src/ui/toast.tsx';

export function Widgets() {
  const toast = useToast();
  const [asked, ask] = useState(false);
  const [person, choose] = useState<string | null>(null);
  const [view, setView] = useState<'write' | 'read'>('write');
  return (
    <>
      <PageHeader title="Bausteine" eyebrow="Mittwoch, 18. November 2026" lead="Alles an einem Ort." />
      <div className="ui-flow">
        <Section title="Knöpfe">
          <div className="ui-row">
            <Button variant="primary">Einreichen</Button>
            <Button icon="check">Bestätigen</Button>
            <Button variant="quiet">Ablehnen …</Button>
            <Button variant="primary" size="medium" busy>
              Wird gesendet
            </Button>
            <Button variant="primary" size="large" icon="login">
              Anmelden
            </Button>
            <Button variant="primary" danger onClick={() => ask(true)}>
              Gruppe schließen …
            </Button>
            <Button disabled>Aus</Button>
            <LinkButton to="/kommunen">Verweis</LinkButton>
            <IconButton icon="edit" label="Bearbeiten" size="small" />
            <Button onClick={() => toast({ text: 'Beitrag gelöscht', undo: { run: () => announce('Beitrag ist wieder da') } })}>
              Meldung
            </Button>
            <Segmented
              label="Ansicht"
              value={view}
              onChange={setView}
              options={[
                { value: 'write', label: 'Schreiben' },
                { value: 'read', label: 'Vorschau' },
              ]}
            />
            <LiveTag>Läuft seit 10:02</LiveTag>
          </div>
        </Section>
        <Section title="Felder">
          <form className="ui-form">
            <TextInput label="Überschrift" defaultValue="Digitale Einbürgerung" />
            <TextInput label="Mit Fehler" hint="Ein Satz." error="Bitte ausfüllen." />
            <TextArea label="Text" optional />
            <Select label="Art">
              <option>Information</option>
              <option>Wichtig</option>
            </Select>
            <DateField label="Frist" value="2026-11-21" onChange={console.log} />
            <Combobox
              label="Person"
              hint="Name oder Verwaltung"
              value={person}
              onChange={choose}
              choices={[
                { id: '1', label: 'Kim Muster', detail: 'Stadt Halle (Saale)' },
                { id: '2', label: 'Alex Beispiel', detail: 'Hansestadt Stendal' },
              ]}
            />
            <Checkbox label="Kenntnis bestätigen lassen" hint="gezählt werden Verwaltungen, nie Personen" defaultChecked />
            <Checkbox label="Nicht angehakt" />
          </form>
        </Section>
        <Section title="Zustände">
          <div className="ui-flow">
            <EmptyState action={<Button>Nächster Schritt</Button>}>Keine Frist in den nächsten 14 Tagen.</EmptyState>
            <LoadingRows />
            <ErrorState onRetry={() => undefined} />
            <Alert kind="info" title="Zur Kenntnis" />
            <Alert kind="success" title="Gespeichert">
              Alles gut.
            </Alert>
            <Panel kind="now">
              <p className="ui-over">Heute</p>
              <Button variant="primary" wide size="medium">
                Zum Raum
              </Button>
            </Panel>
            <Pager onMore={() => undefined} rest={12} />
          </div>
        </Section>
      </div>
      <ConfirmDialog
        title="Gruppe schließen?"
        open={asked}
        onClose={() => ask(false)}
        onConfirm={() => ask(false)}
        confirm="Gruppe schließen"
        danger
        typed="AG 4"
      >
        <p>Danach kann niemand mehr schreiben.</p>
      </ConfirmDialog>
    </>
  );
}
