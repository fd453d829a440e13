import { useMutation } from '@apollo/client/react';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import { useDeed } from '../../ui/use-deed.ts';
import { ExportOwnDataDocument } from './documents.generated.ts';

/** Hands a text to the browser as a file. */
function save(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** All that the platform keeps about the viewer, as one file. */
export function OwnData() {
  const [take] = useMutation(ExportOwnDataDocument, { fetchPolicy: 'no-cache' });
  const { busy, run } = useDeed();
  const fetchFile = async () => {
    const { data } = await take();
    if (data) save(data.exportOwnData.name, data.exportOwnData.text);
  };
  return (
    <Section title="Ihre Daten">
      <p className="ui-prose">
        Sie können alles herunterladen, was die Plattform über Sie gespeichert hat: Angaben, Mitgliedschaften, Beiträge, Entwürfe und
        Hinweise. Dass Sie es herunterladen, wird protokolliert.
      </p>
      <div className="ui-row people-act">
        <Button icon="download" busy={busy} onClick={() => void run(fetchFile, { text: 'Die Datei mit Ihren Daten ist da.' })}>
          Eigene Daten herunterladen
        </Button>
      </div>
    </Section>
  );
}
