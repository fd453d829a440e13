import type { OrganisationDeskQuery } from './documents.generated.ts';

/** The organisation whose desk is shown, and what the viewer may do there. */
export type Desk = OrganisationDeskQuery['organisation'];
