import { useMutation } from '@apollo/client/react';
import { saveFile } from '../../lib/save-file.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import { useDeed } from '../../ui/use-deed.ts';
import { ExportOwnDataDocument } from './documents.generated.ts';

/** All that the platform keeps about the viewer, as one file. */
export function OwnData() {
  const [take] = useMutation(ExportOwnDataDocument, { fetchPolicy: 'no-cache' });
  const { busy, run } = useDeed();
  const fetchFile = async () => {
    const { data } = await take();
    if (data) saveFile(data.exportOwnData.name, data.exportOwnData.text, 'application/json');
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
