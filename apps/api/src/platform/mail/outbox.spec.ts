import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openApi, type Api } from '../../../test/api.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

it('forgets after 90 days to whom a mail went', async () => {
  const { world, app, work } = api;
  const mail = (key: string, days: number, sent: boolean) => {
    const createdAt = new Date(Date.now() - days * 86_400_000);
    return { key, to: 'kim@ort.example', subject: 'Betreff', text: '', html: '', createdAt, sentAt: sent ? createdAt : null };
  };
  await world.db.outboxMail.createMany({
    data: [mail('old', 91, true), mail('never sent', 91, false), mail('kept', 89, true), mail('waiting', 89, false)],
  });
  const { Jobs } = await import('../jobs/jobs.ts');
  await app.get(Jobs).send({ name: 'mail.forget' }, {});
  await work();
  expect((await world.db.outboxMail.findMany()).map((m) => m.key).sort()).toEqual(['kept', 'waiting']);
});
