import { Columns, Panel } from '../../ui/section.tsx';
import { Besetzung, Leads } from './besetzung.tsx';
import type { Group } from './group-context.ts';
import { ReadWithReason } from './read-with-reason.tsx';

/** For who sees only the card: what the group is, who is in it, and the way in, which stands in the head. */
export function CardPage({ group }: { group: Group }) {
  const asked = group.viewerMembership?.status === 'REQUESTED' || group.viewerMembership?.status === 'INVITED';
  return (
    <Columns rail={<Leads group={group} />}>
      <Panel>
        <p>
          Was hier besprochen wird, lesen nur die Mitglieder.{' '}
          {group.viewerCan.join || group.viewerCan.request || asked
            ? 'Wenn Sie mitarbeiten, sehen Sie alles.'
            : 'Fragen beantwortet die Leitung.'}
        </p>
        {group.viewerCan.readWithReason && <ReadWithReason group={group} />}
      </Panel>
      <Besetzung group={group} listed={false} />
    </Columns>
  );
}
