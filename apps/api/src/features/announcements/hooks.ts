import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/writes.ts';

/** What features above do in the same transaction, without this one knowing them: who opens it has read the notices of it. */
@Injectable()
export class AnnouncementHooks {
  readonly read: ((tx: Tx, personId: string, announcementId: string) => Promise<void>)[] = [];
}
