import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { EventName, RoomKind } from '@kollab/contract';
import type { Organisation, WorkingGroup } from '../../src/generated/prisma/client.ts';
import type { Colleague, Someone, World } from '../world.ts';
import type { Programme, Role, Scene } from './cast.ts';

/**
 * What the sweeps have to know of a feature: `sweep.ts` beside its `schema.graphql`, found by itself. Whatever the schema or
 * the catalogue of events declares and nobody has a row for fails, by name and file.
 *
 * `Seen`: what `furnish` made, for `looks`. `Gathered`: what `crowd` made, for `lists`.
 */
export interface Sweep<Seen extends object = object, Gathered extends object = object> {
  /**
   * Who gets what from every root field: written by hand from docs/architektur.md and the domain's table, reviewed, and never
   * computed from the policies, with which it would always agree. One line a case, as table.ts reads it:
   *
   *   field [case]: outcome = roles; outcome = roles; … ; rest
   *
   * Outcomes are `ok` or error codes. `anonymous` is always `unauthenticated` unless a line says otherwise.
   */
  authorization?: string;
  /** What each of these is called with: `field`, or `field case`. */
  calls?: Record<string, Make>;
  /** `Type: field field`. Whoever got the object gets the field; the rule stands before the object. */
  openFields?: string;
  /**
   * All other fields, case by case, as in `authorization`. Outcomes: `value`; `empty` (no text, no rows, zero); `null`; or the
   * code of a refusal, of the field or of its object.
   */
  guardedFields?: string;
  /** Something to be seen, or not, behind every guarded field. */
  furnish?: (sight: Sight) => Promise<Seen>;
  /** What belongs to the actor alone; after everybody has taken their seats. */
  furnishFor?: (sight: Sight & Seen, actor: Someone) => Promise<unknown>;
  /** Before the first question. */
  furnishLast?: (sight: Sight & Seen) => Promise<unknown>;
  /** The question of each guarded row; what is looked at is called `found`. */
  looks?: Record<string, (sight: Sight & Seen, actor: Someone | null) => string>;
  /** As many rows in every list of the feature as there are people in the crowd. They differ in nothing but their number. */
  crowd?: (crowd: Crowd) => Promise<Gathered>;
  /** Where each list is found in a crowd: the count of its queries, its indexes and its cursor are looked at there. */
  lists?: Record<string, (crowd: Crowd & Gathered, count: number) => Place>;
  /** Tables that stay small, however long the platform is used. */
  smallTables?: readonly string[];
  /** Lists that have to look at every row of a table; say why that is bearable. */
  wholeTables?: Record<string, readonly string[]>;
  /** What a browser may have before it: the queries of documents.graphql by their names, with what can change in them. */
  screens?: Record<string, (scene: Staged) => string>;
  /** Screens that are told in this room only: to others they are pages as they were when they were opened. Others: `land`. */
  toldIn?: Record<string, RoomKind>;
  /** Screens that who lost the group hears no more of. */
  insideGroup?: readonly string[];
  /** Which screens the web asks again when it hears of something; `*`: all. What comes with the event is not asked for. */
  heard?: Partial<Record<EventName, readonly string[] | '*'>>;
  /** What an event brings along, as the web writes it into what is on the screen. */
  written?: Partial<Record<EventName, (state: unknown, payload: never) => void>>;
  /** A use case that announces each event. */
  stories?: Partial<Record<EventName, Story>>;
  /** What is told by itself, a little after a write: until all of it is told. */
  settled?: (app: NestFastifyApplication) => Promise<void>;
  /** Who visits each page of the web, by its address: there it is gone through in every state (apps/e2e/sweeps). */
  pages?: Record<string, Visit>;
}

export const defineSweep = <Seen extends object = object, Gathered extends object = object>(rows: Sweep<Seen, Gathered>): Sweep =>
  rows as unknown as Sweep;

/** What a field is called with. `actor` is null for anonymous. */
export type Make = (scene: Scene, actor: Someone | null) => Record<string, unknown> | Promise<Record<string, unknown>>;

/** The scene of the sweep of fields. */
export interface Sight {
  scene: Scene;
  /** Works at home and holds a seat in both groups. */
  colleague: Someone;
}

/** One organisation, one group and one viewer, each with as many rows in every list as was asked for. */
export interface Crowd {
  world: World;
  /** Coordinates the organisations, leads the groups, is LAND_ADMIN and LAND_EDITOR: is shown all there is. */
  viewer: Colleague;
  /** Stands in the name of everything that belongs to this crowd. */
  tag: string;
  organisation: Organisation;
  group: WorkingGroup;
  /** So many, each of an organisation below the one organisation. */
  people: readonly Colleague[];
}
export interface Place {
  /** From the root to the object that has the list; the inner ones may be lists of one. */
  path: string[];
  /** Arguments of the list; `count` for those that cannot be narrowed to the crowd. */
  args?: string;
  /** The list is never longer. */
  most?: number;
}

/** What addresses with an id need; apps/e2e/sweeps/visitors.ts finds them the way people get there. */
type PlaceName =
  'group' | 'thread' | 'question' | 'faq' | 'organisation' | 'event' | 'person' | 'invitation' | 'newsletter' | 'announcement' | 'draft';
export interface Visit {
  /** The account that sees most here; null: nobody is signed in. */
  as: string | null;
  at?: (places: Record<PlaceName, string>) => string;
  /** Who may not come in. */
  closedTo?: string;
  /** Here the menus and dialogs of the frame are looked at, too. */
  frame?: true;
  /** What is said there when every list is empty, and what to do next; null: nothing, since no list is what one comes for. */
  says?: string | null;
  /** While this account is still new. */
  first?: true;
}

export type Staged = Scene & { stage: Programme };
/** The people of one story, and what they can do in it. */
export interface Stage {
  scene: Staged;
  actors: Record<Acting, Someone>;
  /** What the sweep of the authorization calls this field with. */
  variables: (who: Acting, field: string) => Promise<Record<string, unknown>>;
  /** Calls a mutation as this person; answers with its row's id. */
  run: (who: Acting, field: string, variables: Record<string, unknown>) => Promise<string>;
  /** What the writes left to the worker. */
  work: () => Promise<unknown>;
}
export const listeners = ['lead', 'member', 'coordinator', 'colleague', 'editor'] as const satisfies readonly Role[];
export type Acting = (typeof listeners)[number] | 'admin';
export interface Story {
  /** Has happened when the screens are loaded. */
  before?: (stage: Stage) => Promise<string>;
  /** `id`: of what came before. */
  act: (stage: Stage, id: string) => Promise<unknown>;
}
