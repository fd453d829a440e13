import { Injectable } from '@nestjs/common';
import { administrationKinds, inputs } from '@kollab/contract';
import { belongsTo, type Actor } from '../../platform/auth/actor.ts';
import { Writes } from '../../platform/database/writes.ts';
import { fail, parse } from '../../platform/fail.ts';
import type { Sprechstunde } from '../../generated/prisma/client.ts';
import { eventGate } from './gate.ts';

/** The mood barometer: a Kommune has one vote an event, and the last one counts. Who of it voted is not kept. */
@Injectable()
export class MoodService {
  constructor(private readonly writes: Writes) {}

  vote(actor: Actor, args: object): Promise<Sprechstunde> {
    const { sprechstundeId, organisationId, value } = parse(inputs.voteMood, args);
    return this.writes.transact(async (tx) => {
      const { row } = await eventGate.may(tx, actor, 'voteMood', sprechstundeId);
      const organisation = await tx.db.organisation.findUnique({ where: { id: organisationId } });
      const kinds: readonly string[] = administrationKinds;
      if (!organisation || !belongsTo(row.rights, organisation.id) || !kinds.includes(organisation.kind)) throw fail('forbidden');
      const key = { sprechstundeId: row.id, organisationId: organisation.id };
      await tx.db.moodVote.upsert({
        where: { sprechstundeId_organisationId: key },
        create: { ...key, value },
        update: { value },
      });
      tx.announce('mood.changed', row.id, { sprechstundeId: row.id });
      return tx.db.sprechstunde.findUniqueOrThrow({ where: { id: row.id } });
    });
  }
}
