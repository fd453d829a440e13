import { randomUUID } from 'node:crypto';
import { defineSweep, type Crowd } from '../../../test/sweeps/sweep.ts';
import type { World } from '../../../test/world.ts';

const givenUp = (world: World) =>
  world.db.outboxMail.create({
    data: { key: `notice:${randomUUID()}`, to: 'weg@ort.example', failure: 'REFUSED', error: '554', givenUpAt: new Date() },
  });
const paused = (world: World) => world.db.mailAddress.create({ data: { address: `${randomUUID()}@ort.example`, reason: '550' } });

async function crowd({ world, people }: Crowd) {
  for (const _ of people) await Promise.all([givenUp(world), paused(world)]);
  return {};
}

export const sweep = defineSweep({
  authorization: `
    undeliveredMails: ok = admin; forbidden
    pausedAddresses: ok = admin; forbidden
    retryMail: ok = admin; not_found
    resumeAddress: ok = admin; not_found
    resumeOwnAddress: ok
  `,
  calls: {
    undeliveredMails: () => ({}),
    pausedAddresses: () => ({}),
    retryMail: async ({ world }) => ({ id: (await givenUp(world)).id }),
    resumeAddress: async ({ world }) => ({ id: (await paused(world)).id }),
    resumeOwnAddress: () => ({}),
  },
  openFields: `
    Viewer: pausedAddress
    UndeliveredMail: id to purpose failure error attempts createdAt givenUpAt
    UndeliveredMailPage: nodes pageInfo total
    PausedAddress: id address reason pausedAt
    PausedAddressPage: nodes pageInfo total
  `,
  crowd,
  lists: {
    'Query.undeliveredMails': (_, count) => ({ path: [], args: `first: ${count}` }),
    'Query.pausedAddresses': (_, count) => ({ path: [], args: `first: ${count}` }),
  },
  // All there are: who frees one takes it away.
  wholeTables: {
    'Query.pausedAddresses': ['mail_address'],
  },
  pages: {
    '/verwaltung/mails': { as: 'admin.land', closedTo: 'koordination.halle', says: 'Alle E-Mails wurden zugestellt oder sind unterwegs.' },
  },
});
