import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { Clock } from '../clock.ts';
import { CONFIG, type Config } from '../config.ts';
import { Database } from '../database/database.ts';
import { Writes, type Tx } from '../database/writes.ts';
import { job, Jobs } from '../jobs/jobs.ts';
import { Prisma, type MailFailure, type OutboxMail } from '../../generated/prisma/client.ts';
import { asHeaders, isAddress, oneLine, type MailHeaders } from './headers.ts';
import { renderMail, type Letter } from './letter.ts';
import { verdictOn, type MailError } from './verdict.ts';

/** `at`: for which of its attempts, the time that was noted for it; null for the first. */
const sendMail = job<{ key: string; at: string | null }>('mail.send');
const forgetMails = job('mail.forget');
/** Days that it stays known to whom a mail went; as the page Datenschutz says. */
const keptDays = 90;

/** A whole mail, but for whom it is. */
export interface Mail {
  subject: string;
  text: string;
  html: string;
  headers?: MailHeaders;
}
/** `stored`: what was written already, of a letter that is only looked at again. null: there is nothing to say any more. */
export type Composer = (data: Record<string, unknown>, stored: Mail) => Promise<Mail | null>;
export interface Composing {
  composer: string;
  data: Prisma.InputJsonObject;
}

/** Mails on their way: stored in the transaction of their cause, sent by the worker with back-off. */
@Injectable()
export class Outbox implements OnModuleInit {
  private transport: Transporter | undefined;
  private readonly composers = new Map<string, Composer>();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly writes: Writes,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(sendMail, ({ key, at }) => this.send(key, at));
    this.jobs.handle(forgetMails, () => this.forget(), '20 3 * * *');
  }

  /** `key`: one mail a fact and recipient, so that a job that runs twice sends once. `guard`: who looks again when it goes. */
  async post(tx: Tx, key: string, to: string, letter: Letter, guard?: Composing | null, headers?: MailHeaders): Promise<void> {
    await this.store(tx, [{ key, to, ...renderMail(letter, this.config), ...(headers && { headers }), ...guard }]);
  }

  /** The same for mails that have a face of their own, many at once. */
  async put(tx: Tx, mails: readonly (Mail & { key: string; to: string })[]): Promise<void> {
    await this.store(tx, mails);
  }

  /** A mail that is written when it goes: it says what is so then, and nothing that its reader may not read any more. */
  async postComposed(tx: Tx, key: string, to: string, composer: string, data: Prisma.InputJsonObject): Promise<void> {
    await this.store(tx, [{ key, to, composer, data }]);
  }

  /** Each has one, registered by its feature when the modules start. */
  compose(name: string, composer: Composer): void {
    if (this.composers.has(name)) throw new Error(`mails ${name} have two composers`);
    this.composers.set(name, composer);
  }

  /** After it was given up: two more days. The proof that somebody may say so is the caller's. */
  async retries(tx: Tx, key: string): Promise<void> {
    await tx.db.outboxMail.update({ where: { key }, data: { givenUpAt: null, failure: null, nextAt: null, retriedAt: this.clock.now() } });
    tx.enqueue(sendMail, { key, at: null });
  }

  private async store(tx: Tx, data: readonly Prisma.OutboxMailCreateManyInput[]): Promise<void> {
    const made = await tx.db.outboxMail.createManyAndReturn({
      data: data.map((mail) => ({ createdAt: this.clock.now(), ...mail })),
      skipDuplicates: true,
      select: { key: true },
    });
    for (const { key } of made) tx.enqueue(sendMail, { key, at: null });
  }

  private async send(key: string, at: string | null): Promise<void> {
    const mail = await this.database.prisma.outboxMail.findUnique({ where: { key } });
    if (!mail || mail.sentAt || mail.givenUpAt || !this.config.SMTP_URL) return;
    // Each attempt has a job of its own: this one comes again from a worker that died. Clocks are not compared: they differ.
    if ((mail.nextAt?.toISOString() ?? null) !== at) return;
    if (!isAddress(mail.to)) return this.givesUp(mail, 'ADDRESS', 'not an address');
    const paused = await this.database.prisma.mailAddress.findUnique({ where: { address: mail.to.toLowerCase() } });
    if (paused) return this.givesUp(mail, 'PAUSED', paused.reason);
    const written = await this.written(mail);
    if (!written) {
      await this.database.prisma.outboxMail.deleteMany({ where: { key } });
      return;
    }
    try {
      await this.handOver(mail, written);
    } catch (error) {
      return this.failed(mail, error as MailError);
    }
    // The text was needed for sending only.
    await this.database.prisma.outboxMail.update({
      where: { key },
      data: {
        attempts: { increment: 1 },
        sentAt: this.clock.now(),
        failedAt: null,
        nextAt: null,
        error: null,
        text: '',
        html: '',
        headers: Prisma.DbNull,
      },
    });
  }

  private async written(mail: OutboxMail): Promise<Mail | null> {
    const stored = { ...mail, headers: (mail.headers ?? {}) as MailHeaders };
    if (mail.composer === null) return stored;
    const composer = this.composers.get(mail.composer);
    if (!composer) throw new Error(`mails ${mail.composer} have no composer`);
    return composer(mail.data as Record<string, unknown>, stored);
  }

  private async handOver({ id, to }: OutboxMail, { subject, text, html, headers = {} }: Mail): Promise<void> {
    const patience = this.config.SMTP_TIMEOUT * 1_000;
    const timeouts = { connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience, dnsTimeout: patience };
    this.transport ??= createTransport({ url: this.config.SMTP_URL, ...timeouts });
    await this.transport.sendMail({
      from: this.config.MAIL_FROM,
      // Not as text, which would be read as a list.
      to: { name: '', address: to },
      subject: oneLine(subject),
      text,
      html,
      // The same on every attempt, so that a mail server can drop the second one.
      messageId: `<${id}@${new URL(this.config.PUBLIC_URL).hostname}>`,
      headers: { ...asHeaders(headers), 'Auto-Submitted': 'auto-generated' },
    });
  }

  /** The next attempt is a job of its own, left in the transaction that notes this one. */
  private async failed(mail: OutboxMail, error: MailError): Promise<void> {
    const now = this.clock.now();
    const attempts = mail.attempts + 1;
    const waited = now.getTime() - (mail.retriedAt ?? mail.createdAt).getTime();
    const verdict = verdictOn(error, attempts, waited, this.config.SMTP_RETRY_MAX);
    if ('over' in verdict) return this.givesUp(mail, verdict.over, error.message, verdict.pauses);
    const nextAt = new Date(now.getTime() + verdict.again);
    await this.writes.transact(async (tx) => {
      await tx.db.outboxMail.update({ where: { key: mail.key }, data: { attempts, failedAt: now, nextAt, error: sayable(error.message) } });
      tx.enqueue(sendMail, { key: mail.key, at: nextAt.toISOString() }, verdict.again);
    });
  }

  private async givesUp(mail: OutboxMail, failure: MailFailure, message: string, pauses = false): Promise<void> {
    const now = this.clock.now();
    await this.writes.transact(async (tx) => {
      const given = { failedAt: now, givenUpAt: now, failure, nextAt: null, error: sayable(message) };
      await tx.db.outboxMail.update({ where: { key: mail.key }, data: { ...given, attempts: { increment: 1 } } });
      if (!pauses) return;
      const address = mail.to.toLowerCase();
      await tx.db.mailAddress.createMany({ data: [{ address, pausedAt: now, reason: sayable(message) }], skipDuplicates: true });
    });
  }

  /** Also what was never sent: after so long it is no news any more. */
  private async forget(): Promise<void> {
    await this.database.pool.query('DELETE FROM outbox_mail WHERE created_at < now() - make_interval(days => $1)', [keptDays]);
  }
}

/** What a foreign server said, as far as it can be stored and shown. */
const sayable = (message: string): string => oneLine(message).toWellFormed().slice(0, 500);
