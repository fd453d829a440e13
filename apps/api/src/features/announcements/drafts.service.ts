import { Injectable } from '@nestjs/common';
import type { Inputs } from '@kollab/contract';
import type { Announcement } from '../../generated/prisma/client.ts';
import type { Actor } from '../../platform/auth/actor.ts';
import { rightsNow } from '../../platform/auth/rights.ts';
import { Database } from '../../platform/database/database.ts';
import { Writes } from '../../platform/database/writes.ts';
import { fail } from '../../platform/fail.ts';
import { knownTopics } from '../questions/index.ts';
import { tellAnnouncement, tellDesk } from './announce.ts';
import { announcementGate, type WritableAnnouncement } from './gate.ts';
import { officesOf, writesFor } from './policy.ts';
import { outlineOf } from './outline.ts';
import { knownPlaces } from './reach.service.ts';

/** The kinds of organisation that announce something. */
const officeKinds = ['LAND_MINISTRY', 'LAND_AUTHORITY'] as const;

/** Drafts. Everybody who writes for an office may change all of its drafts. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly database: Database,
    private readonly writes: Writes,
  ) {}

  /** Offices under which the actor may publish. */
  offices(actor: Actor) {
    const own = officesOf(actor);
    return this.database.prisma.organisation.findMany({
      where: own ? { id: { in: own } } : { kind: { in: [...officeKinds] } },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      take: 250,
    });
  }

  async draft(actor: Actor, { clientMutationId, officeId, template }: Inputs['draftAnnouncement']): Promise<Announcement> {
    return this.writes.transact(async (tx) => {
      const rights = await rightsNow(tx.db, actor);
      if (!writesFor(rights, officeId)) throw fail('forbidden');
      const office = await tx.db.organisation.findUnique({ where: { id: officeId } });
      const own = officesOf(rights);
      if (!office || (own === null && !officeKinds.some((kind) => kind === office.kind))) throw fail('invalid', { fields: ['officeId'] });
      const key = { createdById: actor.personId, clientMutationId };
      // A request that is sent twice makes one draft, also at the same time: the second one waits here for the first.
      const made = await tx.db.$executeRaw`
        INSERT INTO announcement (id, office_id, author_id, created_by_id, client_mutation_id, template, kind, body, kinds, kreis_ids, organisation_ids, group_ids, roles, except_ids)
        VALUES (uuidv7(), ${officeId}::uuid, ${actor.personId}::uuid, ${actor.personId}::uuid, ${clientMutationId}::uuid, ${template ?? null}::"AnnouncementTemplate",
                ${template === 'OPERATION' ? 'IMPORTANT' : 'INFO'}::"AnnouncementKind", ${template ? outlineOf(template) : ''}, '{}', '{}', '{}', '{}', '{}', '{}')
        ON CONFLICT (created_by_id, client_mutation_id) DO NOTHING`;
      const drafted = await tx.db.announcement.findUniqueOrThrow({ where: { createdById_clientMutationId: key } });
      // That somebody writes for this office says nothing about another one, for which the number was used before.
      if (drafted.officeId !== officeId) throw fail('invalid', { fields: ['clientMutationId'] });
      if (made > 0) tellDesk(tx, officeId);
      return drafted;
    });
  }

  async save(actor: Actor, { id, version, draft }: Inputs['saveAnnouncement']): Promise<Announcement> {
    return this.writes.transact(async (tx) => {
      const { row } = await announcementGate.may(tx, actor, 'edit', id);
      if (row.version !== version) throw fail('stale', { current: await this.current(row) });
      await knownPlaces(tx.db, { ...actor, ...row.rights }, draft.audience);
      const topics = await knownTopics(tx.db, draft.topicIds);
      const { audience, topicIds: _, contact, dueAt, expiresAt, ...texts } = draft;
      if (contact?.topicId) await knownTopics(tx.db, [contact.topicId]);
      await tx.db.announcementTopic.deleteMany({ where: { announcementId: row.id } });
      const changed = await tx.db.announcement.update({
        where: { id: row.id },
        data: {
          ...texts,
          ...eachOnce(audience),
          dueAt: dueAt ? new Date(dueAt) : null,
          expiresAt: expiresAt ? new Date(expiresAt) : null,
          contactTopicId: contact?.topicId ?? null,
          contactName: contact?.name ?? '',
          contactPhone: contact?.phone ?? '',
          contactEmail: contact?.email ?? '',
          topics: { create: topics.map((topicId) => ({ topicId })) },
          authorId: actor.personId,
          changedAt: new Date(),
          version: { increment: 1 },
        },
      });
      tellAnnouncement(tx, row.id);
      tellDesk(tx, row.officeId);
      return changed;
    });
  }

  async discard(actor: Actor, id: string): Promise<boolean> {
    await this.writes.transact(async (tx) => {
      const { row } = await announcementGate.may(tx, actor, 'discard', id);
      await tx.db.announcement.delete({ where: { id: row.id } });
      tellAnnouncement(tx, row.id);
      tellDesk(tx, row.officeId);
    });
    return true;
  }

  /** What somebody else saved in the meantime, with who and when, to be shown beside the writer's own text. */
  private async current(row: WritableAnnouncement) {
    const topics = await this.database.prisma.announcementTopic.findMany({ where: { announcementId: row.id }, select: { topicId: true } });
    const author = await this.database.prisma.person.findUnique({ where: { id: row.authorId }, select: { name: true } });
    const { version, kind, classification, title, summary, body, action, dueAt, links, expiresAt, asksAcknowledgement, commentsOpen } = row;
    const { kinds, kreisIds, organisationIds, groupIds, roles, exceptIds, contactTopicId, contactName, contactPhone, contactEmail } = row;
    return {
      ...{ version, kind, classification, title, summary, body, action, dueAt, links, expiresAt, asksAcknowledgement, commentsOpen },
      topicIds: topics.map((t) => t.topicId),
      audience: { kinds, kreisIds, organisationIds, groupIds, roles, exceptIds },
      contact: contactName ? { topicId: contactTopicId, name: contactName, phone: contactPhone, email: contactEmail } : null,
      changedAt: row.changedAt,
      authorName: author?.name ?? '',
    };
  }
}

const eachOnce = <T extends Record<string, readonly unknown[]>>(lists: T): { [K in keyof T]: T[K][number][] } =>
  Object.fromEntries(Object.entries(lists).map(([key, list]) => [key, [...new Set(list)]])) as never;
