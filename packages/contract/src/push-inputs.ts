import { line } from './fields.ts';
import { limits } from './limits.ts';
import { z } from './zod.ts';

/** As browsers give it; whether it is of a push service, the server knows. */
const endpoint = z
  .string()
  .max(limits.push.endpoint)
  .refine((u) => URL.canParse(u) && new URL(u).href === u);

export const pushInputs = {
  subscribeToPush: z.strictObject({
    endpoint,
    /** A point of P-256, uncompressed: 65 bytes, of which the first is 4. */
    p256dh: z.string().regex(/^B[\w-]{86}$/),
    /** 16 bytes. */
    auth: z.string().regex(/^[\w-]{22}$/),
    label: line({ min: 1, max: limits.push.label }),
  }),
  unsubscribeFromPush: z.strictObject({ endpoint }),
};
