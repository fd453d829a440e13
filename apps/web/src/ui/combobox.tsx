import { useRef, type FocusEvent, type InputEvent, type ReactNode } from 'react';
import { Button, ComboBox, FieldError, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components';
import { classes } from './classes.ts';
import { Icon } from './icon.tsx';

export type Choice = { id: string; label: string; detail?: string };

type ComboboxProps = {
  label: string;
  choices: readonly Choice[];
  value: string | null;
  onChange: (id: string | null) => void;
  /** What is typed, for choices that are looked up on the server; without it the given choices are filtered here. */
  onSearch?: (text: string) => void;
  hint?: ReactNode;
  error?: string | undefined;
  optional?: boolean;
  id?: string;
  empty?: string;
};

/**
 * Type and choose: persons, organisations, groups. Who speaks instead of typing, or lets a program fill the form, may write a
 * text without ever being in the field: then the field takes the focus, so that its list opens, and a name that is written in
 * full counts as chosen.
 */
export function Combobox({
  label,
  choices,
  value,
  onChange,
  onSearch,
  hint,
  error,
  optional,
  id,
  empty = 'Nichts gefunden',
}: ComboboxProps) {
  const written = useRef('');
  const write = ({ currentTarget: input }: InputEvent<HTMLInputElement>) => {
    written.current = input.value;
    if (input.ownerDocument.activeElement !== input) input.focus();
  };
  const leave = ({ currentTarget: input }: FocusEvent<HTMLInputElement>) => {
    const text = written.current.trim().toLocaleLowerCase('de');
    written.current = '';
    // What was chosen since, or cleared, stands in the field now.
    if (!text || input.value.trim().toLocaleLowerCase('de') !== text) return;
    const named = choices.filter((choice) => choice.label.toLocaleLowerCase('de') === text);
    if (named.length === 1 && named[0]!.id !== value) onChange(named[0]!.id);
  };
  return (
    <ComboBox
      className={classes('kern-form-input', error && 'kern-form-input--error')}
      {...(id ? { id } : {})}
      {...(onSearch ? { items: choices, onInputChange: onSearch } : { defaultItems: choices })}
      value={value}
      onChange={(key) => onChange(key === null ? null : String(key))}
      isInvalid={Boolean(error)}
      allowsEmptyCollection
      menuTrigger="input"
    >
      <Label className="kern-label">
        {label}
        {optional && <span className="kern-label__optional">freiwillig</span>}
      </Label>
      {hint !== undefined && (
        <Text slot="description" className="kern-hint">
          {hint}
        </Text>
      )}
      <div className="ui-combo">
        <Input className={classes('kern-form-input__input', error && 'kern-form-input__input--error')} onInput={write} onBlur={leave} />
        <Button>
          <Icon name="keyboard-arrow-down" />
        </Button>
      </div>
      <FieldError className="kern-error">{error}</FieldError>
      <Popover className="ui-pop ui-pop--field">
        <ListBox<Choice> renderEmptyState={() => <p className="ui-item">{empty}</p>}>
          {(choice) => (
            <ListBoxItem id={choice.id} textValue={choice.label} className="ui-item">
              <span>
                {choice.label}
                {choice.detail && <span className="ui-meta">{choice.detail}</span>}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
