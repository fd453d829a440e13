import { randomUUID } from 'node:crypto';
import type { Announcement } from '../../generated/prisma/client.ts';
import { call } from '../../../test/sweeps/making.ts';
import { defineSweep, type Crowd, type Place, type Sight } from '../../../test/sweeps/sweep.ts';
import { calls } from './sweep.calls.ts';

interface Seen {
  announcement: string;
  /** To the open group. */
  open: string;
}
interface Gathered {
  announcement: Announcement;
  acknowledged: Announcement;
}

/** The home is missing, the host's office has acknowledged; it names a group that nobody sees too. */
async function furnish({ scene: { world, host, home, group } }: Sight): Promise<Seen> {
  const { db } = world;
  const to = { organisations: [home, host.organisation], groups: [group] };
  const secret = await world.group({ visibility: 'MEMBERS', joinPolicy: 'INVITE' });
  const { id } = await world.announcement(host, to, { asksAcknowledgement: true, groupIds: [secret.id] });
  const given = { announcementId: id, organisationId: host.organisation.id };
  await db.announcementAcknowledgement.create({ data: { ...given, personId: host.id } });
  return { announcement: id, open: (await world.announcement(host, to)).id };
}

/** As many announcements as people; the first one has all rows around it, and all have acknowledged the second one. */
async function crowd({ world, tag, viewer, people }: Crowd): Promise<Gathered> {
  const { db } = world;
  const officeId = viewer.organisation.id;
  const organisations = [viewer.organisation, ...people.map((person) => person.organisation)];
  const places = organisations.map((o) => o.id);
  const topic = await db.topic.create({ data: { key: randomUUID(), name: `${tag} Mitteilungen`, position: 90 } });
  const groups = await Promise.all(people.map(() => world.group()));
  const spec = { kreisIds: places, groupIds: groups.map((g) => g.id), exceptIds: places };
  const all = { officeId, asksAcknowledgement: true };
  const announcement = await world.announcement(viewer, { organisations }, { ...all, ...spec, title: `${tag} Mitteilung` });
  const acknowledged = await world.announcement(viewer, { organisations }, { ...all, title: 'Bestätigt' });
  const links = people.map(() => ({ title: 'Handbuch', url: 'https://ort.example' }));
  await db.announcement.update({ where: { id: announcement.id }, data: { links } });
  const { title, summary, body, action } = announcement;
  for (const [i, person] of people.entries()) {
    await world.belongs(person, person.organisation);
    await world.organisation({ kind: 'LAND_MINISTRY' });
    const another = { officeId, title: `${tag} Mitteilung ${i}` };
    const { id } = await world.announcement(viewer, { organisations: [viewer.organisation, person.organisation] }, another);
    await db.announcementTopic.create({ data: { announcementId: id, topicId: topic.id } });
    await world.announcement(viewer, {}, { ...another, status: 'DRAFT' });
    const by = { byId: person.id, clientMutationId: randomUUID() };
    const before = { title, summary, body, action, links: [] };
    await db.announcementCorrection.create({ data: { announcementId: announcement.id, version: i + 2, note: 'Neu.', ...before, ...by } });
    const extra = await db.topic.create({ data: { key: randomUUID(), name: `${tag} Thema ${i}`, position: 91 } });
    await db.announcementTopic.create({ data: { announcementId: announcement.id, topicId: extra.id } });
    const given = { announcementId: acknowledged.id, organisationId: person.organisation.id, personId: person.id };
    await db.announcementAcknowledgement.create({ data: given });
  }
  await db.announcementTopic.create({ data: { announcementId: announcement.id, topicId: topic.id } });
  return { announcement, acknowledged };
}

const found =
  (field: string) =>
  ({ announcement: id }: Seen) =>
    `announcement(id: "${id}") { ${field} }`;
const one = ({ announcement: { id } }: Gathered): Place => ({ path: [`announcement(id: "${id}")`] });
const inside =
  (field: string) =>
  (gathered: Gathered): Place => ({ path: [...one(gathered).path, field] });
const audience = ({ people }: Crowd): string =>
  `audience: { kinds: [], kreisIds: [], groupIds: [], roles: [], exceptIds: [], organisationIds: ${JSON.stringify(people.map((p) => p.organisation.id))} }`;

const parts = `id kind status title summary version pinnedUntil expired read withdrawalReason
  viewerCan { edit publish discard unschedule correct withdraw pin setComments remind seeReach }`;
const readers = 'colleague head coordinator seats';
const others = 'outsiders otherKommune removed admin expert moderator privacy auditor';

export const sweep = defineSweep<Seen, Gathered>({
  authorization: `
    announcement: ok = ${readers} editor; not_found
    announcement [draft]: ok = editor; not_found
    announcementPdf: ok = ${readers} editor; not_found
    announcements: ok
    announcements [office]: ok = editor expert; forbidden
    announcementDrafts: ok
    audienceReach: ok = editor expert; forbidden
    audiencePeople: ok = editor expert; forbidden
    announcementOffices: ok
    draftAnnouncement: ok = editor; forbidden
    draftAnnouncement [own]: ok = editor expert; forbidden
    saveAnnouncement: ok = editor; not_found
    saveAnnouncement [own]: ok = editor expert; not_found
    discardAnnouncement: ok = editor; not_found
    publishAnnouncement: ok = editor; not_found
    unscheduleAnnouncement: ok = editor; not_found
    correctAnnouncement: ok = editor; forbidden = ${readers}; not_found
    withdrawAnnouncement: ok = editor; forbidden = ${readers}; not_found
    pinAnnouncement: ok = editor; forbidden = ${readers}; not_found
    setAnnouncementComments: ok = editor; forbidden = ${readers}; not_found
    acknowledgeAnnouncement: ok = head coordinator; forbidden = colleague seats editor; not_found
    remindAnnouncement: ok = editor; forbidden = ${readers}; not_found
    markAnnouncementRead: ok = ${readers} editor; not_found
  `,
  calls,
  openFields: `
    Viewer: unreadAnnouncementCount writesAnnouncements
    Contact: topic
    Audience: kinds kreise organisations roles except
    AudienceReach: organisationCount organisations personCount atOnce
    ReachedOrganisation: organisation personCount coordinated because
    AudiencePersonPage: nodes pageInfo total
    AudiencePerson: person organisation
    AnnouncementPage: nodes pageInfo total
    Announcement: id kind status classification template version title summary body action dueAt topics links office author audience contact
    Announcement: createdAt changedAt publishAt publishedAt expiresAt expired pinnedUntil withdrawnAt withdrawalReason corrections
    Announcement: asksAcknowledgement acknowledgements commentsOpen readingMinutes related read viewerCan
    AnnouncementLink: title url
    AnnouncementPdf: name content
    AnnouncementContact: topic name phone email
    AnnouncementCorrection: at note by
    AcknowledgementState: asked acknowledged remindedAt
    Acknowledgement: organisation by at
    OwnAcknowledgement: organisation at by open
    AnnouncementAbilities: edit publish discard unschedule correct withdraw pin setComments remind seeReach
  `,
  guardedFields: `
    AcknowledgementState.missing: value = editor; not_found = ${others}; empty
    AcknowledgementState.given: value = editor; not_found = ${others}; empty
    Announcement.ownAcknowledgements: value = head coordinator; not_found = ${others}; empty
    Audience.groups: empty = ${readers} editor; not_found
    Audience.groups [open]: value = ${readers} editor; not_found
  `,
  furnish,
  looks: {
    'AcknowledgementState.missing': found('acknowledgements { found: missing { id } }'),
    'AcknowledgementState.given': found('acknowledgements { found: given { at } }'),
    'Announcement.ownAcknowledgements': found('found: ownAcknowledgements { open }'),
    'Audience.groups': found('audience { found: groups { id } }'),
    'Audience.groups open': ({ open: id }) => `announcement(id: "${id}") { audience { found: groups { id } } }`,
  },
  crowd,
  lists: {
    'Query.announcements': ({ tag }) => ({ path: [], args: `filter: { text: "${tag}" }` }),
    'Query.announcementDrafts': (_, count) => ({ path: [], args: `first: ${count}` }),
    'Query.audiencePeople': (c) => ({ path: [], args: audience(c) }),
    'AudienceReach.organisations': (c) => ({ path: [`audienceReach(${audience(c)})`] }),
    'Announcement.corrections': one,
    'Announcement.topics': one,
    'Announcement.related': (c) => ({ ...one(c), most: 5 }),
    'Announcement.links': one,
    'Announcement.ownAcknowledgements': one,
    'Audience.kreise': inside('audience'),
    'Audience.organisations': inside('audience'),
    'Audience.groups': inside('audience'),
    'Audience.except': inside('audience'),
    'AcknowledgementState.missing': inside('acknowledgements'),
    'AcknowledgementState.given': ({ acknowledged: { id } }) => ({ path: [`announcement(id: "${id}")`, 'acknowledgements'] }),
    'Query.announcementOffices': () => ({ path: [] }),
  },
  screens: {
    Announcements: () => `{ announcements { nodes { ${parts} } total } viewer { unreadAnnouncementCount } }`,
    Announcement: ({ stage }) => `{ announcement(id: "${stage.announcement.id}") { ${parts} body commentsOpen corrections { note }
    acknowledgements { asked acknowledged missing { id } given { at } remindedAt } ownAcknowledgements { at open }
    thread { id title viewerCan { reply } } } }`,
    AnnouncementDrafts: () => `{ announcementDrafts { nodes { ${parts} } total } }`,
  },
  toldIn: {
    Announcement: 'announcement',
    AnnouncementDrafts: 'organisation',
  },
  heard: {
    'announcement.changed': ['Announcement'],
    'announcement.acknowledged': ['Announcement'],
    'announcements.changed': ['Announcements', 'Announcement', 'Home'],
    'announcement_desk.changed': ['AnnouncementDrafts'],
    'announcement_read.changed': ['Announcements', 'Announcement', 'Home'],
  },
  stories: {
    'announcement.changed': { act: call('editor', 'setAnnouncementComments') },
    'announcement.acknowledged': { act: call('coordinator', 'acknowledgeAnnouncement') },
    'announcements.changed': { act: call('editor', 'correctAnnouncement') },
    'announcement_desk.changed': { act: call('editor', 'saveAnnouncement') },
    'announcement_read.changed': { act: call('member', 'markAnnouncementRead') },
  },
  smallTables: ['announcement'],
  pages: {
    '/mitteilungen': { as: 'koordination.halle', says: 'Zurzeit liegt keine Mitteilung für Sie vor.' },
    '/mitteilungen/:id': { as: 'koordination.halle', at: ({ announcement }) => announcement, says: null },
    '/mitteilungen/entwuerfe': { as: 'redaktion.land', closedTo: 'koordination.halle', says: 'Zurzeit gibt es keinen Entwurf.' },
    '/mitteilungen/neu': { as: 'redaktion.land', closedTo: 'koordination.halle' },
    '/mitteilungen/:id/bearbeiten': { as: 'redaktion.land', at: ({ draft }) => draft, closedTo: 'koordination.halle', says: null },
  },
});
