import { randomUUID } from 'node:crypto';
import type { Answer, Api, Data } from './api.ts';
import type { Account } from './issuer.ts';

type Variables = Record<string, unknown>;

const place = 'id companion status waitingPlace person { id } organisation { id } viewerCan { withdraw }';
const event = `id no format status title topics startsAt endsAt place joinUrl registrationUrl hostName host { id } series { id } limit cancelReason
  review nextSteps participatingOrganisations version registeredCount waitingCount viewerSeat { id role }
  viewerCan { edit conduct register voteMood exportParticipants }`;
const programme = `agenda { id title minutes startsAt description wishId } speakers { id name function organisationName agendaItemId organisation { id } person { id } }
  links { id kind title url agendaItemId } moodQuotes { id label text }`;
const wish = `id title status reason voteCount viewerVoted voters { id } mergedInto { id } sprechstunde { id } viewerCan { vote withdraw decide }`;
const series = 'id name nextNo version rule exceptions';

export const documents = {
  event: `query($id: ID!) { sprechstunde(id: $id) { ${event} ${programme} mood { voters distribution own { organisationId value } }
    registeredOrganisations { organisation { id } people } ownRegistrations { ${place} }
    registrations { nodes { ${place} } total } seats { nodes { id role status until person { id } } total } guestInvitations { nodes { id email seatRole } total } } }`,
  events: `query($filter: SprechstundenFilter, $first: Int, $after: String) { sprechstunden(filter: $filter, first: $first, after: $after) {
    nodes { id title status } total pageInfo { endCursor hasNextPage } } }`,
  public: `query($past: Boolean, $first: Int, $after: String) { publicSprechstunden(past: $past, first: $first, after: $after) {
    nodes { id title status hostName seriesName no topics registrationUrl } total } }`,
  treated: `query($year: Int!) { treatedTopics(year: $year) { year years events { id title topics seriesName no } } }`,
  series: `{ sprechstundenSeries { ${series} } }`,
  days: `query($seriesId: ID!, $until: String!) { seriesDays(seriesId: $seriesId, until: $until) { day startsAt holiday excepted planned } }`,
  createSeries: `mutation($input: SeriesInput!) { createSeries(input: $input) { ${series} } }`,
  editSeries: `mutation($id: ID!, $version: Int!, $input: SeriesInput!) { editSeries(id: $id, version: $version, input: $input) { ${series} } }`,
  plan: `mutation($seriesId: ID!, $until: String!) { planSprechstunden(seriesId: $seriesId, until: $until) { ${series} } }`,
  list: `query($seriesId: ID!, $first: Int, $after: String) { distributionList(seriesId: $seriesId, first: $first, after: $after) {
    nodes { id name email person { id } } total } }`,
  add: `mutation($seriesId: ID!, $input: DistributionInput!) { addToDistribution(seriesId: $seriesId, input: $input) { id name email } }`,
  remove: `mutation($id: ID!) { removeFromDistribution(id: $id) { id } }`,
  create: `mutation($input: SprechstundeInput!) { createSprechstunde(input: $input) { ${event} } }`,
  edit: `mutation($id: ID!, $version: Int!, $input: SprechstundeInput!) { editSprechstunde(id: $id, version: $version, input: $input) { ${event} } }`,
  programme: `mutation($id: ID!, $version: Int!, $input: ProgrammeInput!) { setProgramme(id: $id, version: $version, input: $input) { ${event} ${programme} } }`,
  review: `mutation($id: ID!, $version: Int!, $input: ReviewInput!) { writeReview(id: $id, version: $version, input: $input) { ${event} ${programme} } }`,
  status: `mutation($id: ID!, $status: SprechstundeStatus!, $reason: String) { changeSprechstundeStatus(id: $id, status: $status, reason: $reason) { ${event} } }`,
  register: `mutation($input: RegisterInput!) { register(input: $input) { ${place} } }`,
  withdraw: `mutation($id: ID!) { withdrawRegistration(id: $id) { ${place} } }`,
  export: `mutation($id: ID!) { exportParticipants(sprechstundeId: $id) { name text } }`,
  mood: `mutation($id: ID!, $organisationId: ID!, $value: Int!) { voteMood(sprechstundeId: $id, organisationId: $organisationId, value: $value) {
    mood { voters distribution own { organisationId value } } } }`,
  invite: `mutation($input: InviteEventGuestInput!) { inviteEventGuest(input: $input) { id email sprechstundeId seatRole guestUntil } }`,
  changeSeat: `mutation($id: ID!, $role: EventSeatRole!, $until: DateTime!) { changeEventSeat(id: $id, role: $role, until: $until) { id role until status } }`,
  endSeat: `mutation($id: ID!) { endEventSeat(id: $id) { id status } }`,
  wishes: `query($seriesId: ID!, $statuses: [WishStatus!], $first: Int, $after: String) { topicWishes(seriesId: $seriesId, statuses: $statuses, first: $first, after: $after) {
    nodes { ${wish} } total } }`,
  wish: `query($id: ID!) { topicWish(id: $id) { ${wish} } }`,
  wishTopic: `mutation($input: WishInput!) { wishTopic(input: $input) { ${wish} } }`,
  voteWish: `mutation($id: ID!, $on: Boolean!) { voteWish(id: $id, on: $on) { ${wish} } }`,
  mergeWish: `mutation($id: ID!, $intoId: ID!) { mergeWish(id: $id, intoId: $intoId) { ${wish} } }`,
  planWish: `mutation($id: ID!, $sprechstundeId: ID!, $minutes: Int!) { planWish(id: $id, sprechstundeId: $sprechstundeId, minutes: $minutes) { ${wish} } }`,
  declineWish: `mutation($id: ID!, $reason: String!) { declineWish(id: $id, reason: $reason) { ${wish} } }`,
  withdrawWish: `mutation($id: ID!) { withdrawWish(id: $id) { ${wish} } }`,
  subscribe: `mutation { subscribeCalendar { url } }`,
  revoke: `mutation { revokeCalendar { calendar { createdAt } } }`,
} as const;
type Name = keyof typeof documents;

const hour = 3_600_000;
export const inHours = (hours: number): string => new Date(Date.now() + hours * hour).toISOString();

export const eventInput = (more: Variables = {}): Variables => ({
  clientMutationId: randomUUID(),
  format: 'TOPIC',
  title: 'Gewerbesteuer digital',
  summary: 'Stand und Anbindung.',
  topics: ['Gewerbesteuer'],
  startsAt: inHours(72),
  endsAt: inHours(74),
  place: 'Videokonferenz',
  hostName: '',
  ...more,
});
export const seriesInput = (organiserId: string, more: Variables = {}): Variables => ({
  clientMutationId: randomUUID(),
  name: 'OZG-Sprechstunde',
  organiserId,
  rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=WE',
  firstDay: '2026-09-02',
  startTime: '10:00',
  minutes: 90,
  openEvery: 3,
  exceptions: [],
  place: 'Videokonferenz',
  ...more,
});

/** The feature's operations by name, for its specs: the root field's data, the refusal's code, the whole answer. */
export const sprechstundenOf = (api: () => Api) => ({
  ask: async (who: Account, name: Name, variables: Variables = {}): Promise<Data> =>
    Object.values(await api().get(who, documents[name], variables))[0] as Data,
  refusal: (who: Account | null, name: Name, variables: Variables = {}) => api().refusal(who, documents[name], variables),
  answer: (who: Account | null, name: Name, variables: Variables = {}): Promise<Answer> => api().ask(who, documents[name], variables),
  register: async (who: Account, sprechstundeId: string, more: Variables = {}): Promise<Data> =>
    (await api().get(who, documents.register, { input: { clientMutationId: randomUUID(), sprechstundeId, ...more } }))['register'] as Data,
  events: async (room: string): Promise<string[]> => {
    const events = await api().world.db.event.findMany({ where: { room }, orderBy: { seq: 'asc' } });
    return events.map((e) => e.name);
  },
  audited: async (subjectId: string): Promise<string[]> => {
    const rows = await api().world.db.auditEntry.findMany({ where: { subjectId }, orderBy: { at: 'asc' } });
    return rows.map((r) => r.action);
  },
});
