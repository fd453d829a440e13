import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/writes.ts';

/** What features above do in the same transaction, without this one knowing them: who reads the posts has read their notices. */
@Injectable()
export class ThreadHooks {
  readonly postsRead: ((tx: Tx, personId: string, threadId: string, upTo: number) => Promise<void>)[] = [];
}
