import { Checkbox } from '../ui/choice.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Key } from '../ui/marks.tsx';
import type { Place } from './sections.ts';
import { switchShortcuts, useShortcutsOn } from './shortcuts.ts';

/** All keys of the frame, and the switch that turns them off. */
export function KeysDialog({ places, onClose }: { places: readonly Place[]; onClose: () => void }) {
  const on = useShortcutsOn();
  return (
    <Dialog title="Tasten" open onClose={onClose}>
      <dl className="ui-kv">
        <dt>
          <Key>?</Key>
        </dt>
        <dd>diese Übersicht</dd>
        {places.map((place) => (
          <div key={place.to} className="ui-keys__row">
            <dt>
              <Key>g</Key> <Key>{place.key}</Key>
            </dt>
            <dd>{place.label}</dd>
          </div>
        ))}
        <dt>
          <Key>Esc</Key>
        </dt>
        <dd>Fenster oder Menü schließen</dd>
      </dl>
      <Checkbox
        label="Tasten verwenden"
        hint="Schalten Sie sie aus, wenn Sie mit Spracheingabe arbeiten."
        checked={on}
        onChange={(event) => switchShortcuts(event.target.checked)}
      />
    </Dialog>
  );
}
