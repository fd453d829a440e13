import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { events, roomKinds, type EventName } from '@kollab/contract';
import { isLeafType, isObjectType, getNamedType } from 'graphql';
import { Actors } from '../../src/platform/auth/actors.ts';
import { EventLog, type LoggedEvent } from '../../src/platform/events/log.ts';
import { Rooms } from '../../src/platform/events/rooms.ts';
import { openApi, type Api, type Data } from '../api.ts';
import type { Someone } from '../world.ts';
import { cast, setScene } from './cast.ts';
import { calls, heard, insideGroup, namesOf, screenNames, screens, stories, sweeps, toldIn, written } from './collected.ts';
import { postParts } from './making.ts';
import { readSchema } from './schema.ts';
import { listeners, type Acting, type Stage } from './sweep.ts';

type State = Record<string, Data>;
const mutations = readSchema().getMutationType()!.getFields();

let api: Api;
beforeAll(async () => {
  api = await openApi({ DATABASE_POOL: '10' });
});
afterAll(() => api.close());

async function setStage(): Promise<Stage> {
  const bare = await setScene(api.world);
  const scene = { ...bare, stage: await bare.programme() };
  const actors = {} as Record<Acting, Someone>;
  for (const who of [...listeners, 'admin'] as const) actors[who] = (await cast[who](scene))!;
  const run: Stage['run'] = async (who, field, given) => {
    const { args, type } = mutations[field]!;
    const used = args.filter((a) => a.name in given);
    const [names, call] = [used.map((a) => `$${a.name}: ${String(a.type)}`), used.map((a) => `${a.name}: $${a.name}`)];
    const row = rowOf(getNamedType(type));
    const declared = names.length > 0 ? `(${names.join(', ')})` : '';
    const called = call.length > 0 ? `(${call.join(', ')})` : '';
    const data = await api.get(actors[who], `mutation${declared} { ${field}${called}${row} }`, given);
    return (data[field] as { id: string }).id;
  };
  const variables: Stage['variables'] = async (who, field) => calls[field]!(scene, actors[who]);
  return { scene, actors, variables, run, work: api.work };
}

/** Enough of a row to have asked for it: its id, where it has one. */
function rowOf(type: unknown): string {
  if (isLeafType(type) || !isObjectType(type)) return '';
  const names = Object.keys(type.getFields());
  return ` { ${names.find((name) => name === 'id' || name === 'key') ?? '__typename'} }`;
}

type Posts = { id: string; posts: { nodes: { no: number }[] } };

/** What somebody listening has on their screens and hears. */
class Browser {
  constructor(
    private readonly scene: Stage['scene'],
    private readonly person: Someone,
    private readonly rooms = new Map<string, number>(),
    readonly state = {} as State,
  ) {}

  async show(names: readonly string[]): Promise<State> {
    const shown: State = {};
    // One after the other: all screens of all listeners at once are more than the connections can bear on a busy machine.
    for (const name of names) {
      const { data, errors } = await api.ask(this.person, screens[name]!(this.scene));
      const refused = errors?.[0]?.extensions.code;
      // A question that nobody can ask would agree with itself for ever.
      if (refused === 'invalid' || refused === 'internal') throw new Error(`screen ${name}: ${JSON.stringify(errors)}`);
      shown[name] = refused ? { refused } : data!;
    }
    return shown;
  }

  async open(): Promise<void> {
    Object.assign(this.state, await this.show(screenNames));
    for (const room of await this.audible()) this.rooms.set(room, (await api.app.get(EventLog).extent(room)).last);
  }

  /** Rooms that were open and still are: a right that ended meanwhile ends the room before its events. */
  async hear(): Promise<LoggedEvent[]> {
    const still = await this.audible();
    const open = new Map([...this.rooms].filter(([room]) => still.includes(room)));
    const news = await api.app.get(EventLog).after(open);
    const again = new Set<string>();
    for (const event of news) {
      for (const screen of heard[event.name]) again.add(screen);
      written[event.name]?.(this.state, event.payload);
      if (event.fragment) this.apply(event.fragment as { no: number; threadId: string });
    }
    Object.assign(this.state, await this.show([...again]));
    return news;
  }

  /** Screens that the rooms of this browser speak of; inside a group only as long as the group itself is there. */
  live(): string[] {
    const kinds = new Set([...this.rooms.keys()].map((room) => room.split(':')[0]));
    const gone = 'refused' in this.state['WorkingGroup']! ? insideGroup : [];
    return screenNames.filter((screen) => kinds.has(toldIn[screen] ?? 'land') && !gone.includes(screen));
  }

  private apply(fragment: { no: number; threadId: string }): void {
    const question = this.state['QuestionPosts']!['question'] as { thread: Posts } | undefined;
    const shown = [this.state['Posts']!['thread'] as Posts | undefined, question?.thread].find(
      (thread) => thread?.id === fragment.threadId,
    );
    // Of a question itself, only who looks at the queue has a use for it.
    if (!shown) return;
    const { nodes } = shown.posts;
    const others = nodes.filter((node) => node.no !== fragment.no);
    nodes.splice(0, nodes.length, ...[...others, fragment].toSorted((a, b) => a.no - b.no));
  }

  private async audible(): Promise<string[]> {
    const { group, home, stage } = this.scene;
    const rooms = [
      'land',
      `group:${group.id}`,
      `lead:${group.id}`,
      `event:${stage.event.id}`,
      `announcement:${stage.announcement.id}`,
      `organisation:${home.id}`,
      `person:${this.person.id}`,
    ];
    expect(new Set(rooms.map((room) => room.split(':')[0]))).toEqual(new Set(roomKinds));
    const actor = (await api.app.get(Actors).byId(this.person.id))!;
    const may = await Promise.all(rooms.map((room) => api.app.get(Rooms).mayHear(actor, room)));
    return rooms.filter((_, i) => may[i]);
  }
}

it('everybody tells what they count on', () => {
  const names = Object.keys(events);
  expect(names.filter((name) => !(name in stories)).map((name) => `${name}: no sweep.ts has a story`)).toEqual([]);
  expect(names.filter((name) => !(name in heard)).map((name) => `${name}: no sweep.ts says who hears it`)).toEqual([]);
  const unknown = [...Object.values(heard).flat(), ...insideGroup, ...Object.keys(toldIn)].filter((screen) => !(screen in screens));
  expect(unknown.map((screen) => `${screen}: no sweep.ts has such a screen`)).toEqual([]);
  for (const kind of ['screens', 'stories', 'heard'] as const) {
    const rows = namesOf((sweep) => sweep[kind]).map(({ name }) => name);
    expect(rows.filter((name, i) => rows.indexOf(name) < i).map((name) => `${name}: two sweep.ts have it in ${kind}`)).toEqual([]);
  }
});

describe.each(Object.keys(events) as EventName[])('%s', (name) => {
  it('leaves who only listened with what a fresh screen shows', async () => {
    const stage = await setStage();
    const id = (await stories[name]!.before?.(stage)) ?? '';
    const browsers = listeners.map((who) => new Browser(stage.scene, stage.actors[who]));
    await Promise.all(browsers.map((browser) => browser.open()));
    await stories[name]!.act(stage, id);
    for (const { sweep } of sweeps) await sweep.settled?.(api.app);

    const news = (await Promise.all(browsers.map((browser) => browser.hear()))).flat();
    const announced = news.find((event) => event.name === name);
    expect([events[name].room].flat()).toContain(announced?.room.split(':')[0]);
    expect(events[name].payload.safeParse(announced?.payload).success).toBe(true);
    for (const [i, who] of listeners.entries()) {
      const { state } = browsers[i]!;
      const live = browsers[i]!.live();
      const fresh = await browsers[i]!.show(live);
      expect([who, Object.fromEntries(live.map((screen) => [screen, state[screen]]))]).toEqual([who, fresh]);
    }
  });
});

describe.each((Object.keys(events) as EventName[]).filter((name) => events[name].hot))('%s', (name) => {
  it('carries the post as every reader sees it', async () => {
    const stage = await setStage();
    const id = (await stories[name]!.before?.(stage)) ?? '';
    const room = `group:${stage.scene.group.id}`;
    const { last } = await api.app.get(EventLog).extent(room);
    await stories[name]!.act(stage, id);
    const found = (await api.app.get(EventLog).after(new Map([[room, last]]))).find((event) => event.name === name)!;
    const { postId } = found.payload as { postId: string };
    const fresh = await api.get(stage.actors.lead, `{ post(id: "${postId}") { ${postParts} } }`);
    expect(found.fragment).toEqual(fresh['post']);
  });
});
