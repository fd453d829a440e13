import { email, id, instant, line, markdown, optionalSentence, sentence, text, url } from './fields.ts';
import { limits } from './limits.ts';
import { isReadable } from './readable.ts';
import { eventSeatRoles, sprechstundeFormats, sprechstundeLinkKinds, sprechstundeStatuses } from './vocabulary.ts';
import { z } from './zod.ts';

/** A day in Berlin: 2026-11-18 */
const day = z.iso.date();
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const minutes = z.int().min(1).max(1_440);
const title = line({ min: limits.title.min, max: limits.title.max });
const shortLine = line({ max: limits.title.max });

export const sprechstundenInputs = {
  series: z.strictObject({
    clientMutationId: id,
    name: title,
    organiserId: id,
    rule: line({ min: 1, max: 300 }),
    firstDay: day,
    startTime: time,
    minutes,
    openEvery: z.int().min(1).max(99),
    exceptions: z.array(day).max(200),
    place: shortLine,
    joinUrl: url.nullish(),
  }),
  planSprechstunden: z.strictObject({ seriesId: id, until: day }),
  distribution: z
    .strictObject({ personId: id.nullish(), email: email.nullish(), name: line({ max: limits.name.max }).nullish() })
    .refine((i) => !i.personId !== !i.email, { path: ['email'] }),
  sprechstunde: z
    .strictObject({
      clientMutationId: id,
      seriesId: id.nullish(),
      format: z.enum(sprechstundeFormats),
      title,
      summary: text({ max: 2_000 }),
      topics: z.array(line({ min: 1, max: limits.title.max })).max(20),
      startsAt: instant,
      endsAt: instant,
      place: shortLine,
      joinUrl: url.nullish(),
      registrationUrl: url.nullish(),
      hostId: id.nullish(),
      hostName: shortLine,
      limit: z.int().min(1).max(10_000).nullish(),
      registrationUntil: instant.nullish(),
    })
    .refine((i) => i.format !== 'EXTERNAL' || !i.seriesId, { path: ['format'] })
    .refine((i) => !i.registrationUntil || Date.parse(i.registrationUntil) <= Date.parse(i.startsAt), { path: ['registrationUntil'] }),
  sprechstundenFilter: z.strictObject({
    past: z.boolean().nullish(),
    seriesId: id.nullish(),
    statuses: z.array(z.enum(sprechstundeStatuses)).nullish(),
    text: shortLine.nullish(),
    registered: z.boolean().nullish(),
  }),
  programme: z
    .strictObject({
      agenda: z
        .array(
          z.strictObject({
            id: id.nullish(),
            title: line({ min: 1, max: limits.title.max }),
            minutes,
            description: text({ max: 2_000 }).refine(isReadable),
          }),
        )
        .max(50),
      speakers: z
        .array(
          z.strictObject({
            id: id.nullish(),
            name: line({ min: 1, max: limits.name.max }),
            function: line({ max: limits.name.max }),
            organisationName: shortLine,
            organisationId: id.nullish(),
            personId: id.nullish(),
            item: z.int().min(0).nullish(),
          }),
        )
        .max(50),
      links: z
        .array(
          z.strictObject({
            id: id.nullish(),
            kind: z.enum(sprechstundeLinkKinds),
            title: line({ min: 1, max: limits.title.max }),
            url,
            item: z.int().min(0).nullish(),
          }),
        )
        .max(50),
    })
    .refine((p) => p.speakers.every(({ item }) => item == null || item < p.agenda.length), { path: ['speakers'] })
    .refine((p) => p.links.every(({ item }) => item == null || item < p.agenda.length), { path: ['links'] }),
  review: z.strictObject({
    review: markdown,
    nextSteps: markdown,
    participatingOrganisations: z.int().min(0).max(10_000).nullish(),
    quotes: z
      .array(
        z.strictObject({
          id: id.nullish(),
          label: line({ min: 1, max: limits.name.max }),
          text: text({ min: 1, max: limits.sentence.max }),
        }),
      )
      .max(20),
  }),
  changeSprechstundeStatus: z.strictObject({ id, status: z.enum(sprechstundeStatuses), reason: optionalSentence.nullish() }),
  inviteEventGuest: z.strictObject({
    sprechstundeId: id,
    email,
    organisationId: id,
    role: z.enum(eventSeatRoles),
    until: instant.nullish(),
  }),
  changeEventSeat: z.strictObject({ id, role: z.enum(eventSeatRoles), until: instant }),
  register: z.strictObject({
    clientMutationId: id,
    sprechstundeId: id,
    organisationId: id.nullish(),
    companion: line({ max: limits.name.max }).nullish(),
  }),
  voteMood: z.strictObject({ sprechstundeId: id, organisationId: id, value: z.int().min(1).max(5) }),
  wish: z.strictObject({
    clientMutationId: id,
    seriesId: id,
    title,
    description: text({ max: 2_000 }),
    organisationId: id.nullish(),
  }),
  voteWish: z.strictObject({ id, on: z.boolean() }),
  mergeWish: z.strictObject({ id, intoId: id }),
  planWish: z.strictObject({ id, sprechstundeId: id, minutes }),
  declineWish: z.strictObject({ id, reason: sentence }),
} as const;
