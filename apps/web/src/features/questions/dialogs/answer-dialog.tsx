import { useState } from 'react';
import { useApolloClient, useMutation, useQuery } from '@apollo/client/react';
import { limits } from '@kollab/contract/limits';
import { inDays } from '../../../lib/dates.ts';
import { useForm } from '../../../lib/use-form.ts';
import { Button } from '../../../ui/button.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { Select, TextInput } from '../../../ui/field.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { MarkdownField } from '../../../ui/markdown-field.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { AnswerOfficesDocument, AnswerOfficiallyDocument, QuestionDocument } from '../documents.generated.ts';
import { OfficialAnswer } from '../official-answer.tsx';
import { useKept } from '../../../lib/use-kept.ts';
import type { QuestionDialogProps } from './dialogs.tsx';

const words = {
  organisationId: 'Bitte wählen Sie, für welche Stelle Sie antworten.',
  body: `Eine Antwort hat 1 bis ${limits.post.max.toLocaleString('de-DE')} Zeichen.`,
  legalBasis: `Höchstens ${limits.sentence.max} Zeichen in einer Zeile.`,
  validFrom: 'Bitte nennen Sie den Tag, ab dem die Antwort gilt.',
  validTo: 'Die Antwort kann nicht enden, bevor sie gilt.',
};

/** For the record. Should somebody answer meanwhile, both texts are at hand, and the writer decides which one holds. */
export function AnswerDialog({ question, onClose }: QuestionDialogProps) {
  const { id, office, answer } = question;
  const client = useApolloClient();
  const toast = useToast();
  const [give] = useMutation(AnswerOfficiallyDocument);
  const [clientMutationId, renew] = useState(() => crypto.randomUUID());
  const offices = useOffices();
  const { texts, write, clear } = useKept(`answer.${id}`, { body: '', legalBasis: '' });
  const [validFrom, setFrom] = useState<string | null>(() => inDays(0));
  const [validTo, setTo] = useState<string | null>(null);
  const [chosen, choose] = useState<string | null>(null);
  /** The answer that the writer has seen and means to replace. */
  const [seen, see] = useState(answer?.id ?? null);
  const form = useForm('antwort', words);
  const organisationId = office?.id ?? chosen ?? offices[0]?.id ?? '';
  const other = answer && answer.id !== seen ? question.answers.find((one) => one.id === answer.id) : undefined;

  const send = async () => {
    const input = { clientMutationId, questionId: id, organisationId, ...texts, validFrom: validFrom ?? '', validTo, supersedesId: seen };
    const sent = await form.send('answerOfficially', input, () => give({ variables: { input } }));
    if (sent.ok) {
      clear();
      onClose();
      toast({ text: 'Ihre amtliche Antwort steht bei der Frage. Wer gefragt hat, erfährt davon.' });
    } else if (sent.refusal?.code === 'stale')
      await client.query({ query: QuestionDocument, variables: { id }, fetchPolicy: 'network-only' });
  };
  return (
    <FormDialog
      title="Amtlich antworten"
      confirm={seen ? 'Antwort ersetzen' : 'Amtlich antworten'}
      form={other ? { ...form, problem: null } : form}
      onClose={onClose}
      onSend={send}
    >
      {other && (
        <div className="qst-both" role="alert">
          <p>
            <strong>Inzwischen wurde geantwortet.</strong> Ihr Text steht unverändert unten. Es gilt nur eine Antwort.
          </p>
          <OfficialAnswer answer={other} />
          <div className="ui-row">
            <Button
              onClick={() => {
                see(other.id);
                renew(crypto.randomUUID());
              }}
            >
              Meine soll diese ersetzen
            </Button>
            <Button
              variant="quiet"
              onClick={() => {
                clear();
                onClose();
              }}
            >
              Meine verwerfen
            </Button>
          </div>
        </div>
      )}
      {office ? (
        <p>Sie antworten für: {office.title}.</p>
      ) : (
        <Select
          id={form.idOf('organisationId')}
          label="Zuständige Stelle"
          value={organisationId}
          error={form.wrong('organisationId')}
          onChange={(event) => choose(event.target.value)}
        >
          {offices.map(({ id: key, title }) => (
            <option key={key} value={key}>
              {title}
            </option>
          ))}
        </Select>
      )}
      <MarkdownField
        id={form.idOf('body')}
        label="Antwort"
        rows={7}
        value={texts.body}
        error={form.wrong('body')}
        onChange={(body) => write({ body })}
      />
      <TextInput
        id={form.idOf('legalBasis')}
        label="Rechtsgrundlage"
        optional
        hint="Zum Beispiel § 122a Abgabenordnung"
        value={texts.legalBasis}
        maxLength={limits.sentence.max}
        error={form.wrong('legalBasis')}
        onChange={(event) => write({ legalBasis: event.target.value })}
      />
      <DateField id={form.idOf('validFrom')} label="Gültig ab" value={validFrom} error={form.wrong('validFrom')} onChange={setFrom} />
      <DateField id={form.idOf('validTo')} label="Gültig bis" optional value={validTo} error={form.wrong('validTo')} onChange={setTo} />
    </FormDialog>
  );
}

/** For which offices the viewer may answer: R4. */
function useOffices(): { id: string; title: string }[] {
  const viewer = useQuery(AnswerOfficesDocument).data?.viewer;
  if (!viewer) return [];
  const expert = viewer.globalRoles.flatMap(({ role, organisation }) => (role === 'LAND_EXPERT' && organisation ? [organisation] : []));
  const editor = viewer.globalRoles.some(({ role }) => role === 'LAND_EDITOR') ? viewer.affiliations.map((a) => a.organisation) : [];
  return [...new Map([...expert, ...editor].map((organisation) => [organisation.id, organisation])).values()];
}
