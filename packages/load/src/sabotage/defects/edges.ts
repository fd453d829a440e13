import { api, type Defect } from './defect.ts';

/** What comes in from outside, and what goes out. */
export const edges: Defect[] = [
  {
    name: 'rate-limit-off',
    breaks: 'one address asks no more often than it is allowed to',
    edits: [
      {
        file: 'apps/api/src/platform/http/server.ts',
        from: 'allowList: (request: Asked) => !isLimited(request),',
        to: 'allowList: () => true,',
      },
    ],
    caughtBy: api('src/platform/graphql/guards.spec.ts', 'too many requests answer 429, for each person and address alone'),
  },
  {
    name: 'unstorable-text',
    breaks: 'a text that PostgreSQL cannot hold is refused before it gets there',
    edits: [{ file: 'apps/api/src/platform/graphql/options.ts', from: '      refuseUnstorable(variables);\n', to: '' }],
    caughtBy: api('src/platform/graphql/guards.spec.ts', 'a request with NUL in a variable is invalid, however deep'),
  },
  {
    name: 'document-without-bounds',
    breaks: 'a document that would make the server do too much is refused',
    edits: [
      {
        file: 'apps/api/src/platform/graphql/document-limits.ts',
        from: 'if (exceeds(schema, document, introspection)) throw',
        to: 'if (!exceeds(schema, document, introspection) && !document) throw',
      },
    ],
    caughtBy: api('src/platform/graphql/guards.spec.ts', 'a document with depth is refused before it runs'),
  },
  {
    name: 'scripts-from-the-page',
    breaks: 'a page runs no script that stands in it',
    edits: [
      {
        file: 'apps/api/src/platform/http/server.ts',
        from: `scriptSrc: ["'self'"],`,
        to: `scriptSrc: ["'self'", "'unsafe-inline'"],`,
      },
    ],
    caughtBy: api('src/platform/http/headers.spec.ts', 'every answer lets in only what is our own'),
  },
  {
    name: 'mail-not-escaped',
    breaks: 'what somebody typed stays text in a mail',
    edits: [
      {
        file: 'apps/api/src/platform/mail/letter.ts',
        from: `escapeHtml(p).replaceAll('\\n', '<br>')`,
        to: `p.replaceAll('\\n', '<br>')`,
      },
    ],
    caughtBy: api('src/platform/mail/letter.spec.ts', 'a mail shows what somebody typed as text, wherever it stands'),
  },
  {
    name: 'mail-header',
    breaks: 'no line break of an input reaches a header of a mail',
    edits: [{ file: 'apps/api/src/platform/mail/letter.ts', from: 'subject: oneLine(letter.subject)', to: 'subject: letter.subject' }],
    caughtBy: api('src/platform/mail/letter.spec.ts', 'a mail has a subject of one line'),
  },
  {
    name: 'message-id-anew',
    breaks: 'a mail that goes out a second time is known as the same one',
    edits: [{ file: 'apps/api/src/platform/mail/outbox.ts', from: 'messageId: `<${id}@', to: 'messageId: `<${id}.${Date.now()}@' }],
    caughtBy: api('src/platform/mail/delivery.spec.ts', 'it comes a second time with the same Message-ID, and no third time'),
  },
  {
    name: 'mail-sent-before-it-went',
    breaks: 'a mail that the mail server did not take is not called sent',
    edits: [{ file: 'apps/api/src/platform/mail/outbox.ts', from: '      return this.failed(mail, error as MailError);\n', to: '' }],
    caughtBy: api('src/platform/mail/delivery.spec.ts', 'is asked to come later: it waits, and goes out once when it can'),
  },
];
