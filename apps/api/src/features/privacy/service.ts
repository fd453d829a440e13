import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.ts';
import { Database } from '../../platform/database/database.ts';
import { Writes } from '../../platform/database/writes.ts';
import { fail, isUuid } from '../../platform/fail.ts';
import { page, type Page, type PageArgs } from '../../platform/graphql/page.ts';
import { OwnData, statementOf } from '../../platform/own-data.ts';
import { berlinDay } from '../../platform/berlin.ts';
import type { AuditFilter, JsonFile } from '../../generated/graphql.ts';
import type { AuditEntry, Person, Prisma } from '../../generated/prisma/client.ts';
import { groupLabel } from '../working-groups/index.ts';
import { readsAudit } from './policy.ts';
import { auditSentence } from './sentences.ts';

type Entry = AuditEntry & { actor: Person | null };
export interface AuditView extends AuditEntry {
  actorName: string;
  sentence: string;
}

@Injectable()
export class PrivacyService {
  constructor(
    private readonly database: Database,
    private readonly writes: Writes,
    private readonly ownData: OwnData,
  ) {}

  async audit(actor: Actor, filter: AuditFilter, args: PageArgs): Promise<Page<AuditView>> {
    if (!readsAudit(actor)) throw fail('forbidden');
    const where = conditionOf(filter);
    const found = await page<Entry>(
      args,
      [
        { column: 'at', kind: 'instant', direction: 'desc', key: (e) => e.at.toISOString() },
        { column: 'id', kind: 'id', direction: 'desc', key: (e) => e.id },
      ],
      (part) => this.database.prisma.auditEntry.findMany({ ...part, where: { AND: [where, part.where] }, include: { actor: true } }),
      () => this.database.prisma.auditEntry.count({ where }),
    );
    const names = await this.namesIn(found.nodes);
    const nameOf = (id: unknown): string => names.get(String(id)) ?? 'unbekannt';
    return {
      ...found,
      nodes: found.nodes.map((e) => ({
        ...e,
        actorName: e.actor?.name ?? 'System',
        sentence: auditSentence(e.action, { details: e.details as Prisma.JsonObject, subjectId: e.subjectId, nameOf }),
      })),
    };
  }

  /** R10. At most once a minute: the row of the person is the lock, the audit log the memory. */
  exportsOwn(actor: Actor): Promise<JsonFile> {
    return this.writes.transact(async (tx) => {
      await tx.db.$queryRaw`SELECT FROM person WHERE id = ${actor.personId}::uuid FOR NO KEY UPDATE`;
      const recent = await tx.db.auditEntry.count({
        where: { subjectKind: 'person', subjectId: actor.personId, action: 'data.exported', at: { gt: new Date(Date.now() - 60_000) } },
      });
      if (recent > 0) throw fail('rate_limited');
      // What is known by an address alone is of whoever reads its mail: somebody who only claims it gets nothing of it.
      const address = actor.emailVerified ? actor.email : '';
      const data: Record<string, unknown> = {};
      for (const section of this.ownData.sections) {
        const rows = await tx.db.$queryRawUnsafe<{ row: object }[]>(statementOf(section), actor.personId, address);
        data[section.title] = rows.map(({ row }) => row);
      }
      tx.audit({ actorId: actor.personId, action: 'data.exported', subject: { kind: 'person', id: actor.personId } });
      const now = new Date();
      return { name: `meine-daten-${berlinDay(now)}.json`, text: JSON.stringify({ 'Ausgegeben am': now.toISOString(), ...data }, null, 2) };
    });
  }

  /** Persons, groups and organisations that rows name by id: three queries, whatever their number. */
  private async namesIn(entries: readonly Entry[]): Promise<Map<string, string>> {
    const ids = [
      ...new Set(
        entries
          .flatMap((e) => [e.subjectId, ...Object.values(e.details as Prisma.JsonObject)])
          .filter((id) => typeof id === 'string' && isUuid(id)),
      ),
    ] as string[];
    const where = { id: { in: ids } };
    const [people, groups, organisations] = await Promise.all([
      this.database.prisma.person.findMany({ where, select: { id: true, name: true } }),
      this.database.prisma.workingGroup.findMany({ where, select: { id: true, name: true, number: true } }),
      this.database.prisma.organisation.findMany({ where, select: { id: true, title: true } }),
    ]);
    return new Map([
      ...people.map((p) => [p.id, p.name] as const),
      ...groups.map((g) => [g.id, groupLabel(g)] as const),
      ...organisations.map((o) => [o.id, o.title] as const),
    ]);
  }
}

/** `text`: in the name of who acted, in the action, or an id that the row is about. */
function conditionOf({ action, text, from, to }: AuditFilter): Prisma.AuditEntryWhereInput {
  const wanted = text?.normalize('NFC').trim();
  const like = wanted?.replace(/[\\%_]/g, '\\$&');
  return {
    ...(action ? { action } : {}),
    ...(from || to ? { at: { ...(from && { gte: new Date(from) }), ...(to && { lt: new Date(to) }) } } : {}),
    ...(wanted
      ? {
          OR: [
            { actor: { name: { contains: like!, mode: 'insensitive' } } },
            { action: { contains: like!, mode: 'insensitive' } },
            { subjectId: wanted },
            { details: { path: ['person'], string_contains: like!, mode: 'insensitive' } },
            { details: { path: ['organisation'], string_contains: like!, mode: 'insensitive' } },
            { details: { path: ['email'], string_contains: like!, mode: 'insensitive' } },
          ],
        }
      : {}),
  };
}
