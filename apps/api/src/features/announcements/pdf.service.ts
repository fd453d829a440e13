import { extname, join } from 'node:path';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Announcement, AnnouncementCorrection } from '../../generated/prisma/client.ts';
import type { Actor } from '../../platform/auth/actor.ts';
import { berlinDate, berlinShortDate, berlinTime } from '../../platform/berlin.ts';
import { CONFIG, type Config } from '../../platform/config.ts';
import { Database } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import { Crowded, SideThread, TooMuch } from '../../platform/side-thread.ts';
import type { Part, Sheet } from './pdf-sheet.ts';
import { AnnouncementRows } from './rows.ts';

const kindWords = { INFO: 'Information', IMPORTANT: 'Wichtig', ACTION: 'Handlung' } as const;
const at = (instant: Date): string => `${berlinDate(instant)}, ${berlinTime(instant)} Uhr`;
/** Beside this file, in the source as in the bundle. */
const threadFile = join(import.meta.dirname, `pdf-thread${extname(import.meta.filename)}`);

export interface AnnouncementPdf {
  name: string;
  /** Base64. */
  content: string;
}

/** An announcement on paper, for whoever may read it: what its page says, and nothing about who it went to. */
@Injectable()
export class PdfService implements OnModuleDestroy {
  /** Some texts take seconds to set: nobody else waits for them meanwhile. */
  private readonly thread = new SideThread<Sheet, Uint8Array>(threadFile, { waiting: 20, seconds: 10, megabytes: 96 });
  /** Being made: all its readers have the same, and many open an announcement at once. */
  private readonly made = new Map<string, Promise<string>>();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly rows: AnnouncementRows,
  ) {}

  async onModuleDestroy(): Promise<void> {
    await this.thread.end();
  }

  async of(actor: Actor, id: string): Promise<AnnouncementPdf> {
    const announcement = await this.rows.one(actor, id);
    const { prisma } = this.database;
    const [office, corrections, topic] = await Promise.all([
      prisma.organisation.findUniqueOrThrow({ where: { id: announcement.officeId }, select: { title: true } }),
      prisma.announcementCorrection.findMany({ where: { announcementId: announcement.id }, orderBy: { version: 'asc' } }),
      announcement.contactTopicId ? prisma.topic.findUnique({ where: { id: announcement.contactTopicId } }) : null,
    ]);
    const sheet = this.sheet(announcement, office.title, topic?.name ?? 'Allgemein', corrections);
    return { name: nameOf(announcement.title), content: await this.printed(sheet) };
  }

  private async printed(sheet: Sheet): Promise<string> {
    const key = JSON.stringify(sheet);
    const printing =
      this.made.get(key) ??
      this.thread
        .run(sheet)
        .then((bytes) => Buffer.from(bytes).toString('base64'))
        .finally(() => this.made.delete(key));
    this.made.set(key, printing);
    try {
      return await printing;
    } catch (error) {
      if (error instanceof Crowded) throw fail('rate_limited');
      throw error instanceof TooMuch ? fail('announcement.too_much_for_pdf') : error;
    }
  }

  private sheet(announcement: Announcement, office: string, topic: string, corrections: readonly AnnouncementCorrection[]): Sheet {
    const { kind, status, classification, summary, body, action, dueAt, publishedAt, contactName } = announcement;
    const title = announcement.title.trim() || 'Ohne Überschrift';
    const footer = `Gemeinsam Digital, ${this.config.LAND_NAME}`;
    const parts: Part[] = [
      { heading: title, level: 1 },
      { runs: [{ text: `${kindWords[kind]} von ${office}, ${publishedAt ? at(publishedAt) : 'Entwurf'}` }] },
      { runs: [{ text: `Einstufung: ${classification}` }] },
    ];
    if (status === 'WITHDRAWN')
      parts.push({
        runs: [{ text: 'Diese Mitteilung wurde zurückgezogen. ', bold: true }, { text: `Grund: ${announcement.withdrawalReason}` }],
      });
    parts.push({ runs: [{ text: summary, bold: true }] });
    if (kind === 'ACTION') {
      const until = dueAt ? ` Bis ${berlinShortDate(dueAt)}, ${berlinTime(dueAt)} Uhr.` : '';
      parts.push({ heading: 'Was zu tun ist', level: 2 }, { runs: [{ text: action }, { text: until, bold: true }] });
    }
    parts.push({ markdown: body, above: 1 });
    if (contactName) {
      const reach = [announcement.contactPhone, announcement.contactEmail].filter(Boolean).map((way) => `, ${way}`);
      const runs = [{ text: `${topic}: `, bold: true }, { text: `${contactName}, ${office}${reach.join('')}` }];
      parts.push({ heading: 'So erreichen Sie die Stelle', level: 2 }, { runs });
    }
    const links = announcement.links as { title: string; url: string }[];
    if (links.length > 0) parts.push({ heading: 'Links', level: 2 }, { links });
    if (corrections.length > 0) parts.push({ heading: 'Korrekturen', level: 2 });
    for (const { at: when, note } of corrections) parts.push({ runs: [{ text: `${at(when)}: `, bold: true }, { text: note }] });
    return { frame: { title, author: office, marking: classification, footer }, parts };
  }
}

/** A file's name on every system: letters, digits and hyphens. */
export function nameOf(title: string): string {
  const words = title
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 80)
    .toWellFormed()
    .replace(/^-+|-+$/g, '');
  return `Mitteilung${words && '-'}${words}.pdf`;
}
