import type { GroupStatus } from '@kollab/contract';
import type { Verdict } from '../../platform/policy/policy.ts';

/** From which status to which, and what has to be said with it. */
const steps: Partial<Record<GroupStatus, { from: readonly GroupStatus[]; needsReason: boolean }>> = {
  ACTIVE: { from: ['PLANNED', 'PAUSED'], needsReason: false },
  PAUSED: { from: ['ACTIVE'], needsReason: true },
  CLOSED: { from: ['ACTIVE', 'PAUSED'], needsReason: true },
};

/** How far a group may go from one status to another one. */
export function stepVerdict(from: GroupStatus, to: GroupStatus, reason: string | null | undefined): Verdict {
  const step = steps[to];
  if (!step?.from.includes(from)) return 'group.status_impossible';
  return !step.needsReason || !!reason || 'group.reason_required';
}
