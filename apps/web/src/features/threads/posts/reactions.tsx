import { reactionKinds, type ReactionKind } from '@kollab/contract/vocabulary';
import { counted } from '../../../lib/counts.ts';
import { Icon } from '../../../ui/icon.tsx';
import { FilterChip } from '../../../ui/marks.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { reactionWords } from '../words.ts';
import type { ShownPost } from './state.ts';

type ReactionsProps = { post: ShownPost; allowed: boolean; onReact: (post: ShownPost, kind: ReactionKind, on: boolean) => void };

/** What others say without words. Agreement is always at hand, the others where somebody used them. */
export function Reactions({ post, allowed, onReact }: ReactionsProps) {
  const given = reactionKinds.flatMap((kind) => {
    const found = post.reactions.find((r) => r.kind === kind && r.count > 0);
    return found ? [found] : kind === 'AGREE' && allowed ? [{ kind, count: 0, mine: false }] : [];
  });
  return (
    <>
      {given.map(({ kind, count, mine }) => {
        const { label, icon } = reactionWords[kind];
        const words = `${label}, ${counted(count, 'Person', 'Personen')}${mine ? ', auch Sie' : ''}`;
        const content = (
          <>
            <Icon name={icon} size="small" />
            {count > 0 && <span aria-hidden="true">{count}</span>}
          </>
        );
        return allowed ? (
          <FilterChip key={kind} reaction pressed={mine} label={words} onPress={() => onReact(post, kind, !mine)}>
            {content}
          </FilterChip>
        ) : (
          <span key={kind} className="ui-chip ui-chip--reaction thr-said" role="img" aria-label={words} title={words}>
            {content}
          </span>
        );
      })}
      {allowed && (
        <Menu
          label={`Auf Beitrag ${post.no} reagieren`}
          icon="add-reaction"
          entries={reactionKinds.map((kind) => {
            const mine = post.reactions.some((r) => r.kind === kind && r.mine);
            const { label, icon } = reactionWords[kind];
            return { id: kind, label: mine ? `${label} zurücknehmen` : label, icon, onSelect: () => onReact(post, kind, !mine) };
          })}
        />
      )}
    </>
  );
}
