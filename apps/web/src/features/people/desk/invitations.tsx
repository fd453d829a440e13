import { useState } from 'react';
import { useMutation } from '@apollo/client/react';
import { daysLeft, formatDate } from '../../../lib/dates.ts';
import { sentenceOf } from '../../../lib/errors.ts';
import { usePages } from '../../../lib/use-pages.ts';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import { Pager } from '../../../ui/frame-parts.tsx';
import { Dotted, Row, RowList } from '../../../ui/list.tsx';
import { Tag } from '../../../ui/marks.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { Section } from '../../../ui/section.tsx';
import { EmptyState, ErrorState, LoadingRows } from '../../../ui/states.tsx';
import { useDeed } from '../../../ui/use-deed.ts';
import {
  DeskInvitationsDocument,
  ResendInvitationDocument,
  RevokeInvitationDocument,
  type DeskInvitationFragment,
  type DeskInvitationsQuery,
} from './documents.generated.ts';
import { organisationRoleWords } from '../words.ts';
import type { Desk } from './desk.ts';

const invitationsOf = (data: DeskInvitationsQuery) => data.organisation.invitations;
const seen = { refetchQueries: ['DeskInvitations'] };

/** Who was asked and has not answered yet. */
export function DeskInvitations({ desk, onInvite }: { desk: Desk; onInvite: () => void }) {
  const { nodes, total, error, more, busy, retry } = usePages(DeskInvitationsDocument, { id: desk.id }, invitationsOf);
  return (
    <Section title="Offene Einladungen" count={total ?? undefined}>
      {error !== undefined && nodes.length === 0 ? (
        <ErrorState onRetry={retry}>{sentenceOf(error)}</ErrorState>
      ) : total === null ? (
        <LoadingRows rows={1} />
      ) : nodes.length === 0 ? (
        <EmptyState action={desk.viewerCan.manage && <Button onClick={onInvite}>Person einladen …</Button>}>
          Zurzeit ist niemand eingeladen.
        </EmptyState>
      ) : (
        <RowList label="Offene Einladungen">
          {nodes.map((invitation) => (
            <InvitationRow key={invitation.id} invitation={invitation} manage={desk.viewerCan.manage} />
          ))}
        </RowList>
      )}
      {more && <Pager onMore={more} busy={busy} rest={(total ?? 0) - nodes.length} />}
    </Section>
  );
}

function InvitationRow({ invitation, manage }: { invitation: DeskInvitationFragment; manage: boolean }) {
  const { id, email, role, sentAt, expiresAt, invitedBy } = invitation;
  const expired = daysLeft(expiresAt) < 0;
  const [asked, ask] = useState(false);
  const [resend] = useMutation(ResendInvitationDocument, seen);
  const [revoke] = useMutation(RevokeInvitationDocument, seen);
  const { busy, run } = useDeed();
  return (
    <>
      <Row
        title={email}
        mark={expired && <Tag>abgelaufen</Tag>}
        meta={
          <Dotted
            parts={[
              role && organisationRoleWords[role],
              invitation.function,
              <span key="sent">
                gesendet <RelativeTime at={sentAt} />
                {invitedBy && ` von ${invitedBy.name}`}
              </span>,
              expired ? `galt bis ${formatDate(expiresAt)}` : `gilt bis ${formatDate(expiresAt)}`,
            ]}
          />
        }
        act={
          manage && (
            <>
              <Button
                icon="send"
                busy={busy}
                aria-label={`Einladung an ${email} erneut senden`}
                onClick={() =>
                  void run(() => resend({ variables: { id } }), { text: `Neu gesendet an ${email}. Der alte Link gilt nicht mehr.` })
                }
              >
                Erneut senden
              </Button>
              <Button variant="quiet" aria-label={`Einladung an ${email} zurückziehen …`} onClick={() => ask(true)}>
                Zurückziehen …
              </Button>
            </>
          )
        }
      />
      {asked && (
        <ConfirmDialog
          title="Einladung zurückziehen?"
          open
          busy={busy}
          danger
          confirm="Einladung zurückziehen"
          onClose={() => ask(false)}
          onConfirm={() =>
            void run(() => revoke({ variables: { id } }), { text: `Die Einladung an ${email} ist zurückgezogen.` }).then(
              (done) => done && ask(false),
            )
          }
        >
          <p>Der Link in der E-Mail an {email} gilt dann nicht mehr.</p>
        </ConfirmDialog>
      )}
    </>
  );
}
