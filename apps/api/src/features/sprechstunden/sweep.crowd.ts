import { randomUUID } from 'node:crypto';
import type { Sprechstunde, SprechstundenSeries, TopicWish } from '../../generated/prisma/client.ts';
import { invite, later } from '../../../test/sweeps/making.ts';
import type { Crowd } from '../../../test/sweeps/sweep.ts';

export interface Gathered {
  series: SprechstundenSeries;
  event: Sprechstunde;
  wish: TopicWish;
}

/** A series and an event of it, with as many rows around it as there are people. */
export async function crowd({ world, tag, viewer, people }: Crowd): Promise<Gathered> {
  const { db } = world;
  const series = await world.series(viewer, { name: `${tag} Reihe` });
  const event = await world.event(viewer, { seriesId: series.id, title: `${tag} Veranstaltung`, no: 0 });
  const wish = await world.wish(series, viewer, { title: `${tag} Wunsch` });
  for (const [position, person] of people.entries()) {
    const [sprechstundeId, organisationId] = [event.id, person.organisation.id];
    await world.event(viewer, { seriesId: series.id, title: `${tag} Termin ${position}`, no: position + 1, topics: ['Gewerbesteuer'] });
    const startsAt = new Date('2025-03-05T09:00:00Z');
    await world.event(viewer, { title: 'Vorbei', status: 'DONE', startsAt });
    const item = await db.agendaItem.create({ data: { sprechstundeId, position, title: 'Punkt', minutes: 10 } });
    const part = { sprechstundeId, position, agendaItemId: item.id };
    await db.speaker.create({ data: { ...part, name: person.name, organisationId, personId: person.id } });
    await db.sprechstundeLink.create({ data: { ...part, kind: 'OTHER', title: 'Folien', url: 'https://ort.example' } });
    await db.moodQuote.create({ data: { sprechstundeId, position, label: 'Kommune 1', text: 'Gut.' } });
    await db.moodVote.create({ data: { sprechstundeId, organisationId, value: 4 } });
    const registered = { status: 'REGISTERED' as const, clientMutationId: randomUUID() };
    await db.registration.create({ data: { sprechstundeId, organisationId, personId: person.id, ...registered } });
    await world.eventSeat(event, person, 'GUEST');
    await invite(world, { sprechstundeId, organisationId, seatRole: 'GUEST', guestUntil: later(), invitedById: viewer.id });
    await db.distributionEntry.create({ data: { seriesId: series.id, personId: person.id, name: person.name } });
    await db.wishVote.create({ data: { wishId: wish.id, personId: person.id, organisationId } });
    await world.wish(series, person);
    await world.series(viewer, { name: `${tag} Reihe ${position}` });
  }
  return { series, event, wish };
}
