import { expect, it } from '@jest/globals';
import { HourlyLimit } from './hourly-limit.ts';
import { networkOf } from './network.ts';

it.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:0001:2::6', '2001:db8:1:2::/64'],
  ['2001:db8::6', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['2001:db8:1:2:3:4:192.0.2.7', '2001:db8:1:2::/64'],
  ['0190a6f2-0000-7000-8000-000000000001', '0190a6f2-0000-7000-8000-000000000001'],
])('%s counts as %s', (sender, network) => expect(networkOf(sender)).toBe(network));

it('a limit is not escaped by another address of the same network', () => {
  const limit = new HourlyLimit(2);
  const allowed = Array.from({ length: 1_000 }, (_, i) => limit.allows(`2001:db8:1:2::${i.toString(16)}`)).filter(Boolean);
  expect(allowed).toHaveLength(2);
  expect(limit.allows('2001:db8:1:3::1')).toBe(true);
});
