import { randomUUID } from 'node:crypto';
import { input, text } from '../../../test/sweeps/making.ts';
import { defineSweep } from '../../../test/sweeps/sweep.ts';

export const sweep = defineSweep({
  authorization: `
    siteText: ok = anonymous; ok
    barrierReports: ok = admin; forbidden
    setSiteText: ok = admin; forbidden
    reportBarrier: ok = anonymous; ok
    closeBarrierReport: ok = admin; not_found
  `,
  calls: {
    siteText: () => ({ key: 'IMPRESSUM' }),
    barrierReports: () => ({}),
    setSiteText: async ({ world }) => ({
      key: 'IMPRESSUM',
      version: (await world.db.siteText.findUnique({ where: { key: 'IMPRESSUM' } }))?.version ?? 0,
      body: text,
    }),
    reportBarrier: input(() => ({ clientMutationId: randomUUID(), problem: 'Der Knopf ist nicht zu erreichen.', page: '', contact: '' })),
    closeBarrierReport: async ({ world }) => ({
      id: (await world.db.barrierReport.create({ data: { problem: 'Der Knopf ist nicht zu erreichen.' } })).id,
      done: true,
    }),
  },
  openFields: `
    SiteText: key body version updatedAt
    BarrierReport: id problem page contact createdAt doneAt
    BarrierReportPage: nodes pageInfo total
  `,
  crowd: ({ world, people }) =>
    world.db.barrierReport.createMany({ data: people.map(() => ({ problem: 'Der Knopf ist nicht zu erreichen.' })) }),
  lists: {
    'Query.barrierReports': (_, count) => ({ path: [], args: `first: ${count}` }),
  },
  wholeTables: {
    'Query.barrierReports': ['barrier_report'],
  },
  smallTables: ['site_text'],
  pages: {
    '/': { as: null, frame: true },
    '/*': { as: null, at: () => '/gibt-es-nicht' },
    '/anmelden': { as: null },
    '/hilfe': { as: null },
    '/impressum': { as: null },
    '/datenschutz': { as: null },
    '/barrierefreiheit': { as: null },
    '/barriere-melden': { as: null },
    '/verwaltung/texte': { as: 'admin.land', closedTo: 'koordination.halle', says: null },
    '/verwaltung/texte/:key': { as: 'admin.land', closedTo: 'koordination.halle', at: () => '/verwaltung/texte/impressum', says: null },
    '/verwaltung/barrieren': { as: 'admin.land', closedTo: 'koordination.halle', says: 'Keine Meldung ist offen.' },
  },
});
