import { useMutation, useQuery } from '@apollo/client/react';
import { followLevels } from '@kollab/contract/vocabulary';
import { capitalised } from '../../lib/counts.ts';
import { sentenceOf } from '../../lib/errors.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Select } from '../../ui/field.tsx';
import { EmptyState, ErrorState, LoadingRows } from '../../ui/states.tsx';
import { useDeed } from '../../ui/use-deed.ts';
import { followHints, followWords, groupTitle } from '../working-groups/index.ts';
import { FollowLevelsDocument, SetFollowLevelDocument } from './documents.generated.ts';

/** How much of each of one's groups becomes a notice. */
export function FollowLevels() {
  const { data, error, refetch } = useQuery(FollowLevelsDocument, { fetchPolicy: 'cache-and-network' });
  const [setLevel] = useMutation(SetFollowLevelDocument);
  const { run } = useDeed();
  const groups = data?.workingGroups.nodes;
  if (!groups) return error ? <ErrorState onRetry={() => void refetch()}>{sentenceOf(error)}</ErrorState> : <LoadingRows rows={2} />;
  if (groups.length === 0)
    return (
      <EmptyState action={<LinkButton to="/arbeitsgruppen?liste=offen">Offene Arbeitsgruppen ansehen</LinkButton>}>
        Sie arbeiten noch in keiner Arbeitsgruppe mit.
      </EmptyState>
    );
  return (
    <div className="ui-form">
      {groups.map((group) => (
        <Select
          key={group.id}
          label={groupTitle(group)}
          value={group.viewerFollow}
          onChange={(event) => {
            const level = followLevels.find((name) => name === event.target.value);
            if (level) void run(() => setLevel({ variables: { groupId: group.id, level } }), { text: 'Gespeichert.' });
          }}
        >
          {followLevels.map((level) => (
            <option key={level} value={level}>
              {capitalised(followWords[level])}: {followHints[level]}
            </option>
          ))}
        </Select>
      ))}
    </div>
  );
}
