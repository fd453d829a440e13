import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { classes } from './classes.ts';
import { Icon, type IconName } from './icon.tsx';

/** How many are new. `unit` is read aloud: a number alone says nothing ("3 neue Beiträge"). */
export function Counter({ value, unit }: { value: number; unit: string }) {
  if (value <= 0) return null;
  return (
    <span className="ui-counter">
      {value > 99 ? '99+' : value}
      <span className="ui-hidden"> {unit}</span>
    </span>
  );
}

type TagProps = { children: ReactNode; icon?: IconName; ink?: boolean };

/** A lasting property; `ink` for what is official or chosen. */
export function Tag({ children, icon, ink = false }: TagProps) {
  return (
    <span className={classes('ui-tag', ink && 'ui-tag--ink')}>
      {icon && <Icon name={icon} size="small" />}
      {children}
    </span>
  );
}

const badgeIcons: Record<'success' | 'warning' | 'danger' | 'info', IconName> = {
  success: 'check-circle',
  warning: 'warning',
  danger: 'cancel',
  info: 'info',
};

/** A state that was reached, with its sign and its word ("beantwortet"). */
export function StatusBadge({ status, children }: { status: keyof typeof badgeIcons; children: ReactNode }) {
  return (
    <span className={`kern-badge kern-badge--small kern-badge--${status}`}>
      <Icon name={badgeIcons[status]} />
      <span className="kern-label">{children}</span>
    </span>
  );
}

/** Why do I see this? Begins with "weil …" and links to the rule where there is one. */
export function WhyChip({ children, to }: { children: ReactNode; to?: string }) {
  return to ? (
    <Link className="ui-why" to={to}>
      {children}
    </Link>
  ) : (
    <span className="ui-why">{children}</span>
  );
}

/** Just now under way, with a slow pulse. */
export function LiveTag({ children }: { children: ReactNode }) {
  return <span className="ui-live">{children}</span>;
}

/** A key of the keyboard. */
export function Key({ children }: { children: ReactNode }) {
  return <kbd className="ui-key">{children}</kbd>;
}

/** The inserted name of somebody; `mine` when it means the reader. */
export function Mention({ children, mine = false }: { children: ReactNode; mine?: boolean }) {
  return <span className={classes('ui-mention', mine && 'ui-mention--mine')}>{children}</span>;
}

export type OrgMarkProps = {
  code: string;
  kind?: 'mine' | 'land' | 'other';
  size?: 'small' | 'default';
  /** The organisation's name. Leave it out where the name stands beside the mark: the mark is then a mere picture. */
  name?: string;
};

/** An organisation as one square with its code: yellow is mine, ink the Land, grey everybody else. */
export function OrgMark({ code, kind = 'other', size = 'default', name }: OrgMarkProps) {
  const looks = classes('ui-org', kind !== 'other' && `ui-org--${kind}`, size === 'small' && 'ui-org--small');
  return name ? (
    <span className={looks} role="img" aria-label={name} title={name}>
      {code}
    </span>
  ) : (
    <span className={looks} aria-hidden="true">
      {code}
    </span>
  );
}

type FilterChipProps = { pressed: boolean; onPress: () => void; children: ReactNode; reaction?: boolean; label?: string };

/** A filter or a reaction: pressed or not. */
export function FilterChip({ pressed, onPress, children, reaction = false, label }: FilterChipProps) {
  return (
    <button
      type="button"
      className={classes('ui-chip', reaction && 'ui-chip--reaction')}
      aria-pressed={pressed}
      aria-label={label}
      title={label}
      onClick={onPress}
    >
      {children}
    </button>
  );
}

/** How much of how many, drawn as a fill level beside its words. */
export function Meter({ value, max, label, text }: { value: number; max: number; label: string; text?: string }) {
  const words = text ?? `${value} von ${max}`;
  const share = max > 0 ? Math.min(100, Math.max(0, (value / max) * 100)) : 0;
  return (
    <div>
      <p className="ui-meter__label">
        <span>{label}</span>
        <span>{words}</span>
      </p>
      <div className="ui-meter" aria-hidden="true">
        <i style={{ width: `${share}%` }} />
      </div>
    </div>
  );
}
