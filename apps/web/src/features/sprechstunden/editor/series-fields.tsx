import { limits } from '@kollab/contract/limits';
import type { useForm } from '../../../lib/use-form.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { Select, TextArea, TextInput } from '../../../ui/field.tsx';
import { FilterChip } from '../../../ui/marks.tsx';
import { OrganisationField } from '../../organisations/index.ts';
import { places, weekdays, type Rhythm } from './rhythm.ts';
import type { SeriesDraft } from './series-draft.ts';

type Props = { draft: SeriesDraft; change: (part: Partial<SeriesDraft>) => void; form: ReturnType<typeof useForm> };
type TextName = 'name' | 'startTime' | 'minutes' | 'openEvery' | 'place' | 'joinUrl';

export function SeriesFields({ draft, change, form }: Props) {
  const text = (name: TextName) => ({
    id: form.idOf(name),
    value: draft[name],
    error: form.wrong(name),
    onChange: (event: { target: { value: string } }) => change({ [name]: event.target.value }),
  });
  return (
    <>
      <TextInput {...text('name')} label="Name" hint="Zum Beispiel „OZG-Sprechstunde“" maxLength={limits.title.max} />
      <OrganisationField
        id={form.idOf('organiserId')}
        label="Wer lädt ein?"
        known={draft.organiser}
        value={draft.organiser?.id ?? null}
        error={form.wrong('organiserId')}
        onChange={(_, one) => change({ organiser: one && { id: one.id, title: one.title, name: one.name } })}
      />
      <RhythmField draft={draft} change={change} form={form} />
      <div className="spr-when">
        <DateField
          id={form.idOf('firstDay')}
          label="Erster Tag"
          hint="Zum Beispiel 02.09.2026"
          value={draft.firstDay}
          error={form.wrong('firstDay')}
          onChange={(firstDay) => change({ firstDay })}
        />
        <TextInput {...text('startTime')} label="Beginn" hint="Zum Beispiel 10:00" inputMode="decimal" autoComplete="off" />
        <TextInput {...text('minutes')} label="Dauer in Minuten" inputMode="numeric" maxLength={4} />
        <TextInput {...text('openEvery')} label="Jede wievielte ist offen?" inputMode="numeric" maxLength={2} />
      </div>
      <TextArea
        id={form.idOf('exceptions')}
        label="Ausnahmen"
        hint="Tage, an denen nichts stattfindet, einer je Zeile. Feiertage in Sachsen-Anhalt fallen von selbst aus."
        optional
        rows={3}
        value={draft.exceptions}
        error={form.wrong('exceptions')}
        onChange={(event) => change({ exceptions: event.target.value })}
      />
      <TextInput {...text('place')} label="Ort" optional maxLength={limits.title.max} />
      <TextInput
        {...text('joinUrl')}
        label="Adresse der Videokonferenz"
        optional
        inputMode="url"
        placeholder="https://"
        maxLength={limits.url.max}
      />
    </>
  );
}

const ways = [
  { value: 'WEEKLY', label: 'In Wochen' },
  { value: 'MONTHLY', label: 'In Monaten' },
  { value: 'OTHER', label: 'Als Regel (RFC 5545)' },
] as const;

function RhythmField({ draft: { rhythm }, change, form }: Props) {
  const write = (part: Partial<Rhythm>) => change({ rhythm: { ...rhythm, ...part } });
  const { every, days } = rhythm;
  return (
    <fieldset className="kern-fieldset spr-set">
      <legend className="kern-label">Rhythmus</legend>
      <div className="kern-fieldset__body spr-rhythm">
        <Select
          id={every === 'OTHER' ? form.idOf('every') : form.idOf('rule')}
          label="Wiederholung"
          value={every}
          error={every === 'OTHER' ? undefined : form.wrong('rule')}
          onChange={(event) => write({ every: event.target.value as Rhythm['every'] })}
        >
          {ways.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
        {every === 'OTHER' ? (
          <TextInput
            id={form.idOf('rule')}
            label="Regel"
            hint="Zum Beispiel FREQ=MONTHLY;BYMONTHDAY=15"
            maxLength={300}
            value={rhythm.rule}
            error={form.wrong('rule')}
            onChange={(event) => write({ rule: event.target.value })}
          />
        ) : (
          <TextInput
            label={every === 'WEEKLY' ? 'Alle wie viele Wochen?' : 'Alle wie viele Monate?'}
            inputMode="numeric"
            maxLength={2}
            value={rhythm.interval}
            onChange={(event) => write({ interval: event.target.value })}
          />
        )}
        {every === 'WEEKLY' && (
          <div role="group" aria-label="Wochentage">
            <p className="kern-hint">Keiner gewählt: der Wochentag des ersten Tages</p>
            <div className="ui-row">
              {weekdays.map(({ value, label }) => (
                <FilterChip
                  key={value}
                  pressed={days.includes(value)}
                  onPress={() => write({ days: days.includes(value) ? days.filter((day) => day !== value) : [...days, value] })}
                >
                  {label}
                </FilterChip>
              ))}
            </div>
          </div>
        )}
        {every === 'MONTHLY' && (
          <div className="spr-when">
            <Select label="Am wievielten" value={rhythm.nth} onChange={(event) => write({ nth: event.target.value })}>
              {places.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </Select>
            <Select label="Wochentag" value={days[0] ?? 'MO'} onChange={(event) => write({ days: [event.target.value] })}>
              {weekdays.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </Select>
          </div>
        )}
      </div>
    </fieldset>
  );
}
