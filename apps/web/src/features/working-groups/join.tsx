import { useState } from 'react';
import { useMutation } from '@apollo/client/react';
import { Button } from '../../ui/button.tsx';
import { Tag } from '../../ui/marks.tsx';
import { useDeed } from '../../ui/use-deed.ts';
import { useViewer } from '../people/index.ts';
import { JoinGroupDocument, LeaveGroupDocument, WithdrawRequestDocument, type GroupCardFragment } from './documents.generated.ts';
import { InvitationActions } from './invitation-actions.tsx';
import { RequestDialog } from './request-dialog.tsx';
import { groupShort } from './words.ts';

type JoinProps = { group: GroupCardFragment; /** The page's main action, not one of many in a list. */ main?: boolean };

/** The one way in. Its word tells the policy; who has a seat or may not come in by themselves sees nothing. */
export function Join({ group, main = false }: JoinProps) {
  const status = group.viewerMembership?.status;
  if (status === 'INVITED') return <InvitationActions groupId={group.id} title={groupShort(group)} main={main} />;
  if (status === 'REQUESTED') return <Requested group={group} main={main} />;
  if (group.viewerCan.join) return <JoinAtOnce group={group} main={main} />;
  if (group.viewerCan.request) return <Ask group={group} main={main} />;
  return null;
}

const look = (main: boolean) => (main ? ({ size: 'medium', variant: 'primary' } as const) : ({ size: 'small' } as const));

function JoinAtOnce({ group, main = false }: JoinProps) {
  const { actsFor } = useViewer();
  const [join] = useMutation(JoinGroupDocument);
  const [leave] = useMutation(LeaveGroupDocument);
  const { busy, run } = useDeed();
  const title = groupShort(group);
  return (
    <Button
      {...look(main)}
      icon="add"
      busy={busy}
      aria-label={main ? undefined : `Mitarbeiten in ${title}`}
      onClick={() =>
        void run(() => join({ variables: { groupId: group.id, organisationId: actsFor?.id ?? null } }), {
          text: actsFor ? `Sie arbeiten jetzt für ${actsFor.name} in ${title} mit.` : `Sie arbeiten jetzt in ${title} mit.`,
          undo: { run: () => void run(() => leave({ variables: { groupId: group.id } })) },
        })
      }
    >
      Mitarbeiten
    </Button>
  );
}

function Ask({ group, main = false }: JoinProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button {...look(main)} aria-label={main ? undefined : `Anfragen … bei ${groupShort(group)}`} onClick={() => setOpen(true)}>
        Anfragen …
      </Button>
      {open && <RequestDialog group={group} onClose={() => setOpen(false)} />}
    </>
  );
}

function Requested({ group, main = false }: JoinProps) {
  const [withdraw] = useMutation(WithdrawRequestDocument);
  const { busy, run } = useDeed();
  return (
    <>
      <Tag icon="schedule">angefragt</Tag>
      <Button
        variant="quiet"
        size={main ? 'medium' : 'small'}
        busy={busy}
        aria-label={main ? undefined : `Anfrage bei ${groupShort(group)} zurückziehen`}
        onClick={() => void run(() => withdraw({ variables: { groupId: group.id } }), { text: 'Ihre Anfrage ist zurückgezogen.' })}
      >
        Zurückziehen
      </Button>
    </>
  );
}
