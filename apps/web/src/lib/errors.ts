import { CombinedGraphQLErrors } from '@apollo/client/errors';
// Their names alone: a first page has no room for the list of them.
import type { ErrorCode } from '@kollab/contract/errors';

/** `offline`: the server was not reached at all. */
export type Refusal = { code: ErrorCode | 'offline'; fields: string[]; current: unknown };

/** What an error of Apollo Client means to a person. */
export function refusalOf(error: unknown): Refusal {
  if (!CombinedGraphQLErrors.is(error)) return { code: 'offline', fields: [], current: undefined };
  const { code, fields, current } = (error.errors[0]?.extensions ?? {}) as { code?: ErrorCode; fields?: string[]; current?: unknown };
  return { code: code ?? 'internal', fields: fields ?? [], current };
}

/** What may happen to everything: what is the matter, and what one can do. */
const general = {
  unauthenticated: 'Ihre Sitzung ist beendet. Bitte melden Sie sich erneut an.',
  not_found: 'Das gibt es hier nicht, oder Sie dürfen es nicht sehen.',
  forbidden: 'Dafür fehlt Ihnen die Berechtigung.',
  invalid: 'Bitte prüfen Sie Ihre Angaben.',
  stale: 'Jemand hat den Text inzwischen geändert. Ihre Fassung ist noch hier; bitte vergleichen Sie beide.',
  rate_limited: 'Das waren sehr viele Anfragen in kurzer Zeit. Bitte warten Sie eine Minute.',
  unavailable: 'Der Server ist gerade nicht zu erreichen. Ihr Text bleibt hier.',
  internal: 'Das hat nicht geklappt. Der Fehler liegt bei uns und ist festgehalten. Bitte versuchen Sie es noch einmal.',
  offline: 'Der Server ist gerade nicht zu erreichen. Ihr Text bleibt hier.',
} satisfies Partial<Record<Refusal['code'], string>>;
type General = keyof typeof general;

/** What is refused only to one who acts comes with the first such refusal. */
export type Particular = Exclude<ErrorCode, General>;
const words: Partial<Record<Refusal['code'], string>> = { ...general };

/** Brings the sentence of a refusal that is not one of the general ones; afterwards it can be told at once. */
export async function explain(code: unknown): Promise<void> {
  if (typeof code !== 'string' || Object.hasOwn(words, code)) return;
  const { particular } = await import('./refusals.ts');
  Object.assign(words, particular);
}

export const sentenceFor = (code: Refusal['code']): string => words[code] ?? general.internal;
export const sentenceOf = (error: unknown): string => sentenceFor(refusalOf(error).code);
