import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { inputs } from '@kollab/contract';
import type { Actor } from '../../platform/auth/actor.ts';
import { parse } from '../../platform/fail.ts';
import { Viewer } from '../../platform/graphql/context.ts';
import type { Page } from '../../platform/graphql/page.ts';
import type {
  MutationCreateNewsletterIssueArgs,
  MutationDiscardNewsletterIssueArgs,
  MutationPublishNewsletterIssueArgs,
  MutationSaveNewsletterIssueArgs,
  MutationTestNewsletterIssueArgs,
  NewsletterDraft,
  NewsletterIssue,
  NewsletterPreview,
  QueryNewsletterDeskArgs,
  QueryNewsletterDraftArgs,
  QueryNewsletterIssueArgs,
  QueryNewsletterIssuesArgs,
  QueryNewsletterPreviewArgs,
} from '../../generated/graphql.ts';
import { IssueRows } from './issue-rows.ts';
import { IssueService } from './issues.service.ts';

@Resolver()
export class IssueResolver {
  constructor(
    private readonly rows: IssueRows,
    private readonly issues: IssueService,
  ) {}

  /** Without sign-in. */
  @Query('newsletterIssues') published(@Args() args: QueryNewsletterIssuesArgs): Promise<Page<NewsletterIssue>> {
    return this.rows.published(args);
  }

  /** Without sign-in. */
  @Query('newsletterIssue') byNumber(@Args() { number }: QueryNewsletterIssueArgs): Promise<NewsletterIssue> {
    return this.rows.byNumber(number);
  }

  @Query('newsletterDesk') desk(@Viewer() actor: Actor, @Args() args: QueryNewsletterDeskArgs): Promise<Page<NewsletterDraft>> {
    return this.rows.desk(actor, args);
  }

  @Query('newsletterDraft') one(@Viewer() actor: Actor, @Args() { id }: QueryNewsletterDraftArgs): Promise<NewsletterDraft> {
    return this.rows.one(actor, id);
  }

  @Query('newsletterPreview') preview(@Viewer() actor: Actor, @Args() { id }: QueryNewsletterPreviewArgs): Promise<NewsletterPreview> {
    return this.issues.preview(actor, id);
  }

  @Mutation('createNewsletterIssue')
  create(@Viewer() actor: Actor, @Args() { clientMutationId }: MutationCreateNewsletterIssueArgs): Promise<NewsletterDraft> {
    return this.issues.create(actor, clientMutationId);
  }

  @Mutation('saveNewsletterIssue')
  save(@Viewer() actor: Actor, @Args() { id, version, draft }: MutationSaveNewsletterIssueArgs): Promise<NewsletterDraft> {
    return this.issues.save(actor, id, version, parse(inputs.newsletterDraft, draft));
  }

  @Mutation('discardNewsletterIssue') discard(@Viewer() actor: Actor, @Args() { id }: MutationDiscardNewsletterIssueArgs): Promise<true> {
    return this.issues.discard(actor, id);
  }

  @Mutation('testNewsletterIssue') test(@Viewer() actor: Actor, @Args() { id }: MutationTestNewsletterIssueArgs): Promise<true> {
    return this.issues.test(actor, id);
  }

  @Mutation('publishNewsletterIssue')
  publish(@Viewer() actor: Actor, @Args() { id, version }: MutationPublishNewsletterIssueArgs): Promise<NewsletterDraft> {
    return this.issues.publish(actor, id, version);
  }
}
