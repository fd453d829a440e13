import { useEffect, useState } from 'react';
import { formatAgo, formatRelative } from '../../../lib/dates.ts';
import { Icon } from '../../../ui/icon.tsx';
import type { DraftKeeper, DraftState } from './keeper.ts';
import { merged, TwoTexts } from './two-texts.tsx';

const tick = 5_000;

/** What is known of the draft, in a line. */
export function DraftStatus({ state }: { state: DraftState }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), tick);
    return () => clearInterval(timer);
  }, []);
  const { status, savedAt } = state;
  if (status === 'here')
    return (
      <p className="thr-draft ui-meta">
        <Icon name="cloud-off" size="small" />
        Entwurf liegt in diesem Browser
      </p>
    );
  if (!savedAt || status === 'empty' || status === 'loading') return null;
  return (
    <p className="thr-draft ui-meta">
      <Icon name="cloud-done" size="small" />
      Entwurf gespeichert {formatAgo(savedAt, Math.max(now, Date.parse(savedAt)))}
    </p>
  );
}

/** The same draft on two devices: both texts to choose from. */
export function DraftConflict({ draft, state }: { draft: DraftKeeper; state: DraftState }) {
  const { theirs } = state;
  if (!theirs) return null;
  return (
    <TwoTexts
      title="Von diesem Entwurf gibt es zwei Fassungen"
      mine={state.body}
      theirs={theirs.body}
      mineLabel="Auf diesem Gerät"
      theirsLabel={`Auf einem anderen Gerät, ${formatRelative(theirs.updatedAt)}`}
      onChoose={(choice) =>
        draft.choose(
          choice === 'theirs' ? theirs : { title: state.title, body: choice === 'mine' ? state.body : merged(state.body, theirs.body) },
        )
      }
    >
      <p>Sie haben auf einem anderen Gerät weitergeschrieben. Welche Fassung gilt?</p>
    </TwoTexts>
  );
}
