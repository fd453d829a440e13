import type {
  Announcement,
  Organisation,
  Person,
  Question,
  Sprechstunde,
  SprechstundenSeries,
  Thread,
  TopicWish,
  WorkingGroup,
} from '../../src/generated/prisma/client.ts';
import type { Someone, World } from '../world.ts';

/** An announced event of a series, one that is a draft, and a wish; an announcement to the home and the open group, and a draft of one. */
export interface Programme {
  series: SprechstundenSeries;
  event: Sprechstunde;
  draft: Sprechstunde;
  wish: TopicWish;
  announcement: Announcement;
  announcementDraft: Announcement;
}

/** One open group, one hidden one, and their people: what a cell of the authorization table acts upon. */
export interface Scene {
  world: World;
  /** The Kommune at home; `coordinator`, `head`, `colleague` belong to it. */
  home: Organisation;
  /** PLATFORM, by request, active. */
  group: WorkingGroup;
  thread: Thread;
  /** MEMBERS, by invitation: who holds no seat must not learn that it exists. */
  hidden: WorkingGroup;
  hiddenThread: Thread;
  /** Asked by the host in the open group, and in the hidden one. */
  question: Question;
  hiddenQuestion: Question;
  /** Leads both groups and opened both threads; acts in no cell. */
  host: Someone & { organisation: Organisation };
  /** Made when it is first asked for: most cells need none. */
  programme: () => Promise<Programme>;
}

function programmeOf(world: World, host: Scene['host'], home: Organisation, group: WorkingGroup): Scene['programme'] {
  let made: Promise<Programme> | undefined;
  const make = async (): Promise<Programme> => {
    const series = await world.series(host, { organiserId: host.organisation.id, nextNo: 30 });
    const event = await world.event(host, { seriesId: series.id, no: 28 });
    const draft = await world.event(host, { seriesId: series.id, no: 29, status: 'DRAFT', announcedAt: null });
    const announcement = await world.announcement(host, { organisations: [home], groups: [group] }, { asksAcknowledgement: true });
    const announcementDraft = await world.announcement(host, {}, { status: 'DRAFT', officeId: home.id });
    return { series, event, draft, wish: await world.wish(series, host), announcement, announcementDraft };
  };
  return () => (made ??= make());
}

export async function setScene(world: World): Promise<Scene> {
  const home = await world.organisation();
  const host = await world.colleague();
  const group = await world.group({ joinPolicy: 'REQUEST', visibility: 'PLATFORM' });
  const hidden = await world.group({ joinPolicy: 'INVITE', visibility: 'MEMBERS' });
  const threads: Thread[] = [];
  for (const each of [group, hidden]) {
    await world.seat(each, host, 'LEAD');
    const thread = await world.thread(each, host);
    await world.posts(thread, host, 1);
    threads.push(thread);
  }
  const [question, hiddenQuestion] = [await world.question(group, host), await world.question(hidden, host)];
  const programme = programmeOf(world, host, home, group);
  return { world, home, group, thread: threads[0]!, hidden, hiddenThread: threads[1]!, question, hiddenQuestion, host, programme };
}

const yesterday = () => new Date(Date.now() - 86_400_000);
const tomorrow = () => new Date(Date.now() + 86_400_000);

type Enter = (scene: Scene) => Promise<Someone | null>;
const seated =
  (role: 'LEAD' | 'DEPUTY' | 'MEMBER' | 'OBSERVER'): Enter =>
  async ({ world, group, hidden }) => {
    const person = await world.colleague();
    for (const each of [group, hidden]) await world.seat(each, person, role);
    return person;
  };
const guest =
  (until: () => Date): Enter =>
  async ({ world, group, hidden }) => {
    const person = await world.person();
    for (const each of [group, hidden]) await world.seat(each, person, 'GUEST', 'ACTIVE', until());
    return person;
  };
/** From outside, with a seat in both events. */
const eventSeated =
  (role: 'HOST' | 'GUEST'): Enter =>
  async ({ world, programme }) => {
    const person = await world.person();
    const { event, draft } = await programme();
    for (const each of [event, draft]) await world.eventSeat(each, person, role);
    return person;
  };
const official =
  (role: Parameters<World['official']>[0]): Enter =>
  ({ world }) =>
    world.official(role);
const atHome =
  (role: Parameters<World['colleague']>[1]): Enter =>
  ({ world, home }) =>
    world.colleague(home, role);

/** Every way in which somebody can stand to the scene. */
export const cast = {
  anonymous: async () => null,
  /** Signed in, belongs to nothing. */
  stranger: ({ world }) => world.person(),
  otherKommune: ({ world }) => world.colleague(),
  colleague: atHome('MEMBER'),
  head: atHome('HEAD'),
  coordinator: atHome('COORDINATOR'),
  provider: atHome('PROVIDER'),
  lead: seated('LEAD'),
  deputy: seated('DEPUTY'),
  member: seated('MEMBER'),
  observer: seated('OBSERVER'),
  guest: guest(tomorrow),
  expiredGuest: guest(yesterday),
  eventHost: eventSeated('HOST'),
  eventGuest: eventSeated('GUEST'),
  removed: async ({ world, group, hidden }) => {
    const person = await world.colleague();
    for (const each of [group, hidden]) await world.seat(each, person, 'MEMBER', 'REMOVED');
    return person;
  },
  admin: official('LAND_ADMIN'),
  editor: official('LAND_EDITOR'),
  expert: official('LAND_EXPERT'),
  moderator: official('MODERATOR'),
  privacy: official('PRIVACY_OFFICER'),
  auditor: official('AUDITOR'),
} satisfies Record<string, Enter>;
export type Role = keyof typeof cast;
export const roles = Object.keys(cast) as Role[];

/** A person beside the scene, for mutations that act upon somebody. */
export const bystander = (scene: Scene): Promise<Person & { organisation: Organisation }> => scene.world.colleague(scene.home);
