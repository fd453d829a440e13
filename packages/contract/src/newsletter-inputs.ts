import { email, id, line, markdown } from './fields.ts';
import { limits } from './limits.ts';
import { newsletterBlockKinds } from './vocabulary.ts';
import { z } from './zod.ts';

const title = line({ max: limits.title.max });

export const newsletterInputs = {
  subscribeNewsletter: z.strictObject({ email }),
  /** A draft may lack anything; what an issue needs is asked for when it is published. */
  newsletterDraft: z.strictObject({
    title,
    greeting: markdown,
    outlook: markdown,
    blocks: z
      .array(
        z.strictObject({
          kind: z.enum(newsletterBlockKinds),
          heading: title,
          body: markdown,
          entryId: id.nullish(),
          announcementId: id.nullish(),
        }),
      )
      .max(limits.newsletter.blocks.max),
  }),
};
