import type { ReactNode } from 'react';
import type { ApolloClient } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { Outlet } from 'react-router';
import { createClient } from '../lib/graphql.ts';
import { typePolicies } from './cache.ts';
import { useStarted, type Started } from './started.ts';

let client: ApolloClient | undefined;

/** The one client of this page load. */
export const clientOf = ({ config, session }: Started): ApolloClient => (client ??= createClient(config, session, typePolicies));

export const useClient = (): ApolloClient => clientOf(useStarted());

/** Gives what is inside its data. Loaded with the first page that needs some: the door needs none. */
export function Data({ children }: { children?: ReactNode }) {
  return <ApolloProvider client={useClient()}>{children ?? <Outlet />}</ApolloProvider>;
}
