import { Inject, Injectable } from '@nestjs/common';
import type { Inputs } from '@kollab/contract';
import type { Actor } from '../../platform/auth/actor.ts';
import { CONFIG, type Config } from '../../platform/config.ts';
import { Database, type Db } from '../../platform/database/database.ts';
import { newId } from '../../platform/database/new-id.ts';
import { Writes, type Tx } from '../../platform/database/writes.ts';
import { fail } from '../../platform/fail.ts';
import { HourlyLimit } from '../../platform/http/hourly-limit.ts';
import { Outbox } from '../../platform/mail/outbox.ts';
import type { NewsletterDraft, NewsletterPreview } from '../../generated/graphql.ts';
import { compose } from './content.ts';
import { issueGate } from './gate.ts';
import { issueMails } from './issue-mail.ts';
import { IssueRows } from './issue-rows.ts';
import { sendIssue } from './jobs.ts';
import { editsNewsletter } from './policy.ts';

const testsPerHour = 30;

/** What the editor does with an issue. */
@Injectable()
export class IssueService {
  private readonly tests = new HourlyLimit(testsPerHour);

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly writes: Writes,
    private readonly outbox: Outbox,
    private readonly rows: IssueRows,
  ) {}

  async create(actor: Actor, clientMutationId: string): Promise<NewsletterDraft> {
    if (!editsNewsletter(actor)) throw fail('forbidden');
    const issue = await this.writes.transact(async (tx) => {
      const key = { createdById: actor.personId, clientMutationId };
      const { count } = await tx.db.newsletterIssue.createMany({ data: [key], skipDuplicates: true });
      const made = await tx.db.newsletterIssue.findUniqueOrThrow({ where: { createdById_clientMutationId: key } });
      if (count > 0) changed(tx, made.id);
      return made;
    });
    return this.rows.draft(actor, issue);
  }

  async save(actor: Actor, id: string, version: number, draft: Inputs['newsletterDraft']): Promise<NewsletterDraft> {
    const issue = await this.writes.transact(async (tx) => {
      const { row } = await issueGate.may(tx, actor, 'edit', id);
      if (row.version !== version) throw fail('stale', { current: { version: row.version } });
      const { title, greeting, outlook, blocks } = draft;
      changed(tx, row.id);
      return tx.db.newsletterIssue.update({
        where: { id: row.id },
        data: { title, greeting, outlook, blocks, version: { increment: 1 }, changedAt: new Date() },
      });
    });
    return this.rows.draft(actor, issue);
  }

  async discard(actor: Actor, id: string): Promise<true> {
    await this.writes.transact(async (tx) => {
      const { row } = await issueGate.may(tx, actor, 'edit', id);
      await tx.db.newsletterIssue.delete({ where: { id: row.id } });
      changed(tx, row.id);
    });
    return true;
  }

  async preview(actor: Actor, id: string): Promise<NewsletterPreview> {
    const { prisma } = this.database;
    const issue = await issueGate.look(prisma, actor, id);
    const [{ content, missing }, number, recipients] = await Promise.all([
      compose(prisma, issue, new Date()),
      issue.number ?? nextNumber(prisma),
      subscribers(prisma),
    ]);
    const { subject, text, html } = issueMails({ ...content, number }, this.config)(null);
    return { number, subject, text, html, parts: content.parts, missing, recipients };
  }

  /** A preview may be incomplete: its gaps are what an editor wants to see. */
  async test(actor: Actor, id: string): Promise<true> {
    if (!this.tests.allows(actor.personId)) throw fail('rate_limited');
    await this.writes.transact(async (tx) => {
      const { row } = await issueGate.may(tx, actor, 'read', id);
      const { content } = await compose(tx.db, row, new Date());
      const mail = issueMails({ ...content, number: row.number ?? (await nextNumber(tx.db)) }, this.config)(null);
      await this.outbox.put(tx, [{ ...mail, key: `newsletter_test:${newId()}`, to: actor.email, subject: `Probe: ${mail.subject}` }]);
    });
    return true;
  }

  async publish(actor: Actor, id: string, version: number): Promise<NewsletterDraft> {
    const issue = await this.writes.transact(async (tx) => {
      const { row } = await issueGate.may(tx, actor, 'read', id);
      if (row.status !== 'DRAFT') return row;
      if (row.version !== version) throw fail('stale', { current: { version: row.version } });
      const now = new Date();
      const { content, missing } = await compose(tx.db, row, now);
      if (missing.length > 0) throw fail('newsletter.incomplete', { fields: missing });
      // Publications wait for each other, so that no number is given twice or left out.
      await tx.db.$executeRawUnsafe(`SELECT pg_advisory_xact_lock(hashtext('newsletter.number'))`);
      const [number, recipientCount] = [await nextNumber(tx.db), await subscribers(tx.db)];
      tx.audit({
        actorId: actor.personId,
        action: 'newsletter.published',
        subject: { kind: 'newsletter_issue', id: row.id },
        details: { number, title: row.title, recipients: recipientCount },
      });
      tx.enqueue(sendIssue, { issueId: row.id });
      changed(tx, row.id);
      return tx.db.newsletterIssue.update({
        where: { id: row.id },
        data: { status: 'SENDING', number, content: { ...content }, recipientCount, publishedAt: now, changedAt: now },
      });
    });
    return this.rows.draft(actor, issue);
  }
}

export const changed = (tx: Tx, issueId: string): void => tx.announce('newsletter.changed', null, { issueId });

const subscribers = (db: Db): Promise<number> => db.newsletterSubscription.count({ where: { status: 'ACTIVE' } });

async function nextNumber(db: Db): Promise<number> {
  const { _max } = await db.newsletterIssue.aggregate({ _max: { number: true } });
  return (_max.number ?? 0) + 1;
}
