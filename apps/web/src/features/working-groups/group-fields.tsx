import { limits } from '@kollab/contract/limits';
import { groupVisibilities, joinPolicies, type GroupVisibility, type JoinPolicy } from '@kollab/contract/vocabulary';
import { capitalised } from '../../lib/counts.ts';
import type { useForm } from '../../lib/use-form.ts';
import { RadioGroup } from '../../ui/choice.tsx';
import { TextArea, TextInput } from '../../ui/field.tsx';
import { MarkdownField } from '../../ui/markdown-field.tsx';
import { LinksField, type LinkDraft } from './links-field.tsx';
import { joinHints, joinWords, visibilityHints, visibilityWords } from './words.ts';

/** A group as it is written; what the server wants is made of it by `inputOf`. */
export type GroupDraft = {
  number: string;
  name: string;
  goal: string;
  joinPolicy: JoinPolicy;
  visibility: GroupVisibility;
  mandate: string;
  programme: string;
  links: LinkDraft[];
};
export const emptyDraft: GroupDraft = {
  number: '',
  name: '',
  goal: '',
  joinPolicy: 'OPEN',
  visibility: 'PLATFORM',
  mandate: '',
  programme: '',
  links: [],
};

export const inputOf = (draft: GroupDraft, clientMutationId: string) => ({
  clientMutationId,
  number: draft.number.trim() === '' ? null : Number(draft.number),
  name: draft.name,
  goal: draft.goal,
  mandate: draft.mandate,
  programme: draft.programme,
  joinPolicy: draft.joinPolicy,
  visibility: draft.visibility,
  links: draft.links.map(({ title, body, url }) => ({ title, body, url })),
});

export const fieldWords = {
  number: 'Eine Nummer von 1 bis 999, oder leer.',
  name: `Ein Name hat ${limits.title.min} bis ${limits.title.max} Zeichen.`,
  goal: `Nennen Sie das Ziel in einem Satz, höchstens ${limits.sentence.max} Zeichen.`,
  mandate: `Höchstens ${limits.text.max} Zeichen.`,
  programme: `Höchstens ${limits.text.max} Zeichen.`,
  'links.*.title': 'Jeder Verweis braucht einen Namen.',
  'links.*.body': `Höchstens ${limits.name.max} Zeichen.`,
  'links.*.url': 'Die Adresse beginnt mit https://',
};

type GroupFieldsProps = { draft: GroupDraft; change: (part: Partial<GroupDraft>) => void; form: ReturnType<typeof useForm> };

export function GroupFields({ draft, change, form }: GroupFieldsProps) {
  return (
    <>
      <TextInput
        id={form.idOf('name')}
        label="Name"
        hint="Kurz, ohne „Arbeitsgruppe“"
        maxLength={limits.title.max}
        value={draft.name}
        error={form.wrong('name')}
        onChange={(event) => change({ name: event.target.value })}
      />
      <TextInput
        id={form.idOf('number')}
        label="Nummer"
        hint="Die 4 in „AG 4“"
        optional
        inputMode="numeric"
        maxLength={3}
        value={draft.number}
        error={form.wrong('number')}
        onChange={(event) => change({ number: event.target.value })}
      />
      <TextArea
        id={form.idOf('goal')}
        label="Ziel"
        hint="Ein Satz: Was ist besser, wenn die Gruppe fertig ist?"
        rows={2}
        maxLength={limits.sentence.max}
        value={draft.goal}
        error={form.wrong('goal')}
        onChange={(event) => change({ goal: event.target.value })}
      />
      <RadioGroup
        id={form.idOf('joinPolicy')}
        legend="Wer kann mitarbeiten?"
        options={joinPolicies.map((value) => ({ value, label: capitalised(joinWords[value]), hint: joinHints[value] }))}
        value={draft.joinPolicy}
        onChange={(joinPolicy) => change({ joinPolicy })}
      />
      <RadioGroup
        id={form.idOf('visibility')}
        legend="Wer kann mitlesen?"
        options={groupVisibilities.map((value) => ({ value, label: visibilityWords[value], hint: visibilityHints[value] }))}
        value={draft.visibility}
        onChange={(visibility) => change({ visibility })}
      />
      <MarkdownField
        id={form.idOf('mandate')}
        label="Mandat"
        optional
        value={draft.mandate}
        error={form.wrong('mandate')}
        onChange={(mandate) => change({ mandate })}
      />
      <MarkdownField
        id={form.idOf('programme')}
        label="Jahresprogramm"
        optional
        value={draft.programme}
        error={form.wrong('programme')}
        onChange={(programme) => change({ programme })}
      />
      <LinksField links={draft.links} onChange={(links) => change({ links })} form={form} />
    </>
  );
}
