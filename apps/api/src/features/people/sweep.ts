import { randomUUID } from 'node:crypto';
import { call, input, invite, nobody, rows, text } from '../../../test/sweeps/making.ts';
import { defineSweep, type Crowd, type Make, type Place, type Sight } from '../../../test/sweeps/sweep.ts';
import type { Someone } from '../../../test/world.ts';

const invitation: Make = async ({ world, home, host }) => {
  const { id } = await invite(world, { organisationId: home.id, role: 'MEMBER', invitedById: host.id });
  return { id };
};
const request: Make = async ({ world, home }) => {
  const person = await world.person();
  const { id } = await world.db.affiliationRequest.create({ data: { personId: person.id, organisationId: home.id, statement: text } });
  return { id, requestId: id };
};
const affiliation: Make = async (scene) => {
  const { id } = await scene.world.belongs(await scene.world.person(), scene.home);
  return { id };
};

async function furnish({ scene: { world, home, host }, colleague }: Sight) {
  const { db } = world;
  await db.globalRoleGrant.create({ data: { personId: colleague.id, role: 'MODERATOR' } });
  const former = await world.person();
  await db.affiliation.create({ data: { personId: former.id, organisationId: home.id, role: 'MEMBER', endedAt: new Date() } });
  await db.affiliationRequest.create({ data: { personId: former.id, organisationId: home.id, statement: text } });
  return invite(world, { organisationId: home.id, role: 'MEMBER', invitedById: host.id });
}

async function crowd({ world, viewer, organisation, people }: Crowd) {
  const { db } = world;
  for (const person of people) {
    await world.belongs(person, organisation);
    await world.belongs(viewer, person.organisation, 'COORDINATOR');
    await db.globalRoleGrant.create({ data: { personId: viewer.id, role: 'LAND_EXPERT', organisationId: person.organisation.id } });
    await db.identity.create({ data: { issuer: 'https://anders.example', subject: randomUUID(), personId: viewer.id } });
    const [asking, lost] = [await world.person(), await world.person()];
    await db.affiliationRequest.create({ data: { personId: asking.id, organisationId: organisation.id, statement: 'Bitte.' } });
    await db.affiliationRequest.create({ data: { personId: lost.id, statement: 'Wohin gehöre ich?' } });
    await invite(world, { organisationId: organisation.id, role: 'MEMBER', invitedById: viewer.id });
  }
  return {};
}

type Ask = (sight: Sight, actor: Someone | null) => string;
const person =
  (field: string): Ask =>
  ({ colleague }) =>
    `person(id: "${colleague.id}") { found: ${field} }`;
const own =
  (field: string): Ask =>
  (_, actor) =>
    `person(id: "${actor?.id ?? nobody}") { found: ${field} }`;
const home =
  (field: string): Ask =>
  ({ scene }) =>
    `organisation(id: "${scene.home.id}") { found: ${field} }`;

const ofOrganisation = ({ organisation: { id } }: Crowd): Place => ({ path: [`organisation(id: "${id}")`] });
const ofViewer = (): Place => ({ path: ['viewer'] });
const ofPerson = ({ viewer: { id } }: Crowd): Place => ({ path: [`person(id: "${id}")`] });

const place = 'id role function deputy beganAt endedAt person { id name } viewerCan { change end }';
const invited = 'id email role groupRole guestUntil sentAt expiresAt';

export const sweep = defineSweep({
  authorization: `
    viewer: ok
    person: not_found = outsiders; ok
    person [own]: ok
    people: ok = admin; forbidden
    unansweredRequests: ok = admin; forbidden
    invitation: not_found
    inviteColleague: ok = coordinator admin; forbidden
    resendInvitation: ok = coordinator admin; forbidden = head; not_found
    revokeInvitation: ok = coordinator admin; forbidden = head; not_found
    acceptInvitation: invitation.foreign
    requestAffiliation: ok
    withdrawAffiliationRequest: forbidden = coordinator head admin; not_found
    confirmAffiliation: ok = coordinator admin; forbidden = head; not_found
    declineAffiliation: ok = coordinator admin; forbidden = head; not_found
    assignAffiliationRequest: ok = admin; not_found
    changeAffiliation: ok = coordinator admin; not_found = outsiders guest; forbidden
    endAffiliation: ok = coordinator admin; not_found = outsiders guest; forbidden
    nameCoordinator: ok = admin; forbidden
    actFor: ok = colleague head coordinator provider; forbidden
    grantGlobalRole: ok = admin; not_found = outsiders; forbidden
    revokeGlobalRole: ok = admin; not_found = outsiders guest; forbidden
    linkIdentity: ok = admin; not_found = outsiders; forbidden
    becomeFirstAdmin: not_found
  `,
  calls: {
    viewer: () => ({}),
    person: ({ host }) => ({ id: host.id }),
    'person own': (_, actor) => ({ id: actor?.id ?? nobody }),
    people: () => ({}),
    unansweredRequests: () => ({}),
    invitation: () => ({ token: 'unbekannt' }),
    inviteColleague: input(({ home }) => ({ organisationId: home.id, email: `${randomUUID()}@ort.example`, role: 'MEMBER', function: '' })),
    resendInvitation: invitation,
    revokeInvitation: invitation,
    acceptInvitation: async ({ world, home }) => {
      const { token } = await invite(world, { email: 'jemand-anders@ort.example', organisationId: home.id, role: 'MEMBER' });
      return { token };
    },
    requestAffiliation: input(async ({ world }) => ({ organisationId: (await world.organisation()).id, statement: text })),
    withdrawAffiliationRequest: request,
    confirmAffiliation: async (scene, actor) => ({ ...(await request(scene, actor)), role: 'MEMBER', function: '' }),
    declineAffiliation: async (scene, actor) => ({ ...(await request(scene, actor)), reason: text }),
    assignAffiliationRequest: async ({ world, home }) => {
      const person = await world.person();
      const { id } = await world.db.affiliationRequest.create({ data: { personId: person.id, statement: text } });
      return { requestId: id, organisationId: home.id };
    },
    changeAffiliation: input(async (scene, actor) => ({
      ...(await affiliation(scene, actor)),
      role: 'HEAD',
      function: 'Leitung',
      deputy: false,
    })),
    endAffiliation: affiliation,
    nameCoordinator: ({ home }) => ({ organisationId: home.id, email: 'koordination@ort.example' }),
    actFor: ({ home }) => ({ organisationId: home.id }),
    grantGlobalRole: ({ host }) => ({ personId: host.id, role: 'MODERATOR' }),
    revokeGlobalRole: async ({ world }) => ({ personId: (await world.official('MODERATOR')).id, role: 'MODERATOR' }),
    linkIdentity: input(({ host }) => ({ personId: host.id, issuer: 'https://neu.example', subject: randomUUID(), reason: text })),
    becomeFirstAdmin: () => ({ token: 'unbekannt' }),
  },
  openFields: `
    Viewer: person email globalRoles affiliations actsFor affiliationRequest suggestedOrganisation viewerCan
    ViewerAbilities: createGroup proposeGroup decideProposals administer readAudit
    Person: id name affiliations
    Identity: id issuer subject createdAt
    GlobalRoleGrant: id role organisation grantedAt
    Affiliation: id person organisation role function deputy beganAt endedAt viewerCan
    AffiliationAbilities: change end
    AffiliationPage: nodes pageInfo total
    Invitation: id email organisation role function groupId groupRole sprechstundeId seatRole guestUntil invitedBy createdAt sentAt
    Invitation: expiresAt acceptedAt revokedAt
    InvitationOffer: organisation role function groupName groupRole sprechstundeId eventTitle seatRole guestUntil invitedByName expiresAt
    InvitationPage: nodes pageInfo total
    AffiliationRequest: id person organisation statement status reason createdAt decidedAt
    AffiliationRequestPage: nodes pageInfo total
    PersonPage: nodes pageInfo total
  `,
  guardedFields: `
    Person.email: value = admin coordinator; not_found = outsiders; null
    Person.email [own]: value
    Person.globalRoles: value = admin; not_found = outsiders; empty
    Person.identities: value = admin; not_found = outsiders; empty
    Person.identities [own]: value = admin; empty
    Organisation.affiliations: empty = stranger expiredGuest guest eventHost eventGuest; value
    Organisation.affiliations [ended]: value = coordinator head admin; forbidden
    Organisation.invitations: value = coordinator head admin; forbidden
    Organisation.affiliationRequests: value = coordinator head admin; forbidden
  `,
  furnish,
  looks: {
    'Person.email': person('email'),
    'Person.email own': own('email'),
    'Person.globalRoles': person('globalRoles { id }'),
    'Person.identities': person('identities { id }'),
    'Person.identities own': own('identities { id }'),
    'Organisation.affiliations': home(rows('affiliations')),
    'Organisation.affiliations ended': home(rows('affiliations', '(ended: true)')),
    'Organisation.invitations': home(rows('invitations')),
    'Organisation.affiliationRequests': home(rows('affiliationRequests')),
  },
  crowd,
  lists: {
    'Query.people': ({ tag }) => ({ path: [], args: `filter: { text: "${tag} Person" }` }),
    'Query.unansweredRequests': (_, count) => ({ path: [], args: `first: ${count}` }),
    'Organisation.affiliations': ofOrganisation,
    'Organisation.invitations': ofOrganisation,
    'Organisation.affiliationRequests': ofOrganisation,
    'Viewer.globalRoles': ofViewer,
    'Viewer.affiliations': ofViewer,
    'Person.affiliations': ofPerson,
    'Person.globalRoles': ofPerson,
    'Person.identities': ofPerson,
  },
  wholeTables: {
    'Query.people': ['person'],
  },
  screens: {
    Viewer: () => `{ viewer { person { name } globalRoles { role } affiliations { id role function } actsFor { id } unreadNoticeCount
    affiliationRequest { status } calendar { createdAt }
    viewerCan { createGroup proposeGroup decideProposals administer readAudit editSprechstunden } }
    workingGroups(filter: { mine: true }) { nodes { id name unreadThreadCount } total } }`,
    OrganisationDesk: ({ home }) => `{ organisation(id: "${home.id}") { affiliations(ended: true) { nodes { ${place} } total }
    invitations { nodes { ${invited} } total } affiliationRequests { nodes { id statement status person { id } } total } } }`,
  },
  toldIn: {
    OrganisationDesk: 'organisation',
  },
  heard: {
    'affiliation.changed': ['OrganisationDesk', 'OrganisationPage'],
    'affiliation.ended': ['OrganisationDesk', 'OrganisationPage'],
    'organisation_desk.changed': ['OrganisationDesk', 'OrganisationPage', 'Home'],
    'viewer.rights_changed': '*',
    'administration.changed': ['Home'],
  },
  stories: {
    'affiliation.changed': {
      before: async (stage) => String((await stage.variables('coordinator', 'confirmAffiliation'))['requestId']),
      act: ({ run }, requestId) => run('coordinator', 'confirmAffiliation', { requestId, role: 'MEMBER', function: 'Technik' }),
    },
    'affiliation.ended': {
      before: async (stage) => String((await stage.variables('coordinator', 'endAffiliation'))['id']),
      act: ({ run }, id) => run('coordinator', 'endAffiliation', { id }),
    },
    'organisation_desk.changed': { act: call('coordinator', 'inviteColleague') },
    'viewer.rights_changed': {
      act: ({ run, actors }) => run('admin', 'grantGlobalRole', { personId: actors.colleague.id, role: 'LAND_EDITOR' }),
    },
    'administration.changed': {
      before: async ({ scene, actors }) => {
        await scene.world.db.globalRoleGrant.create({ data: { personId: actors.lead.id, role: 'LAND_ADMIN' } });
        return '';
      },
      act: ({ run }) => run('colleague', 'requestAffiliation', { input: { organisationId: null, statement: 'Ich suche meine Stelle.' } }),
    },
  },
  pages: {
    '/ankommen': { first: true, as: 'neu.magdeburg', says: null },
    '/einladung/:token': { as: 'moderation.land', at: ({ invitation }) => invitation },
    '/erste-verwaltung': { as: 'admin.land', at: () => '/erste-verwaltung?token=none' },
    '/kommunen/:id/verwalten': {
      as: 'koordination.halle',
      at: ({ organisation }) => `${organisation}/verwalten`,
      closedTo: 'leitung.ag4',
      says: 'Zurzeit ist niemand eingeladen.',
    },
    '/konto': { as: 'koordination.halle', says: null },
    '/verwaltung': { as: 'admin.land', closedTo: 'koordination.halle', says: 'Nichts wartet auf eine Entscheidung.' },
    '/verwaltung/personen': { as: 'admin.land', closedTo: 'koordination.halle', says: 'Keine Person passt zu dieser Auswahl.' },
    '/verwaltung/personen/:id': { as: 'admin.land', closedTo: 'koordination.halle', at: ({ person }) => person, says: null },
    '/verwaltung/anfragen': { as: 'admin.land', closedTo: 'koordination.halle', says: 'Keine Anfrage wartet auf Sie.' },
    '/verwaltung/koordination': { as: 'admin.land', closedTo: 'koordination.halle', says: 'Jede Verwaltung hat eine Koordination.' },
    '/verwaltung/vorschlaege': { as: 'admin.land', says: 'Kein Vorschlag wartet auf eine Entscheidung.' },
  },
});
