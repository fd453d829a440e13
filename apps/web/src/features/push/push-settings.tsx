import { useCallback, useEffect, useState } from 'react';
import { useMutation, useQuery } from '@apollo/client/react';
import { sentenceOf } from '../../lib/errors.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { Dotted, Row, RowList } from '../../ui/list.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Section } from '../../ui/section.tsx';
import { ErrorState, LoadingRows } from '../../ui/states.tsx';
import { useDeed } from '../../ui/use-deed.ts';
import { ability, fingerprintOf, forget, inputOf, keep, subscribe, subscription, type Ability } from './browser.ts';
import {
  OwnPushDocument,
  RemovePushDeviceDocument,
  SubscribeToPushDocument,
  UnsubscribeFromPushDocument,
  type PushDeviceRowFragment,
  type PushingFragment,
} from './documents.generated.ts';
import './push.scss';

/** Switches messages in this browser on and off, and lists the person's other devices. `subject`: the account signed in here. */
export function PushSettings({ subject }: { subject: string | null }) {
  const { data, error, refetch } = useQuery(OwnPushDocument, { fetchPolicy: 'cache-and-network' });
  return (
    <Section title="Mitteilungen auf diesem Gerät" id="mitteilungen-auf-geraeten">
      <p className="ui-plaintext">
        Ihr Browser kann Ihnen sofort zeigen, wenn jemand Sie mit Namen erwähnt oder etwas mit Frist auf Sie wartet, auch wenn die Plattform
        nicht offen ist. In Ihrer Ruhezeit kommt nichts. Der Hersteller des Browsers befördert die Mitteilung verschlüsselt und kann sie
        nicht lesen.
      </p>
      {data ? (
        <Switch push={data.viewer.push} subject={subject} />
      ) : error ? (
        <ErrorState onRetry={() => void refetch()}>{sentenceOf(error)}</ErrorState>
      ) : (
        <LoadingRows rows={1} />
      )}
    </Section>
  );
}

async function here(): Promise<string | null> {
  const own = await subscription().catch(() => null);
  return own && fingerprintOf(own);
}

/** The fingerprint of this browser's subscription: null without one, undefined while it is looked up. */
function useHere(): { fingerprint: string | null | undefined; can: Ability; look: () => Promise<void> } {
  const [fingerprint, setFingerprint] = useState<string | null>();
  const [can, setCan] = useState(ability);
  const look = useCallback(async () => {
    setFingerprint(await here());
    setCan(ability());
  }, []);
  useEffect(() => {
    let wanted = true;
    void here().then((found) => wanted && setFingerprint(found));
    return () => {
      wanted = false;
    };
  }, []);
  return { fingerprint, can, look };
}

function Switch({ push: { publicKey, devices }, subject }: { push: PushingFragment; subject: string | null }) {
  const { fingerprint, can, look } = useHere();
  const [tell] = useMutation(SubscribeToPushDocument, { refetchQueries: ['OwnPush'], awaitRefetchQueries: true });
  const [end] = useMutation(UnsubscribeFromPushDocument, { refetchQueries: ['OwnPush'], awaitRefetchQueries: true });
  const { busy, run } = useDeed();
  if (publicKey === null)
    return (
      <p className="ui-meta">Auf dieser Plattform sind Mitteilungen auf Geräten nicht eingerichtet. Alles Wichtige kommt per E-Mail.</p>
    );
  const here = devices.find((device) => device.fingerprint === fingerprint);
  const others = devices.filter((device) => device !== here);
  const on = () =>
    run(async () => {
      const own = await subscribe(publicKey);
      if (own) {
        await tell({ variables: { input: inputOf(own) } });
        if (subject !== null) keep({ subject, fingerprint: await fingerprintOf(own) });
      }
      await look();
    });
  const off = () =>
    run(async () => {
      const own = await subscription();
      if (own) await end({ variables: { endpoint: own.endpoint } });
      await forget();
      await look();
    });
  return (
    <div className="push">
      {can === 'unsupported' ? (
        <Alert kind="info" title="Dieser Browser kann keine Mitteilungen zeigen">
          <p>Auf einem iPhone oder iPad geht es, wenn Sie die Plattform zum Home-Bildschirm hinzufügen und von dort öffnen.</p>
        </Alert>
      ) : can === 'denied' ? (
        <Alert kind="warning" title="Ihr Browser lässt Mitteilungen dieser Seite nicht zu">
          <p>
            So erlauben Sie sie: Drücken Sie links neben der Adresse auf das Symbol, wählen Sie bei „Benachrichtigungen“ die Erlaubnis, und
            laden Sie die Seite neu. In manchen Häusern legt die IT das fest.
          </p>
        </Alert>
      ) : (
        <div className="ui-row">
          <p role="status">{here ? 'Auf diesem Gerät eingeschaltet.' : 'Auf diesem Gerät ausgeschaltet.'}</p>
          {here ? (
            <Button busy={busy} onClick={() => void off()}>
              Auf diesem Gerät ausschalten
            </Button>
          ) : (
            <Button icon="notifications" busy={busy || fingerprint === undefined} onClick={() => void on()}>
              Auf diesem Gerät einschalten
            </Button>
          )}
        </div>
      )}
      {here?.failingSince && <Failing since={here.failingSince} />}
      {others.length > 0 && (
        <>
          <h3 className="ui-over">Andere Geräte</h3>
          <RowList label="Andere Geräte mit Mitteilungen">
            {others.map((device) => (
              <DeviceRow key={device.id} device={device} />
            ))}
          </RowList>
        </>
      )}
    </div>
  );
}

const Failing = ({ since }: { since: string }) => (
  <p className="ui-meta">
    Mitteilungen kommen dort nicht an, seit <RelativeTime at={since} />. Ausschalten und wieder einschalten hilft oft.
  </p>
);

function DeviceRow({ device: { id, label, createdAt, lastUsedAt, failingSince } }: { device: PushDeviceRowFragment }) {
  const [remove] = useMutation(RemovePushDeviceDocument, { refetchQueries: ['OwnPush'], awaitRefetchQueries: true });
  const { busy, run } = useDeed();
  return (
    <Row
      title={label}
      level="p"
      meta={
        <Dotted
          parts={[
            <span key="since">
              eingeschaltet <RelativeTime at={createdAt} />
            </span>,
            lastUsedAt && (
              <span key="used">
                zuletzt benutzt <RelativeTime at={lastUsedAt} />
              </span>
            ),
            failingSince && 'kommt zurzeit nicht an',
          ]}
        />
      }
      act={
        <Button
          busy={busy}
          aria-label={`Entfernen: ${label}`}
          onClick={() => void run(() => remove({ variables: { id } }), { text: `${label} zeigt keine Mitteilungen mehr.` })}
        >
          Entfernen
        </Button>
      }
    />
  );
}
