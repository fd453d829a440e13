import { useRef, type ReactNode } from 'react';
import { Button, IconButton } from './button.tsx';
import { announce } from './live-region.tsx';
import './styles/rows-field.scss';

type RowsFieldProps<Row extends { key: string }> = {
  /** Where a summary of errors leads. */
  id?: string;
  legend: string;
  hint?: ReactNode;
  /** At least one is needed in the end. */
  required?: boolean;
  /** "Punkt" */
  one: string;
  add: string;
  rows: readonly Row[];
  onChange: (rows: Row[]) => void;
  blank: () => Row;
  most: number;
  /** What is said of a row besides its place: its title, if it has one yet. */
  nameOf: (row: Row) => string;
  children: (row: Row, write: (part: Partial<Row>) => void, index: number) => ReactNode;
};

const first = 'input, select, textarea';

/** Rows of fields in an order: write, order by keyboard, remove. The focus stays with the row that is moved. */
export function RowsField<Row extends { key: string }>({
  id,
  legend,
  hint,
  required = false,
  one,
  add,
  rows,
  onChange,
  blank,
  most,
  nameOf,
  children,
}: RowsFieldProps<Row>) {
  const box = useRef<HTMLFieldSetElement>(null);
  const focus = (index: number, part: string) =>
    requestAnimationFrame(() => {
      const row = box.current?.querySelectorAll('.ui-rows > li')[index];
      (
        row?.querySelector<HTMLElement>(`${part}:not(:disabled)`) ??
        row?.querySelector<HTMLElement>(first) ??
        box.current?.querySelector<HTMLElement>('button[data-add]')
      )?.focus();
    });
  const move = (index: number, by: -1 | 1) => {
    const next = [...rows];
    const [row] = next.splice(index, 1);
    if (!row) return;
    next.splice(index + by, 0, row);
    onChange(next);
    announce(`${nameOf(row) || one} steht jetzt an Stelle ${index + by + 1} von ${rows.length}`);
    focus(index + by, by === -1 ? '[data-up]' : '[data-down]');
  };
  return (
    <fieldset className="kern-fieldset ui-rowset" ref={box} id={id}>
      <legend className="kern-label">
        {legend} {!required && <span className="kern-label__optional">freiwillig</span>}
      </legend>
      {hint !== undefined && <div className="kern-hint">{hint}</div>}
      <div className="kern-fieldset__body">
        <ol className="ui-rows">
          {rows.map((row, index) => {
            const name = `${one} ${index + 1}`;
            return (
              <li key={row.key} aria-label={name}>
                <div className="ui-rows__head">
                  <span className="ui-meta">{name}</span>
                  <IconButton
                    data-up
                    size="small"
                    icon="arrow-upward"
                    label={`${name} nach oben`}
                    disabled={index === 0}
                    onClick={() => move(index, -1)}
                  />
                  <IconButton
                    data-down
                    size="small"
                    icon="arrow-downward"
                    label={`${name} nach unten`}
                    disabled={index === rows.length - 1}
                    onClick={() => move(index, 1)}
                  />
                  <IconButton
                    size="small"
                    icon="delete"
                    label={`${name} entfernen`}
                    onClick={() => {
                      onChange(rows.filter((other) => other !== row));
                      announce(`${nameOf(row) || name} ist entfernt`);
                      focus(Math.min(index, rows.length - 2), first);
                    }}
                  />
                </div>
                {children(row, (part) => onChange(rows.map((other) => (other === row ? { ...other, ...part } : other))), index)}
              </li>
            );
          })}
        </ol>
        {rows.length < most && (
          <Button
            data-add
            icon="add"
            onClick={() => {
              onChange([...rows, blank()]);
              focus(rows.length, first);
            }}
          >
            {add}
          </Button>
        )}
      </div>
    </fieldset>
  );
}
