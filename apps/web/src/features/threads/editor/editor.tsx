import { useId, useImperativeHandle, useRef, useState, type KeyboardEvent, type ReactNode, type Ref } from 'react';
import { limits } from '@kollab/contract/limits';
import { useViewer } from '../../people/index.ts';
import { Segmented } from '../../../ui/choice.tsx';
import { IconButton } from '../../../ui/button.tsx';
import { FieldError } from '../../../ui/field.tsx';
import { PostBody } from '../posts/post-body.tsx';
import { applyTo, block, format, tools, type Format } from '../../../ui/markdown-format.ts';
import { fromMarkdown, toMarkdown, withName, type MentionNames } from './mention-links.ts';
import { MentionList, optionId, type Candidate } from './mention-list.tsx';
import { mentionQuery, type MentionQuery } from './mention-query.ts';
import { tableFrom } from '../../../ui/paste-table.ts';
import { placeOf } from './caret.ts';
import type { WritingPlace } from './place.ts';
import { useCandidates } from './use-candidates.ts';
import './editor.scss';

export type EditorHandle = { focus: () => void; /** Below what is there already. */ append: (markdown: string) => void };

type EditorProps = {
  ref?: Ref<EditorHandle>;
  label: string;
  place: WritingPlace;
  /** Markdown; mentions in it are shown as names. */
  value: string;
  onChange: (markdown: string) => void;
  onSend: () => void;
  error?: string | undefined;
  max?: number;
  id?: string;
  /** Below the text: what is known of the draft, and the deeds. */
  children: ReactNode;
};

const views = [
  { value: 'write', label: 'Schreiben' },
  { value: 'look', label: 'Vorschau' },
] as const;
const shortcuts: Record<string, Format> = { b: 'bold', k: 'link' };

/** Where people write: a plain text field that knows Markdown, names and tables. */
export function Editor({ ref, label, place, value, onChange, onSend, error, max = limits.post.max, id, children }: EditorProps) {
  const own = useId();
  const field = id ?? own;
  const area = useRef<HTMLTextAreaElement>(null);
  const [view, setView] = useState<'write' | 'look'>('write');
  const [shown, setShown] = useState(() => ({ ...fromMarkdown(value), value }));
  // Changed from outside: another draft was chosen, or it was sent.
  if (value !== shown.value) setShown({ ...fromMarkdown(value), value });
  const write = (text: string, names: MentionNames = shown.names) => {
    const markdown = toMarkdown(text, names);
    setShown({ text, names, value: markdown });
    onChange(markdown);
  };
  const names = useNames(place, area, shown.names, write);

  useImperativeHandle(ref, () => ({
    focus: () => {
      setView('write');
      area.current?.focus();
    },
    append: (markdown) => {
      setView('write');
      const added = fromMarkdown(markdown);
      const before = shown.text.trimEnd();
      write(`${before}${before && '\n\n'}${added.text}`, { ...added.names, ...shown.names });
      requestAnimationFrame(() => area.current?.focus());
    },
  }));

  const keys = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (names.onKey(event)) return;
    if (!event.ctrlKey && !event.metaKey) return;
    const shortcut = shortcuts[event.key.toLowerCase()];
    if (event.key === 'Enter') {
      event.preventDefault();
      onSend();
    } else if (shortcut && !event.altKey && !event.shiftKey) {
      event.preventDefault();
      apply(shortcut);
    }
  };
  const apply = (kind: Format) => {
    const at = area.current;
    if (at) applyTo(at, format(kind, { text: at.value, from: at.selectionStart, to: at.selectionEnd }));
  };

  return (
    <div className="thr-editor">
      <label className="ui-hidden" htmlFor={field}>
        {label}
      </label>
      <div className="thr-editor__bar">
        <Segmented label="Ansicht" options={views} value={view} onChange={setView} />
        {view === 'write' && (
          <div className="thr-editor__tools" role="group" aria-label="Formatieren">
            {tools.map((tool) => (
              <IconButton key={tool.kind} icon={tool.icon} label={tool.label} size="small" onClick={() => apply(tool.kind)} />
            ))}
          </div>
        )}
      </div>
      {view === 'look' && (
        <div className="thr-editor__look">
          {value.trim() ? <Preview value={value} names={shown.names} /> : <p className="ui-meta">Noch nichts geschrieben.</p>}
        </div>
      )}
      <div className="thr-editor__area" hidden={view !== 'write'}>
        <textarea
          ref={area}
          id={field}
          rows={4}
          value={shown.text}
          placeholder={label}
          aria-invalid={error ? true : undefined}
          aria-describedby={`${field}-count${error ? ` ${field}-error` : ''}`}
          aria-autocomplete="list"
          aria-controls={names.open ? names.listId : undefined}
          aria-activedescendant={names.open ? optionId(names.listId, names.active) : undefined}
          onChange={(event) => {
            write(event.target.value);
            names.look(event.target);
          }}
          onSelect={(event) => names.look(event.currentTarget)}
          onBlur={names.close}
          onKeyDown={keys}
          onPaste={(event) => {
            const table = tableFrom(event.clipboardData.getData('text/html'), event.clipboardData.getData('text/plain'));
            if (!table) return;
            event.preventDefault();
            const at = event.currentTarget;
            applyTo(at, block({ text: at.value, from: at.selectionStart, to: at.selectionEnd }, table));
          }}
        />
        {names.open && (
          <MentionList id={names.listId} candidates={names.candidates} active={names.active} place={names.place} onChoose={names.choose} />
        )}
      </div>
      <Remaining id={`${field}-count`} left={max - value.length} max={max} />
      <FieldError id={`${field}-error`} error={error} />
      {children}
    </div>
  );
}

function Preview({ value, names }: { value: string; names: MentionNames }) {
  const viewer = useViewer();
  const mine = new Set([viewer.person.id, ...viewer.affiliations.map((a) => a.organisation.id)]);
  return <PostBody text={value} mentions={Object.values(names).map(({ targetId }) => ({ targetId, mine: mine.has(targetId) }))} />;
}

/** Says how much room is left when it becomes little. */
function Remaining({ id, left, max }: { id: string; left: number; max: number }) {
  const near = left < max / 20;
  return (
    <p className="thr-editor__count ui-meta" id={id}>
      {near && (left >= 0 ? `Noch ${left.toLocaleString('de-DE')} Zeichen` : `${(-left).toLocaleString('de-DE')} Zeichen zu lang`)}
    </p>
  );
}

type Write = (text: string, names: MentionNames) => void;

/** The names below an @: which fit, which is chosen. */
function useNames(place: WritingPlace, area: { current: HTMLTextAreaElement | null }, known: MentionNames, write: Write) {
  const listId = useId();
  const [query, ask] = useState<(MentionQuery & { place: { left: number; top: number } }) | null>(null);
  const [active, setActive] = useState(0);
  const [dismissed, dismiss] = useState<number | null>(null);
  const candidates = useCandidates(place, query && query.at !== dismissed ? query.text : null);
  const open = query !== null && query.at !== dismissed && candidates.length > 0;

  const close = () => ask(null);
  const look = (at: HTMLTextAreaElement) => {
    const next = at.selectionStart === at.selectionEnd ? mentionQuery(at.value, at.selectionStart, known) : null;
    if (next?.at === query?.at && next?.text === query?.text) return;
    setActive(0);
    if (next?.at !== dismissed) dismiss(null);
    ask(next && { ...next, place: placeOf(at, next.at) });
  };
  const choose = ({ name, detail, kind, targetId }: Candidate) => {
    const at = area.current;
    if (!at || !query) return;
    const named = withName(known, name, detail, { kind, targetId });
    const end = query.at + 1 + query.text.length;
    const after = at.value.slice(end);
    const insert = `@${named.name}${/^[\s.,;:!?)]/.test(after) ? '' : ' '}`;
    write(at.value.slice(0, query.at) + insert + after, named.names);
    close();
    const caret = query.at + insert.length;
    requestAnimationFrame(() => {
      at.focus();
      at.setSelectionRange(caret, caret);
    });
  };
  const onKey = (event: KeyboardEvent): boolean => {
    if (!open || event.nativeEvent.isComposing) return false;
    const chosen = candidates[active];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp')
      setActive((active + (event.key === 'ArrowDown' ? 1 : candidates.length - 1)) % candidates.length);
    else if ((event.key === 'Enter' || event.key === 'Tab') && chosen && !event.ctrlKey && !event.shiftKey) choose(chosen);
    else if (event.key === 'Escape') dismiss(query.at);
    else return false;
    event.preventDefault();
    return true;
  };
  return {
    listId,
    open,
    candidates,
    active: Math.min(active, Math.max(0, candidates.length - 1)),
    place: query?.place ?? { left: 0, top: 0 },
    look,
    close,
    choose,
    onKey,
  };
}
