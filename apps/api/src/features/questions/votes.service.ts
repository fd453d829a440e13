import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.ts';
import { Writes } from '../../platform/database/writes.ts';
import { voteGate } from './gate.ts';
import { QuestionRows, type QuestionRow } from './question-rows.ts';
import { VoteTeller } from './vote-teller.ts';

const give = `INSERT INTO question_vote (question_id, person_id) VALUES ($1::uuid, $2::uuid) ON CONFLICT DO NOTHING RETURNING question_id`;
const takeBack = `DELETE FROM question_vote WHERE question_id = $1::uuid AND person_id = $2::uuid RETURNING question_id`;

@Injectable()
export class VoteService {
  constructor(
    private readonly writes: Writes,
    private readonly rows: QuestionRows,
    private readonly teller: VoteTeller,
  ) {}

  /** One a person, taken back at will. */
  async vote(actor: Actor, id: string, on: boolean): Promise<QuestionRow> {
    const moved = await this.writes.pipelined(async (tx) => {
      const { row } = await voteGate.may(tx, actor, on ? 'vote' : 'unvote', id);
      const changed = await tx.db.$queryRawUnsafe<unknown[]>(on ? give : takeBack, row.id, actor.personId);
      return changed.length > 0;
    });
    if (moved) this.teller.moved(id.toLowerCase());
    return this.rows.one(actor, id);
  }
}
