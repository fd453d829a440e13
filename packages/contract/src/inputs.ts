import { announcementInputs } from './announcement-inputs.ts';
import { email, id, instant, isStorable, line, markdown, optionalSentence, postBody, sentence, text, token, url } from './fields.ts';
import { limits } from './limits.ts';
import { newsletterInputs } from './newsletter-inputs.ts';
import { pushInputs } from './push-inputs.ts';
import { questionInputs } from './question-inputs.ts';
import { isReadable } from './readable.ts';
import { sprechstundenInputs } from './sprechstunden-inputs.ts';
import {
  followLevels,
  globalRoles,
  groupRoles,
  groupStatuses,
  groupVisibilities,
  joinPolicies,
  organisationRoles,
  preferenceLevels,
  preferenceSubjects,
  reactionKinds,
  threadKinds,
} from './vocabulary.ts';
import { z } from './zod.ts';

const hour = z.int().min(0).max(23);

export const inputs = {
  token: z.strictObject({ token }),
  inviteColleague: z.strictObject({
    organisationId: id,
    email,
    role: z.enum(organisationRoles),
    function: line({ max: limits.name.max }),
  }),
  nameCoordinator: z.strictObject({ organisationId: id, email }),
  requestAffiliation: z.strictObject({ organisationId: id.nullish(), statement: sentence }),
  confirmAffiliation: z.strictObject({ requestId: id, role: z.enum(organisationRoles), function: line({ max: limits.name.max }) }),
  declineAffiliation: z.strictObject({ requestId: id, reason: sentence }),
  changeAffiliation: z.strictObject({
    id,
    role: z.enum(organisationRoles),
    function: line({ max: limits.name.max }),
    deputy: z.boolean(),
  }),
  grantGlobalRole: z.strictObject({ personId: id, role: z.enum(globalRoles), organisationId: id.nullish() }),
  linkIdentity: z.strictObject({
    personId: id,
    issuer: url,
    subject: text({ min: 1, max: 255 }),
    reason: sentence,
  }),
  setMailDomains: z.strictObject({
    organisationId: id,
    domains: z
      .array(
        z
          .string()
          .transform((d) => d.trim().toLowerCase())
          .pipe(
            z
              .string()
              .max(253)
              .regex(/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/),
          ),
      )
      .max(20),
  }),

  workingGroup: z.strictObject({
    clientMutationId: id,
    number: z.int().min(1).max(999).nullish(),
    name: line({ min: limits.title.min, max: limits.title.max }),
    goal: sentence,
    mandate: markdown,
    programme: markdown,
    joinPolicy: z.enum(joinPolicies),
    visibility: z.enum(groupVisibilities),
    links: z.array(z.strictObject({ title: line({ min: 1, max: limits.title.max }), body: line({ max: limits.name.max }), url })).max(20),
  }),
  workingGroupFilter: z.strictObject({
    text: line({ max: limits.title.max }).nullish(),
    mine: z.boolean().nullish(),
    followed: z.boolean().nullish(),
    joinable: z.boolean().nullish(),
    statuses: z.array(z.enum(groupStatuses)).nullish(),
  }),
  memberFilter: z.strictObject({ text: line({ max: limits.title.max }).nullish(), roles: z.array(z.enum(groupRoles)).nullish() }),
  decideProposal: z
    .strictObject({ groupId: id, accept: z.boolean(), reason: optionalSentence.nullish() })
    .refine((i) => i.accept || !!i.reason, { path: ['reason'] }),
  changeStatus: z.strictObject({ id, status: z.enum(groupStatuses), reason: markdown.nullish() }),
  workPackage: z.strictObject({
    clientMutationId: id,
    title: line({ min: limits.title.min, max: limits.title.max }),
    description: markdown,
    responsible: line({ max: limits.title.max }),
    due: line({ max: 60 }),
    subGoals: z.array(z.strictObject({ id: id.nullish(), title: line({ min: 1, max: limits.title.max }), done: z.boolean() })).max(50),
  }),
  joinGroup: z.strictObject({ groupId: id, organisationId: id.nullish(), statement: optionalSentence.nullish() }),
  declineRequest: z.strictObject({ membershipId: id, reason: sentence }),
  removeMember: z.strictObject({ membershipId: id, reason: sentence }),
  changeGroupRole: z.strictObject({ membershipId: id, role: z.enum(groupRoles), until: instant.nullish() }),
  inviteMember: z.strictObject({ groupId: id, personId: id, organisationId: id, role: z.enum(groupRoles), until: instant.nullish() }),
  inviteGuest: z.strictObject({ groupId: id, email, organisationId: id, role: z.enum(groupRoles), until: instant.nullish() }),
  volunteer: z.strictObject({ groupId: id, workPackageId: id.nullish(), statement: optionalSentence }),
  readWithReason: z.strictObject({ groupId: id, reason: sentence }),
  setGroupFollow: z.strictObject({ groupId: id, level: z.enum(followLevels).nullish() }),

  openThread: z.strictObject({
    clientMutationId: id,
    groupId: id,
    kind: z.enum(threadKinds),
    title: line({ min: limits.title.min, max: limits.title.max }),
    body: postBody,
    organisationId: id.nullish(),
    confirmMany: z.boolean().nullish(),
  }),
  reply: z.strictObject({
    clientMutationId: id,
    threadId: id,
    body: postBody,
    replyToNo: z.int().min(1).nullish(),
    organisationId: id.nullish(),
    confirmMany: z.boolean().nullish(),
  }),
  editPost: z.strictObject({ id, version: z.int().min(1), body: postBody, confirmMany: z.boolean().nullish() }),
  react: z.strictObject({ postId: id, kind: z.enum(reactionKinds), on: z.boolean() }),
  acceptPost: z.strictObject({ id, accepted: z.boolean() }),
  retitleThread: z.strictObject({ id, version: z.int().min(1), title: line({ min: limits.title.min, max: limits.title.max }) }),
  writeStand: z.strictObject({ id, version: z.int().min(1), text: text({ max: 2_000 }).refine(isReadable) }),
  markRead: z.strictObject({ threadId: id, no: z.int().min(0) }),
  setThreadFollow: z.strictObject({ threadId: id, level: z.enum(followLevels).nullish() }),
  /** An office is not followed: what it announces comes anyway. */
  setPreference: z
    .strictObject({ subject: z.enum(preferenceSubjects), subjectId: id, level: z.enum(preferenceLevels).nullish() })
    .refine((i) => i.subject === 'TOPIC' || i.level !== 'FOLLOW', { path: ['level'] }),
  saveDraft: z.strictObject({
    key: z.string().regex(/^(reply|thread|edit|stand):[0-9a-f-]{36}$/),
    title: z.string().refine(isStorable).max(limits.title.max),
    body: z.string().refine(isStorable).max(limits.post.max),
    version: z.int().min(0),
  }),

  setAbsence: z
    .strictObject({ from: z.iso.date(), until: z.iso.date(), deputyId: id.nullish() })
    .refine((i) => i.from <= i.until, { path: ['until'] })
    .refine((i) => Date.parse(i.until) - Date.parse(i.from) < limits.absenceDays * 86_400_000, { path: ['until'] }),

  setMailSettings: z.strictObject({
    on: z.boolean(),
    days: z
      .array(z.int().min(1).max(7))
      .min(1)
      .max(7)
      .refine((days) => new Set(days).size === days.length),
    hour,
    quietFrom: hour,
    quietTo: hour,
  }),

  ...sprechstundenInputs,
  ...newsletterInputs,
  ...pushInputs,
  ...questionInputs,
  ...announcementInputs,

  setSiteText: z.strictObject({
    key: z.enum(['IMPRESSUM', 'DATENSCHUTZ', 'BARRIEREFREIHEIT']),
    version: z.int().min(0),
    body: text({ min: 1, max: limits.post.max }).refine(isReadable),
  }),
  reportBarrier: z.strictObject({
    clientMutationId: id,
    problem: text({ min: 10, max: 5_000 }),
    page: line({ max: limits.url.max }),
    contact: line({ max: limits.email.max }),
  }),
} as const;

export type Inputs = { [K in keyof typeof inputs]: z.infer<(typeof inputs)[K]> };
