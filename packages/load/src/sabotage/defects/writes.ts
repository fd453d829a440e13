import { api, type Defect } from './defect.ts';

/** What a use case leaves behind, and what a read costs. */
export const writes: Defect[] = [
  {
    name: 'audit-left-out',
    breaks: 'the deletion of somebody else’s post is in the audit log',
    edits: [{ file: 'apps/api/src/features/threads/posts.service.ts', from: `      this.auditModeration(may, 'post.deleted');\n`, to: '' }],
    caughtBy: api('src/features/threads/posts.spec.ts', 'deleting of somebody else is moderation: for leads, audited'),
  },
  {
    name: 'repetition-not-recognised',
    breaks: 'a reply that is sent again after a lost answer makes one post',
    edits: [
      { file: 'apps/api/src/features/threads/post-writer.ts', from: '    post.clientMutationId,\n', to: '    crypto.randomUUID(),\n' },
    ],
    caughtBy: api('src/features/threads/spec.ts', 'replying makes one row of a repeated call'),
  },
  {
    name: 'stale-version',
    breaks: 'nobody overwrites an edit that they have not seen',
    edits: [
      {
        file: 'apps/api/src/features/threads/posts.service.ts',
        from: 'if (post.version !== version) throw',
        to: 'if (post.version < version) throw',
      },
    ],
    caughtBy: api('src/features/threads/posts.spec.ts', 'editing refuses a stale version with the other text at hand'),
  },
  {
    name: 'lock-left-out',
    breaks: 'of two leads who leave at once one stays',
    edits: [
      {
        file: 'apps/api/src/features/working-groups/gate.ts',
        from: `change: 'FOR NO KEY UPDATE', share: 'FOR SHARE'`,
        to: `change: '', share: ''`,
      },
    ],
    caughtBy: api('src/features/working-groups/endings.spec.ts', 'the last lead stays when two leave at once'),
  },
  {
    name: 'notice-to-its-author',
    breaks: 'nobody is told of what they wrote themselves',
    edits: [
      {
        file: 'apps/api/src/features/notifications/post-facts.ts',
        from: 'JOIN candidate c ON c.person_id <> h.author_id',
        to: 'JOIN candidate c ON true',
      },
    ],
    caughtBy: api('src/features/notifications/posts.spec.ts', 'a post is told by the level of the thread'),
  },
  {
    name: 'query-in-a-loop',
    breaks: 'a list of threads costs as many queries for twenty as for one',
    edits: [
      {
        file: 'apps/api/src/features/threads/loader.ts',
        from: 'openedBy: batched((threads: ThreadRow[]) => this.people(threads.map((t) => t.openedById))),',
        to: 'openedBy: batched((threads: ThreadRow[]) => Promise.all(threads.map(async (t) => (await this.people([t.openedById]))[0]))),',
      },
    ],
    caughtBy: api('test/sweeps/query-counts.spec.ts', 'WorkingGroup.threads costs as many queries for twenty rows as for one'),
  },
  {
    name: 'index-left-out',
    breaks: 'the threads of a group are found without reading those of all groups',
    edits: [
      { file: 'prisma/schema/threads.prisma', from: '  @@index([groupId, lastPostAt, id, lastNo])\n', to: '' },
      {
        file: 'prisma/migrations/20261122140000_unread_by_index/migration.sql',
        from: 'CREATE INDEX "thread_group_id_last_post_at_id_last_no_idx" ON "thread"("group_id", "last_post_at", "id", "last_no");\n',
        to: '',
      },
    ],
    caughtBy: api('test/sweeps/indexes.spec.ts', 'WorkingGroup.threads finds its rows by an index'),
  },
  {
    name: 'index-not-migrated',
    breaks: 'the database of an installation is what the schema says',
    edits: [
      {
        file: 'prisma/migrations/20261122140000_unread_by_index/migration.sql',
        from: 'CREATE INDEX "thread_group_id_last_post_at_id_last_no_idx" ON "thread"("group_id", "last_post_at", "id", "last_no");\n',
        to: '',
      },
    ],
    caughtBy: api('test/sweeps/schema.spec.ts', 'the database is what the schema files say'),
  },
];
