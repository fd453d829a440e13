import { Button, Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { classes } from './classes.ts';
import { Icon, type IconName } from './icon.tsx';

export type MenuEntry = { id: string; label: string; icon?: IconName; danger?: boolean; disabled?: boolean; onSelect: () => void };

/** What else can be done, behind three dots. */
export function Menu({ label, entries }: { label: string; entries: readonly MenuEntry[] }) {
  return (
    <MenuTrigger>
      <Button className="ui-iconbtn ui-iconbtn--small" aria-label={label}>
        <Icon name="more-horiz" />
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
