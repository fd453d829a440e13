import { z } from './zod.ts';
import { limits } from './limits.ts';
import { isReadable } from './readable.ts';

/** What PostgreSQL and JSON can carry: no NUL, no lone surrogate. */
export const isStorable = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

/** Whether anything of it is seen. Blanks, marks alone and signs without a shape leave a link without a name. */
export const isSeen = (text: string): boolean => /[^\s\p{C}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/u.test(text);
/** In one line these serve only to pass for another one: they turn the reading order, or take no room. */
export const withoutTricks = (line: string): string => line.replace(/[\p{Bidi_Control}\u200b\u2060-\u2064\ufeff]/gu, '');

/** Text as it is stored: NFC, without blanks around; nothing, where nothing is seen. Lengths count after that. */
export const text = ({ min = 0, max }: { min?: number; max: number }) =>
  z
    .string()
    .refine(isStorable)
    .transform((t) => (isSeen(t) ? t.normalize('NFC').trim() : ''))
    .pipe(z.string().min(min).max(max));

/** One line: line breaks become blanks. */
export const line = (size: { min?: number; max: number }) =>
  z.preprocess((v) => (typeof v === 'string' ? withoutTricks(v).replace(/\s+/g, ' ') : v), text(size));

export const id = z.uuid();
export const email = z
  .string()
  .refine(isStorable)
  .transform((t) => t.trim().toLowerCase())
  .pipe(z.email().max(limits.email.max));
export const instant = z.iso.datetime({ offset: true });
export const url = text({ min: 1, max: limits.url.max }).refine((u) => /^https?:\/\//i.test(u) && URL.canParse(u));

export const sentence = text(limits.sentence);
export const optionalSentence = text({ max: limits.sentence.max });
export const markdown = text({ max: limits.text.max }).refine(isReadable);
/** A Markdown post; only blanks at the end go, so that a first indented line stays code. */
export const postBody = z
  .string()
  .refine(isStorable)
  .transform((t) => t.normalize('NFC').trimEnd())
  .pipe(z.string().min(limits.post.min).max(limits.post.max))
  .refine(isSeen)
  .refine(isReadable);

/** The secret of a link. One that was cut on its way is no wrong input: it names nothing. */
export const token = z.string().min(1).max(200);
