import { useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react';
import type { ApolloClient } from '@apollo/client';
import { useMutation, useQuery } from '@apollo/client/react';
import { HomeDocument } from '../features/home/documents.generated.ts';
import { ActForDocument, ViewerDocument } from '../features/people/documents.generated.ts';
import { isNewcomer, ViewerContext, type Viewer } from '../features/people/index.ts';
import { askEarly } from '../lib/asked-early.ts';
import { keeping } from '../lib/keeping.ts';
import type { Live } from '../lib/live.ts';
import type { Session } from '../lib/session.ts';
import { LiveContext, useConnection, useRoom } from '../lib/use-live.ts';
import { useSessionEnd, useSessionState } from '../lib/use-session.ts';
import { FailedPage } from '../ui/states.tsx';
import { sentenceOf } from '../lib/errors.ts';
import { clientOf, Data, useClient } from './data.tsx';
import { nobody, ShellDataContext, type ShellData } from './shell-data.ts';
import { useStarted, type Started } from './started.ts';

const groupName = (group: { number?: number | null; name: string }): string =>
  group.number ? `AG ${group.number} ${group.name}` : group.name;

let asked = false;
/** Once a page load, as soon as it is known who asks: the first questions travel while the frame is still being drawn. */
export function askFirst(starting: Promise<Started>, atFirstSection: boolean): void {
  if (asked) return;
  asked = true;
  starting.then(
    (started) => {
      if (started.session.state !== 'signed-in') return;
      askEarly(clientOf(started), ViewerDocument);
      if (atFirstSection) askEarly(clientOf(started), HomeDocument);
    },
    () => undefined, // the providers tell
  );
}

/** Everything that only signed-in people need: data, the live connection, who they are. */
export function SignedIn({ children }: { children: ReactNode }) {
  const started = useStarted();
  const client = useClient();
  const [live, setLive] = useState<Live | null>(null);
  useEffect(() => {
    localStorage.setItem('kollab-known', '1');
    let later: ReturnType<typeof setTimeout>;
    let wanted = true;
    const open = (): Promise<void> =>
      import('./later.ts').then(
        ({ openLater }) => {
          if (!wanted) return;
          setLive(openLater(started, client));
        },
        () => openIn(5_000), // without a connection nothing is live, and nothing is broken
      );
    const openIn = (delay: number): void => {
      if (wanted) later = setTimeout(() => void open(), delay);
    };
    // After the first page is usable.
    openIn(300);
    return () => {
      wanted = false;
      clearTimeout(later);
    };
  }, [started, client]);
  return (
    <Data>
      <LiveContext value={live}>
        <Person>{children}</Person>
      </LiveContext>
    </Data>
  );
}

/** This browser shows nobody's messages then. */
async function signOut(session: Session, client: ApolloClient): Promise<void> {
  await import('../features/push/tend.ts').then(({ leave }) => leave(client)).catch(() => undefined);
  await session.signOut();
}

/** Reads who is signed in, fills the frame, and hears what concerns this person. */
function Person({ children }: { children: ReactNode }) {
  const {
    session,
    config: { demo },
  } = useStarted();
  const ended = useSessionState() === 'ended';
  const endsAt = useSessionEnd();
  const { data, error, refetch } = useQuery(ViewerDocument);
  const client = useClient();
  const [actFor] = useMutation(ActForDocument);
  const viewer = useMemo<Viewer | null>(() => (data ? { ...data.viewer, groupCount: data.workingGroups.nodes.length } : null), [data]);
  useRoom(viewer ? 'land' : null);
  useRoom(viewer ? `person:${viewer.person.id}` : null);
  const connection = useConnection();
  const standing = useSyncExternalStore(keeping.subscribe, () => keeping.standing);
  const shell = useMemo<ShellData>(() => {
    if (!data || !viewer) return nobody;
    const groups = data.workingGroups.nodes;
    return {
      ...nobody,
      viewer: shellViewer(viewer),
      news: {
        '/arbeitsgruppen': groups.reduce((sum, g) => sum + g.unreadThreadCount, 0),
        '/mitteilungen': viewer.unreadAnnouncementCount,
      },
      newNotices: viewer.unreadNoticeCount,
      pinned: groups.slice(0, 6).map((g) => ({ to: `/arbeitsgruppen/${g.id}`, label: groupName(g), news: g.unreadThreadCount })),
      connection: ended ? 'ended' : connection === 'lost' || standing.away ? 'lost' : 'online',
      away: standing.away,
      standing: standing.words,
      session: ended
        ? { state: 'ended', signIn: () => void session.signIn() }
        : endsAt !== null
          ? { state: 'ending', endsAt, signIn: () => void session.signInAnew() }
          : null,
      remark: demo ? 'Vorführung mit erfundenen Personen und Inhalten' : null,
      chooseOrganisation: (organisationId) => void actFor({ variables: { organisationId } }),
      signOut: () => void signOut(session, client),
    };
  }, [data, viewer, connection, standing, demo, actFor, session, client, ended, endsAt]);
  if (!viewer)
    return error ? (
      <main className="ui-main">
        <FailedPage title="Ihre Anmeldung konnte nicht gelesen werden" onRetry={() => void refetch()}>
          {sentenceOf(error)}
        </FailedPage>
      </main>
    ) : null;
  return (
    <ViewerContext value={viewer}>
      <ShellDataContext value={shell}>{children}</ShellDataContext>
    </ViewerContext>
  );
}

function shellViewer(viewer: Viewer): NonNullable<ShellData['viewer']> {
  const { person, affiliations, actsFor, viewerCan } = viewer;
  const organisation = actsFor ?? affiliations[0]?.organisation;
  const isLand = organisation?.kind === 'LAND_MINISTRY' || organisation?.kind === 'LAND_AUTHORITY';
  return {
    name: person.name,
    organisation: { name: organisation?.title ?? 'noch ohne Verwaltung', code: organisation?.code ?? '?', kind: isLand ? 'land' : 'mine' },
    sign: organisation && !isLand ? organisation.key : 'all',
    newcomer: isNewcomer(viewer),
    mayAdminister: viewerCan.administer || viewerCan.readAudit,
    organisations:
      affiliations.length > 1
        ? affiliations.map((a) => ({ id: a.organisation.id, name: a.organisation.title, current: a.organisation.id === organisation?.id }))
        : [],
  };
}
