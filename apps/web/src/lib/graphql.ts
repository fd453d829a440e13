import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, type TypePolicies } from '@apollo/client';
import { SetContextLink } from '@apollo/client/link/context';
import { ErrorLink } from '@apollo/client/link/error';
import { RetryLink } from '@apollo/client/link/retry';
import { OperationTypeNode } from 'graphql';
import { from as observableFrom, map, mergeMap, of } from 'rxjs';
import type { WebConfig } from './config.ts';
import { explain, refusalOf } from './errors.ts';
import { keeping } from './keeping.ts';
import type { Session } from './session.ts';

/** Trusted documents: the hash that the generator put into the document travels, never the text. */
const byHash = new ApolloLink((operation, forward) => {
  const { hash } = (operation.query as unknown as { __meta__: { hash: string } }).__meta__;
  operation.extensions['persistedQuery'] = { version: 1, sha256Hash: hash };
  operation.setContext({ http: { includeQuery: false, includeExtensions: true } });
  return forward(operation);
});

/** A page that is told of a refusal has its sentence at hand. */
const explained = new ApolloLink((operation, forward) =>
  forward(operation).pipe(
    mergeMap((result) => {
      const code = 'errors' in result ? result.errors[0]?.extensions?.['code'] : undefined;
      // Where even the sentences do not come, the general one says that it did not work.
      return code ? observableFrom(explain(code).catch(() => undefined)).pipe(map(() => result)) : of(result);
    }),
  ),
);

/** Repeating is safe for what only reads, and for what carries a `clientMutationId`. */
const mayRepeat = (operation: ApolloLink.Operation): boolean =>
  operation.operationType === OperationTypeNode.QUERY ||
  !!(operation.variables['input'] as { clientMutationId?: string } | undefined)?.clientMutationId;

export function createClient(config: WebConfig, session: Session, typePolicies: TypePolicies): ApolloClient {
  const withToken = new SetContextLink(async () => {
    const token = await session.token();
    return token ? { headers: { authorization: `Bearer ${token}` } } : {};
  });
  // A refused token is renewed once; if that fails, the session is over and the page says so.
  const renewed = new ErrorLink(({ error, operation, forward }) => {
    if (refusalOf(error).code !== 'unauthenticated' || operation.getContext()['renewed']) return undefined;
    return observableFrom(session.token(true)).pipe(
      mergeMap((token) => {
        if (!token) session.end();
        operation.setContext({ renewed: true, headers: token ? { authorization: `Bearer ${token}` } : {} });
        return forward(operation);
      }),
    );
  });
  const again = new RetryLink({
    delay: { initial: 400, max: 4_000, jitter: true },
    attempts: (count, operation, error) =>
      count < 4 && !operation.getContext()['once'] && mayRepeat(operation) && refusalOf(error).code === 'offline',
  });
  return new ApolloClient({
    cache: new InMemoryCache({ typePolicies }),
    link: ApolloLink.from([
      keeping,
      explained,
      again,
      renewed,
      withToken,
      ...(config.trustedDocuments ? [byHash] : []),
      new HttpLink({ uri: '/graphql' }),
    ]),
    devtools: { enabled: false },
  });
}
