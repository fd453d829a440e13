import { api, type Defect } from './defect.ts';

/** Who may do and see what. */
export const rights: Defect[] = [
  {
    name: 'guard-left-out',
    breaks: 'the audit log is read by LAND_ADMIN and AUDITOR only',
    edits: [
      {
        file: 'apps/api/src/features/privacy/service.ts',
        from: `    if (!readsAudit(actor)) throw fail('forbidden');\n`,
        to: `    if (readsAudit(actor)) void fail('forbidden');\n`,
      },
    ],
    caughtBy: api('test/sweeps/authorization.spec.ts', 'auditEntries answers each role as the table says'),
  },
  {
    name: 'another-action',
    breaks: 'a thread is given its title by leads and by who opened it',
    edits: [
      {
        file: 'apps/api/src/features/threads/service.ts',
        from: `threadGate.may(tx, actor, 'retitle', id)`,
        to: `threadGate.may(tx, actor, 'reply', id)`,
      },
    ],
    caughtBy: api('test/sweeps/authorization.spec.ts', 'retitleThread answers each role as the table says'),
  },
  {
    name: 'visible-forgotten-in-list',
    breaks: 'a list of groups shows only what its reader may see',
    edits: [
      {
        file: 'apps/api/src/features/working-groups/service.ts',
        from: 'where: { AND: [where, keys ?',
        to: 'where: { AND: [{ AND: where.AND.slice(1) }, keys ?',
      },
    ],
    caughtBy: api('src/features/working-groups/spec.ts', 'the list comes by pages, numbers first, without the hidden ones'),
  },
  {
    name: 'visible-forgotten-in-count',
    breaks: 'the total of a list of groups counts only what its reader may see',
    edits: [
      {
        file: 'apps/api/src/features/working-groups/service.ts',
        from: 'this.database.prisma.workingGroup.count({ where })',
        to: 'this.database.prisma.workingGroup.count({ where: { AND: where.AND.slice(1) } })',
      },
    ],
    caughtBy: api('src/features/working-groups/spec.ts', 'the list comes by pages, numbers first, without the hidden ones'),
  },
  {
    name: 'rule-and-list-apart',
    breaks: 'a hidden group is in the lists of nobody who may not see it',
    edits: [
      {
        file: 'apps/api/src/features/working-groups/policy.ts',
        from: `[{ NOT: { visibility: 'MEMBERS' as const, joinPolicy: 'INVITE' as const } }]`,
        to: `[{ NOT: { visibility: 'MEMBERS' as const, joinPolicy: 'OPEN' as const } }]`,
      },
    ],
    caughtBy: api('src/features/working-groups/visible.spec.ts', 'lists for a person exactly the groups that they may see'),
  },
  {
    name: 'forbidden-instead-of-absent',
    breaks: 'nobody learns that there is a thread which they may not read',
    edits: [
      {
        file: 'apps/api/src/features/threads/policy.ts',
        from: `t.home.reads || 'not_found';`,
        to: `t.home.reads || 'forbidden';`,
      },
    ],
    caughtBy: api('src/features/threads/spec.ts', 'reading answers a thread that may not be read exactly like an absent one'),
  },
  {
    name: 'token-audience',
    breaks: 'an access token for another application opens nothing here',
    edits: [{ file: 'apps/api/src/platform/auth/tokens.ts', from: '        audience: this.config.OIDC_AUDIENCE,\n', to: '' }],
    caughtBy: api('src/platform/auth/auth.spec.ts', 'accepted when that one is right another audience'),
  },
  {
    name: 'ended-session',
    breaks: 'a session that ended elsewhere is over, although its token has not expired',
    edits: [
      {
        file: 'apps/api/src/platform/auth/actors.ts',
        from: `    if (row.ended) throw fail('unauthenticated');\n`,
        to: '',
      },
    ],
    caughtBy: api('src/platform/auth/auth.spec.ts', 'a sign-out elsewhere (back-channel) ends that session and no other'),
  },
];
