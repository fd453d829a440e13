import { useEffect, useRef } from 'react';

export type FormError = { field: string; message: string };

/** All that is wrong, above the form, each a link to its field. Takes the focus when it appears after sending. */
export function FormErrorSummary({ errors }: { errors: readonly FormError[] }) {
  const box = useRef<HTMLDivElement>(null);
  const present = errors.length > 0;
  useEffect(() => {
    if (present) box.current?.focus();
  }, [present, errors]);
  if (!present) return null;
  return (
    <div className="ui-summary" ref={box} tabIndex={-1} role="group" aria-label="Angaben prüfen">
      <p>
        <strong>{errors.length === 1 ? 'Eine Angabe stimmt noch nicht' : `${errors.length} Angaben stimmen noch nicht`}</strong>
      </p>
      <ul>
        {errors.map((error) => (
          <li key={error.field}>
            <a
              href={`#${error.field}`}
              onClick={(event) => {
                event.preventDefault();
                const target = document.getElementById(error.field);
                (target?.matches('fieldset') ? target.querySelector('input') : target)?.focus();
              }}
            >
              {error.message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
