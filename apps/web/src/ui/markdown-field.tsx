import { useState } from 'react';
import { Segmented } from './choice.tsx';
import { TextArea, type FieldText } from './field.tsx';
import { Markdown } from './markdown.tsx';

type MarkdownFieldProps = FieldText & { id: string; value: string; onChange: (text: string) => void; rows?: number; maxLength?: number };

/** A longer text in Markdown, with a look at how it will stand there. */
export function MarkdownField({
  value,
  onChange,
  rows = 8,
  hint = 'Überschriften, Aufzählungen, Verweise und Tabellen in Markdown',
  ...rest
}: MarkdownFieldProps) {
  const [view, show] = useState<'write' | 'read'>('write');
  return (
    <div className="ui-mdfield">
      <Segmented
        label={`Ansicht von ${rest.label}`}
        value={view}
        onChange={show}
        options={[
          { value: 'write', label: 'Schreiben' },
          { value: 'read', label: 'Vorschau' },
        ]}
      />
      {view === 'write' ? (
        <TextArea {...rest} hint={hint} rows={rows} value={value} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <div role="group" aria-label={`Vorschau von ${rest.label}`}>
          <p className="kern-label">{rest.label}</p>
          {value.trim() ? <Markdown text={value} /> : <p className="ui-meta">Noch leer</p>}
        </div>
      )}
    </div>
  );
}
