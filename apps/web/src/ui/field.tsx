import { useId, type InputHTMLAttributes, type ReactNode, type Ref, type SelectHTMLAttributes, type TextareaHTMLAttributes } from 'react';
import { classes } from './classes.ts';
import { Icon } from './icon.tsx';

/** What every field has. Required is the rule, so only the optional is marked. */
export type FieldText = { label: string; hint?: ReactNode; error?: string | undefined; optional?: boolean };

type FieldParts = { id: string; describedBy: string | undefined; invalid: boolean };

/** Label, hint and error around one control, tied together by ids. */
export function Field({
  label,
  hint,
  error,
  optional,
  id,
  children,
}: FieldText & { id?: string | undefined; children: (parts: FieldParts) => ReactNode }) {
  const own = useId();
  const field = id ?? own;
  const describedBy = classes(hint !== undefined && `${field}-hint`, error && `${field}-error`) || undefined;
  return (
    <div className={classes('kern-form-input', error && 'kern-form-input--error')}>
      <label className="kern-label" htmlFor={field}>
        {label}
        {optional && <span className="kern-label__optional">freiwillig</span>}
      </label>
      {hint !== undefined && (
        <div className="kern-hint" id={`${field}-hint`}>
          {hint}
        </div>
      )}
      {children({ id: field, describedBy, invalid: Boolean(error) })}
      <FieldError id={`${field}-error`} error={error} />
    </div>
  );
}

export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  if (!error) return null;
  return (
    <p className="kern-error" id={id}>
      <Icon name="cancel" />
      <span>{error}</span>
    </p>
  );
}

const looks = (invalid: boolean) => classes('kern-form-input__input', invalid && 'kern-form-input__input--error');
const aria = (parts: FieldParts) => ({ 'aria-describedby': parts.describedBy, 'aria-invalid': parts.invalid || undefined });

type TextInputProps = FieldText & Omit<InputHTMLAttributes<HTMLInputElement>, 'className'> & { ref?: Ref<HTMLInputElement> };

export function TextInput({ label, hint, error, optional, id, ...rest }: TextInputProps) {
  return (
    <Field {...text({ label, hint, error, optional })} id={id}>
      {(parts) => <input type="text" {...rest} {...aria(parts)} id={parts.id} className={looks(parts.invalid)} />}
    </Field>
  );
}

type TextAreaProps = FieldText & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'className'> & { ref?: Ref<HTMLTextAreaElement> };

export function TextArea({ label, hint, error, optional, id, rows = 4, ...rest }: TextAreaProps) {
  return (
    <Field {...text({ label, hint, error, optional })} id={id}>
      {(parts) => <textarea {...rest} {...aria(parts)} rows={rows} id={parts.id} className={looks(parts.invalid)} />}
    </Field>
  );
}

type SelectProps = FieldText & Omit<SelectHTMLAttributes<HTMLSelectElement>, 'className'> & { ref?: Ref<HTMLSelectElement> };

export function Select({ label, hint, error, optional, id, children, ...rest }: SelectProps) {
  return (
    <Field {...text({ label, hint, error, optional })} id={id}>
      {(parts) => (
        <div className="ui-select">
          <select {...rest} {...aria(parts)} id={parts.id} className={looks(parts.invalid)}>
            {children}
          </select>
          <Icon name="keyboard-arrow-down" />
        </div>
      )}
    </Field>
  );
}

/** Hands on only what was given, as exactOptionalPropertyTypes wants it. */
const text = ({
  label,
  hint,
  error,
  optional,
}: {
  label: string;
  hint: ReactNode;
  error: string | undefined;
  optional: boolean | undefined;
}): FieldText => ({
  label,
  error,
  ...(hint === undefined ? {} : { hint }),
  ...(optional ? { optional } : {}),
});
