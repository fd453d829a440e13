import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/writes.ts';

/**
 * Lets features above act in the same transaction without this one knowing them: opening an announcement marks its notices as
 * read, and an acknowledgement ends the reminders of it.
 */
@Injectable()
export class AnnouncementHooks {
  readonly acknowledged: ((tx: Tx, announcementId: string) => Promise<void>)[] = [];
  readonly read: ((tx: Tx, personId: string, announcementId: string) => Promise<void>)[] = [];
}
