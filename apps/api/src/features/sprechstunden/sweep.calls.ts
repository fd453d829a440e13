import { randomUUID } from 'node:crypto';
import { eventInput, inHours, seriesInput } from '../../../test/sprechstunden.ts';
import type { Make } from '../../../test/sweeps/sweep.ts';
import { bystander, type Programme, type Scene } from '../../../test/sweeps/cast.ts';
import { nobody, text } from '../../../test/sweeps/making.ts';

type MakeOf = (programme: Programme, scene: Scene) => ReturnType<Make>;
const of =
  (make: MakeOf): Make =>
  async (scene) =>
    make(await scene.programme(), scene);
const event = of(({ event: { id } }) => ({ id, sprechstundeId: id }));
const wish = of(({ wish: { id } }) => ({ id }));
const programme = { agenda: [{ title: 'Begrüßung', minutes: 5, description: '' }], speakers: [], links: [] };
const seat = of(async ({ event: { id } }, { world }) => {
  const person = await world.person();
  return { id: (await world.eventSeat(await world.db.sprechstunde.findUniqueOrThrow({ where: { id } }), person, 'GUEST')).id };
});
const withStatus = async ({ event: { id } }: Programme, { world }: Scene, status: 'LIVE' | 'DONE') => {
  await world.db.sprechstunde.update({ where: { id }, data: { status } });
  return id;
};

export const calls: Record<string, Make> = {
  sprechstunde: event,
  'sprechstunde draft': of(({ draft: { id } }) => ({ id })),
  sprechstunden: () => ({}),
  sprechstundenSeries: () => ({}),
  seriesDays: of(({ series: { id } }) => ({ seriesId: id, until: inHours(24 * 60).slice(0, 10) })),
  distributionList: of(({ series: { id } }) => ({ seriesId: id })),
  // Whoever is no insider reads no wishes; whether there is such a series, they are not told.
  topicWishes: of(({ series: { id } }) => ({ seriesId: id })),
  topicWish: wish,
  publicSprechstunden: () => ({}),
  treatedTopics: () => ({ year: 2026 }),

  createSeries: ({ home }) => ({ input: seriesInput(home.id) }),
  editSeries: of(({ series: { id, version } }, { home }) => ({ id, version, input: seriesInput(home.id) })),
  planSprechstunden: of(({ series: { id } }) => ({ seriesId: id, until: inHours(24 * 60).slice(0, 10) })),
  addToDistribution: of(({ series: { id } }) => ({ seriesId: id, input: { email: `${randomUUID()}@ort.example`, name: 'Rathaus' } })),
  removeFromDistribution: of(async ({ series }, { world }) => {
    const email = `${randomUUID()}@ort.example`;
    return { id: (await world.db.distributionEntry.create({ data: { seriesId: series.id, email, name: email } })).id };
  }),
  createSprechstunde: () => ({ input: eventInput() }),
  editSprechstunde: of(({ event: { id, version, seriesId } }) => ({ id, version, input: eventInput({ seriesId }) })),
  'editSprechstunde draft': of(({ draft: { id, version, seriesId } }) => ({ id, version, input: eventInput({ seriesId }) })),
  setProgramme: of(({ event: { id, version } }) => ({ id, version, input: programme })),
  writeReview: of(async (made, scene) => ({
    id: await withStatus(made, scene, 'DONE'),
    version: made.event.version,
    input: { review: text, nextSteps: '', quotes: [{ label: 'Kommune 1', text }] },
  })),
  changeSprechstundeStatus: of(({ event: { id } }) => ({ id, status: 'LIVE' })),
  'changeSprechstundeStatus cancel': of(({ event: { id } }) => ({ id, status: 'CANCELLED', reason: text })),
  inviteEventGuest: of(({ event: { id } }, { home }) => ({
    input: { sprechstundeId: id, email: `${randomUUID()}@gast.example`, organisationId: home.id, role: 'SPEAKER' },
  })),
  changeEventSeat: async (scene, actor) => ({ ...(await seat(scene, actor)), role: 'SPEAKER', until: inHours(200) }),
  endEventSeat: seat,
  register: of(({ event: { id } }) => ({ input: { clientMutationId: randomUUID(), sprechstundeId: id } })),
  withdrawRegistration: of(async ({ event: { id } }, scene) => {
    const person = await bystander(scene);
    const place = { sprechstundeId: id, personId: person.id, organisationId: person.organisation.id, status: 'REGISTERED' as const };
    return { id: (await scene.world.db.registration.create({ data: { ...place, clientMutationId: randomUUID() } })).id };
  }),
  exportParticipants: event,
  voteMood: async (scene, actor) => {
    const id = await withStatus(await scene.programme(), scene, 'LIVE');
    const place = actor && (await scene.world.db.affiliation.findFirst({ where: { personId: actor.id } }));
    return { sprechstundeId: id, organisationId: place?.organisationId ?? nobody, value: 4 };
  },
  wishTopic: of(({ series: { id } }) => ({ input: { clientMutationId: randomUUID(), seriesId: id, title: 'Siegel', description: '' } })),
  voteWish: async (scene, actor) => ({ ...(await wish(scene, actor)), on: true }),
  mergeWish: of(async ({ series, wish: { id } }, { world, host }) => ({ id, intoId: (await world.wish(series, host)).id })),
  planWish: of(({ wish: { id }, event: { id: sprechstundeId } }) => ({ id, sprechstundeId, minutes: 20 })),
  declineWish: async (scene, actor) => ({ ...(await wish(scene, actor)), reason: text }),
  withdrawWish: wish,
  subscribeCalendar: () => ({}),
  revokeCalendar: () => ({}),
};
