import type { ApolloClient, ObservableQuery, InMemoryCache, NormalizedCacheObject } from '@apollo/client';

/**
 * Takes from the cache whatever no part of the page shows. What is shown was just read anew; the rest may be from before, and
 * another page would show it as if it were fresh. `shown`: an empty cache with the same rules.
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
