import { useState } from 'react';
import { useMutation } from '@apollo/client/react';
import { saveFile } from '../../lib/save-file.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { useDeed } from '../../ui/use-deed.ts';
import { ExportRosterDocument } from './documents.generated.ts';
import type { Group } from './group-context.ts';

/** The members as a table for Excel. */
export function Roster({ group }: { group: Group }) {
  const [asked, ask] = useState(false);
  const [read] = useMutation(ExportRosterDocument);
  const { busy, run } = useDeed();
  const download = async () => {
    const { data } = await read({ variables: { groupId: group.id } });
    if (data) saveFile(data.exportRoster.name, data.exportRoster.text);
  };
  return (
    <>
      <Button icon="download" onClick={() => ask(true)}>
        Liste als CSV …
      </Button>
      <ConfirmDialog
        title="Mitgliederliste herunterladen?"
        open={asked}
        busy={busy}
        confirm="Liste herunterladen"
        onClose={() => ask(false)}
        onConfirm={() => void run(download, { text: 'Die Liste liegt bei Ihren Downloads.' }).then(() => ask(false))}
      >
        <p>Die Datei enthält Namen, Verwaltungen und Rollen. Bitte geben Sie sie nur weiter, wenn es nötig ist.</p>
        <p>Der Abruf wird protokolliert.</p>
      </ConfirmDialog>
    </>
  );
}
