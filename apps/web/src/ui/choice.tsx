import { useId, type InputHTMLAttributes, type ReactNode, type Ref } from 'react';
import { classes } from './classes.ts';
import { FieldError } from './field.tsx';

type CheckboxProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'className' | 'type'> & {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  ref?: Ref<HTMLInputElement>;
};

export function Checkbox({ label, hint, error, id, ...rest }: CheckboxProps) {
  const own = useId();
  const field = id ?? own;
  return (
    <div className={classes('kern-form-check', error && 'kern-form-check--error')}>
      <input
        {...rest}
        id={field}
        type="checkbox"
        className={classes('kern-form-check__checkbox', error && 'kern-form-check__checkbox--error')}
        aria-invalid={error ? true : undefined}
        aria-describedby={classes(hint !== undefined && `${field}-hint`, error && `${field}-error`) || undefined}
      />
      <label className="kern-label" htmlFor={field}>
        {label}
      </label>
      {hint !== undefined && (
        <span className="ui-meta" id={`${field}-hint`}>
          {hint}
        </span>
      )}
      <FieldError id={`${field}-error`} error={error} />
    </div>
  );
}

export type RadioOption<Value extends string> = { value: Value; label: string; hint?: string; disabled?: boolean };

type RadioGroupProps<Value extends string> = {
  legend: string;
  options: readonly RadioOption<Value>[];
  value: Value | null;
  onChange: (value: Value) => void;
  hint?: ReactNode;
  error?: string | undefined;
  id?: string;
};

export function RadioGroup<Value extends string>({ legend, options, value, onChange, hint, error, id }: RadioGroupProps<Value>) {
  const own = useId();
  const group = id ?? own;
  return (
    <fieldset
      className={classes('kern-fieldset', error && 'kern-fieldset--error')}
      id={group}
      aria-describedby={classes(hint !== undefined && `${group}-hint`, error && `${group}-error`) || undefined}
    >
      <legend className="kern-label">{legend}</legend>
      {hint !== undefined && (
        <div className="kern-hint" id={`${group}-hint`}>
          {hint}
        </div>
      )}
      <div className="kern-fieldset__body">
        {options.map((option) => (
          <div key={option.value} className="kern-form-check">
            <input
              id={`${group}-${option.value}`}
              className="kern-form-check__radio"
              type="radio"
              name={group}
              value={option.value}
              checked={option.value === value}
              disabled={option.disabled}
              aria-describedby={option.hint && `${group}-${option.value}-hint`}
              onChange={() => onChange(option.value)}
            />
            <label className="kern-label" htmlFor={`${group}-${option.value}`}>
              {option.label}
            </label>
            {option.hint && (
              <span className="ui-meta" id={`${group}-${option.value}-hint`}>
                {option.hint}
              </span>
            )}
          </div>
        ))}
      </div>
      <FieldError id={`${group}-error`} error={error} />
    </fieldset>
  );
}

type SegmentedProps<Value extends string> = {
  label: string;
  options: readonly { value: Value; label: string }[];
  value: Value;
  onChange: (value: Value) => void;
};

/** A few views of the same matter, one at a time ("Schreiben", "Vorschau"). */
export function Segmented<Value extends string>({ label, options, value, onChange }: SegmentedProps<Value>) {
  return (
    <div className="ui-seg" role="group" aria-label={label}>
      {options.map((option) => (
        <button key={option.value} type="button" aria-pressed={option.value === value} onClick={() => onChange(option.value)}>
          {option.label}
        </button>
      ))}
    </div>
  );
}
