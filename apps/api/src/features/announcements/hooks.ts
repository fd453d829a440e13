import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/writes.ts';

/**
 * What features above do in the same transaction, without this one knowing them: who opens it has read the notices of it, and
 * what an organisation acknowledged, nobody reminds it of.
 */
@Injectable()
export class AnnouncementHooks {
  readonly acknowledged: ((tx: Tx, announcementId: string) => Promise<void>)[] = [];
  readonly read: ((tx: Tx, personId: string, announcementId: string) => Promise<void>)[] = [];
}
