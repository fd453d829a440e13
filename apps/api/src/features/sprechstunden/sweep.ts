import { randomUUID } from 'node:crypto';
import { inDays } from '../../platform/days.ts';
import { call, invite, rows } from '../../../test/sweeps/making.ts';
import { defineSweep, type Crowd, type Place, type Sight } from '../../../test/sweeps/sweep.ts';
import { calls } from './sweep.calls.ts';
import { crowd, type Gathered } from './sweep.crowd.ts';

interface Seen {
  event: string;
  wish: string;
}
async function furnish({ scene: { world, programme, home, host } }: Sight): Promise<Seen> {
  const { db } = world;
  const { event, draft, wish } = await programme();
  const place = { sprechstundeId: event.id, organisationId: home.id };
  await db.registration.create({ data: { ...place, personId: host.id, status: 'REGISTERED', clientMutationId: randomUUID() } });
  await db.moodVote.create({ data: { ...place, value: 4 } });
  await world.eventSeat(event, await world.person(), 'GUEST');
  await invite(world, { ...place, seatRole: 'GUEST', invitedById: host.id });
  await db.topicWish.update({ where: { id: wish.id }, data: { status: 'PLANNED', sprechstundeId: draft.id } });
  return { event: event.id, wish: wish.id };
}

const seen =
  (field: string) =>
  ({ event: id }: Seen) =>
    `sprechstunde(id: "${id}") { ${field} }`;

const event = ({ event: { id } }: Gathered): Place => ({ path: [`sprechstunde(id: "${id}")`] });
const ofSeries = ({ series: { id } }: Gathered): Place => ({ path: [], args: `seriesId: "${id}"` });
const named = ({ tag }: Crowd): Place => ({ path: [], args: `filter: { text: "${tag}" }` });

const eventCard = 'id no title status startsAt endsAt place topics series { name }';
const invitation = 'id email role groupRole guestUntil sentAt expiresAt';

export const sweep = defineSweep<Seen, Gathered>({
  authorization: `
    sprechstunde: not_found = uninvited; ok
    sprechstunde [draft]: ok = editor eventHost; not_found
    sprechstunden: ok
    sprechstundenSeries: ok
    seriesDays: ok = editor; not_found = outsiders guest; forbidden
    distributionList: ok = editor; not_found = outsiders guest; forbidden
    topicWishes: ok
    topicWish: not_found = outsiders guest; ok
    publicSprechstunden: ok = anonymous; ok
    treatedTopics: ok = anonymous; ok
    createSeries: ok = editor; forbidden
    editSeries: ok = editor; not_found = outsiders guest; forbidden
    planSprechstunden: ok = editor; not_found = outsiders guest; forbidden
    addToDistribution: ok = editor; not_found = outsiders guest; forbidden
    removeFromDistribution: ok = editor; not_found
    createSprechstunde: ok = editor; forbidden
    editSprechstunde: ok = editor; not_found = uninvited; forbidden
    editSprechstunde [draft]: ok = editor; forbidden = eventHost; not_found
    setProgramme: ok = editor; not_found = uninvited; forbidden
    writeReview: ok = editor; not_found = uninvited; forbidden
    changeSprechstundeStatus: ok = editor eventHost; not_found = uninvited; forbidden
    changeSprechstundeStatus [cancel]: ok = editor; not_found = uninvited; forbidden
    inviteEventGuest: ok = editor; not_found = uninvited; forbidden
    changeEventSeat: ok = editor; not_found
    endEventSeat: ok = editor; not_found
    register: not_found = uninvited; forbidden = eventGuests; ok
    withdrawRegistration: ok = coordinator editor; forbidden = colleague head; not_found
    exportParticipants: ok = editor; not_found = uninvited; forbidden
    voteMood: ok = municipal; not_found = uninvited; forbidden
    wishTopic: not_found = outsiders guest; ok
    voteWish: not_found = outsiders guest; ok
    mergeWish: ok = editor; not_found = outsiders guest; forbidden
    planWish: ok = editor; not_found = uninvited; forbidden
    declineWish: ok = editor; not_found = outsiders guest; forbidden
    withdrawWish: not_found = outsiders guest; forbidden
    subscribeCalendar: ok
    revokeCalendar: ok
  `,
  calls,
  openFields: `
    Viewer: calendar
    ViewerAbilities: editSprechstunden
    Home: nextSprechstunde
    SprechstundenSeries: id name organiser rule firstDay startTime minutes openEvery nextNo exceptions place joinUrl version
    SeriesDay: day startsAt holiday excepted planned
    DistributionEntry: id name email person addedAt
    DistributionEntryPage: nodes pageInfo total
    Sprechstunde: id series no format status title summary topics startsAt endsAt liveSince place joinUrl registrationUrl host hostName limit
    Sprechstunde: registrationUntil cancelReason review nextSteps participatingOrganisations version agenda speakers links moodQuotes mood
    Sprechstunde: registeredCount waitingCount registeredOrganisations ownRegistrations viewerSeat viewerCan
    SprechstundeAbilities: edit conduct steer register voteMood exportParticipants
    SprechstundePage: nodes pageInfo total
    AgendaItem: id position title minutes description startsAt wishId
    Speaker: id name function organisationName organisation person agendaItemId
    SprechstundeLink: id kind title url agendaItemId
    MoodQuote: id label text
    MoodBarometer: voters distribution
    OwnMood: organisationId value
    RegisteredOrganisation: organisation people
    Registration: id sprechstundeId person companion organisation status waitingPlace registeredAt viewerCan
    RegistrationAbilities: withdraw
    RegistrationPage: nodes pageInfo total
    EventSeat: id sprechstundeId person organisation role status until createdAt
    EventSeatPage: nodes pageInfo total
    TopicWish: id seriesId title description author organisation status reason createdAt voteCount voters viewerVoted mergedInto viewerCan
    WishAbilities: vote withdraw decide
    TopicWishPage: nodes pageInfo total
    PublicSprechstunde: id seriesName no format status title summary topics startsAt endsAt place registrationUrl hostName
    PublicSprechstundePage: nodes pageInfo total
    TreatedYear: year years events
    TreatedEvent: id seriesName no title startsAt topics
    CalendarSubscription: createdAt
    CalendarAddress: url
  `,
  guardedFields: `
    Sprechstunde.registrations: value = editor; not_found = uninvited; empty
    Sprechstunde.seats: value = editor; not_found = uninvited; empty
    Sprechstunde.guestInvitations: value = editor; not_found = uninvited; empty
    MoodBarometer.own: value = colleague head coordinator; not_found = uninvited; empty
    TopicWish.sprechstunde: value = editor; not_found = outsiders guest; null
  `,
  furnish,
  looks: {
    'Sprechstunde.registrations': seen(`found: ${rows('registrations')}`),
    'Sprechstunde.seats': seen(`found: ${rows('seats')}`),
    'Sprechstunde.guestInvitations': seen(`found: ${rows('guestInvitations')}`),
    'MoodBarometer.own': seen('mood { found: own { value } }'),
    'TopicWish.sprechstunde': ({ wish: id }) => `topicWish(id: "${id}") { found: sprechstunde { id } }`,
  },
  crowd,
  lists: {
    'Query.sprechstunden': named,
    'Query.sprechstundenSeries': () => ({ path: [] }),
    'Query.seriesDays': ({ series: { id } }) => ({ path: [], args: `seriesId: "${id}", until: "${inDays(364)}"` }),
    'Query.distributionList': ofSeries,
    'Query.topicWishes': ofSeries,
    'Query.publicSprechstunden': (_, count) => ({ path: [], args: `first: ${count}` }),
    'TreatedYear.events': () => ({ path: ['treatedTopics(year: 2025)'] }),
    'Sprechstunde.agenda': event,
    'Sprechstunde.speakers': event,
    'Sprechstunde.links': event,
    'Sprechstunde.moodQuotes': event,
    'Sprechstunde.registeredOrganisations': event,
    'Sprechstunde.ownRegistrations': event,
    'Sprechstunde.registrations': event,
    'Sprechstunde.seats': event,
    'Sprechstunde.guestInvitations': event,
    'MoodBarometer.own': (c) => ({ path: [...event(c).path, 'mood'] }),
    'TopicWish.voters': ({ wish: { id } }) => ({ path: [`topicWish(id: "${id}")`] }),
  },
  screens: {
    Sprechstunden: () => `{ sprechstunden { nodes { ${eventCard} } total } publicSprechstunden { nodes { id title status startsAt } total }
    sprechstundenSeries { id name nextNo version } }`,
    Sprechstunde: ({ stage }) => `{ sprechstunde(id: "${stage.event.id}") { ${eventCard} review version viewerSeat { role until }
    viewerCan { edit conduct register voteMood exportParticipants } agenda { id title minutes } speakers { name } links { url } moodQuotes { text }
    guestInvitations { nodes { ${invitation} } total } } }`,
    EventPlaces: ({ stage }) => `{ sprechstunde(id: "${stage.event.id}") { registeredCount waitingCount registeredOrganisations { people }
    ownRegistrations { id status } registrations { nodes { id status } total } seats { nodes { id role until } total } } }`,
    EventMood: ({ stage }) => `{ sprechstunde(id: "${stage.event.id}") { mood { voters distribution own { value } } } }`,
    TopicWishes: ({
      stage,
    }) => `{ topicWishes(seriesId: "${stage.series.id}", statuses: [OPEN, PLANNED]) { nodes { id title status voteCount viewerVoted
    sprechstunde { title status } viewerCan { vote withdraw decide } } total } }`,
    Distribution: ({ stage }) => `{ distributionList(seriesId: "${stage.series.id}") { nodes { id name email } total } }`,
  },
  toldIn: {
    Sprechstunde: 'event',
    EventPlaces: 'event',
    EventMood: 'event',
  },
  heard: {
    'series.changed': ['Sprechstunden', 'Distribution'],
    'sprechstunde.card_changed': ['Sprechstunden', 'Home', 'TopicWishes'],
    'sprechstunde.changed': ['Sprechstunde', 'EventPlaces', 'EventQueue'],
    'registration.changed': ['EventPlaces'],
    'mood.changed': ['EventMood'],
    'event_seat.changed': ['Sprechstunde', 'EventPlaces', 'EventQueue'],
    'wish.changed': ['TopicWishes', 'Sprechstunde'],
    'viewer.event_seat_changed': ['Sprechstunden', 'Sprechstunde', 'EventQueue', 'Home', 'Viewer'],
    'calendar.changed': ['Viewer'],
  },
  stories: {
    'series.changed': { act: call('editor', 'addToDistribution') },
    'sprechstunde.card_changed': { act: call('editor', 'changeSprechstundeStatus') },
    'sprechstunde.changed': { act: call('editor', 'setProgramme') },
    'registration.changed': { act: call('member', 'register') },
    'mood.changed': {
      before: (stage) => stage.run('editor', 'changeSprechstundeStatus', { id: stage.scene.stage.event.id, status: 'LIVE' }),
      act: call('member', 'voteMood'),
    },
    'event_seat.changed': {
      before: async (stage) => String((await stage.variables('editor', 'endEventSeat'))['id']),
      act: ({ run }, id) => run('editor', 'endEventSeat', { id }),
    },
    'wish.changed': { act: call('editor', 'planWish') },
    'viewer.event_seat_changed': {
      before: async ({ scene, actors }) => (await scene.world.eventSeat(scene.stage.event, actors.colleague, 'HOST')).id,
      act: ({ run }, id) => run('editor', 'endEventSeat', { id }),
    },
    'calendar.changed': { act: call('member', 'subscribeCalendar') },
  },
  smallTables: ['sprechstunde', 'sprechstunden_series'],
  pages: {
    '/sprechstunden': { as: 'koordination.halle', says: 'Zurzeit ist kein Termin geplant.' },
    '/sprechstunden/:id': { as: 'koordination.halle', at: ({ event }) => event, says: null },
    '/sprechstunden/neu': { as: 'redaktion.land', closedTo: 'koordination.halle' },
    '/sprechstunden/:id/bearbeiten': {
      as: 'redaktion.land',
      at: ({ event }) => `${event}/bearbeiten`,
      closedTo: 'koordination.halle',
      says: null,
    },
    '/sprechstunden/reihen': {
      as: 'redaktion.land',
      closedTo: 'koordination.halle',
      says: 'Noch steht niemand im Verteiler.',
    },
    '/sprechstunden/themenwuensche': { as: 'redaktion.land', says: 'Zurzeit ist kein Themenwunsch offen.' },
    '/termine': { as: null, says: 'Zurzeit ist kein Termin angekündigt.' },
    '/termine/:jahr': { as: null, at: () => '/termine/2026', says: null },
  },
});
