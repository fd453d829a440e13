import 'reflect-metadata';
import { Database } from '../platform/database/database.ts';
import { createServer } from '../platform/http/server.ts';
import { Jobs } from '../platform/jobs/jobs.ts';
import { AppModule } from '../app.module.ts';
import { Turning } from '../features/questions/turning.ts';
import { loadAnnouncements, setAnnouncementsBack } from './demo/load-announcements.ts';
import { endGroups, loadGroups } from './demo/load-groups.ts';
import { loadNewsletter } from './demo/load-newsletter.ts';
import { loadPeople } from './demo/load-people.ts';
import { loadQuestions } from './demo/load-questions.ts';
import { loadSprechstunden } from './demo/load-sprechstunden.ts';
import { loadThreads } from './demo/load-threads.ts';
import { loadTraces } from './demo/load-traces.ts';
import { setBack } from './demo/set-back.ts';
import { Stage } from './demo/stage.ts';

/** Loads a believable autumn with invented people, once: `node dist/commands/demo.js`, after the seed. */
// Its mails would reach nobody; the worker has nothing to send.
process.env['SMTP_URL'] = '';
process.env['LOG_LEVEL'] ??= 'warn';
const app = await createServer(AppModule);
try {
  const database = app.get(Database);
  if ((await database.prisma.workingGroup.count()) > 0) {
    console.log('Vorführdaten sind schon da.');
  } else {
    const fastify = app.getHttpAdapter().getInstance();
    await fastify.ready();
    const stage = new Stage(app, fastify.graphql);
    await loadPeople(stage);
    const groups = await loadGroups(stage);
    const threads = await loadThreads(stage, groups);
    await endGroups(stage, groups);
    await loadSprechstunden(stage);
    const questions = await loadQuestions(stage, groups, () => app.get(Turning).turn(new Date()));
    const announcements = await loadAnnouncements(stage, groups);
    const work = async () => {
      while ((await app.get(Jobs).runNow()) > 0);
    };
    await work();
    await loadNewsletter(stage, ['koordination.halle', 'koordination.stendal', 'leitung.ag4'], work);
    await loadTraces(stage, groups);
    await setAnnouncementsBack(stage, announcements);
    await setBack(database.pool, threads);
    console.log(
      `Vorführdaten: ${groups.size} Arbeitsgruppen, ${threads.size} Diskussionen, ${questions} Fragen, ${announcements.size} Mitteilungen.`,
    );
  }
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
} finally {
  await app.close();
}
