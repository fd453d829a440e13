/** A mutation that no test can catch, and why: what it changes makes no difference that anybody could see. */
export interface Survivor {
  file: string;
  /** The line as it stands in the source, without its indentation. */
  line: string;
  /** What was replaced, by what. */
  mutation: [from: string, to: string];
  why: string;
}

const from = (file: string, why: string, mutation: Survivor['mutation'], ...lines: string[]): Survivor[] =>
  lines.map((line) => ({ file, line, mutation, why }));

export const survivors: Survivor[] = [
  ...from(
    'apps/api/src/features/people/policy.ts',
    'Nobody has a place in no organisation: asked about null, the rule of organisations answers what the branch does.',
    ['id === null', 'false'],
    `id === null ? has(rights, 'LAND_ADMIN') : organisationPolicy.verdict(actor, 'readDesk', { id, rights }) === true;`,
  ),
  ...from(
    'apps/api/src/features/people/policy.ts',
    'Nobody has a place in no organisation: asked about null, the rule of organisations answers what the branch does.',
    ['r.organisationId === null', 'false'],
    `(r.organisationId === null ? has(r.rights, 'LAND_ADMIN') : manages(actor, r.organisationId, r.rights)) ? open(r) : 'forbidden',`,
  ),
  ...from(
    'apps/api/src/features/sprechstunden/policy.ts',
    'Whoever holds a seat has one: the question mark is for the compiler.',
    ['e.seat?.role', 'e.seat.role'],
    `const prepares = (e: EventView): boolean => holdsEventSeat(e) && e.seat?.role !== 'GUEST';`,
    `const conducts = (e: EventView): boolean => editsEvents(e.rights) || (holdsEventSeat(e) && e.seat?.role === 'HOST');`,
  ),
  ...from(
    'apps/api/src/features/sprechstunden/states.ts',
    'The word that is put in is no state, so nobody can ask for it; all that are one are tried.',
    ['[]', '["Stryker was here"]'],
    ...['DONE', 'CANCELLED', 'TREATED', 'MERGED', 'DECLINED', 'WITHDRAWN'].map((state) => `${state}: [],`),
  ),
  ...from(
    'apps/api/src/features/working-groups/policy.ts',
    'Whoever holds a seat has one: the question mark is for the compiler.',
    ['g.membership?.role', 'g.membership.role'],
    `const isLead = (g: GroupView): boolean => holdsSeat(g) && g.membership?.role === 'LEAD';`,
    `const leads = (g: GroupView): boolean => isLead(g) || (holdsSeat(g) && g.membership?.role === 'DEPUTY');`,
    `const writes = (g: GroupView): boolean => holdsSeat(g) && g.membership?.role !== 'OBSERVER';`,
    `volunteer: (_, g) => (!writes(g) || g.membership?.role === 'GUEST' ? 'forbidden' : isOpen(g) || 'group.not_active'),`,
    `exportRoster: (_, g) => (holdsSeat(g) && g.membership?.role !== 'GUEST') || 'forbidden',`,
  ),
  ...from(
    'apps/api/src/platform/live/clock-ends.ts',
    'Only gives memory back: a room in which nobody is left answers the same.',
    ['this.rooms.delete(room);', ';'],
    'if (ends?.delete(who) && ends.size === 0) this.rooms.delete(room);',
  ),
  ...from(
    'apps/api/src/platform/live/clock-ends.ts',
    'What is put in has no time that could be over, so nobody is ended by it.',
    ['[]', '["Stryker was here"]'],
    'return [...(this.rooms.get(room) ?? [])].flatMap(([who, until]) => (until <= now ? who : []));',
  ),
  ...from(
    'apps/web/src/features/threads/posts/state.ts',
    'Only asked of a piece that is not empty: the question mark is for the compiler.',
    ['kept.at(-1)?.no', 'kept.at(-1).no'],
    'return kept.length === 0 || kept.at(-1)?.no === start - 1 ? [...kept, ...b] : a;',
  ),
  ...from(
    'apps/web/src/features/threads/posts/state.ts',
    'What is put in quotes no post, so that it is taken out again at once.',
    ['[]', '["Stryker was here"]'],
    '[...state.window, ...(state.first ? [state.first] : [])].filter((post) => post.replyTo?.no === no);',
  ),
];
