import { randomUUID } from 'node:crypto';
import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { GraphQLError, type ExecutionResult, type FormattedExecutionResult } from 'graphql';
import { errors, type ErrorCode } from '@kollab/contract';
import { isDatabaseAway } from '../database/away.ts';
import type { FastifyReply } from 'fastify';
import { Fail } from '../fail.ts';

const log = new Logger('graphql');

interface Refusal {
  message: string;
  extensions: Record<string, unknown>;
}

/** The one place where an error becomes an answer: a code, never a stack, SQL or a limit. */
function refusal(error: unknown): Refusal {
  const cause = error instanceof GraphQLError ? (error.originalError ?? error) : error;
  if (cause instanceof Fail) return { message: cause.code, extensions: { code: cause.code, ...cause.details } };
  if (statusOf(cause) === 429) return { message: 'rate_limited', extensions: { code: 'rate_limited' satisfies ErrorCode } };
  if (isDatabaseAway(cause)) return { message: 'unavailable', extensions: { code: 'unavailable' satisfies ErrorCode } };
  // Raised by GraphQL itself (syntax, validation, coercion of variables) or by the limits on documents.
  if ((cause instanceof GraphQLError && !isOurFault(cause)) || isClientError(cause) || isBadData(cause) || isGone(cause))
    return { message: 'invalid', extensions: { code: 'invalid' satisfies ErrorCode } };
  const id = randomUUID();
  log.error({ id, message: (cause as Error).message, stack: (cause as Error).stack });
  return { message: 'internal', extensions: { code: 'internal' satisfies ErrorCode, id } };
}

/** What a resolver returned does not fit the schema; the compiled plans name no original error. */
const isOurFault = ({ message }: GraphQLError): boolean => /^Cannot return null for non-nullable field|^Expected Iterable/.test(message);

/** PostgreSQL's class 22, data exceptions: a value that its column cannot hold, as in a forged cursor. */
const isBadData = (error: unknown): boolean => /^22[0-9A-Z]{3}$/.test(String((error as { code?: unknown }).code));

/** The browser went away while it was answered: nobody hears this, and nothing is wrong. */
const isGone = (error: unknown): boolean => (error as { code?: unknown }).code === 'ERR_STREAM_PREMATURE_CLOSE';

const statusOf = (error: unknown): number | undefined => (error as { statusCode?: number }).statusCode;
const isClientError = (error: unknown): boolean => {
  const status = statusOf(error);
  return status !== undefined && status >= 400 && status < 500;
};
/** Of what stopped the request before GraphQL saw it, the status says more than ours would. */
const ownStatuses: readonly (number | undefined)[] = [413, 415, 429];
const isUnavailable = (answer: Refusal): boolean => answer.extensions['code'] === ('unavailable' satisfies ErrorCode);

/** Mercurius' error formatter. Refusals of ours travel with 200; a document that GraphQL refused with 400. */
export function formatErrors(execution: ExecutionResult & { errors: readonly GraphQLError[] }): {
  statusCode: number;
  response: FormattedExecutionResult;
} {
  const executed = execution.data !== undefined && execution.data !== null;
  const nested = execution.errors.flatMap((e) => ((e as { errors?: readonly GraphQLError[] }).errors ?? [e]) as GraphQLError[]);
  const answered = nested.map((e) => ({ ...refusal(e), ...(e.path && { path: e.path }) }));
  const code = answered[0]?.extensions['code'] as ErrorCode | undefined;
  // A refusal of ours before the document ran (the token, the variables) is an answer like any other.
  const reached = executed || nested.some((e) => e.path || e.originalError instanceof Fail);
  const own = nested.map((e) => statusOf(e.originalError ?? e)).find((status) => ownStatuses.includes(status));
  return {
    // Whoever stands before us, and the browser, repeat a 503 on their own.
    statusCode: answered.some(isUnavailable) ? errors.unavailable : (own ?? (reached ? 200 : code && code !== 'internal' ? 400 : 500)),
    response: { data: execution.data ?? null, errors: answered },
  };
}

/** What never reached a resolver, or has none: the status says what is wrong, and nothing says with which framework. */
export function refuseRequest(error: unknown, reply: FastifyReply): void {
  const { statusCode, status = statusCode ?? 500 } = error as { statusCode?: number; status?: number };
  const own: Partial<Record<number, ErrorCode>> = { 404: 'not_found', 429: 'rate_limited' };
  const id = status >= 500 ? randomUUID() : undefined;
  if (id) log.error({ id, message: (error as Error).message, stack: (error as Error).stack });
  void reply.status(status).send({ code: own[status] ?? (id ? 'internal' : 'invalid'), ...(id && { id }) });
}

/** Nest would log every refusal with its stack, and answer in its own words. */
@Catch()
export class RefusalFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): unknown {
    if (host.getType<string>() === 'graphql') return error;
    return refuseRequest(error, host.switchToHttp().getResponse<FastifyReply>());
  }
}
