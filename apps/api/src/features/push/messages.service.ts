import { createHash } from 'node:crypto';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.ts';
import { Actors } from '../../platform/auth/actors.ts';
import { Clock } from '../../platform/clock.ts';
import { Database } from '../../platform/database/database.ts';
import { Writes } from '../../platform/database/writes.ts';
import { job, Jobs } from '../../platform/jobs/jobs.ts';
import type { PushMessage, PushSubscription } from '../../generated/prisma/client.ts';
import { isQuiet, MailSettings } from '../mailing/index.ts';
import { NoticeLoaders } from '../notifications/index.ts';
import { PushSender, type Message } from './sender.service.ts';
import { keptFor, verdictOn } from './verdict.ts';

/** `at`: the noted time of the attempt that this job is for; null for the first. */
const sendMessage = job<{ messageId: string; at: string | null }>('push.send');
const forgetMessages = job('push.forget');
/** Days after which a browser that no message reaches is forgotten; as the page Datenschutz says. */
const failingDays = 30;
/** Milliseconds until a message that is held back by quiet hours is looked at again. */
const quarter = 15 * 60_000;
/** Characters of the text. Push services take 4 KB, encrypted. */
const shown = 400;

type Loaded = PushMessage & { subscription: PushSubscription };

/** Messages on their way: enqueued in the transaction that marks their notices, written when they are sent, retried with back-off. */
@Injectable()
export class Messages implements OnModuleInit {
  private readonly log = new Logger('push');

  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly writes: Writes,
    private readonly jobs: Jobs,
    private readonly actors: Actors,
    private readonly notices: NoticeLoaders,
    private readonly settings: MailSettings,
    private readonly sender: PushSender,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(sendMessage, ({ messageId, at }) => this.send(messageId, at));
    this.jobs.handle(forgetMessages, () => this.forget(), '45 3 * * *');
  }

  /** One message to each of the person's browsers. Notices that were read or pushed in the meantime are left out. */
  async leave(personId: string, noticeIds: readonly string[], now: Date): Promise<void> {
    await this.writes.transact(async (tx) => {
      const marked = await tx.db.notice.updateManyAndReturn({
        where: { id: { in: [...noticeIds] }, personId, readAt: null, pushedAt: null },
        data: { pushedAt: now },
        select: { id: true },
      });
      if (marked.length === 0) return;
      const devices = await tx.db.pushSubscription.findMany({ where: { personId }, select: { id: true } });
      const ids = marked.map(({ id }) => id);
      const left = await tx.db.pushMessage.createManyAndReturn({
        data: devices.map(({ id: subscriptionId }) => ({ subscriptionId, noticeIds: ids, createdAt: now })),
        select: { id: true },
      });
      for (const { id: messageId } of left) tx.enqueue(sendMessage, { messageId, at: null });
    });
  }

  private async send(messageId: string, at: string | null): Promise<void> {
    if (!this.sender.publicKey) return;
    const found = await this.database.prisma.pushMessage.findUnique({ where: { id: messageId }, include: { subscription: true } });
    const now = this.clock.now();
    // Each attempt has its own job. One whose time is not the noted one was left over by a worker that died.
    if (!found || (found.nextAt?.toISOString() ?? null) !== at) return;
    const { personId } = found.subscription;
    const actor = await this.actors.byId(personId);
    const message = actor && (await this.written(actor, found.noticeIds, now));
    if (!message) return this.drop(found);
    if (isQuiet(await this.settings.of(personId), now)) return this.later(found, quarter, found.attempts);
    const answer = await this.sender.hands(found.subscription, message);
    await this.after(found, verdictOn(answer, found.attempts + 1, now.getTime() - found.createdAt.getTime(), now), answer.status);
  }

  /** Written when it is sent; null when it has been read by then, or may no longer be read. */
  private async written(actor: Actor, noticeIds: readonly string[], now: Date): Promise<Message | null> {
    const [notice] = await this.notices.waiting(actor, { ids: noticeIds }, now);
    if (!notice) return null;
    const { kind, onBehalfOf, sentence: body, path, thread, id } = notice;
    // A hash, since the push service sees it: it stands outside of the encrypted part.
    const tag = createHash('sha256')
      .update(`${actor.personId}:${thread?.id ?? id}`)
      .digest('base64url')
      .slice(0, 32);
    const title = onBehalfOf ? 'In Vertretung' : kind === 'MENTION' ? 'Sie wurden erwähnt' : 'Mit Frist';
    return { title, body: body.length > shown ? `${body.slice(0, shown - 1).toWellFormed()}…` : body, path, tag };
  }

  private async after(message: Loaded, verdict: ReturnType<typeof verdictOn>, status: number): Promise<void> {
    const { id } = message.subscription;
    const now = this.clock.now();
    const { pushSubscription } = this.database.prisma;
    if (verdict === 'gone') {
      await pushSubscription.deleteMany({ where: { id } });
      return;
    }
    if (verdict === 'taken') await pushSubscription.updateMany({ where: { id }, data: { lastUsedAt: now, failingSince: null } });
    else await pushSubscription.updateMany({ where: { id, failingSince: null }, data: { failingSince: now } });
    if (typeof verdict === 'object') return this.later(message, verdict.again, message.attempts + 1);
    if (verdict !== 'taken')
      this.log.warn(
        `a message to ${new URL(message.subscription.endpoint).host} was ${verdict === 'late' ? 'not taken for a day' : `refused: ${status}`}`,
      );
    await this.drop(message);
  }

  private async drop({ id }: PushMessage): Promise<void> {
    await this.database.prisma.pushMessage.deleteMany({ where: { id } });
  }

  /** The next attempt is a job of its own, enqueued in the transaction that notes this one. */
  private async later({ id }: PushMessage, wait: number, attempts: number): Promise<void> {
    const nextAt = new Date(this.clock.now().getTime() + wait);
    await this.writes.transact(async (tx) => {
      const { count } = await tx.db.pushMessage.updateMany({ where: { id }, data: { attempts, nextAt } });
      if (count > 0) tx.enqueue(sendMessage, { messageId: id, at: nextAt.toISOString() }, wait);
    });
  }

  private async forget(): Promise<void> {
    const now = this.clock.now().getTime();
    const { pushMessage, pushSubscription } = this.database.prisma;
    await pushMessage.deleteMany({ where: { createdAt: { lt: new Date(now - 2 * keptFor) } } });
    await pushSubscription.deleteMany({ where: { failingSince: { lt: new Date(now - failingDays * 86_400_000) } } });
  }
}
