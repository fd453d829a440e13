import type { Tx } from '../../platform/database/writes.ts';

/** What everybody sees of it in lists: title, time, state. Whoever looks at it hears it too. */
export function tellCard(tx: Tx, sprechstundeId: string): void {
  tx.announce('sprechstunde.card_changed', null, { sprechstundeId });
  tellEvent(tx, sprechstundeId);
}
/** Agenda, speakers, links, Rückblick. */
export const tellEvent = (tx: Tx, sprechstundeId: string): void => tx.announce('sprechstunde.changed', sprechstundeId, { sprechstundeId });
export const tellRegistrations = (tx: Tx, sprechstundeId: string): void =>
  tx.announce('registration.changed', sprechstundeId, { sprechstundeId });
export const tellSeries = (tx: Tx, seriesId: string): void => tx.announce('series.changed', null, { seriesId });
export const tellWish = (tx: Tx, wishId: string, seriesId: string): void => tx.announce('wish.changed', null, { wishId, seriesId });
/** A guest's seat began, changed or ended: who listens in the room is asked again, and the person's own pages. */
export function tellSeat(tx: Tx, sprechstundeId: string, personId: string): void {
  tx.announce('event_seat.changed', sprechstundeId, { sprechstundeId, personId });
  tx.announce('viewer.event_seat_changed', personId, { personId, sprechstundeId });
}
