import { useState } from 'react';
import { useMutation, useQuery } from '@apollo/client/react';
import { sentenceOf } from '../../lib/errors.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { TextInput } from '../../ui/field.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Section } from '../../ui/section.tsx';
import { ErrorState, LoadingRows } from '../../ui/states.tsx';
import { useDeed } from '../../ui/use-deed.ts';
import { OwnCalendarDocument, RevokeCalendarDocument, SubscribeCalendarDocument } from './documents.generated.ts';

type Asked = 'renew' | 'revoke' | null;

/** The personal calendar address: made, shown once, copied, revoked. */
export function CalendarAddress() {
  const { data, error, refetch } = useQuery(OwnCalendarDocument, { fetchPolicy: 'cache-and-network' });
  const [subscribe] = useMutation(SubscribeCalendarDocument, { refetchQueries: ['OwnCalendar'], awaitRefetchQueries: true });
  const [revoke] = useMutation(RevokeCalendarDocument, { refetchQueries: ['OwnCalendar'], awaitRefetchQueries: true });
  // A secret: only here, and only until the page is left.
  const [address, show] = useState<string | null>(null);
  const [asked, ask] = useState<Asked>(null);
  const { busy, run } = useDeed();
  const make = () =>
    run(async () => {
      const made = await subscribe();
      show(made.data?.subscribeCalendar.url ?? null);
    });
  const calendar = data?.viewer.calendar;
  return (
    <Section title="Kalender" id="kalender">
      <p className="ui-plaintext">Mit Ihrer persönlichen Adresse zeigt Ihr Kalenderprogramm alle Sprechstunden und hält sie aktuell.</p>
      {data ? (
        <>
          {calendar && (
            <p className="ui-meta">
              Sie haben eine Adresse, angelegt <RelativeTime at={calendar.createdAt} />.
            </p>
          )}
          {address && <Shown address={address} />}
          <div className="ui-row">
            {calendar ? (
              <>
                <Button onClick={() => ask('renew')}>Neue Adresse …</Button>
                <Button danger onClick={() => ask('revoke')}>
                  Adresse widerrufen …
                </Button>
              </>
            ) : (
              <Button icon="add" busy={busy} onClick={() => void make()}>
                Adresse anlegen
              </Button>
            )}
          </div>
        </>
      ) : error ? (
        <ErrorState onRetry={() => void refetch()}>{sentenceOf(error)}</ErrorState>
      ) : (
        <LoadingRows rows={1} />
      )}
      <ConfirmDialog
        title="Neue Adresse anlegen?"
        open={asked === 'renew'}
        busy={busy}
        confirm="Neue Adresse anlegen"
        onClose={() => ask(null)}
        onConfirm={() => void make().then(() => ask(null))}
      >
        <p>Die bisherige Adresse endet sofort. Tragen Sie die neue in Ihr Kalenderprogramm ein.</p>
      </ConfirmDialog>
      <ConfirmDialog
        title="Adresse widerrufen?"
        open={asked === 'revoke'}
        busy={busy}
        danger
        confirm="Adresse widerrufen"
        onClose={() => ask(null)}
        onConfirm={() =>
          void run(() => revoke(), { text: 'Die Adresse gilt nicht mehr.' }).then((done) => {
            if (done) show(null);
            ask(null);
          })
        }
      >
        <p>Kalenderprogramme, die sie kennen, erhalten keine Termine mehr.</p>
      </ConfirmDialog>
    </Section>
  );
}

function Shown({ address }: { address: string }) {
  const { run } = useDeed();
  return (
    <>
      <TextInput
        label="Ihre Adresse"
        hint="Sie ist geheim und steht nur jetzt hier. Kopieren Sie sie in „Kalender abonnieren“ Ihres Programms."
        value={address}
        readOnly
        onFocus={(event) => event.target.select()}
      />
      <p>
        <Button
          icon="content-copy"
          onClick={() => void run(() => navigator.clipboard.writeText(address), { text: 'Die Adresse liegt in der Zwischenablage.' })}
        >
          Adresse kopieren
        </Button>
      </p>
    </>
  );
}
