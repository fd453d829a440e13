/** What a mail carries beside the usual ones: `List-Unsubscribe` and its like. */
export type MailHeaders = Record<string, string>;

/** No line break of somebody's input may reach a header, and nothing that turns the reading direction. */
export const oneLine = (text: string): string =>
  text
    .replace(/(?!\s)[\p{Cc}\p{Bidi_Control}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();

export const asHeaders = (headers: MailHeaders): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, oneLine(value)]));

/** One plain address: no list, no name, nothing that ends a line of the protocol. */
export const isAddress = (text: string): boolean =>
  text.length <= 254 && /^[^\s\p{Cc}@<>(),;:"\\[\]]+@[^\s\p{Cc}@<>(),;:"\\[\]]+$/u.test(text);
