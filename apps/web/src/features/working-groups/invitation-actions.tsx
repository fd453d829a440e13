import { lazy, Suspense, useState } from 'react';
import { useMutation } from '@apollo/client/react';
import { Button } from '../../ui/button.tsx';
import { useDeed } from '../../ui/use-deed.ts';
import { AnswerGroupInvitationDocument } from './documents.generated.ts';

const ConfirmDialog = lazy(async () => ({ default: (await import('../../ui/dialog.tsx')).ConfirmDialog }));
const seen = { refetchQueries: ['Viewer', 'Home', 'WorkingGroupCounts'] };

type InvitationProps = { groupId: string; /** "AG 4" */ title: string; /** The page's main action. */ main?: boolean };

/** Somebody's answer to an invitation into a group. */
export function InvitationActions({ groupId, title, main = false }: InvitationProps) {
  const [answer] = useMutation(AnswerGroupInvitationDocument, seen);
  const { busy, run } = useDeed();
  const [asked, ask] = useState(false);
  const size = main ? 'medium' : 'small';
  const reply = (accept: boolean) =>
    run(() => answer({ variables: { groupId, accept } }), {
      text: accept ? `Sie arbeiten jetzt in ${title} mit.` : `Sie haben die Einladung in ${title} abgelehnt.`,
    });
  return (
    <>
      <Button
        size={size}
        variant={main ? 'primary' : 'secondary'}
        icon="check"
        busy={busy}
        aria-label={main ? undefined : `Einladung in ${title} annehmen`}
        onClick={() => void reply(true)}
      >
        {main ? 'Einladung annehmen' : 'Annehmen'}
      </Button>
      <Button variant="quiet" size={size} aria-label={main ? undefined : `Einladung in ${title} ablehnen …`} onClick={() => ask(true)}>
        Ablehnen …
      </Button>
      {asked && (
        <Suspense>
          <ConfirmDialog
            title="Einladung ablehnen?"
            open
            busy={busy}
            confirm="Einladung ablehnen"
            onClose={() => ask(false)}
            onConfirm={() => void reply(false).then(() => ask(false))}
          >
            <p>Die Leitung von {title} erfährt davon. Sie kann Sie später wieder einladen.</p>
          </ConfirmDialog>
        </Suspense>
      )}
    </>
  );
}
