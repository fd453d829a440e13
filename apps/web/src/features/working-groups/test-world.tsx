import type { ReactNode } from 'react';
import { MockedProvider } from '@apollo/client/testing/react';
import type { MockLink } from '@apollo/client/testing';
import { configure, render } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { ToastProvider } from '../../ui/toast.tsx';
import { ViewerContext, type Viewer } from '../people/index.ts';
import type { GroupCardFragment } from './documents.generated.ts';

// Dialogs and schemas come when they are first needed; a busy machine takes its time to compile them.
configure({ asyncUtilTimeout: 10_000 });

const halle = {
  __typename: 'Organisation' as const,
  id: '00000000-0000-4000-8000-0000000000a1',
  key: '15002',
  name: 'Halle (Saale)',
  title: 'Stadt Halle (Saale)',
  code: 'HAL',
  kind: 'KREISFREIE_STADT' as const,
};

/** Somebody of Halle, without any right of their own. */
export const viewer: Viewer = {
  email: 'kim.muster@halle.example',
  unreadNoticeCount: 0,
  unreadAnnouncementCount: 0,
  writesAnnouncements: false,
  person: { id: '00000000-0000-4000-8000-0000000000b1', name: 'Kim Muster' },
  globalRoles: [],
  affiliations: [{ id: '00000000-0000-4000-8000-0000000000c1', role: 'MEMBER', function: 'OZG-Team', organisation: halle }],
  actsFor: halle,
  affiliationRequest: null,
  suggestedOrganisation: null,
  viewerCan: {
    createGroup: false,
    proposeGroup: false,
    decideProposals: false,
    administer: false,
    readAudit: false,
    editSprechstunden: false,
  },
} as Viewer;

const no = {
  __typename: 'GroupAbilities' as const,
  read: true,
  write: false,
  join: false,
  request: false,
  leave: false,
  lead: false,
  nameLead: false,
  openThread: false,
  volunteer: false,
  exportRoster: false,
  decideProposal: false,
  readWithReason: false,
};

export type GroupParts = Partial<Omit<GroupCardFragment, 'viewerCan'>> & { can?: Partial<typeof no> };

/** AG 4, as the viewer sees it. */
export const group = ({ can = {}, ...parts }: GroupParts = {}) => ({
  __typename: 'WorkingGroup' as const,
  id: '00000000-0000-4000-8000-000000000004',
  number: 4,
  name: 'Kommunikation',
  goal: 'Damit jede Verwaltung dasselbe weiß.',
  joinPolicy: 'OPEN' as const,
  visibility: 'PLATFORM' as const,
  status: 'ACTIVE' as const,
  lastMovementAt: '2026-11-18T07:28:00Z',
  organisationCount: 29,
  unreadThreadCount: 0,
  leads: [],
  viewerMembership: null,
  ...parts,
  viewerCan: { ...no, ...can },
});

/** Shows a part of a page with what it needs around it. */
export function show(element: ReactNode, mocks: MockLink.MockedResponse[] = [], as: Viewer = viewer) {
  const router = createMemoryRouter([{ path: '*', element: <main>{element}</main> }]);
  return render(
    <MockedProvider mocks={mocks}>
      <ViewerContext value={as}>
        <ToastProvider>
          <RouterProvider router={router} />
        </ToastProvider>
      </ViewerContext>
    </MockedProvider>,
  );
}
