import { defineSweep, type Crowd } from '../../../test/sweeps/sweep.ts';

async function crowd({ world, viewer, people }: Crowd) {
  for (const { id: subjectId } of people)
    await world.db.auditEntry.create({
      data: { actorId: viewer.id, action: 'role.granted', subjectKind: 'person', subjectId, details: { role: 'MODERATOR' } },
    });
  return {};
}

export const sweep = defineSweep({
  authorization: `
    auditEntries: ok = admin auditor; forbidden
    exportOwnData: ok
  `,
  calls: {
    auditEntries: () => ({}),
    exportOwnData: () => ({}),
  },
  openFields: `
    AuditEntry: id at actorName action sentence subjectKind subjectId
    AuditPage: nodes pageInfo total
    JsonFile: name text
  `,
  crowd,
  lists: {
    'Query.auditEntries': (_, count) => ({ path: [], args: `first: ${count}` }),
  },
  wholeTables: {
    // Read by few, seldom: the total of all there is, and words within names.
    'Query.auditEntries': ['audit_entry'],
  },
  pages: {
    '/verwaltung/protokoll': { as: 'admin.land', closedTo: 'koordination.halle', says: 'Dazu gibt es keinen Eintrag.' },
  },
});
