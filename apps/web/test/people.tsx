import type { ComponentProps, ReactNode } from 'react';
import { MockedProvider } from '@apollo/client/testing/react';
import { render } from '@testing-library/react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { SessionContext } from '../src/lib/use-session.ts';
import type { Session, SessionState } from '../src/lib/session.ts';
import { ViewerContext, type Viewer } from '../src/features/people/viewer.ts';

/** Somebody without any place, for tests. */
export const newcomer: Viewer = {
  __typename: 'Viewer',
  person: { __typename: 'Person', id: 'p1', name: 'Pat Anfang' },
  email: 'neu@magdeburg.example',
  globalRoles: [],
  affiliations: [],
  actsFor: null,
  viewerCan: {
    __typename: 'ViewerAbilities',
    createGroup: false,
    proposeGroup: false,
    decideProposals: false,
    administer: false,
    readAudit: false,
    editSprechstunden: false,
  },
  unreadNoticeCount: 0,
  unreadAnnouncementCount: 0,
  writesAnnouncements: false,
  groupCount: 0,
} as Viewer;

export const magdeburg = {
  __typename: 'Organisation' as const,
  id: '0b0a5a54-6a0e-4a2e-9a52-5f6a2d6f0001',
  key: '150030000000',
  name: 'Magdeburg',
  title: 'Landeshauptstadt Magdeburg',
  code: 'MD',
  kind: 'KREISFREIE_STADT' as const,
};

type Scene = {
  mocks?: NonNullable<ComponentProps<typeof MockedProvider>['mocks']>;
  path?: string;
  at?: string;
  state?: SessionState;
  onSignIn?: () => void;
};

/** A page with its address, a person and a session around it. */
export function show(page: ReactNode, { mocks = [], path = '/', at = '/', state = 'signed-in', onSignIn }: Scene) {
  const session = {
    state,
    subscribe: () => () => undefined,
    signIn: () => Promise.resolve(onSignIn?.()),
    signOut: () => Promise.resolve(),
  } as unknown as Session;
  return render(
    <SessionContext value={session}>
      <ViewerContext value={newcomer}>
        <MockedProvider mocks={mocks}>
          <MemoryRouter initialEntries={[at]}>
            <Routes>
              <Route path={path} element={page} />
            </Routes>
          </MemoryRouter>
        </MockedProvider>
      </ViewerContext>
    </SessionContext>,
  );
}
