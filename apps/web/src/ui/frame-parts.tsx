import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { classes } from './classes.ts';
import { Icon } from './icon.tsx';

export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className="ui-hidden">{children}</span>;
}

/** First in the page: jumps over the frame. */
export function SkipLinks({ targets }: { targets: readonly { id: string; label: string }[] }) {
  return targets.map((target) => (
    <a
      key={target.id}
      className="ui-skip"
      href={`#${target.id}`}
      onClick={(event) => {
        event.preventDefault();
        document.getElementById(target.id)?.focus();
      }}
    >
      {target.label}
    </a>
  ));
}

/** Under the header while the connection is away. Heals itself, so it asks for nothing. `standing`: of when the page is. */
export function ConnectionBar({ lost, standing }: { lost: boolean; standing?: string | undefined }) {
  return (
    <div role="status">
      {lost && (
        <p className={classes('ui-connection', standing && 'ui-connection--standing')}>
          <Icon name="cloud-off" />
          {standing ?? 'Verbindung unterbrochen, Entwürfe sind sicher'}
        </p>
      )}
    </div>
  );
}

type PagerProps = { onMore: () => void; busy?: boolean; rest?: number | undefined; label?: string };

/** The next part of a list, below it. */
export function Pager({ onMore, busy = false, rest, label = 'Weitere laden' }: PagerProps) {
  return (
    <div className="ui-pager ui-noprint">
      <Button icon="keyboard-arrow-down" busy={busy} onClick={onMore}>
        {label}
        {rest !== undefined && ` (noch ${rest})`}
      </Button>
    </div>
  );
}
