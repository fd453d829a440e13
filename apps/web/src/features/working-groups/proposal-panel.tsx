import { useId, useState } from 'react';
import { useMutation } from '@apollo/client/react';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/section.tsx';
import { SentenceDialog } from '../../ui/sentence-dialog.tsx';
import { useDeed } from '../../ui/use-deed.ts';
import { DecideProposalDocument } from './documents.generated.ts';
import type { Group } from './group-context.ts';

const seen = { refetchQueries: ['WorkingGroups', 'WorkingGroupCounts', 'Home'] };

/** A group that is only proposed: what it waits for, and the decision for who may take it. */
export function ProposalPanel({ group }: { group: Group }) {
  const heading = useId();
  const [declining, decline] = useState(false);
  const [decide] = useMutation(DecideProposalDocument, seen);
  const { busy, run } = useDeed();
  const declined = group.status === 'DECLINED';
  return (
    <Panel labelledBy={heading}>
      <h2 className="ui-h3" id={heading}>
        {declined ? 'Der Vorschlag ist abgelehnt' : 'Dieser Vorschlag wartet auf eine Entscheidung der Redaktion'}
      </h2>
      {declined && group.statusReason && <p className="ui-plaintext">{group.statusReason}</p>}
      {group.viewerCan.decideProposal && (
        <div className="ui-row wg-reason">
          <Button
            variant="primary"
            icon="check"
            busy={busy}
            onClick={() =>
              void run(() => decide({ variables: { groupId: group.id, accept: true, reason: null } }), {
                text: `Die Arbeitsgruppe „${group.name}“ ist eingerichtet.`,
              })
            }
          >
            {declined ? 'Doch einrichten' : 'Arbeitsgruppe einrichten'}
          </Button>
          {!declined && (
            <Button variant="quiet" onClick={() => decline(true)}>
              Ablehnen …
            </Button>
          )}
        </div>
      )}
      {declining && <DeclineProposal group={group} onClose={() => decline(false)} />}
    </Panel>
  );
}

function DeclineProposal({ group, onClose }: { group: Group; onClose: () => void }) {
  const [decide] = useMutation(DecideProposalDocument, seen);
  return (
    <SentenceDialog
      title="Vorschlag ablehnen"
      confirm="Vorschlag ablehnen"
      hint="Wer vorgeschlagen hat, liest sie."
      input="decideProposal"
      variables={(reason) => ({ groupId: group.id, accept: false, reason })}
      send={(variables) => decide({ variables })}
      said={{ text: 'Der Vorschlag ist abgelehnt.' }}
      onClose={onClose}
    />
  );
}
