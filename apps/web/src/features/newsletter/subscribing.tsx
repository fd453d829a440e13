import { useRef, useState, type SubmitEvent } from 'react';
import { useMutation } from '@apollo/client/react';
import { limits } from '@kollab/contract/limits';
import { useForm } from '../../lib/use-form.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { TextInput } from '../../ui/field.tsx';
import { FormErrorSummary } from '../../ui/form-errors.tsx';
import { useDeed } from '../../ui/use-deed.ts';
import { SetNewsletterSubscriptionDocument, SubscribeNewsletterDocument, type NewsletterAboutFragment } from './documents.generated.ts';

const words = { email: 'Diese E-Mail-Adresse ist nicht vollständig.' };
type Props = { newsletter: NewsletterAboutFragment };

/** One click where the sign-in has proved the address, else by a mail to it. */
export function Subscribing({ newsletter }: Props) {
  return newsletter.viewerEmail ? <OwnSubscription newsletter={newsletter} /> : <SubscribeForm newsletter={newsletter} />;
}

function OwnSubscription({ newsletter: { name, consentText, viewerEmail, viewerSubscribed } }: Props) {
  const { busy, run } = useDeed();
  const [set] = useMutation(SetNewsletterSubscriptionDocument);
  const change = () =>
    void run(() => set({ variables: { on: !viewerSubscribed } }), {
      text: viewerSubscribed ? 'Sie sind abgemeldet.' : `Sie erhalten ab der nächsten Ausgabe „${name}“.`,
    });
  return (
    <div className="news-subscribe">
      {viewerSubscribed ? (
        <p>
          Sie erhalten den Newsletter an <strong>{viewerEmail}</strong>.
        </p>
      ) : (
        <p>
          Er geht an <strong>{viewerEmail}</strong>. Mit dem Abonnieren stimmen Sie zu: {consentText}
        </p>
      )}
      <div>
        <Button
          variant={viewerSubscribed ? 'secondary' : 'primary'}
          size="medium"
          icon={viewerSubscribed ? 'close' : 'mail'}
          busy={busy}
          onClick={change}
        >
          {viewerSubscribed ? 'Newsletter abbestellen' : 'Newsletter abonnieren'}
        </Button>
      </div>
    </div>
  );
}

function SubscribeForm({ newsletter: { consentText } }: Props) {
  const form = useForm('newsletter', words);
  const field = useRef<HTMLInputElement>(null);
  const [sentTo, sent] = useState<string | null>(null);
  const [subscribe] = useMutation(SubscribeNewsletterDocument);
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    const email = field.current?.value.trim() ?? '';
    if (form.busy) return;
    const { ok } = await form.send('subscribeNewsletter', { email }, () => subscribe({ variables: { email } }));
    if (ok) sent(email);
  };
  if (sentTo !== null)
    return (
      <Alert kind="success" title="Bitte sehen Sie in Ihr Postfach" urgent>
        <p>
          An {sentTo} ist eine E-Mail unterwegs. Erst wenn Sie den Verweis darin öffnen und bestätigen, erhalten Sie den Newsletter. Er gilt
          sieben Tage.
        </p>
        <p>
          Kommt nichts an, sehen Sie bitte auch bei den unerwünschten E-Mails nach. Nach einer Stunde können Sie es noch einmal versuchen.
        </p>
      </Alert>
    );
  return (
    <form className="ui-form" noValidate onSubmit={(event) => void send(event)}>
      {form.problem && <Alert kind="danger" title={form.problem} urgent />}
      <FormErrorSummary errors={form.errors} />
      <TextInput
        ref={field}
        id={form.idOf('email')}
        name="email"
        type="email"
        label="Ihre E-Mail-Adresse"
        autoComplete="email"
        maxLength={limits.email.max}
        error={form.wrong('email')}
        required
      />
      <p className="ui-meta">Mit der Anmeldung stimmen Sie zu: {consentText}</p>
      <div>
        <Button type="submit" variant="primary" size="medium" icon="mail" busy={form.busy}>
          Newsletter abonnieren
        </Button>
      </div>
    </form>
  );
}
