import type { ErrorCode } from '@kollab/contract';
import type { z } from 'zod';

/** A refusal that the client may see. Anything else that is thrown becomes `internal`. */
export class Fail extends Error {
  constructor(
    readonly code: ErrorCode,
    /** `fields`: paths of an invalid input; `current`: the version that a stale one met. */
    readonly details: Record<string, unknown> = {},
  ) {
    super(code);
    this.name = 'Fail';
  }
}

export const fail = (code: ErrorCode, details?: Record<string, unknown>): Fail => new Fail(code, details);

/** Checks an input at the edge; `fields` of the refusal are dotted paths. */
export function parse<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw fail('invalid', { fields: [...new Set(parsed.error.issues.map((i) => i.path.join('.')))] });
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
export const isUuid = (id: string): boolean => uuid.test(id);
/** What is no id names nothing. */
export function known(id: string): string {
  if (!isUuid(id)) throw fail('not_found');
  return id.toLowerCase();
}
