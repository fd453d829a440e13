import { limits } from '@kollab/contract/limits';
import { sprechstundeFormats } from '@kollab/contract/vocabulary';
import { capitalised } from '../../../lib/counts.ts';
import type { useForm } from '../../../lib/use-form.ts';
import { RadioGroup } from '../../../ui/choice.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { TextArea, TextInput } from '../../../ui/field.tsx';
import { OrganisationField } from '../../organisations/index.ts';
import { formatWords } from '../words.ts';
import { registersElsewhere, type EventDraft } from './event-draft.ts';

const hints = {
  OPEN: 'alle bringen ihre Fragen mit',
  TOPIC: 'ein Schwerpunkt, dazu Fragen',
  EXTERNAL: 'außerhalb der Reihen, mit Ort und Anmeldung anderswo',
};

type Props = { draft: EventDraft; change: (part: Partial<EventDraft>) => void; form: ReturnType<typeof useForm> };
type TextName = 'title' | 'place' | 'joinUrl' | 'registrationUrl' | 'hostName' | 'limit';

/** All that describes an event; `fixed`: its time is over or running and does not change any more. */
export function EventFields({ draft, change, form, fixed = false }: Props & { fixed?: boolean }) {
  const external = draft.format === 'EXTERNAL';
  const text = (name: TextName) => ({
    id: form.idOf(name),
    value: draft[name],
    error: form.wrong(name),
    onChange: (event: { target: { value: string } }) => change({ [name]: event.target.value }),
  });
  return (
    <>
      <RadioGroup
        id={form.idOf('format')}
        legend="Art"
        options={sprechstundeFormats.map((value) => ({
          value,
          label: capitalised(formatWords[value]),
          hint: hints[value],
          // A series keeps its events.
          disabled: value === 'EXTERNAL' && draft.seriesId !== '',
        }))}
        value={draft.format}
        error={form.wrong('format')}
        onChange={(format) => change({ format })}
      />
      <TextInput {...text('title')} label="Titel" hint="Ohne Nummer und ohne den Namen der Reihe" maxLength={limits.title.max} />
      {fixed ? (
        <p className="ui-meta">Zeiten ändern sich nicht mehr, wenn die Veranstaltung läuft oder vorbei ist.</p>
      ) : (
        <Times {...{ draft, change, form }} />
      )}
      <TextArea
        id={form.idOf('summary')}
        label="Worum es geht"
        optional
        rows={4}
        maxLength={2_000}
        value={draft.summary}
        error={form.wrong('summary')}
        onChange={(event) => change({ summary: event.target.value })}
      />
      <TextArea
        id={form.idOf('topics')}
        label="Themen"
        hint="Eines je Zeile. Sie stehen in der Liste und in der Jahresübersicht."
        optional
        rows={4}
        value={draft.topics}
        error={form.wrong('topics')}
        onChange={(event) => change({ topics: event.target.value })}
      />
      <OrganisationField
        id={form.idOf('hostId')}
        label="Wer lädt ein?"
        hint="Leer, wenn es jemand außerhalb der Plattform ist"
        optional
        known={draft.host}
        value={draft.host?.id ?? null}
        error={form.wrong('hostId')}
        onChange={(_, host) => change({ host: host && { id: host.id, title: host.title, name: host.name } })}
      />
      {!draft.host && <TextInput {...text('hostName')} label="Name der Stelle, die einlädt" optional maxLength={limits.title.max} />}
      <TextInput
        {...text('place')}
        label="Ort"
        hint={external ? undefined : 'Zum Beispiel „Videokonferenz“'}
        optional
        maxLength={limits.title.max}
      />
      <TextInput
        {...text('joinUrl')}
        label="Adresse der Videokonferenz"
        hint="Man sieht sie nur auf der Plattform, nie in der öffentlichen Terminliste."
        optional
        inputMode="url"
        placeholder="https://"
        maxLength={limits.url.max}
      />
      {external && (
        <TextInput
          {...text('registrationUrl')}
          label="Adresse der Anmeldung"
          hint="Wo man sich anmeldet. Leer: Man meldet sich hier an."
          optional
          inputMode="url"
          placeholder="https://"
          maxLength={limits.url.max}
        />
      )}
      {!registersElsewhere(draft) && (
        <>
          <TextInput
            {...text('limit')}
            label="Plätze"
            hint="Leer: so viele, wie kommen. Danach gibt es eine Warteliste."
            optional
            inputMode="numeric"
            maxLength={5}
          />
          <DateField
            id={form.idOf('registrationUntil')}
            label="Anmeldung bis"
            hint="Letzter Tag, zum Beispiel 20.11.2026. Leer: bis zum Beginn."
            optional
            value={draft.until}
            error={form.wrong('registrationUntil')}
            onChange={(until) => change({ until })}
          />
        </>
      )}
    </>
  );
}

function Times({ draft, change, form }: Props) {
  // The sentence about the beginning stands at the part that is missing.
  const startWrong = form.wrong('startsAt');
  const noDay = draft.day === null;
  return (
    <div className="spr-when">
      <DateField
        id={noDay ? form.idOf('startsAt') : form.idOf('day')}
        label="Tag"
        hint="Zum Beispiel 25.11.2026"
        value={draft.day}
        error={noDay ? startWrong : undefined}
        onChange={(day) => change({ day })}
      />
      <TextInput
        id={noDay ? form.idOf('start') : form.idOf('startsAt')}
        label="Beginn"
        hint="Zum Beispiel 10:00"
        inputMode="decimal"
        autoComplete="off"
        value={draft.start}
        error={noDay ? undefined : startWrong}
        onChange={(event) => change({ start: event.target.value })}
      />
      <TextInput
        id={form.idOf('endsAt')}
        label="Ende"
        hint="Zum Beispiel 11:30"
        inputMode="decimal"
        autoComplete="off"
        value={draft.end}
        error={form.wrong('endsAt')}
        onChange={(event) => change({ end: event.target.value })}
      />
      <DateField
        id={form.idOf('lastDay')}
        label="Letzter Tag"
        hint="Nur, wenn sie länger als einen Tag dauert"
        optional
        value={draft.lastDay}
        onChange={(lastDay) => change({ lastDay })}
      />
    </div>
  );
}
