import { limits } from '@kollab/contract';
import type { Database } from '../../platform/database/database.ts';
import { batched, inOrder, perRow, type Loaders } from '../../platform/graphql/loaders.ts';
import type { TopicWish } from '../../generated/prisma/client.ts';
import { organisationsById } from '../organisations/index.ts';
import { personsById } from '../people/index.ts';
import { visibleEvents, wishPolicy } from './policy.ts';

/** The wish whose votes count: the one into which it was merged. */
const counting = (wish: TopicWish): string => wish.mergedIntoId ?? wish.id;

export function wishLoaders(database: Database): Loaders {
  const { prisma, sql } = database;
  const mergedInto = perRow(async (wishes: TopicWish[]) => {
    const ids = wishes.map((w) => w.mergedIntoId);
    const found = await prisma.topicWish.findMany({ where: { id: { in: ids.filter((id) => id !== null) } } });
    return inOrder(ids, found, (w) => w.id);
  });
  return {
    TopicWish: {
      author: batched((wishes: TopicWish[]) =>
        personsById(
          sql,
          wishes.map((w) => w.authorId),
        ),
      ),
      organisation: batched((wishes: TopicWish[]) =>
        organisationsById(
          sql,
          wishes.map((w) => w.organisationId),
        ),
      ),
      mergedInto: batched(mergedInto),
      voteCount: batched(async (wishes: TopicWish[], actor) =>
        (await mergedInto(wishes, actor)).map((into, i) => into?.votes ?? wishes[i]!.votes),
      ),
      voters: batched(async (wishes: TopicWish[]) => {
        const { rows } = await database.pool.query<{ wish_id: string; organisation_id: string }>({
          name: 'wish_voters',
          text: `SELECT DISTINCT v.wish_id, v.organisation_id, o.name FROM wish_vote v JOIN organisation o ON o.id = v.organisation_id
                  WHERE v.wish_id = ANY($1::uuid[]) ORDER BY o.name, v.organisation_id`,
          values: [wishes.map(counting)],
        });
        const found = await prisma.organisation.findMany({ where: { id: { in: [...new Set(rows.map((r) => r.organisation_id))] } } });
        const byId = new Map(found.map((o) => [o.id, o]));
        const byWish = Map.groupBy(rows, (r) => r.wish_id);
        return wishes.map((w) =>
          (byWish.get(counting(w)) ?? []).slice(0, limits.directoryPage.max).map((r) => byId.get(r.organisation_id)!),
        );
      }),
      viewerVoted: batched(async (wishes: TopicWish[], actor) => {
        const own = await prisma.wishVote.findMany({ where: { personId: actor.personId, wishId: { in: wishes.map(counting) } } });
        const voted = new Set(own.map((v) => v.wishId));
        return wishes.map((w) => voted.has(counting(w)));
      }),
      sprechstunde: batched(async (wishes: TopicWish[], actor) => {
        const ids = wishes.map((w) => w.sprechstundeId);
        const found = await prisma.sprechstunde.findMany({
          where: { AND: [{ id: { in: ids.filter((id) => id !== null) } }, visibleEvents(actor)] },
        });
        return inOrder(ids, found, (e) => e.id);
      }),
      viewerCan: batched(async (wishes: TopicWish[], actor) => wishes.map((w) => wishPolicy.abilities(actor, { ...w, rights: actor }))),
    },
  };
}
