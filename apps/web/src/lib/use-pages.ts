import { useMemo, useState, useSyncExternalStore } from 'react';
import type { ApolloClient, ObservableQuery, OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';

/** A part of a list, as every list of the API answers. */
export interface PageOf<Node> {
  nodes: readonly Node[];
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
  total: number;
}
export interface PagedList<Node> {
  nodes: readonly Node[];
  /** Of the whole list; null before the first answer. */
  total: number | null;
  error: unknown;
  /** Loads the next part; null at the end. */
  more: (() => void) | null;
  /** The next part is under way. */
  busy: boolean;
  retry: () => void;
}

type Variables = OperationVariables & { after?: string | null };
interface Part<Data, Node> {
  after: string | null;
  query: ObservableQuery<Data, Variables>;
  stop: () => void;
  page: PageOf<Node> | undefined;
  error: unknown;
}

/**
 * The parts of a list that somebody has opened, each a query of its own, so that live refetching by name keeps all of them
 * fresh. When an earlier part changes its end, the next one is read from there: no row is lost or shown twice.
 */
class Pages<Data, Node extends { id: string }> {
  private parts: Part<Data, Node>[] = [];
  private wanted = 1;
  private readonly listeners = new Set<() => void>();
  private state: PagedList<Node>;
  private readonly client: ApolloClient;
  private readonly document: TypedDocumentNode<Data, Variables>;
  private readonly variables: OperationVariables;
  private readonly pick: (data: Data) => PageOf<Node>;

  constructor(
    client: ApolloClient,
    document: TypedDocumentNode<Data, Variables>,
    variables: OperationVariables,
    pick: (data: Data) => PageOf<Node>,
  ) {
    this.client = client;
    this.document = document;
    this.variables = variables;
    this.pick = pick;
    this.state = this.read();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    if (this.parts.length === 0) this.open(null);
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) this.cut(0);
    };
  };

  snapshot = (): PagedList<Node> => this.state;

  private open(after: string | null): void {
    const query = this.client.watchQuery<Data, Variables>({
      query: this.document,
      variables: { ...this.variables, after },
      fetchPolicy: 'cache-and-network',
    });
    const part: Part<Data, Node> = { after, query, stop: () => undefined, page: undefined, error: undefined };
    this.parts.push(part);
    const subscription = query.subscribe(({ data, error }) => {
      // Without data the last known rows stay: only the end of an earlier part moved.
      if (data) part.page = this.pick(data as Data);
      part.error = error;
      this.follow(part);
      this.tell();
    });
    part.stop = () => subscription.unsubscribe();
  }

  private follow(part: Part<Data, Node>): void {
    const index = this.parts.indexOf(part);
    if (index < 0 || !part.page) return;
    const { hasNextPage, endCursor = null } = part.page.pageInfo;
    const next = this.parts[index + 1];
    if (!hasNextPage || endCursor === null) this.cut(index + 1);
    else if (!next && this.wanted > index + 1) this.open(endCursor);
    else if (next && next.after !== endCursor) {
      next.after = endCursor;
      void next.query.reobserve({ variables: { ...this.variables, after: endCursor } });
    }
  }

  private cut(from: number): void {
    for (const part of this.parts.splice(from)) part.stop();
  }

  private more = (): void => {
    this.wanted = this.parts.length + 1;
    const last = this.parts.at(-1);
    if (last) this.follow(last);
    this.tell();
  };

  private retry = (): void => {
    for (const part of this.parts) if (part.error !== undefined) void part.query.refetch().catch(() => undefined);
  };

  private read(): PagedList<Node> {
    const nodes = new Map(this.parts.flatMap((part) => part.page?.nodes ?? []).map((node) => [node.id, node]));
    const last = this.parts.at(-1);
    return {
      nodes: [...nodes.values()],
      total: this.parts[0]?.page?.total ?? null,
      error: this.parts.find((part) => part.error !== undefined)?.error,
      more: last?.page?.pageInfo.hasNextPage ? this.more : null,
      busy: this.parts.length > 1 && last?.page === undefined && last?.error === undefined,
      retry: this.retry,
    };
  }

  private tell(): void {
    this.state = this.read();
    for (const listener of this.listeners) listener();
  }
}

/**
 * A list by cursor. While other variables are being answered, the rows of the last ones stay, so that nothing jumps while
 * somebody types a search. `pick` must not change between renders.
 */
export function usePages<Data, Node extends { id: string }, Vars extends OperationVariables & { after?: string | null | undefined }>(
  document: TypedDocumentNode<Data, Vars>,
  variables: Omit<Vars, 'after'>,
  pick: (data: Data) => PageOf<Node>,
): PagedList<Node> {
  const client = useApolloClient();
  const key = JSON.stringify(variables);
  const pages = useMemo(
    () => new Pages(client, document as unknown as TypedDocumentNode<Data, Variables>, JSON.parse(key) as OperationVariables, pick),
    [client, document, key, pick],
  );
  const state = useSyncExternalStore(pages.subscribe, pages.snapshot);
  const [kept, keep] = useState(state);
  if (state.total !== null && kept !== state) keep(state);
  return state.total === null && state.error === undefined ? { ...kept, more: null } : state;
}
