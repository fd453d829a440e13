import type { ReactElement } from 'react';
import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { render } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import type { Session } from '../../../lib/session.ts';
import { SessionContext } from '../../../lib/use-session.ts';
import { ToastProvider } from '../../../ui/toast.tsx';
import { ViewerContext, type Viewer } from '../../people/index.ts';

export const halle = {
  id: 'o-halle',
  key: '15002',
  name: 'Halle (Saale)',
  title: 'Stadt Halle (Saale)',
  code: 'HAL',
  kind: 'KREISFREIE_STADT',
} as const;
export const viewer = {
  person: { id: 'p-kim', name: 'Kim Muster' },
  affiliations: [{ id: 'a-1', role: 'COORDINATOR', function: 'OZG-Koordination', organisation: halle }],
  actsFor: halle,
} as unknown as Viewer;

/** Answers operations by name; what is not answered fails the test by staying undone. */
export type Answers = Record<string, (variables: Record<string, unknown>) => unknown>;

/** A component with all that stands around it in the page. */
export function renderAround(element: ReactElement, answers: Answers = {}) {
  const link = new ApolloLink(
    ({ operationName, variables }) =>
      new Observable((observer) => {
        const answer = operationName ? answers[operationName] : undefined;
        if (!answer) {
          observer.error(new Error(`nobody answers ${operationName}`));
          return;
        }
        Promise.resolve(answer(variables)).then(
          (data) => {
            observer.next({ data: data as Record<string, unknown> });
            observer.complete();
          },
          (error: unknown) => observer.error(error),
        );
      }),
  );
  const client = new ApolloClient({ link, cache: new InMemoryCache() });
  return render(
    <MemoryRouter>
      <SessionContext value={{ subject: 'kim' } as Session}>
        <ApolloProvider client={client}>
          <ViewerContext value={viewer}>
            <ToastProvider>
              <main>{element}</main>
            </ToastProvider>
          </ViewerContext>
        </ApolloProvider>
      </SessionContext>
    </MemoryRouter>,
  );
}
