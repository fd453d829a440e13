import { createHash, randomUUID } from 'node:crypto';
import type { Prisma } from '../../src/generated/prisma/client.ts';
import type { World } from '../world.ts';
import type { Acting, Make, Stage } from './sweep.ts';

/* What the rows of many features are made of. */

export const nobody = '00000000-0000-4000-8000-000000000000';
export const text = 'Ein Satz für diesen Fall.';
export const later = (): string => new Date(Date.now() + 3 * 86_400_000).toISOString();
export const indexes = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

export const input =
  (make: Make): Make =>
  async (scene, actor) => ({ input: await make(scene, actor) });

/** An open invitation; answers with its token. */
export async function invite(world: World, data: Prisma.InvitationUncheckedCreateInput | object): Promise<{ id: string; token: string }> {
  const token = randomUUID();
  const tokenHash = createHash('sha256').update(token).digest('hex');
  const { id } = await world.db.invitation.create({ data: { email: 'jemand@ort.example', expiresAt: later(), ...data, tokenHash } });
  return { id, token };
}

/** In a story: the call as the sweep of the authorization makes it. */
export const call =
  (who: Acting, field: string, more: Record<string, unknown> = {}) =>
  async (stage: Stage): Promise<string> =>
    stage.run(who, field, { ...(await stage.variables(who, field)), ...more });

/** In a look: a page of rows, of which only their number matters. */
export const rows = (list: string, args = ''): string => `${list}${args} { nodes { id } total }`;

/** A post without what differs from reader to reader: what a fragment is made of. */
export const postParts = `id threadId no body createdAt editedAt version deleted accepted
  author { personId name function organisationId organisationName organisationCode organisationKind }
  replyTo { no authorName excerpt } reactions { kind count } mentions { kind targetId name }`;
