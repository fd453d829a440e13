/** Before every id. */
const first = '00000000-0000-0000-0000-000000000000';

/**
 * Rows in the order of their ids, a batch at a time, until one is not full. `read` gets the last id of the batch before;
 * what is written between two batches moves none of them.
 */
export async function* batchesOf<R extends { id: string }>(size: number, read: (after: string) => Promise<R[]>): AsyncGenerator<R[]> {
  for (let after = first, full = true; full;) {
    const rows = await read(after);
    yield rows;
    after = rows.at(-1)?.id ?? after;
    full = rows.length === size;
  }
}
