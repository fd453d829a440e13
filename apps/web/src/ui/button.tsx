import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { Link } from 'react-router';
import { classes } from './classes.ts';
import { Icon, type IconName } from './icon.tsx';

export type ButtonLook = {
  /** One filled (`primary`) button per section. */
  variant?: 'primary' | 'secondary' | 'quiet' | undefined;
  /** 32 in rows, 40 for the page's main action, 48 on sign-in. */
  size?: 'small' | 'medium' | 'large' | undefined;
  icon?: IconName | undefined;
  /** Takes something away: filled red instead of blue. */
  danger?: boolean | undefined;
  wide?: boolean | undefined;
};

const look = ({ variant = 'secondary', size = 'small', danger, wide }: ButtonLook, busy = false) =>
  classes(
    'kern-btn',
    variant === 'quiet' ? 'kern-btn--tertiary' : `kern-btn--${variant}`,
    size === 'small' && 'kern-btn--x-small',
    size === 'medium' && 'ui-btn--medium',
    danger && 'ui-btn--danger',
    wide && 'ui-btn--wide',
    busy && 'ui-btn--busy',
  );

type ButtonProps = ButtonLook &
  Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'children'> & {
    children: ReactNode;
    /** Keeps focus and name while the deed is under way and swallows further clicks. */
    busy?: boolean | undefined;
    ref?: Ref<HTMLButtonElement> | undefined;
  };

export function Button({ variant, size, icon, danger, wide, busy = false, children, onClick, type = 'button', ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={look({ variant, size, danger, wide }, busy)}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {busy ? <Icon name="schedule" /> : icon && <Icon name={icon} />}
      <span className="kern-label">{children}</span>
    </button>
  );
}

type LinkButtonProps = ButtonLook & { to: string; children: ReactNode; 'aria-describedby'?: string };

/** Looks like a button, is a link: it goes somewhere. */
export function LinkButton({ variant, size, icon, danger, wide, to, children, ...rest }: LinkButtonProps) {
  return (
    <Link {...rest} to={to} className={look({ variant, size, danger, wide })}>
      {icon && <Icon name={icon} />}
      <span className="kern-label">{children}</span>
    </Link>
  );
}

type TextButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> & { icon?: IconName; ref?: Ref<HTMLButtonElement> };

/** The smallest deed, in the line under a text ("Antworten", "Zitieren"). */
export function TextButton({ icon, children, type = 'button', ...rest }: TextButtonProps) {
  return (
    <button {...rest} type={type} className="ui-link">
      {icon && <Icon name={icon} size="small" />}
      {children}
    </button>
  );
}

type IconButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'children' | 'aria-label'> & {
  icon: IconName;
  /** Read aloud and shown on hover: an icon alone says nothing. */
  label: string;
  size?: 'small' | 'medium';
  /** Drawn yellow at the corner; say it in the label too. */
  count?: number | undefined;
  ref?: Ref<HTMLButtonElement>;
};

export function IconButton({ icon, label, size = 'medium', count, type = 'button', ...rest }: IconButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={classes('ui-iconbtn', size === 'small' && 'ui-iconbtn--small')}
      aria-label={label}
      title={label}
    >
      <Icon name={icon} />
      <CornerCount value={count} />
    </button>
  );
}

type IconLinkProps = { icon: IconName; label: string; to: string; count?: number | undefined };

export function IconLink({ icon, label, to, count }: IconLinkProps) {
  return (
    <Link to={to} className="ui-iconbtn" aria-label={label} title={label}>
      <Icon name={icon} />
      <CornerCount value={count} />
    </Link>
  );
}

function CornerCount({ value }: { value: number | undefined }) {
  if (!value) return null;
  return (
    <span className="ui-iconbtn__count" aria-hidden="true">
      {value > 99 ? '99+' : value}
    </span>
  );
}
