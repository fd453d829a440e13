import type { AdministeredPersonQuery } from './documents.generated.ts';

/** A person as the operator sees them. */
export type Administered = AdministeredPersonQuery['person'];
