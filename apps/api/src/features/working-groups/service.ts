import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.ts';
import { Database } from '../../platform/database/database.ts';
import { page, type Page, type PageArgs } from '../../platform/graphql/page.ts';
import type { WorkingGroup } from '../../generated/prisma/client.ts';
import { groupGate } from './gate.ts';
import { visibleGroups } from './policy.ts';

@Injectable()
export class WorkingGroupService {
  constructor(private readonly database: Database) {}

  async one(actor: Actor, id: string): Promise<WorkingGroup> {
    const { id: seen } = await groupGate.look(this.database.prisma, actor, id);
    return this.database.prisma.workingGroup.findUniqueOrThrow({ where: { id: seen } });
  }

  list(actor: Actor, args: PageArgs): Promise<Page<WorkingGroup>> {
    const where = visibleGroups(actor);
    return page(
      args,
      [
        { column: 'name', direction: 'asc', key: (g) => g.name },
        { column: 'id', direction: 'asc', key: (g) => g.id },
      ],
      (part) => this.database.prisma.workingGroup.findMany({ ...part, where: { AND: [where, part.where] } }),
      () => this.database.prisma.workingGroup.count({ where }),
    );
  }
}
