import { Inject, Injectable } from '@nestjs/common';
import type { Announcement } from '../../generated/prisma/client.ts';
import type { Actor } from '../../platform/auth/actor.ts';
import { berlinDate, berlinShortDate, berlinTime } from '../../platform/berlin.ts';
import { CONFIG, type Config } from '../../platform/config.ts';
import { Database } from '../../platform/database/database.ts';
import { TaggedPdf } from './pdf-document.ts';
import { writeMarkdown } from './pdf-markdown.ts';
import { AnnouncementRows } from './rows.ts';

const kindWords = { INFO: 'Information', IMPORTANT: 'Wichtig', ACTION: 'Handlung' } as const;
const at = (instant: Date): string => `${berlinDate(instant)}, ${berlinTime(instant)} Uhr`;

export interface AnnouncementPdf {
  name: string;
  /** Base64. */
  content: string;
}

/** An announcement on paper, for whoever may read it: what its page says, and nothing about who it went to. */
@Injectable()
export class PdfService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly rows: AnnouncementRows,
  ) {}

  async of(actor: Actor, id: string): Promise<AnnouncementPdf> {
    const announcement = await this.rows.one(actor, id);
    const { prisma } = this.database;
    const [office, corrections, topic] = await Promise.all([
      prisma.organisation.findUniqueOrThrow({ where: { id: announcement.officeId }, select: { title: true } }),
      prisma.announcementCorrection.findMany({ where: { announcementId: announcement.id }, orderBy: { version: 'asc' } }),
      announcement.contactTopicId ? prisma.topic.findUnique({ where: { id: announcement.contactTopicId } }) : null,
    ]);
    const pdf = await this.composed(announcement, office.title, topic?.name ?? 'Allgemein');
    if (corrections.length > 0) {
      pdf.heading(2, 'Korrekturen');
      for (const { at: when, note } of corrections) pdf.paragraph([{ text: `${at(when)}: `, bold: true }, { text: note }]);
    }
    return { name: nameOf(announcement.title), content: (await pdf.bytes()).toString('base64') };
  }

  private async composed(announcement: Announcement, office: string, topic: string): Promise<TaggedPdf> {
    const { kind, status, classification, summary, body, action, dueAt, publishedAt, contactName } = announcement;
    const title = announcement.title.trim() || 'Ohne Überschrift';
    const footer = `Gemeinsam Digital, ${this.config.LAND_NAME}`;
    const pdf = await TaggedPdf.open({ title, author: office, marking: classification, footer });
    pdf.heading(1, title);
    pdf.paragraph([{ text: `${kindWords[kind]} von ${office}, ${publishedAt ? at(publishedAt) : 'Entwurf'}` }]);
    pdf.paragraph([{ text: `Einstufung: ${classification}` }]);
    if (status === 'WITHDRAWN')
      pdf.paragraph([{ text: 'Diese Mitteilung wurde zurückgezogen. ', bold: true }, { text: `Grund: ${announcement.withdrawalReason}` }]);
    pdf.paragraph([{ text: summary, bold: true }]);
    if (kind === 'ACTION') {
      pdf.heading(2, 'Was zu tun ist');
      pdf.paragraph([{ text: action }, { text: dueAt ? ` Bis ${berlinShortDate(dueAt)}, ${berlinTime(dueAt)} Uhr.` : '', bold: true }]);
    }
    writeMarkdown(pdf, body, 1);
    if (contactName) {
      pdf.heading(2, 'So erreichen Sie die Stelle');
      const reach = [announcement.contactPhone, announcement.contactEmail].filter(Boolean).map((way) => `, ${way}`);
      pdf.paragraph([{ text: `${topic}: `, bold: true }, { text: `${contactName}, ${office}${reach.join('')}` }]);
    }
    const links = announcement.links as { title: string; url: string }[];
    if (links.length > 0) {
      pdf.heading(2, 'Links');
      const list = pdf.part('L');
      for (const { title: text, url } of links) {
        const { body: beside, indent } = pdf.item(list, '•', 0);
        pdf.paragraph([{ text, link: url }], beside, indent);
      }
    }
    return pdf;
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
