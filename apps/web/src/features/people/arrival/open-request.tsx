import { useMutation } from '@apollo/client/react';
import { Button } from '../../../ui/button.tsx';
import { LiveTag } from '../../../ui/marks.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { Section } from '../../../ui/section.tsx';
import { useDeed } from '../../../ui/use-deed.ts';
import { WithdrawAffiliationRequestDocument, type OwnRequestFragment } from './documents.generated.ts';

/** What is asked, of whom, since when; it can be taken back. */
export function OpenRequest({ request }: { request: OwnRequestFragment }) {
  const [withdraw] = useMutation(WithdrawAffiliationRequestDocument, { refetchQueries: ['Arrival'], awaitRefetchQueries: true });
  const { busy, run } = useDeed();
  return (
    <Section title="Ihre Anfrage" aside={<LiveTag>wartet auf Antwort</LiveTag>}>
      <dl className="ui-kv">
        <dt>Verwaltung</dt>
        <dd>{request.organisation?.title ?? 'noch offen, das Land ordnet Sie zu'}</dd>
        <dt>Ihr Satz</dt>
        <dd>„{request.statement}“</dd>
        <dt>Gestellt</dt>
        <dd>
          <RelativeTime at={request.createdAt} />
        </dd>
      </dl>
      <p className="ui-prose people-act">
        Sie bekommen auch eine E-Mail, sobald entschieden ist. Sie können diese Seite schließen und später wiederkommen.
      </p>
      <div className="people-act">
        <Button
          icon="undo"
          busy={busy}
          onClick={() => void run(() => withdraw({ variables: { id: request.id } }), { text: 'Ihre Anfrage ist zurückgezogen.' })}
        >
          Anfrage zurückziehen
        </Button>
      </div>
    </Section>
  );
}
