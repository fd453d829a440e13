import { useId } from 'react';
import { IconButton } from './button.tsx';
import { Icon } from './icon.tsx';

/** Narrows the list below it while one types. */
export function SearchField({ label, value, onChange }: { label: string; value: string; onChange: (text: string) => void }) {
  const id = useId();
  return (
    <div className="ui-search" role="search">
      <label className="ui-hidden" htmlFor={id}>
        {label}
      </label>
      <Icon name="search" />
      <input
        id={id}
        type="search"
        className="kern-form-input__input"
        placeholder={label}
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {value !== '' && (
        <IconButton
          icon="close"
          size="small"
          label="Suche leeren"
          onClick={() => {
            onChange('');
            document.getElementById(id)?.focus();
          }}
        />
      )}
    </div>
  );
}
