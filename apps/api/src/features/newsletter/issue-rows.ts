import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.ts';
import { Database, type Db } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import { page, type Page, type PageArgs } from '../../platform/graphql/page.ts';
import type { NewsletterBlock, NewsletterDraft, NewsletterIssue as PublicIssue } from '../../generated/graphql.ts';
import type { NewsletterIssue } from '../../generated/prisma/client.ts';
import { announcementsOf, asOfNow, blocksOf, contentOf, entriesOf } from './content.ts';
import { issueGate } from './gate.ts';
import { editsNewsletter, issuePolicy } from './policy.ts';

async function shown(db: Db, issues: readonly NewsletterIssue[]): Promise<PublicIssue[]> {
  const contents = await asOfNow(db, issues.map(contentOf), 'noted');
  return issues.map((issue, i) => ({
    id: issue.id,
    number: issue.number!,
    publishedAt: issue.publishedAt!.toISOString(),
    ...contents[i]!,
  }));
}

/** Reads issues: as everybody does, and as their editors do. */
@Injectable()
export class IssueRows {
  constructor(private readonly database: Database) {}

  async published(args: PageArgs): Promise<Page<PublicIssue>> {
    const where = { number: { not: null } };
    const found = await page(
      args,
      [{ column: 'number', kind: 'integer', direction: 'desc', key: (issue: NewsletterIssue) => issue.number }],
      (part) => this.database.prisma.newsletterIssue.findMany({ ...part, where: { AND: [where, part.where] } }),
      () => this.database.prisma.newsletterIssue.count({ where }),
    );
    return { ...found, nodes: await shown(this.database.prisma, found.nodes) };
  }

  async byNumber(number: number): Promise<PublicIssue> {
    const issue = await this.database.prisma.newsletterIssue.findUnique({ where: { number } });
    if (!issue) throw fail('not_found');
    return (await shown(this.database.prisma, [issue]))[0]!;
  }

  async desk(actor: Actor, args: PageArgs): Promise<Page<NewsletterDraft>> {
    if (!editsNewsletter(actor)) throw fail('forbidden');
    const found = await page(
      args,
      [
        { column: 'changedAt', kind: 'instant', direction: 'desc', key: (issue: NewsletterIssue) => issue.changedAt.toISOString() },
        { column: 'id', kind: 'id', direction: 'desc', key: (issue) => issue.id },
      ],
      (part) => this.database.prisma.newsletterIssue.findMany(part),
      () => this.database.prisma.newsletterIssue.count(),
    );
    return { ...found, nodes: await this.drafts(actor, found.nodes) };
  }

  async one(actor: Actor, id: string): Promise<NewsletterDraft> {
    const issue = await issueGate.look(this.database.prisma, actor, id);
    return this.draft(actor, issue);
  }

  async draft(actor: Actor, issue: NewsletterIssue): Promise<NewsletterDraft> {
    return (await this.drafts(actor, [issue]))[0]!;
  }

  private async drafts(actor: Actor, issues: readonly NewsletterIssue[]): Promise<NewsletterDraft[]> {
    const blocks = issues.map(blocksOf);
    const [entries, announcements] = await Promise.all([
      entriesOf(this.database.prisma, blocks.flat()),
      announcementsOf(this.database.prisma, blocks.flat(), new Date()),
    ]);
    let next = 0;
    return issues.map((issue, i) => ({
      ...issue,
      blocks: blocks[i]!.map(({ entryId = null, announcementId = null, ...block }): NewsletterBlock => {
        const [question, announcement] = [entries[next]?.question ?? null, announcements[next]?.title ?? null];
        next++;
        return { ...block, entryId, question, announcementId, announcement };
      }),
      changedAt: issue.changedAt.toISOString(),
      publishedAt: issue.publishedAt?.toISOString() ?? null,
      finishedAt: issue.finishedAt?.toISOString() ?? null,
      viewerCan: issuePolicy.abilities(actor, { ...issue, rights: actor }),
    }));
  }
}
