import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

const signs: Record<AlertProps['kind'], IconName> = { info: 'info', success: 'check-circle', warning: 'warning', danger: 'error' };

export type AlertProps = {
  kind: 'info' | 'success' | 'warning' | 'danger';
  title: string;
  children?: ReactNode;
  /** Read aloud at once. Only for what appears in answer to something the reader did. */
  urgent?: boolean;
};

export function Alert({ kind, title, children, urgent = false }: AlertProps) {
  return (
    <div className={`kern-alert kern-alert--${kind}`} role={urgent ? 'alert' : undefined}>
      <div className="kern-alert__header">
        <Icon name={signs[kind]} />
        <p className="kern-alert__title">{title}</p>
      </div>
      {children && <div className="kern-alert__body">{children}</div>}
    </div>
  );
}
