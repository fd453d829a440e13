import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { Prisma } from '../../generated/prisma/client.ts';
import { CONFIG, type Config } from '../config.ts';
import { Database } from '../database/database.ts';
import type { Tx } from '../database/writes.ts';
import { job, Jobs } from '../jobs/jobs.ts';
import { renderMail, type Letter } from './letter.ts';

const sendMail = job<{ key: string }>('mail.send');
const forgetMails = job('mail.forget');
/** Days that it stays known to whom a mail went; as the page Datenschutz says. */
const keptDays = 90;

export type MailHeaders = Record<string, string>;
interface Mail {
  key: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  headers?: MailHeaders;
}

/** Transactional mail: stored in the transaction of its cause, sent by the worker with back-off. */
@Injectable()
export class Outbox implements OnModuleInit {
  private transport: Transporter | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(sendMail, ({ key }) => this.send(key));
    this.jobs.handle(forgetMails, () => this.forget(), '20 3 * * *');
  }

  /** `key`: one mail a fact and recipient, so that a job that runs twice sends once. */
  async post(tx: Tx, key: string, to: string, letter: Letter, headers?: MailHeaders): Promise<void> {
    await this.put(tx, [{ key, to, ...renderMail(letter, this.config), ...(headers && { headers }) }]);
  }

  /** The same for mails that have a face of their own, many at once. */
  async put(tx: Tx, mails: readonly Mail[]): Promise<void> {
    const made = await tx.db.outboxMail.createManyAndReturn({ data: [...mails], skipDuplicates: true, select: { key: true } });
    for (const { key } of made) tx.enqueue(sendMail, { key });
  }

  private async send(key: string): Promise<void> {
    const mail = await this.database.prisma.outboxMail.findUnique({ where: { key } });
    if (!mail || mail.sentAt || !this.config.SMTP_URL) return;
    this.transport ??= createTransport(this.config.SMTP_URL);
    const host = new URL(this.config.PUBLIC_URL).hostname;
    try {
      await this.transport.sendMail({
        from: this.config.MAIL_FROM,
        to: mail.to,
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        // The same on every attempt, so that a mail server can drop the second one.
        messageId: `<${mail.id}@${host}>`,
        headers: { 'Auto-Submitted': 'auto-generated', ...(mail.headers as MailHeaders | null) },
      });
    } catch (error) {
      await this.database.prisma.outboxMail.update({
        where: { key },
        data: { attempts: { increment: 1 }, failedAt: new Date(), error: (error as Error).message.slice(0, 500) },
      });
      throw error;
    }
    // The text was needed for sending only.
    await this.database.prisma.outboxMail.update({
      where: { key },
      data: { attempts: { increment: 1 }, sentAt: new Date(), failedAt: null, error: null, text: '', html: '', headers: Prisma.DbNull },
    });
  }

  /** Also what was never sent: after so long it is no news any more. */
  private async forget(): Promise<void> {
    await this.database.pool.query('DELETE FROM outbox_mail WHERE created_at < now() - make_interval(days => $1)', [keptDays]);
  }
}
