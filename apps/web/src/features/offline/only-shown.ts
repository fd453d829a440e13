import type { ApolloClient, ObservableQuery, InMemoryCache, NormalizedCacheObject } from '@apollo/client';

/**
 * Evicts from Apollo's cache everything that the page does not show. What it shows was just queried again; the rest may be old, and
 * another page would show it as if it were fresh. `shown`: an empty cache with the same type policies.
 */
export function onlyWhatIsShown(client: ApolloClient, shown: InMemoryCache): void {
  for (const query of client.getObservableQueries('active') as Set<ObservableQuery>) {
    const { data, dataState } = query.getCurrentResult();
    if (dataState === 'complete') shown.writeQuery({ query: query.query, variables: query.variables, data });
  }
  const stays = shown.extract();
  const { cache } = client;
  for (const [id, fields] of Object.entries(cache.extract() as NormalizedCacheObject)) {
    const staying = stays[id];
    if (!staying) cache.evict({ id, broadcast: false });
    else if (fields && Object.keys(fields).some((name) => !(name in staying)))
      cache.modify({
        id,
        broadcast: false,
        fields: (value: unknown, { storeFieldName, DELETE }) => (storeFieldName in staying ? value : DELETE),
      });
  }
}
