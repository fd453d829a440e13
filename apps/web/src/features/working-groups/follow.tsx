import { useMutation } from '@apollo/client/react';
import { followLevels } from '@kollab/contract/vocabulary';
import { ChoiceMenu } from '../../ui/menu.tsx';
import { useDeed } from '../../ui/use-deed.ts';
import { SetGroupFollowDocument } from './documents.generated.ts';
import type { Group } from './group-context.ts';
import { followHints, followWords } from './words.ts';

const options = followLevels.map((value) => ({ value, label: followWords[value], hint: followHints[value] }));

/** How much of this group becomes a notice. */
export function Follow({ group }: { group: Group }) {
  const [setLevel] = useMutation(SetGroupFollowDocument);
  const { run } = useDeed();
  return (
    <ChoiceMenu
      label="Folgen"
      icon="notifications"
      options={options}
      value={group.viewerFollow}
      onChange={(level) => void run(() => setLevel({ variables: { groupId: group.id, level } }))}
    />
  );
}
