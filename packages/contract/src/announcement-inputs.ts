import { email, id, instant, isStorable, line, sentence, url } from './fields.ts';
import { limits } from './limits.ts';
import { isReadable } from './readable.ts';
import {
  announcementKinds,
  announcementScopes,
  announcementTemplates,
  classifications,
  organisationKinds,
  readingRoles,
} from './vocabulary.ts';
import { z } from './zod.ts';

/** Nothing is required of a draft: what has to be there is looked at when it is published. */
const body = z
  .string()
  .refine(isStorable)
  .transform((t) => t.normalize('NFC').trimEnd())
  .pipe(z.string().max(limits.announcement.body.max))
  .refine(isReadable);
const several = z.array(id).max(limits.announcement.places.max);
const links = z.array(z.strictObject({ title: line({ min: 1, max: limits.title.max }), url })).max(limits.announcement.links.max);
const contact = z.strictObject({
  topicId: id.nullish(),
  name: line(limits.name),
  phone: line({ max: limits.contact.phone.max }),
  email: z.union([z.literal(''), email]),
});
const audience = z.strictObject({
  kinds: z.array(z.enum(organisationKinds)).max(organisationKinds.length),
  kreisIds: several,
  organisationIds: several,
  groupIds: several,
  roles: z.array(z.enum(readingRoles)).max(readingRoles.length),
  exceptIds: several,
});
/** What a correction may change too. */
const texts = {
  title: line({ max: limits.title.max }),
  summary: line({ max: limits.sentence.max }),
  body,
  action: line({ max: limits.sentence.max }),
  dueAt: instant.nullish(),
  links,
};

export const announcementInputs = {
  announcementFilter: z.strictObject({
    text: line({ max: limits.title.max }).nullish(),
    kinds: z.array(z.enum(announcementKinds)).nullish(),
    classification: z.enum(classifications).nullish(),
    topicIds: several.nullish(),
    scope: z.enum(announcementScopes).nullish(),
    unread: z.boolean().nullish(),
    past: z.boolean().nullish(),
  }),
  audience,
  audienceReach: z.strictObject({ audience, dueAt: instant.nullish() }),
  draftAnnouncement: z.strictObject({ clientMutationId: id, officeId: id, template: z.enum(announcementTemplates).nullish() }),
  saveAnnouncement: z.strictObject({
    id,
    version: z.int().min(1),
    draft: z.strictObject({
      ...texts,
      kind: z.enum(announcementKinds),
      classification: z.enum(classifications),
      topicIds: z.array(id).max(limits.announcement.topics.max),
      audience,
      expiresAt: instant.nullish(),
      asksAcknowledgement: z.boolean(),
      commentsOpen: z.boolean(),
      contact: contact.nullish(),
    }),
  }),
  publishAnnouncement: z.strictObject({ id, version: z.int().min(1), at: instant.nullish(), expected: z.int().min(0) }),
  correctAnnouncement: z.strictObject({
    ...texts,
    id,
    version: z.int().min(1),
    clientMutationId: id,
    title: line(limits.title),
    summary: sentence,
    note: sentence,
  }),
  withdrawAnnouncement: z.strictObject({ id, reason: sentence }),
  pinAnnouncement: z.strictObject({ id, until: instant.nullish() }),
  setAnnouncementComments: z.strictObject({ id, on: z.boolean() }),
  acknowledgeAnnouncement: z.strictObject({ id, organisationId: id, on: z.boolean() }),
  setContact: z.strictObject({ id: id.nullish(), organisationId: id, contact }),
} as const;
