import type { Prisma } from '../../generated/prisma/client.ts';
import type { Actor } from '../../platform/auth/actor.ts';
import type { Db } from '../../platform/database/database.ts';
import { inTurn, type Sql } from '../../platform/database/statements.ts';
import type { Verdict } from '../../platform/policy/policy.ts';
import {
  eventLabel,
  eventPolicy,
  eventView,
  eventViewsById,
  holdsEventSeat,
  visibleEvents,
  type EventView,
} from '../sprechstunden/index.ts';
import { groupLabel, groupPolicy, groupView, groupViews, holdsSeat, readableGroups, type GroupView } from '../working-groups/index.ts';

/** Where a question was asked: the columns of its row, of which exactly one is set. */
export interface HomeReference {
  readonly groupId: string | null;
  readonly sprechstundeId: string | null;
}
/** The same as it is named in a call. */
export type NamedHome = { readonly [K in keyof HomeReference]?: string | null | undefined };
export type HomeKindName = 'GROUP' | 'EVENT' | 'ANNOUNCEMENT';

/** A home as one person sees it: all that questions and threads ask of it. */
export interface HomeView {
  readonly kind: HomeKindName;
  readonly id: string;
  /** Whoever reads it hears this. */
  readonly room: string;
  readonly reads: boolean;
  /** Asks and votes there; or why not. */
  readonly writes: Verdict;
  /** Orders its questions: assigns, defers, hides, merges. */
  readonly leads: boolean;
  /** For whom somebody sits there. */
  readonly seatOf: string | null;
  /** Sits there at this moment. */
  readonly seated: boolean;
  /** The platform's own circle reads it. */
  readonly isPublic: boolean;
  /** Something is still changed there; or why not. */
  readonly active: Verdict;
}

/** One kind of place where questions are asked. A new kind is a column, one of these, and a line in `homeKinds`. */
interface HomeKind {
  readonly kind: HomeKindName;
  readonly idOf: (reference: NamedHome) => string | null;
  readonly reference: (id: string) => HomeReference;
  readonly room: (id: string) => string;
  /** In a write: the home is locked FOR SHARE and looked at then. */
  readonly view: (db: Sql, actor: Actor, id: string, lock: 'share' | 'none') => Promise<HomeView | null>;
  /** Many at once, in a fixed number of queries. */
  readonly views: (db: Db, actor: Actor, ids: readonly string[]) => Promise<HomeView[]>;
  /** Questions whose home is of this kind and may be read. */
  readonly readable: (actor: Actor) => Prisma.QuestionWhereInput;
  /** How it is called, and whether everybody of the platform's own circle may know that. */
  readonly labels: (db: Db, ids: readonly string[]) => Promise<HomeLabel[]>;
}
export interface HomeLabel {
  readonly id: string;
  readonly title: string;
  readonly path: string;
  readonly isPublic: boolean;
}

export const homeOfGroup = (actor: Actor, group: GroupView): HomeView => ({
  kind: 'GROUP',
  id: group.id,
  room: `group:${group.id}`,
  reads: groupPolicy.verdict(actor, 'read', group) === true,
  writes: groupPolicy.verdict(actor, 'write', group),
  leads: groupPolicy.verdict(actor, 'lead', group) === true,
  seatOf: group.membership?.organisationId ?? null,
  seated: holdsSeat(group),
  isPublic: group.visibility === 'PLATFORM',
  active: group.status === 'ACTIVE' || 'group.not_active',
});

const groupHome: HomeKind = {
  kind: 'GROUP',
  idOf: ({ groupId }) => groupId ?? null,
  reference: (groupId) => ({ groupId, sprechstundeId: null }),
  room: (groupId) => `group:${groupId}`,
  view: async (db, actor, id, lock) => {
    const group = await groupView(db, actor, id, lock);
    return group && homeOfGroup(actor, group);
  },
  views: async (db, actor, ids) => {
    if (ids.length === 0) return [];
    const groups = await db.workingGroup.findMany({ where: { id: { in: [...ids] } } });
    return (await groupViews(db, actor, groups)).map((group) => homeOfGroup(actor, group));
  },
  readable: (actor) => ({ group: readableGroups(actor) }),
  labels: async (db, ids) => {
    if (ids.length === 0) return [];
    const groups = await db.workingGroup.findMany({ where: { id: { in: [...ids] } } });
    return groups.map((g) => ({
      id: g.id,
      title: groupLabel(g),
      path: `/arbeitsgruppen/${g.id}`,
      isPublic: g.visibility === 'PLATFORM',
    }));
  },
};

/** Whoever may read an event asks there, also before and after it. */
const ofEvent = (actor: Actor, event: EventView): HomeView => {
  const reads = eventPolicy.verdict(actor, 'read', event) === true;
  const takesPlace = event.status !== 'DRAFT' && event.status !== 'CANCELLED';
  return {
    kind: 'EVENT',
    id: event.id,
    room: `event:${event.id}`,
    reads,
    writes: !reads ? 'forbidden' : takesPlace || 'event.status_impossible',
    leads: eventPolicy.verdict(actor, 'conduct', event) === true,
    seatOf: event.seat?.organisationId ?? null,
    seated: holdsEventSeat(event),
    isPublic: event.announcedAt !== null,
    active: takesPlace || 'event.status_impossible',
  };
};

const eventHome: HomeKind = {
  kind: 'EVENT',
  idOf: ({ sprechstundeId }) => sprechstundeId ?? null,
  reference: (sprechstundeId) => ({ groupId: null, sprechstundeId }),
  room: (sprechstundeId) => `event:${sprechstundeId}`,
  view: async (db, actor, id, lock) => {
    // Shared: two hundred people vote beside each other, and it is not called off meanwhile.
    const share = () =>
      lock === 'share' ? db.$queryRawUnsafe(`SELECT FROM sprechstunde WHERE id = $1::uuid FOR SHARE`, id) : Promise.resolve();
    const [, event] = await inTurn(db, share, () => eventView(db, actor, id, 'none'));
    return event && ofEvent(actor, event);
  },
  views: async (db, actor, ids) => {
    if (ids.length === 0) return [];
    return (await eventViewsById(db, actor, [...ids])).map((event) => ofEvent(actor, event));
  },
  readable: (actor) => {
    const visible = visibleEvents(actor);
    // No condition at all, for editors, would find what has no event.
    return Object.keys(visible).length === 0 ? { sprechstundeId: { not: null } } : { sprechstunde: visible };
  },
  labels: async (db, ids) => {
    if (ids.length === 0) return [];
    const events = await db.sprechstunde.findMany({ where: { id: { in: [...ids] } }, include: { series: true } });
    return events.map((e) => ({ id: e.id, title: eventLabel(e), path: `/sprechstunden/${e.id}`, isPublic: e.announcedAt !== null }));
  },
};

const homeKinds: readonly HomeKind[] = [groupHome, eventHome];

export function homeIn(reference: NamedHome): { kind: HomeKind; id: string } {
  for (const kind of homeKinds) {
    const id = kind.idOf(reference);
    if (id !== null) return { kind, id };
  }
  throw new Error('a question without a home');
}
/** Whoever reads the home hears its room. */
export const roomOfHome = (reference: NamedHome): string => {
  const { kind, id } = homeIn(reference);
  return kind.room(id);
};

export const homeView = (db: Sql, actor: Actor, reference: NamedHome, lock: 'share' | 'none'): Promise<HomeView | null> => {
  const { kind, id } = homeIn(reference);
  return kind.view(db, actor, id, lock);
};

const idsOf = (kind: HomeKind, references: readonly HomeReference[]): string[] => [
  ...new Set(references.flatMap((reference) => kind.idOf(reference) ?? [])),
];
export const homeViews = async (db: Db, actor: Actor, references: readonly HomeReference[]): Promise<Map<string, HomeView>> => {
  const found = await Promise.all(homeKinds.map((kind) => kind.views(db, actor, idsOf(kind, references))));
  return new Map(found.flat().map((home) => [home.id, home]));
};
export const homeLabels = async (db: Db, references: readonly HomeReference[]): Promise<Map<string, HomeLabel>> => {
  const found = await Promise.all(homeKinds.map((kind) => kind.labels(db, idsOf(kind, references))));
  return new Map(found.flat().map((label) => [label.id, label]));
};
export const readableHomes = (actor: Actor): Prisma.QuestionWhereInput[] => homeKinds.map((kind) => kind.readable(actor));
