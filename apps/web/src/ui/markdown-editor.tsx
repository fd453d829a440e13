import { useRef, useState } from 'react';
import { IconButton } from './button.tsx';
import { Segmented } from './choice.tsx';
import { Field, type FieldText } from './field.tsx';
import { applyTo, block, format, tools, type Format } from './markdown-format.ts';
import { Markdown } from './markdown.tsx';
import { tableFrom } from './paste-table.ts';
import './styles/markdown-editor.scss';

type MarkdownEditorProps = FieldText & { id: string; value: string; onChange: (text: string) => void; rows?: number };
const shortcuts: Record<string, Format> = { b: 'bold', k: 'link' };

/** The long text of a form, with its tools: for texts that are more than a remark. Names are no part of it. */
export function MarkdownEditor({ value, onChange, rows = 8, ...rest }: MarkdownEditorProps) {
  const [view, show] = useState<'write' | 'read'>('write');
  const area = useRef<HTMLTextAreaElement>(null);
  const apply = (kind: Format) => {
    const at = area.current;
    if (at) applyTo(at, format(kind, { text: at.value, from: at.selectionStart, to: at.selectionEnd }));
  };
  return (
    <Field {...rest}>
      {({ id, describedBy, invalid }) => (
        <div className="ui-mdedit">
          <div className="ui-mdedit__bar">
            <div className="ui-mdedit__tools" role="group" aria-label={`Formatieren: ${rest.label}`} hidden={view === 'read'}>
              {tools.map(({ kind, icon, label }) => (
                <IconButton key={kind} icon={icon} label={label} size="small" onClick={() => apply(kind)} />
              ))}
            </div>
            <Segmented
              label={`Ansicht von ${rest.label}`}
              value={view}
              onChange={show}
              options={[
                { value: 'write', label: 'Schreiben' },
                { value: 'read', label: 'Vorschau' },
              ]}
            />
          </div>
          <textarea
            ref={area}
            id={id}
            hidden={view === 'read'}
            rows={rows}
            value={value}
            aria-describedby={describedBy}
            aria-invalid={invalid || undefined}
            onChange={(event) => onChange(event.target.value)}
            onKeyDown={(event) => {
              const shortcut = shortcuts[event.key.toLowerCase()];
              if (!shortcut || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
              event.preventDefault();
              apply(shortcut);
            }}
            onPaste={(event) => {
              const table = tableFrom(event.clipboardData.getData('text/html'), event.clipboardData.getData('text/plain'));
              if (!table) return;
              event.preventDefault();
              const at = event.currentTarget;
              applyTo(at, block({ text: at.value, from: at.selectionStart, to: at.selectionEnd }, table));
            }}
          />
          {view === 'read' && (
            <div className="ui-mdedit__look" role="group" aria-label={`Vorschau von ${rest.label}`}>
              {value.trim() ? <Markdown text={value} /> : <p className="ui-meta">Noch leer</p>}
            </div>
          )}
        </div>
      )}
    </Field>
  );
}
