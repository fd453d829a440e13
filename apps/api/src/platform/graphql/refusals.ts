import { randomUUID } from 'node:crypto';
import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { GraphQLError, type ExecutionResult, type FormattedExecutionResult } from 'graphql';
import { errors, type ErrorCode } from '@kollab/contract';
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
  // Raised by GraphQL itself (syntax, validation, coercion of variables) or by the limits on documents.
  if ((cause instanceof GraphQLError && !isOurFault(cause)) || isClientError(cause))
    return { message: 'invalid', extensions: { code: 'invalid' satisfies ErrorCode } };
  const id = randomUUID();
  log.error({ id, message: (cause as Error).message, stack: (cause as Error).stack });
  return { message: 'internal', extensions: { code: 'internal' satisfies ErrorCode, id } };
}

/** What a resolver returned does not fit the schema; the compiled plans name no original error. */
const isOurFault = ({ message }: GraphQLError): boolean => /^Cannot return null for non-nullable field|^Expected Iterable/.test(message);

const isClientError = (error: unknown): boolean => {
  const status = (error as { statusCode?: number }).statusCode;
  return status !== undefined && status >= 400 && status < 500;
};

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
  return {
    statusCode: reached ? 200 : code && code !== 'internal' ? 400 : 500,
    response: { data: execution.data ?? null, errors: answered },
  };
}

/** Nest would log every refusal with its stack. */
@Catch()
export class RefusalFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): unknown {
    if (host.getType<string>() === 'graphql') return error;
    throw error;
  }
}

export const httpStatus = (code: ErrorCode): number => errors[code];
