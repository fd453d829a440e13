import type { IconName } from './icon-names.ts';
import sprite from './icons.svg';

export type { IconName } from './icon-names.ts';

/** A picture beside words, so it is hidden from screen readers; the words carry the meaning. */
export function Icon({ name, size }: { name: IconName; size?: 'small' | 'large' | undefined }) {
  return (
    <svg className={size ? `ui-icon ui-icon--${size}` : 'ui-icon'} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <use href={`${sprite}#${name}`} />
    </svg>
  );
}
