import { useState } from 'react';
import { formatDate, parseDate } from '../lib/dates.ts';
import { TextInput, type FieldText } from './field.tsx';

type DateFieldProps = FieldText & {
  /** `2026-11-21`, or null while nothing or no day is written. */
  value: string | null;
  onChange: (day: string | null) => void;
  id?: string;
  required?: boolean;
};

/** A day, written as people here write it: 21.11.2026. The browser's own picker would follow the browser's language. */
export function DateField({ value, onChange, hint = 'Tag, Monat und Jahr, zum Beispiel 21.11.2026', error, ...rest }: DateFieldProps) {
  const [text, setText] = useState(value ? formatDate(value) : '');
  const [left, leave] = useState(false);
  // Another day from outside: somebody else saved one, or what was written is given up.
  const [known, know] = useState(value);
  if (value !== known) {
    know(value);
    if (value !== parseDate(text)) setText(value ? formatDate(value) : '');
  }
  const wrong =
    left && text.trim() !== '' && parseDate(text) === null ? 'Diesen Tag gibt es nicht. Schreiben Sie ihn so: 21.11.2026' : undefined;
  return (
    <TextInput
      {...rest}
      hint={hint}
      error={error ?? wrong}
      inputMode="decimal"
      autoComplete="off"
      value={text}
      onChange={(event) => {
        setText(event.target.value);
        leave(false);
        onChange(parseDate(event.target.value));
      }}
      onBlur={() => {
        const day = parseDate(text);
        if (day) setText(formatDate(day));
        leave(true);
      }}
    />
  );
}
