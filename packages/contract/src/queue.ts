/** What decides over where a question stands in the queue of a live event. */
export interface Queued {
  readonly id: string;
  readonly createdAt: string;
  readonly voteCount: number;
  readonly place: number | null;
  readonly discussedAt: string | null;
}

const rank = ({ place, discussedAt }: Queued): number => (discussedAt !== null ? Infinity : (place ?? Number.MAX_SAFE_INTEGER));
const order = <T>(a: T, b: T): number => (a === b ? 0 : a < b ? -1 : 1);

/**
 * The API's order QUEUE, for screens that hear counts and put them in order themselves: what was dealt with last of all;
 * before it the places that were given, then most votes, then the oldest.
 */
export const inQueue = (a: Queued, b: Queued): number =>
  order(rank(a), rank(b)) || b.voteCount - a.voteCount || order(a.createdAt, b.createdAt) || order(a.id, b.id);
