import type { ReactNode } from 'react';
import { useQuery } from '@apollo/client/react';
import { announcementKinds, classifications, type AnnouncementTemplate } from '@kollab/contract/vocabulary';
import { limits } from '@kollab/contract/limits';
import type { useForm } from '../../../lib/use-form.ts';
import { Checkbox, RadioGroup } from '../../../ui/choice.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { Select, TextInput } from '../../../ui/field.tsx';
import { MarkdownEditor } from '../../../ui/markdown-editor.tsx';
import { TopicsField } from '../../questions/index.ts';
import { TopicsDocument } from '../../questions/documents.generated.ts';
import { classificationHints, classificationWords, kindHints, kindWords, templateHints, templateWords } from '../words.ts';
import { AudienceField } from './audience-field.tsx';
import type { ContactDraft, Draft } from './draft.ts';
import { LinksField } from './links-field.tsx';

export type FieldsProps = {
  draft: Draft;
  change: (part: Partial<Draft> | ((now: Draft) => Partial<Draft>)) => void;
  form: ReturnType<typeof useForm>;
};

/** What is asked for comes before the text. */
export function ComposeFields({ draft, change, form, template }: FieldsProps & { template: AnnouncementTemplate | null }) {
  const line = (field: 'title' | 'summary' | 'action', max: number) => ({
    id: form.idOf(field),
    value: draft[field],
    maxLength: max,
    autoComplete: 'off',
    error: form.wrong(field),
    onChange: (event: { target: { value: string } }) => change({ [field]: event.target.value }),
  });
  return (
    <>
      {template && (
        <p className="ui-meta">
          Vorlage {templateWords[template]}: {templateHints[template]}
        </p>
      )}
      <div className="ann-kind">
        <RadioGroup
          legend="Worum bitten Sie?"
          value={draft.kind}
          onChange={(kind) => change({ kind })}
          options={announcementKinds.map((value) => ({ value, label: kindWords[value], hint: kindHints[value] }))}
        />
      </div>
      <TextInput {...line('title', limits.title.max)} label="Überschrift" />
      <TextInput
        {...line('summary', limits.sentence.max)}
        label="Was heißt das für die Kommune?"
        hint="Ein Satz. Er steht in der Mail und auf „Mein Tag“."
      />
      {draft.kind === 'ACTION' && (
        <>
          <TextInput
            {...line('action', limits.sentence.max)}
            label="Was ist zu tun?"
            hint="In einer Zeile, zum Beispiel „Interesse bekunden“."
          />
          <div className="ann-when">
            <DateField
              id={form.idOf('dueAt')}
              label="Frist"
              hint="Letzter Tag, zum Beispiel 20.11.2026"
              value={draft.dueDay}
              error={form.wrong('dueAt')}
              onChange={(dueDay) => change({ dueDay })}
            />
            <TextInput
              label="Uhrzeit"
              hint="Leer: bis 24:00 Uhr"
              optional
              inputMode="decimal"
              autoComplete="off"
              value={draft.dueTime}
              onChange={(event) => change({ dueTime: event.target.value })}
            />
          </div>
        </>
      )}
      {template === 'REACHABILITY' && <ContactFields draft={draft} change={change} form={form} />}
      <AudienceField
        id={form.idOf('audience')}
        value={draft.audience}
        error={form.wrong('audience')}
        onChange={(part) => change((now) => ({ audience: part(now.audience) }))}
      />
      <MarkdownEditor
        id={form.idOf('body')}
        label="Text"
        value={draft.body}
        error={form.wrong('body')}
        onChange={(body) => change({ body })}
      />
      <Checkbox
        id={form.idOf('asksAcknowledgement')}
        label="Kenntnis bestätigen lassen"
        hint="gezählt werden Verwaltungen, nie Personen"
        checked={draft.asksAcknowledgement}
        error={form.wrong('asksAcknowledgement')}
        onChange={(event) => change({ asksAcknowledgement: event.target.checked })}
      />
      <Checkbox
        label="Kommentare zulassen"
        hint="Wer die Mitteilung bekommt, kann darunter schreiben. Das lässt sich später ändern."
        checked={draft.commentsOpen}
        onChange={(event) => change({ commentsOpen: event.target.checked })}
      />
      <TopicsField value={draft.topicIds} onChange={(topicIds) => change({ topicIds })} what="die Mitteilung" />
      <LinksField links={draft.links} onChange={(links) => change({ links })} form={form} />
      <div className="ann-class">
        <RadioGroup
          legend="Einstufung"
          value={draft.classification}
          onChange={(classification) => change({ classification })}
          options={classifications.map((value) => ({ value, label: classificationWords[value], hint: classificationHints[value] }))}
        />
      </div>
      <DateField
        id={form.idOf('expiresAt')}
        label="Gilt bis"
        hint="Letzter Tag. Danach steht sie nur noch bei den abgelaufenen."
        optional
        value={draft.expiresDay}
        error={form.wrong('expiresAt')}
        onChange={(expiresDay) => change({ expiresDay })}
      />
    </>
  );
}

/** Changed with the publication: who asks afterwards finds the new one. */
function ContactFields({ draft, change, form }: FieldsProps): ReactNode {
  const topics = useQuery(TopicsDocument).data?.topics ?? [];
  const write = (part: Partial<ContactDraft>) => change((now) => ({ contact: { ...now.contact, ...part } }));
  const { contact } = draft;
  return (
    <fieldset className="kern-fieldset">
      <legend className="kern-label">Ansprechperson ab jetzt</legend>
      <div className="kern-fieldset__body ui-form">
        <Select label="Thema" value={contact.topicId} onChange={(event) => write({ topicId: event.target.value })}>
          <option value="">Allgemein</option>
          {topics.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
        <TextInput
          id={form.idOf('contact')}
          label="Name oder Stelle"
          value={contact.name}
          maxLength={limits.name.max}
          error={form.wrong('contact')}
          onChange={(event) => write({ name: event.target.value })}
        />
        <div className="ann-when">
          <TextInput
            label="Telefon"
            optional
            inputMode="tel"
            value={contact.phone}
            maxLength={limits.contact.phone.max}
            onChange={(event) => write({ phone: event.target.value })}
          />
          <TextInput
            label="E-Mail"
            optional
            inputMode="email"
            value={contact.email}
            maxLength={limits.email.max}
            onChange={(event) => write({ email: event.target.value })}
          />
        </div>
      </div>
    </fieldset>
  );
}
