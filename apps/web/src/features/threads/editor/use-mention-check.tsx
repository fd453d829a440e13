import { useRef, useState, type ReactNode } from 'react';
import { useApolloClient } from '@apollo/client/react';
import { counted } from '../../../lib/counts.ts';
import { particular } from '../../../lib/refusals.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import type { WritingPlace } from './place.ts';
import { CheckMentionsDocument, type CheckMentionsQuery } from '../documents.generated.ts';

type Check = CheckMentionsQuery['checkMentions'];
export type Verdict = { go: boolean; confirmMany: boolean };

const mayMention = /\]\((?:person|organisation|role):/;

/** Before a text is sent: who is mentioned but cannot read it, and whether that many people are meant. */
export function useMentionCheck(place: WritingPlace): { check: (body: string) => Promise<Verdict>; dialog: ReactNode } {
  const client = useApolloClient();
  const [asked, ask] = useState<Check | null>(null);
  const answer = useRef<(verdict: Verdict) => void>(() => undefined);

  const check = async (body: string): Promise<Verdict> => {
    if (!mayMention.test(body)) return { go: true, confirmMany: false };
    const found = await client.query({ query: CheckMentionsDocument, variables: { ...place, body }, fetchPolicy: 'no-cache' }).then(
      ({ data }) => data?.checkMentions,
      // Sending asks the server once more: it refuses what is too much.
      () => undefined,
    );
    if (!found || (found.unreachable.length === 0 && !found.needsConfirmation && !found.refused)) return { go: true, confirmMany: false };
    ask(found);
    return new Promise((resolve) => {
      answer.current = resolve;
    });
  };
  const close = (verdict: Verdict) => {
    ask(null);
    answer.current(verdict);
  };
  const stay = () => close({ go: false, confirmMany: false });

  const dialog = asked && (
    <Dialog
      title={
        asked.needsConfirmation || asked.refused
          ? `An ${counted(asked.recipients, 'Person', 'Personen')} senden?`
          : 'Nicht alle können das lesen'
      }
      open
      alert
      onClose={stay}
      actions={
        <>
          <Button size="medium" onClick={stay}>
            Zurück zum Text
          </Button>
          <Button size="medium" variant="primary" onClick={() => close({ go: true, confirmMany: asked.needsConfirmation })}>
            {asked.needsConfirmation ? `An ${counted(asked.recipients, 'Person', 'Personen')} senden` : 'Trotzdem senden'}
          </Button>
        </>
      }
    >
      {asked.unreachable.length > 0 && (
        <p>
          Wer nicht mitlesen darf, bekommt keinen Hinweis: <strong>{asked.unreachable.join(', ')}</strong>.
        </p>
      )}
      {asked.refused ? (
        <p>{particular['mention.too_many']} Wenn Sie sie leiten, können Sie senden.</p>
      ) : (
        asked.needsConfirmation && <p>Alle erwähnten Personen bekommen einen Hinweis. Bitte bestätigen Sie das.</p>
      )}
    </Dialog>
  );
  return { check, dialog };
}
