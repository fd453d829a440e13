import type { ApolloClient, DocumentNode, TypedDocumentNode } from '@apollo/client';

const asked = new Set<DocumentNode>();

/** Sends a page's question before the page is drawn. */
export function askEarly(client: ApolloClient, document: TypedDocumentNode<unknown, Record<string, never>>): void {
  asked.add(document);
  client.query({ query: document }).catch(() => undefined); // the page asks again, and tells
}

/** How a page reads what may have been asked early: the first time it takes that answer, from then on a fresh one. */
export const freshOnce = (document: DocumentNode): 'cache-first' | 'cache-and-network' =>
  asked.delete(document) ? 'cache-first' : 'cache-and-network';
