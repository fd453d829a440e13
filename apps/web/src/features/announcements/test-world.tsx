import type { ReactNode } from 'react';
import { MockedProvider } from '@apollo/client/testing/react';
import type { MockLink } from '@apollo/client/testing';
import { configure, render } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import type { Session } from '../../lib/session.ts';
import { SessionContext } from '../../lib/use-session.ts';
import { ToastProvider } from '../../ui/toast.tsx';
import { OrganisationMapDocument } from '../organisations/documents.generated.ts';
import { ViewerContext, type Viewer } from '../people/index.ts';
import { TopicsDocument } from '../questions/documents.generated.ts';
import type { AnnouncementPartsFragment } from './documents.generated.ts';
import { AudienceReachDocument, type AnnouncementFormFragment } from './editor/documents.generated.ts';

// Schemas come when they are first needed; a busy machine takes its time to compile them.
configure({ asyncUtilTimeout: 10_000 });

export const uuid = (no: number): string => `00000000-0000-4000-8000-${String(no).padStart(12, '0')}`;

const organisation = (no: number, kind: string, name: string, code: string) => ({
  __typename: 'Organisation' as const,
  id: uuid(no),
  key: `key-${no}`,
  kind: kind as 'LANDKREIS',
  name,
  title: kind === 'LANDKREIS' ? `Landkreis ${name}` : name,
  code,
});
export const ministry = organisation(1, 'LAND_MINISTRY', 'Ministerium für Infrastruktur und Digitales', 'MID');
export const halle = organisation(2, 'KREISFREIE_STADT', 'Halle (Saale)', 'HAL');
export const harz = organisation(3, 'LANDKREIS', 'Harz', 'HZ');
export const wittenberg = organisation(4, 'LANDKREIS', 'Wittenberg', 'WB');

const person = { __typename: 'Person' as const, id: uuid(11), name: 'Jo Exempel' };
const audience = {
  __typename: 'Audience' as const,
  kinds: ['LANDKREIS' as const, 'KREISFREIE_STADT' as const],
  kreise: [],
  organisations: [],
  groups: [],
  roles: ['COORDINATOR' as const],
  except: [],
};

/** A draft that lacks nothing, with a deadline far ahead. */
export const form = (parts: Partial<AnnouncementFormFragment> = {}): AnnouncementFormFragment =>
  ({
    __typename: 'Announcement',
    id: uuid(100),
    version: 3,
    status: 'DRAFT',
    kind: 'ACTION',
    classification: 'OFFEN',
    template: null,
    title: 'Digitale Einbürgerung: Interesse bekunden',
    summary: 'Wer Pilotkommune werden will, bekundet das Interesse.',
    body: 'Gesucht werden sechs Kommunen.',
    action: 'Interesse bekunden',
    dueAt: '2031-11-20T22:59:59.999Z',
    expiresAt: null,
    publishAt: null,
    publishedAt: null,
    changedAt: '2026-11-18T09:00:00.000Z',
    topics: [],
    links: [],
    office: ministry,
    author: person,
    audience,
    contact: null,
    asksAcknowledgement: true,
    commentsOpen: false,
    viewerCan: { __typename: 'AnnouncementAbilities', edit: true, publish: true, unschedule: false, discard: true },
    ...parts,
  }) as AnnouncementFormFragment;

const none = {
  edit: false,
  publish: false,
  unschedule: false,
  discard: false,
  correct: false,
  withdraw: false,
  pin: false,
  setComments: false,
  remind: false,
  seeReach: false,
};

/** The same, as those addressed read it. */
export const announcement = ({
  viewerCan,
  ...parts
}: Partial<Omit<AnnouncementPartsFragment, 'viewerCan'>> & { viewerCan?: Partial<typeof none> } = {}): AnnouncementPartsFragment =>
  ({
    ...form(),
    status: 'PUBLISHED',
    publishedAt: '2026-11-18T09:00:00.000Z',
    expired: false,
    pinnedUntil: null,
    corrections: [],
    readingMinutes: 2,
    read: true,
    relevance: { __typename: 'Relevance', section: 'KENNTNIS', because: 'weil Halle kreisfreie Stadt ist' },
    withdrawnAt: null,
    withdrawalReason: '',
    acknowledgements: null,
    ownAcknowledgements: [],
    thread: null,
    related: [],
    ...parts,
    viewerCan: { __typename: 'AnnouncementAbilities', ...none, ...viewerCan },
  }) as unknown as AnnouncementPartsFragment;

const reached = (who: typeof halle, personCount: number, coordinated: boolean) => ({
  __typename: 'ReachedOrganisation' as const,
  personCount,
  coordinated,
  because: `weil ${who.name} kreisfreie Stadt ist`,
  organisation: who,
});

/** Two of three are reached; Wittenberg has nobody. */
export const reach = (personCount = 5, asked: unknown[] = []): MockLink.MockedResponse => ({
  request: { query: AudienceReachDocument, variables: (variables) => asked.push(variables) > 0 },
  maxUsageCount: 99,
  result: {
    data: {
      audienceReach: {
        __typename: 'AudienceReach',
        organisationCount: 3,
        personCount,
        atOnce: 0,
        organisations: [reached(halle, personCount - 2, true), reached(harz, 2, true), reached(wittenberg, 0, false)],
      },
    },
  },
});

const tile = (who: typeof halle, column: number) => ({
  ...who,
  hasCoordinator: true,
  tile: { __typename: 'Tile', column, row: 0, kreis: who.key },
});
const around: MockLink.MockedResponse[] = [
  {
    request: { query: OrganisationMapDocument },
    maxUsageCount: 99,
    result: {
      data: {
        organisations: { __typename: 'OrganisationPage', total: 3, nodes: [tile(halle, 0), tile(harz, 1), tile(wittenberg, 2)] },
      },
    },
  },
  { request: { query: TopicsDocument }, maxUsageCount: 99, result: { data: { topics: [] } } },
];

/** Notes what is sent, and lets it fail as without a network: nothing that was written may be lost by that. */
export function sends(query: MockLink.MockedRequest['query']) {
  const sent: unknown[] = [];
  const mock: MockLink.MockedResponse = {
    request: { query, variables: (variables) => sent.push(variables) > 0 },
    maxUsageCount: 9,
    error: new TypeError('no network'),
  };
  return { sent, mock };
}

/** The API refuses it. */
export const refuses = (query: MockLink.MockedRequest['query'], code: string, fields: string[] = []): MockLink.MockedResponse => ({
  request: { query, variables: () => true },
  maxUsageCount: 9,
  result: { errors: [{ message: code, extensions: { code, fields } }] },
});

const viewer = {
  person: { id: uuid(11), name: 'Jo Exempel' },
  affiliations: [],
  globalRoles: [],
  actsFor: null,
  writesAnnouncements: true,
  unreadAnnouncementCount: 0,
} as unknown as Viewer;

/** Shows a part of a page with what it needs around it. */
export function show(element: ReactNode, mocks: MockLink.MockedResponse[] = []) {
  const router = createMemoryRouter([{ path: '*', element: <main>{element}</main> }]);
  const shown = render(
    <SessionContext value={{ subject: 'jo' } as Session}>
      <MockedProvider mocks={[...mocks, ...around]}>
        <ViewerContext value={viewer}>
          <ToastProvider>
            <RouterProvider router={router} />
          </ToastProvider>
        </ViewerContext>
      </MockedProvider>
    </SessionContext>,
  );
  return { ...shown, router };
}
