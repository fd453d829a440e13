import { randomUUID } from 'node:crypto';
import { input } from '../../../test/sweeps/making.ts';
import { defineSweep, type Crowd, type Make } from '../../../test/sweeps/sweep.ts';
import type { World } from '../../../test/world.ts';
import { offTokenOf } from './off-token.ts';

const givenUp = (world: World) =>
  world.db.outboxMail.create({
    data: { key: `notice:${randomUUID()}`, to: 'weg@ort.example', failure: 'REFUSED', error: '554', givenUpAt: new Date() },
  });
const paused = (world: World) => world.db.mailAddress.create({ data: { address: `${randomUUID()}@ort.example`, reason: '550' } });

const offLink: Make = async ({ world }) => {
  const { id } = await world.person();
  await world.db.mailSetting.create({ data: { personId: id, secret: 'geheim' } });
  return { token: offTokenOf(id, 'geheim') };
};

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
    setMailSettings: ok
    mailsOffLink: ok = anonymous; ok
    switchMailsOff: ok = anonymous; ok
  `,
  calls: {
    undeliveredMails: () => ({}),
    pausedAddresses: () => ({}),
    retryMail: async ({ world }) => ({ id: (await givenUp(world)).id }),
    resumeAddress: async ({ world }) => ({ id: (await paused(world)).id }),
    resumeOwnAddress: () => ({}),
    setMailSettings: input(() => ({ on: true, days: [1], hour: 7, quietFrom: 19, quietTo: 7 })),
    mailsOffLink: offLink,
    switchMailsOff: offLink,
  },
  openFields: `
    Viewer: pausedAddress mailSettings
    MailSettings: on days hour quietFrom quietTo
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
    '/abmelden/:token': { as: null, at: () => '/abmelden/unbekannt' },
    '/verwaltung/mails': { as: 'admin.land', closedTo: 'koordination.halle', says: 'Alle E-Mails wurden zugestellt oder sind unterwegs.' },
  },
});
