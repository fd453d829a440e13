import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.ts';
import { Writes } from '../../platform/database/writes.ts';
import { voteGate } from './gate.ts';
import { QuestionRows, type QuestionRow } from './question-rows.ts';
import { VoteTeller } from './vote-teller.ts';

@Injectable()
export class VoteService {
  constructor(
    private readonly writes: Writes,
    private readonly rows: QuestionRows,
    private readonly teller: VoteTeller,
  ) {}

  /** One a person, taken back at will. */
  async vote(actor: Actor, id: string, on: boolean): Promise<QuestionRow> {
    const moved = await this.writes.transact(async (tx) => {
      const { row } = await voteGate.may(tx, actor, on ? 'vote' : 'unvote', id);
      const vote = { questionId: row.id, personId: actor.personId };
      const { count } = on
        ? await tx.db.questionVote.createMany({ data: [vote], skipDuplicates: true })
        : await tx.db.questionVote.deleteMany({ where: vote });
      return count > 0;
    });
    if (moved) this.teller.moved(id.toLowerCase());
    return this.rows.one(actor, id);
  }
}
