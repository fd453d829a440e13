import { useState } from 'react';
import { useMutation } from '@apollo/client/react';
import { Button } from '../../ui/button.tsx';
import { SentenceDialog } from '../../ui/sentence-dialog.tsx';
import { ReadWithReasonDocument } from './documents.generated.ts';
import type { Group } from './group-context.ts';
import { groupTitle } from './words.ts';

/** LAND_ADMIN reads a closed group only with a reason, for some hours. */
export function ReadWithReason({ group }: { group: Group }) {
  const [open, setOpen] = useState(false);
  const [read] = useMutation(ReadWithReasonDocument);
  return (
    <div className="wg-reason">
      <Button icon="visibility" onClick={() => setOpen(true)}>
        Mit Begründung lesen …
      </Button>
      {open && (
        <SentenceDialog
          title={`${groupTitle(group)} mit Begründung lesen`}
          confirm="Acht Stunden lesen"
          label="Warum müssen Sie hier lesen?"
          input="readWithReason"
          variables={(reason) => ({ groupId: group.id, reason })}
          send={(variables) => read({ variables })}
          onClose={() => setOpen(false)}
        >
          <p>Das gilt acht Stunden. Der Zugriff wird protokolliert, und die Leitung der Arbeitsgruppe erfährt Ihre Begründung.</p>
        </SentenceDialog>
      )}
    </div>
  );
}
