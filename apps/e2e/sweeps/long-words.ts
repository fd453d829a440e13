/** A law of Germany was called so; titles, names and reasons hold such words, and a phone has room for half of one. */
const word = 'Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung';

/** What people fill in, by the names of its fields. Everything else (ids, keys, kinds, paths, days, cursors) stays as it is. */
const written = new Set([
  ...['title', 'name', 'organisationName', 'hostName', 'authorName', 'actorName', 'function', 'responsible', 'programme', 'companion'],
  ...['body', 'text', 'description', 'summary', 'mandate', 'goal', 'nextSteps', 'review', 'problem', 'statement', 'question', 'answer'],
  ...['sentence', 'detail', 'label', 'excerpt', 'source', 'legalBasis', 'place', 'topics', 'unreachable', 'contact'],
  ...['reason', 'statusReason', 'hiddenReason', 'cancelReason'],
]);
/** Written without a space: addresses, and the domains of a house. */
const addresses = new Set(['email', 'mailDomains']);

/** The same answer with a very long word in front of all that somebody wrote; `counted` hears of each. */
export function withLongWords(value: unknown, counted: () => void, field = ''): unknown {
  if (Array.isArray(value)) return value.map((inner) => withLongWords(inner, counted, field));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withLongWords(inner, counted, name)]));
  const between = written.has(field) ? ' ' : addresses.has(field) ? '.' : null;
  if (typeof value !== 'string' || value === '' || between === null) return value;
  counted();
  return `${word}${between}${value}`;
}
