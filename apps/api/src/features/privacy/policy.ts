import { has, type Actor } from '../../platform/auth/actor.ts';

/** R12: who reads the audit log. */
export const readsAudit = (actor: Actor): boolean => has(actor, 'LAND_ADMIN', 'AUDITOR');
