import { randomUUID } from 'node:crypto';
import type { Answer, Api, Data } from './api.ts';
import type { Account } from './issuer.ts';

type Variables = Record<string, unknown>;

const can = 'viewerCan { edit publish discard unschedule correct withdraw pin setComments remind seeReach }';
const announcement = `id kind status classification template version title summary body action dueAt topics { id } links { title url } office { id }
  author { id } audience { kinds kreise { id } organisations { id } groups { id } roles except { id } } contact { topic { id } name phone email }
  publishAt publishedAt expiresAt expired pinnedUntil withdrawnAt withdrawalReason corrections { note by { id } } asksAcknowledgement
  acknowledgements { asked acknowledged missing { id } given { organisation { id } by { id } } remindedAt }
  ownAcknowledgements { organisation { id } at by { id } open } commentsOpen thread { id title viewerCan { reply close pin retitle writeStand } }
  readingMinutes related { id } read relevance { section because } ${can}`;
const contact = 'id name phone email confirmedAt topic { id } organisation { id } viewerCan { edit }';

export const announcementDocuments = {
  one: `query($id: ID!) { announcement(id: $id) { ${announcement} } }`,
  list: `query($filter: AnnouncementFilter, $first: Int, $after: String) { announcements(filter: $filter, first: $first, after: $after) {
    nodes { id title } total pageInfo { endCursor hasNextPage } } }`,
  drafts: `query($first: Int, $after: String) { announcementDrafts(first: $first, after: $after) { nodes { id title status } total pageInfo { endCursor hasNextPage } } }`,
  reach: `query($audience: AudienceInput!, $dueAt: DateTime) { audienceReach(audience: $audience, dueAt: $dueAt) {
    organisationCount personCount atOnce organisations { organisation { id } personCount coordinated because } } }`,
  people: `query($audience: AudienceInput!, $first: Int, $after: String) { audiencePeople(audience: $audience, first: $first, after: $after) {
    nodes { person { id } organisation { id } } total pageInfo { endCursor hasNextPage } } }`,
  offices: `{ announcementOffices { id } }`,
  viewer: `{ viewer { unreadAnnouncementCount writesAnnouncements } }`,
  draft: `mutation($input: DraftAnnouncementInput!) { draftAnnouncement(input: $input) { ${announcement} } }`,
  save: `mutation($id: ID!, $version: Int!, $draft: AnnouncementDraftInput!) { saveAnnouncement(id: $id, version: $version, draft: $draft) { ${announcement} } }`,
  discard: `mutation($id: ID!) { discardAnnouncement(id: $id) }`,
  publish: `mutation($id: ID!, $version: Int!, $at: DateTime, $expected: Int!) { publishAnnouncement(id: $id, version: $version, at: $at, expected: $expected) { ${announcement} } }`,
  unschedule: `mutation($id: ID!) { unscheduleAnnouncement(id: $id) { ${announcement} } }`,
  correct: `mutation($input: CorrectAnnouncementInput!) { correctAnnouncement(input: $input) { ${announcement} } }`,
  withdraw: `mutation($id: ID!, $reason: String!) { withdrawAnnouncement(id: $id, reason: $reason) { ${announcement} } }`,
  pin: `mutation($id: ID!, $until: DateTime) { pinAnnouncement(id: $id, until: $until) { ${announcement} } }`,
  comments: `mutation($id: ID!, $on: Boolean!) { setAnnouncementComments(id: $id, on: $on) { ${announcement} } }`,
  acknowledge: `mutation($id: ID!, $organisationId: ID!, $on: Boolean!) { acknowledgeAnnouncement(id: $id, organisationId: $organisationId, on: $on) { ${announcement} } }`,
  remind: `mutation($id: ID!) { remindAnnouncement(id: $id) { ${announcement} } }`,
  read: `mutation($id: ID!) { markAnnouncementRead(id: $id) { id read } }`,
  notices: `{ notices { nodes { kind sentence reason path read } total } }`,
  reply: `mutation($input: ReplyInput!) { reply(input: $input) { id no } }`,
  contacts: `query($id: ID!) { organisation(id: $id) { contacts { ${contact} } } }`,
  setContact: `mutation($input: SetContactInput!) { setContact(input: $input) { ${contact} } }`,
  confirmContact: `mutation($id: ID!) { confirmContact(id: $id) { ${contact} } }`,
  removeContact: `mutation($id: ID!) { removeContact(id: $id) }`,
} as const;
type Name = keyof typeof announcementDocuments;

export const nobodyIn = { kinds: [], kreisIds: [], organisationIds: [], groupIds: [], roles: [], exceptIds: [] };
export const draftOf = (audience: Variables, more: Variables = {}): Variables => ({
  kind: 'INFO',
  classification: 'INTERN',
  title: 'Neue Schnittstelle',
  summary: 'Ab Dezember gilt die neue Fassung.',
  body: 'Bitte lesen Sie die Hinweise.',
  action: '',
  topicIds: [],
  links: [],
  audience: { ...nobodyIn, ...audience },
  asksAcknowledgement: false,
  commentsOpen: true,
  ...more,
});
const hour = 3_600_000;
export const hoursOn = (hours: number): string => new Date(Date.now() + hours * hour).toISOString();

/** The feature's operations by name, for its specs: the root field's data, the refusal's code, the whole answer. */
export const announcementsOf = (api: () => Api) => {
  const ask = async (who: Account, name: Name, variables: Variables = {}): Promise<Data> =>
    Object.values(await api().get(who, announcementDocuments[name], variables))[0] as Data;
  const drafted = async (who: Account, officeId: string, audience: Variables, more: Variables = {}): Promise<Data> => {
    const template = more['template'] ?? null;
    const { id, version } = await ask(who, 'draft', { input: { clientMutationId: randomUUID(), officeId, template } });
    const { template: _, ...rest } = more;
    return ask(who, 'save', { id, version, draft: draftOf(audience, rest) });
  };
  const reached = async (who: Account, audience: Variables): Promise<number> =>
    (await ask(who, 'reach', { audience: { ...nobodyIn, ...audience } }))['personCount'] as number;
  return {
    ask,
    drafted,
    reached,
    refusal: (who: Account | null, name: Name, variables: Variables = {}) => api().refusal(who, announcementDocuments[name], variables),
    answer: (who: Account | null, name: Name, variables: Variables = {}): Promise<Answer> =>
      api().ask(who, announcementDocuments[name], variables),
    published: async (who: Account, officeId: string, audience: Variables, more: Variables = {}): Promise<Data> => {
      const { id, version } = await drafted(who, officeId, audience, more);
      return ask(who, 'publish', { id, version, expected: await reached(who, audience) });
    },
    correction: (id: string, version: number, more: Variables = {}): Variables => {
      const { title, summary, body, action } = draftOf({});
      return {
        input: {
          id,
          version,
          clientMutationId: randomUUID(),
          title,
          summary,
          body,
          action,
          links: [],
          note: 'Der Termin stimmte nicht.',
          ...more,
        },
      };
    },
    events: async (room: string): Promise<string[]> => {
      const events = await api().world.db.event.findMany({ where: { room }, orderBy: { seq: 'asc' } });
      return events.map((e) => e.name);
    },
    audited: async (subjectId: string): Promise<string[]> => {
      const rows = await api().world.db.auditEntry.findMany({ where: { subjectId }, orderBy: { at: 'asc' } });
      return rows.map((r) => r.action);
    },
  };
};
