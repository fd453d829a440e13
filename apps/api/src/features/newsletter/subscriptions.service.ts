import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.ts';
import { CONFIG, type Config } from '../../platform/config.ts';
import { Database, type Db } from '../../platform/database/database.ts';
import { Writes, type Tx } from '../../platform/database/writes.ts';
import { fail } from '../../platform/fail.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { HourlyLimit } from '../../platform/http/hourly-limit.ts';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { Outbox } from '../../platform/mail/outbox.ts';
import type { Newsletter, NewsletterLink } from '../../generated/graphql.ts';
import type { ConsentWay, NewsletterSubscription } from '../../generated/prisma/client.ts';
import { forgetSubscriptions } from './jobs.ts';
import { confirmLetter, consentText, knownLetter } from './letters.ts';
import { editsNewsletter } from './policy.ts';
import { confirmDays, demandFresh, followLink, mailKeys, newLink } from './links.ts';

const hour = 3_600_000;
/** Requests in an hour from one network address. A whole office may share one. */
const perHour = 30;

/** Subscriptions: double opt-in, and a log of consents. */
@Injectable()
export class SubscriptionService implements OnModuleInit {
  private readonly limit = new HourlyLimit(perHour);

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly writes: Writes,
    private readonly outbox: Outbox,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(forgetSubscriptions, () => this.forget(), '23 * * * *');
  }

  async about(actor: Actor | null): Promise<Newsletter> {
    const { NEWSLETTER_NAME: name } = this.config;
    const viewerEmail = actor?.emailVerified ? actor.email.toLowerCase() : null;
    const own = viewerEmail && (await this.database.prisma.newsletterSubscription.findUnique({ where: { email: viewerEmail } }));
    return {
      id: 'newsletter',
      name,
      consentText: this.consent,
      viewerEmail,
      viewerSubscribed: !!own && own.status === 'ACTIVE',
      viewerEdits: !!actor && editsNewsletter(actor),
    };
  }

  /** The answer does not tell whether the address is known; the mail tells its owner. */
  async asks({ actor, address }: RequestContext, email: string): Promise<true> {
    if (!this.limit.allows(actor?.personId ?? address)) throw fail('rate_limited');
    await this.writes.transact(async (tx) => {
      const before = await this.locked(tx, email);
      if (before.mailedAt && before.mailedAt.getTime() > Date.now() - hour) return;
      const active = before.status === 'ACTIVE';
      const now = new Date();
      const data = active
        ? {}
        : { status: 'PENDING' as const, requestedAt: now, consentText: this.consent, confirmedAt: null, endedAt: null };
      await tx.db.newsletterSubscription.update({ where: { id: before.id }, data: { ...data, mailedAt: now } });
      // A mail that still waits to be sent has the old link, which the new one replaces.
      await tx.db.outboxMail.deleteMany({ where: { key: { startsWith: mailKeys.link(before.id) }, sentAt: null } });
      const token = await newLink(tx.db, before.id, active ? 'MANAGE' : 'CONFIRM');
      const { NEWSLETTER_NAME: name } = this.config;
      const letter = active ? knownLetter(name, token) : confirmLetter(name, this.consent, token);
      await this.outbox.post(tx, `${mailKeys.link(before.id)}${now.toISOString()}`, email, letter);
    });
    return true;
  }

  async link(token: string): Promise<NewsletterLink> {
    const link = await followLink(this.database.prisma, token);
    if (link.kind === 'CONFIRM') demandFresh(link);
    const { email, status, confirmedAt } = link.subscription;
    return { kind: link.kind, email, subscribed: status === 'ACTIVE', confirmedAt: confirmedAt?.toISOString() ?? null };
  }

  async confirms(token: string): Promise<true> {
    await this.writes.transact(async (tx) => {
      const link = await followLink(tx.db, token, true);
      if (link.kind !== 'CONFIRM') throw fail('not_found');
      demandFresh(link);
      // Links sent before must not open again a subscription that was ended in between.
      await tx.db.newsletterLink.updateMany({
        where: { subscriptionId: link.subscriptionId, kind: 'CONFIRM', usedAt: null },
        data: { usedAt: new Date() },
      });
      await this.begin(tx, link.subscription, 'FORM', link.subscription.consentText);
    });
    return true;
  }

  async ends(token: string, way: ConsentWay): Promise<true> {
    await this.writes.transact(async (tx) => {
      const { kind, subscription } = await followLink(tx.db, token, true);
      if (kind !== 'MANAGE') throw fail('not_found');
      await this.end(tx, subscription, way);
    });
    return true;
  }

  async sets(actor: Actor, on: boolean): Promise<Newsletter> {
    if (!actor.emailVerified) throw fail('forbidden');
    const email = actor.email.toLowerCase();
    await this.writes.transact(async (tx) => {
      if (on) await this.begin(tx, await this.locked(tx, email), 'ACCOUNT', this.consent);
      else {
        const found = await lockByEmail(tx.db, email);
        if (found) await this.end(tx, found, 'ACCOUNT');
      }
    });
    return this.about(actor);
  }

  private get consent(): string {
    return consentText(this.config.NEWSLETTER_NAME, this.config.LAND_NAME);
  }

  /** The row of an address, made if there is none. */
  private async locked(tx: Tx, email: string): Promise<NewsletterSubscription> {
    await tx.db.newsletterSubscription.createMany({ data: [{ email, consentText: this.consent }], skipDuplicates: true });
    return (await lockByEmail(tx.db, email))!;
  }

  private async begin(tx: Tx, { id, email, status, requestedAt }: NewsletterSubscription, way: ConsentWay, text: string): Promise<void> {
    if (status === 'ACTIVE') return;
    const now = new Date();
    const asked = way === 'ACCOUNT' ? now : requestedAt;
    await tx.db.newsletterSubscription.update({
      where: { id },
      data: { status: 'ACTIVE', requestedAt: asked, consentText: text, confirmedAt: now, endedAt: null },
    });
    await tx.db.consentRecord.create({ data: { email, act: 'GIVEN', way, text, requestedAt: asked } });
  }

  private async end(tx: Tx, { id, email, status, requestedAt, consentText: text }: NewsletterSubscription, way: ConsentWay): Promise<void> {
    if (status !== 'ACTIVE') return;
    await tx.db.newsletterSubscription.update({ where: { id }, data: { status: 'ENDED', endedAt: new Date() } });
    // Mails that still wait to be sent go too.
    await tx.db.outboxMail.deleteMany({ where: { key: { startsWith: mailKeys.all(id) }, sentAt: null } });
    await tx.db.consentRecord.create({ data: { email, act: 'WITHDRAWN', way, text, requestedAt } });
  }

  /** Subscriptions that nobody confirmed leave no trace: neither the address nor that a mail went there. */
  private async forget(): Promise<void> {
    await this.database.pool.query(
      `WITH gone AS (
         DELETE FROM newsletter_subscription
          WHERE (status = 'PENDING' AND requested_at < now() - make_interval(days => $1)) OR (status = 'ENDED' AND ended_at < now() - interval '30 days')
         RETURNING id)
       DELETE FROM outbox_mail m USING gone WHERE m.key LIKE 'newsletter:' || gone.id || ':%'`,
      [confirmDays],
    );
    await this.database.pool.query(`DELETE FROM consent_record WHERE at < now() - interval '3 years'`);
  }
}

async function lockByEmail(db: Db, email: string): Promise<NewsletterSubscription | null> {
  await db.$queryRawUnsafe(`SELECT FROM newsletter_subscription WHERE email = $1 FOR UPDATE`, email);
  return db.newsletterSubscription.findUnique({ where: { email } });
}
