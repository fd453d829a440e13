import type { ReactNode } from 'react';
import { MockedProvider } from '@apollo/client/testing/react';
import type { MockLink } from '@apollo/client/testing';
import { configure, render } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import type { Session } from '../../../lib/session.ts';
import { SessionContext } from '../../../lib/use-session.ts';
import { ToastProvider } from '../../../ui/toast.tsx';
import { ViewerContext, type Viewer } from '../../people/index.ts';
import { FindOrganisationsDocument } from '../../organisations/documents.generated.ts';
import { WishSeriesDocument } from '../documents.generated.ts';
import type { EventFormFragment } from './documents.generated.ts';

// Schemas come when they are first needed; a busy machine takes its time to compile them.
configure({ asyncUtilTimeout: 10_000 });

export const uuid = (no: number): string => `00000000-0000-4000-8000-${String(no).padStart(12, '0')}`;

const viewer = (editSprechstunden: boolean) =>
  ({
    person: { id: uuid(1), name: 'Toni Vorlage' },
    affiliations: [],
    actsFor: null,
    viewerCan: { editSprechstunden },
  }) as unknown as Viewer;

const item = (no: number, title: string) => ({
  __typename: 'AgendaItem' as const,
  id: uuid(no),
  title,
  minutes: 20,
  description: '',
  startsAt: '2030-11-20T09:00:00Z',
  wishId: null,
});

/** An announced event with two items, a speaker at the second one, and four people who come. */
export const event = (parts: Partial<EventFormFragment> = {}): EventFormFragment =>
  ({
    __typename: 'Sprechstunde',
    id: uuid(28),
    version: 4,
    series: { __typename: 'SprechstundenSeries', id: uuid(20), name: 'OZG-Sprechstunde' },
    no: 28,
    format: 'TOPIC',
    status: 'ANNOUNCED',
    title: 'Gewerbesteuer digital',
    summary: '',
    topics: ['Gewerbesteuer'],
    startsAt: '2030-11-20T09:00:00.000Z',
    endsAt: '2030-11-20T10:30:00.000Z',
    place: 'Videokonferenz',
    joinUrl: null,
    registrationUrl: null,
    host: null,
    hostName: 'Spitzenverband',
    limit: null,
    registrationUntil: null,
    registeredCount: 3,
    waitingCount: 1,
    agenda: [item(31, 'Begrüßung'), item(32, 'Stand der Umsetzung')],
    speakers: [
      {
        __typename: 'Speaker',
        id: uuid(41),
        name: 'Kim Muster',
        function: 'Projektleitung',
        organisationName: 'Spitzenverband',
        organisation: null,
        person: null,
        agendaItemId: uuid(32),
      },
    ],
    links: [],
    review: '',
    nextSteps: '',
    participatingOrganisations: null,
    moodQuotes: [],
    viewerCan: { __typename: 'SprechstundeAbilities', edit: true, exportParticipants: true },
    ...parts,
  }) as EventFormFragment;

/** Never answers: no test here is about what is found. */
const noOrganisations: MockLink.MockedResponse = {
  request: { query: FindOrganisationsDocument, variables: () => true },
  maxUsageCount: 99,
  delay: Infinity,
  result: { data: { organisations: { __typename: 'OrganisationPage', nodes: [] } } },
};
const oneSeries: MockLink.MockedResponse = {
  request: { query: WishSeriesDocument },
  maxUsageCount: 9,
  result: { data: { sprechstundenSeries: [{ __typename: 'SprechstundenSeries', id: uuid(20), name: 'OZG-Sprechstunde' }] } },
};

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

/** The API refuses it, with the fields that it is about. */
export const refuses = (query: MockLink.MockedRequest['query'], code: string, fields: string[] = []): MockLink.MockedResponse => ({
  request: { query, variables: () => true },
  maxUsageCount: 9,
  result: { errors: [{ message: code, extensions: { code, fields } }] },
});

/** Shows a part of a page with what it needs around it. */
export function show(element: ReactNode, mocks: MockLink.MockedResponse[] = [], editor = true) {
  const router = createMemoryRouter([{ path: '*', element: <main>{element}</main> }]);
  return render(
    <SessionContext value={{ subject: 'toni' } as Session}>
      <MockedProvider mocks={[noOrganisations, oneSeries, ...mocks]}>
        <ViewerContext value={viewer(editor)}>
          <ToastProvider>
            <RouterProvider router={router} />
          </ToastProvider>
        </ViewerContext>
      </MockedProvider>
    </SessionContext>,
  );
}
