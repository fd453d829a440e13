import type { Socket } from 'node:net';
import pg from 'pg';

/** What pg's own query does with the answers of the server; its types name only how it is sent. */
interface Wired extends pg.Query {
  name?: string;
  text: string;
  handleRowDescription(message: unknown): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: Connection): void;
  handleError(error: Error, connection: Connection): void;
  handleReadyForQuery(connection: Connection): void;
}
interface Connection extends Omit<pg.Connection, 'stream'> {
  stream: Socket;
  submittedNamedStatements: Record<string, string>;
  describe(what: unknown): void;
  sync(): void;
}
type Answer = pg.QueryResult;

/**
 * What the server said of the columns of statements, by their names; null where there are none. As long as a statement is
 * prepared it says the same each time, so that it is asked once a connection.
 */
type Columns = Map<string, unknown>;
const described = new WeakMap<pg.ClientBase, Columns>();

/** Of a statement that was not looked at, because one before it on the same journey had failed. */
export class Passed extends Error {
  constructor(cause: Error) {
    super('a statement before this one failed', { cause });
  }
}
/** Not only the statement failed: the connection is none any more, or will be none in a moment. */
export const endsConnection = (error: unknown): boolean => !(error instanceof pg.DatabaseError && error.severity === 'ERROR');

/**
 * Statements that travel together: PostgreSQL works them off in their order, without a Sync after each. At the first that fails
 * it passes over the rest. Each is answered when it is done: the rows of those before it would wait in memory for all others.
 */
class Journey {
  /** Whose answer comes next, and those behind it. */
  private readonly queries: Wired[];
  private readonly columns: Columns;

  constructor(queries: readonly pg.Query[], columns: Columns) {
    this.queries = [...queries] as Wired[];
    this.columns = columns;
  }

  // As pg notes which statements a connection has prepared.
  get name(): string | undefined {
    return this.queries[0]?.name;
  }
  get text(): string | undefined {
    return this.queries[0]?.text;
  }

  submit(connection: Connection): void {
    const parts: Buffer[] = [];
    let describes = true;
    let isLast = false;
    // The connection itself, but what it sends is gathered, to leave in one piece.
    const gathering = Object.create(connection, {
      stream: { value: { writable: true, write: (part: Buffer) => parts.push(part) } },
      describe: { value: (what: unknown) => describes && connection.describe.call(gathering, what) },
      sync: { value: () => isLast && connection.sync.call(gathering) },
    }) as Connection;
    for (const query of this.queries) {
      const known = query.name ? this.columns.get(query.name) : undefined;
      describes = known === undefined;
      const wrong = query.submit(gathering) as unknown as Error | null;
      // Two texts under one name: what the server would answer then belongs to nobody.
      if (wrong) connection.stream.destroy(wrong);
      if (known) query.handleRowDescription(known);
    }
    isLast = true;
    gathering.sync();
    if (connection.stream.writable) connection.stream.write(Buffer.concat(parts));
  }

  handleRowDescription(message: unknown): void {
    const [query] = this.queries;
    if (query?.name) this.columns.set(query.name, message);
    query?.handleRowDescription(message);
  }

  handleDataRow(message: unknown): void {
    this.queries[0]?.handleDataRow(message);
  }

  handleCommandComplete(message: unknown, connection: Connection): void {
    const query = this.queries.shift();
    if (query?.name && !this.columns.has(query.name)) this.columns.set(query.name, null);
    query?.handleCommandComplete(message, connection);
    query?.handleReadyForQuery(connection);
  }

  handleReadyForQuery(): void {
    // Each has its answer.
  }

  handleError(error: Error, connection: Connection): void {
    for (const [i, query] of this.queries.entries()) {
      // What was passed over was not prepared either.
      if (query.name) {
        Reflect.deleteProperty(connection.submittedNamedStatements, query.name);
        this.columns.delete(query.name);
      }
      query.handleError(i > 0 && !endsConnection(error) ? new Passed(error) : error, connection);
    }
  }
}

/** Sends them on this connection; each has its own answer. */
export function travel(client: pg.ClientBase, statements: readonly pg.QueryConfig[]): Promise<Answer>[] {
  const queries: pg.Query[] = [];
  const answers = statements.map(
    (statement) =>
      new Promise<Answer>((resolve, reject) => {
        const callback = (error: Error | null, answer: Answer) => (error ? reject(error) : resolve(answer));
        // Only what is prepared can travel so; pg sends a text without values as it is.
        queries.push(new pg.Query({ ...statement, queryMode: 'extended', callback } as pg.QueryConfig));
      }),
  );
  const columns = described.get(client) ?? new Map<string, unknown>();
  described.set(client, columns);
  client.query(new Journey(queries, columns) as unknown as pg.Submittable);
  return answers;
}
