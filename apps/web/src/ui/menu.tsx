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
