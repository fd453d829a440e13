/** Of the socket, of pg, of PostgreSQL while it stops and starts, of Prisma and its adapter. */
const codes =
  /^(ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|08\w{3}|57P0[1-5]|53300|P1001|P1002|P1008|P1017|P2024|P2028)$/;
const kinds = /^(DatabaseNotReachable|ConnectionClosed|SocketTimeout|TooManyConnections)$/;
const words =
  /^(Connection terminated|Query read timeout|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed|Unable to start a transaction in the given time)/;

interface Layer {
  code?: unknown;
  originalCode?: unknown;
  kind?: unknown;
  message?: unknown;
  cause?: unknown;
  errors?: unknown;
  meta?: { driverAdapterError?: unknown };
}

/** The database cannot be reached at the moment: no fault of the request, and none of ours. */
export function isDatabaseAway(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > 5) return false;
  const { code, originalCode, kind, message, cause, errors, meta } = error as Layer;
  return (
    [code, originalCode].some((c) => codes.test(String(c))) ||
    kinds.test(String(kind)) ||
    words.test(String(message)) ||
    [cause, meta?.driverAdapterError, ...(Array.isArray(errors) ? (errors as unknown[]) : [])].some((inner) =>
      isDatabaseAway(inner, depth + 1),
    )
  );
}
