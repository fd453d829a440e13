import { Button, Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { classes } from './classes.ts';
import { Icon, type IconName } from './icon.tsx';

export type MenuEntry = { id: string; label: string; icon?: IconName; danger?: boolean; disabled?: boolean; onSelect: () => void };

type MenuProps = {
  label: string;
  entries: readonly MenuEntry[];
  icon?: IconName;
  /** For entries that are found out when somebody looks. */
  onOpen?: () => void;
};

/** What else can be done, behind three dots. */
export function Menu({ label, entries, icon = 'more-horiz', onOpen }: MenuProps) {
  return (
    <MenuTrigger onOpenChange={(open) => open && onOpen?.()}>
      <Button className="ui-iconbtn ui-iconbtn--small" aria-label={label}>
        <Icon name={icon} />
      </Button>
      <Popover className="ui-pop" placement="bottom end">
        <AriaMenu disabledKeys={entries.filter((entry) => entry.disabled).map((entry) => entry.id)}>
          {entries.map((entry) => (
            <MenuItem
              key={entry.id}
              id={entry.id}
              className={classes('ui-item', entry.danger && 'ui-item--danger')}
              onAction={entry.onSelect}
            >
              {entry.icon && <Icon name={entry.icon} />}
              {entry.label}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

type ChoiceMenuProps<Value extends string> = {
  /** On the button, before the chosen word: "Folgen: Wichtiges". */
  label: string;
  /** Of what, where the label stands in many rows; only read aloud. */
  about?: string;
  icon?: IconName;
  options: readonly { value: Value; label: string; hint: string }[];
  value: Value;
  onChange: (value: Value) => void;
};

/** One of a few, behind a button that says which. */
export function ChoiceMenu<Value extends string>({ label, about, icon, options, value, onChange }: ChoiceMenuProps<Value>) {
  return (
    <MenuTrigger>
      <Button className="kern-btn kern-btn--secondary ui-btn--medium">
        {icon && <Icon name={icon} />}
        <span className="kern-label">
          {label}: {options.find((option) => option.value === value)?.label}
          {about && <span className="ui-hidden"> ({about})</span>}
        </span>
      </Button>
      <Popover className="ui-pop" placement="bottom end">
        <AriaMenu
          aria-label={label}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[value]}
          onAction={(key) => {
            const chosen = options.find((option) => option.value === key);
            if (chosen && chosen.value !== value) onChange(chosen.value);
          }}
        >
          {options.map((option) => (
            <MenuItem key={option.value} id={option.value} textValue={option.label} className="ui-item">
              {option.value === value ? <Icon name="check" /> : <span className="ui-item__gap" />}
              <span>
                {option.label}
                <span className="ui-meta">{option.hint}</span>
              </span>
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
