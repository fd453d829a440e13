import { expect, it } from '@jest/globals';
import { groupStatuses, type GroupStatus } from '@kollab/contract';
import { stepVerdict } from './status.ts';

/** By hand, from domain.md: `+` at once, `r` with a reason; to ACTIVE, PAUSED, CLOSED, and anything else. */
it.each<[GroupStatus, string]>([
  ['PROPOSED', '------'],
  ['DECLINED', '------'],
  ['PLANNED', '---+--'],
  ['ACTIVE', '----rr'],
  ['PAUSED', '---+-r'],
  ['CLOSED', '------'],
])('from %s', (from, steps) => {
  const sign = (to: GroupStatus) => {
    const [bare, empty, told] = [undefined, '', 'Ein Grund'].map((reason) => stepVerdict(from, to, reason));
    expect(empty).toBe(bare);
    expect(told).toBe(bare === 'group.status_impossible' ? bare : true);
    return bare === true ? '+' : bare === 'group.reason_required' ? 'r' : '-';
  };
  expect(groupStatuses.map(sign).join('')).toBe(steps);
});
