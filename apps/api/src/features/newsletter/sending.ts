import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config } from '../../platform/config.ts';
import { Writes } from '../../platform/database/writes.ts';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { Outbox } from '../../platform/mail/outbox.ts';
import { newSecret } from '../../platform/auth/secret.ts';
import { asOfNow, contentOf } from './content.ts';
import { issueMails, unsubscribeHeaders, type Issue } from './issue-mail.ts';
import { changed } from './issues.service.ts';
import { sendIssue } from './jobs.ts';
import { mailKeys } from './links.ts';

const mostMails = 100;
/** Characters of the mails of one batch: they are in memory together, and go to the database in one statement. */
const mostText = 8_000_000;

/**
 * Makes the mails of an issue, one transaction for each batch. The same transaction notes how far it got: when a worker dies, no
 * subscriber is left out and none gets two mails; a job that runs twice goes on where the other one stopped.
 */
@Injectable()
export class Sending implements OnModuleInit {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly writes: Writes,
    private readonly outbox: Outbox,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(sendIssue, ({ issueId }) => this.next(issueId));
  }

  /** The last issue as mails: its batches follow each other. */
  private set: { content: string; mails: ReturnType<typeof issueMails>; batch: number } | undefined;

  private next(issueId: string): Promise<void> {
    return this.writes.transact(async (tx) => {
      await tx.db.$queryRawUnsafe(`SELECT FROM newsletter_issue WHERE id = $1::uuid FOR NO KEY UPDATE`, issueId);
      const issue = await tx.db.newsletterIssue.findUnique({ where: { id: issueId } });
      if (!issue || issue.status !== 'SENDING') return;
      const [content] = await asOfNow(tx.db, [contentOf(issue)], 'left out');
      const { mails: mailTo, batch } = this.mailsOf({ ...content!, number: issue.number! });
      const due = await tx.db.newsletterSubscription.findMany({
        // Whoever confirmed after the publication gets the next issue; this one is in the archive.
        where: { status: 'ACTIVE', confirmedAt: { lte: issue.publishedAt! }, ...(issue.sentUpTo && { id: { gt: issue.sentUpTo } }) },
        orderBy: { id: 'asc' },
        take: batch,
        select: { id: true, email: true },
      });
      const mails = due.map(({ id, email }) => {
        const { token, tokenHash } = newSecret();
        const mail = mailTo(token);
        const headers = unsubscribeHeaders(token, this.config);
        return {
          link: { tokenHash, subscriptionId: id, kind: 'MANAGE' as const },
          mail: { ...mail, key: mailKeys.issue(id, issue.id), to: email, headers },
        };
      });
      await tx.db.newsletterLink.createMany({ data: mails.map(({ link }) => link) });
      await this.outbox.put(
        tx,
        mails.map(({ mail }) => mail),
      );
      const last = due.at(-1);
      await tx.db.newsletterIssue.update({
        where: { id: issue.id },
        data:
          last && due.length === batch
            ? { sentCount: { increment: due.length }, sentUpTo: last.id }
            : { sentCount: { increment: due.length }, status: 'SENT', finishedAt: new Date() },
      });
      if (due.length === batch) tx.enqueue(sendIssue, { issueId });
      changed(tx, issue.id);
    });
  }
  private mailsOf(issue: Issue): NonNullable<Sending['set']> {
    const content = JSON.stringify(issue);
    if (this.set?.content === content) return this.set;
    const mails = issueMails(issue, this.config);
    const { text, html } = mails('');
    const fitting = Math.floor(mostText / (text.length + html.length));
    return (this.set = { content, mails, batch: Math.min(Math.max(fitting, 1), mostMails) });
  }
}
