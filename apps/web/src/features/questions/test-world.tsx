import type { ReactNode } from 'react';
import { MockedProvider } from '@apollo/client/testing/react';
import type { MockLink } from '@apollo/client/testing';
import { configure, render } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import type { Session } from '../../lib/session.ts';
import { SessionContext } from '../../lib/use-session.ts';
import { ToastProvider } from '../../ui/toast.tsx';
import { ViewerContext, type Viewer } from '../people/index.ts';
import { TopicsDocument, type QuestionPartsFragment } from './documents.generated.ts';

// Schemas come when they are first needed; a busy machine takes its time to compile them.
configure({ asyncUtilTimeout: 10_000 });

export const ministry = {
  __typename: 'Organisation' as const,
  id: '00000000-0000-4000-8000-0000000000a2',
  key: 'st-mf',
  name: 'Ministerium der Finanzen',
  title: 'Ministerium der Finanzen',
  code: 'MF',
  kind: 'LAND_MINISTRY' as const,
};

const viewer = {
  person: { id: '00000000-0000-4000-8000-0000000000b1', name: 'Kim Muster' },
  affiliations: [],
  globalRoles: [],
  actsFor: null,
} as unknown as Viewer;

export const officialAnswer = (no: number, body: string) => ({
  __typename: 'OfficialAnswer',
  id: `00000000-0000-4000-8000-00000000010${no}`,
  questionId: '00000000-0000-4000-8000-000000000001',
  organisation: ministry,
  author: {
    __typename: 'Author',
    personId: '00000000-0000-4000-8000-0000000000b2',
    name: 'Sam Schablone',
    organisationId: ministry.id,
    organisationName: ministry.title,
  },
  body,
  legalBasis: '§ 122a Abgabenordnung',
  validFrom: '2026-11-09',
  validTo: null,
  createdAt: '2026-11-09T09:00:00Z',
  accepted: false,
  outdated: false,
  supersedes: null,
});

const no = {
  __typename: 'QuestionAbilities' as const,
  vote: false,
  edit: false,
  add: false,
  withdraw: false,
  assign: false,
  return: false,
  defer: false,
  resume: false,
  answer: false,
  accept: false,
  reportOutdated: false,
  hide: false,
  show: false,
  merge: false,
  publishFaq: false,
  steer: false,
};

/** A question without a name, at the ministry. */
export const question = (parts: Partial<Omit<QuestionPartsFragment, 'viewerCan'>> = {}) => ({
  __typename: 'Question' as const,
  id: '00000000-0000-4000-8000-000000000001',
  home: {
    __typename: 'QuestionHome',
    kind: 'GROUP' as const,
    id: '00000000-0000-4000-8000-000000000004',
    title: 'AG 4 Kommunikation',
    path: '/arbeitsgruppen/00000000-0000-4000-8000-000000000004',
  },
  agendaItemId: null,
  title: 'Dürfen wir den Bescheid ohne Unterschrift bekannt geben?',
  topics: [],
  anonymous: true,
  asker: null,
  mine: false,
  createdAt: '2026-11-01T09:00:00Z',
  state: 'ASSIGNED' as const,
  office: ministry,
  dueOn: '2026-12-02',
  overdue: false,
  recheckOn: null,
  voteCount: 3,
  viewerVoted: false,
  hidden: false,
  body: '',
  editedAt: null,
  version: 1,
  reason: '',
  additions: [],
  steps: [],
  answer: null,
  answers: [],
  answeredAt: null,
  hiddenReason: '',
  mergedInto: null,
  merged: [],
  thread: { id: 't-1' },
  faqEntry: null,
  viewerCan: no,
  ...parts,
});

export const noTopics: MockLink.MockedResponse = { request: { query: TopicsDocument }, result: { data: { topics: [] } } };

const around = (element: ReactNode, mocks: MockLink.MockedResponse[]) => {
  const router = createMemoryRouter([{ path: '*', element: <main>{element}</main> }]);
  return (
    <SessionContext value={{ subject: 'kim' } as Session}>
      <MockedProvider mocks={mocks}>
        <ViewerContext value={viewer}>
          <ToastProvider>
            <RouterProvider router={router} />
          </ToastProvider>
        </ViewerContext>
      </MockedProvider>
    </SessionContext>
  );
};

/** Shows a part of a page with what it needs around it. */
export const show = (element: ReactNode, mocks: MockLink.MockedResponse[] = []) => render(around(element, mocks));
