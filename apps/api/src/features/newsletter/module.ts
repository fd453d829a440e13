import { Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { OwnData } from '../../platform/own-data.ts';
import { IssueRows } from './issue-rows.ts';
import { IssueResolver } from './issues.resolver.ts';
import { IssueService } from './issues.service.ts';
import { NewsletterController } from './newsletter.controller.ts';
import { ownSections } from './own-data.ts';
import { NewsletterResolver } from './resolver.ts';
import { Sending } from './sending.ts';
import { SubscriptionService } from './subscriptions.service.ts';

@Module({
  controllers: [NewsletterController],
  providers: [NewsletterResolver, IssueResolver, SubscriptionService, IssueService, IssueRows, Sending],
})
export class NewsletterModule implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost<FastifyAdapter>,
    ownData: OwnData,
  ) {
    ownData.hold(ownSections);
  }

  /** RFC 8058 lets a mail program post its one word as multipart/form-data too. The body is ignored: the address says everything. */
  onModuleInit(): void {
    // Commands (seed, demo) run without an HTTP server.
    const server = this.host.httpAdapter as FastifyAdapter | undefined;
    server?.getInstance().addContentTypeParser('multipart/form-data', { parseAs: 'buffer' }, (_request, _body, done) => done(null));
  }
}
