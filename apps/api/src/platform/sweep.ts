import { defineSweep } from '../../test/sweeps/sweep.ts';

export const sweep = defineSweep({
  openFields: `
    PageInfo: startCursor endCursor hasNextPage hasPreviousPage
  `,
});
