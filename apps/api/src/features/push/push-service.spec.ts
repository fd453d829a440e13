import { describe, expect, it } from '@jest/globals';
import { configSchema } from '../../platform/config.ts';
import { isOfService, isPoint } from './push-service.ts';

const usual = configSchema.parse({ DATABASE_URL: 'postgresql://localhost/x' }).PUSH_SERVICES;

describe('addresses that browsers give', () => {
  it.each([
    'https://fcm.googleapis.com/fcm/send/dpH5lCsTSSM:APA91bHqjZxM0VImWWqDRN7U0a3AycjUf4O',
    'https://updates.push.services.mozilla.com/wpush/v2/gAAAAABk-_x9',
    'https://wns2-par02p.notify.windows.com/w/?token=BQYAAACe%2fxyz%3d%3d',
    'https://web.push.apple.com/QGuQyavXutnMH',
  ])('are of a push service: %s', (endpoint) => expect(isOfService(endpoint, usual)).toBe(true));

  it.each([
    'http://fcm.googleapis.com/fcm/send/x',
    'https://fcm.googleapis.com:8443/fcm/send/x',
    'https://user@fcm.googleapis.com/fcm/send/x',
    'https://user:secret@fcm.googleapis.com/fcm/send/x',
    'https://fcm.googleapis.com@127.0.0.1/x',
    'https://fcm.googleapis.com.ort.example/x',
    'https://xfcm.googleapis.com/x',
    'https://www.fcm.googleapis.com/x',
    'https://fcm.googleapis.com./x',
    'https://push.services.mozilla.com.ort.example/x',
    'https://evilpush.services.mozilla.com.example/x',
    'https://notify.windows.com/x',
    'https://ort.example/?https://fcm.googleapis.com/x',
    'https://ort.example/#fcm.googleapis.com',
    'https://fcm.googleapis.com/x#y',
    'https://FCM.googleapis.com/x',
    'https://fcm.googleapis.com\\@127.0.0.1/x',
    ' https://fcm.googleapis.com/x',
    'https://fcm.goog\tleapis.com/x',
    'https://127.0.0.1/x',
    'https://localhost/x',
    'https://[::1]/x',
    'https://2130706433/x',
    'https://169.254.169.254/latest/meta-data/',
    'http://169.254.169.254/latest/meta-data/',
    'http://localhost:3000/graphql',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'fcm.googleapis.com/x',
    '',
  ])('are none: %j', (endpoint) => expect(isOfService(endpoint, usual)).toBe(false));

  it('an origin on this machine is only that one', () => {
    const local = ['http://127.0.0.1:4711'];
    expect(isOfService('http://127.0.0.1:4711/push/1', local)).toBe(true);
    for (const other of ['http://127.0.0.1:4712/x', 'https://127.0.0.1:4711/x', 'http://localhost:4711/x', 'http://kim@127.0.0.1:4711/x'])
      expect([other, isOfService(other, local)]).toEqual([other, false]);
  });

  it('lets the operator name hosts and origins, and nothing that means everything', () => {
    const parse = (list: string) => configSchema.safeParse({ DATABASE_URL: 'postgresql://localhost/x', PUSH_SERVICES: list });
    expect(parse('push.ort.example, *.push.ort.example, https://push.ort.example:8443').success).toBe(true);
    for (const list of ['*', '*.*', '*.example', 'http://push.ort.example', 'https://*', ''])
      expect([list, parse(list).success]).toEqual([list, false]);
  });
});

it('takes no key that is no point of the curve', () => {
  expect(isPoint('BIwCq8tz028CFq9YFQ56kipZ633EK628l4-u6FcPHTGkS_cqTsV-9MRRAGEu56UmfXQ-8lIg7QXgUTFmzedzMHM')).toBe(true);
  expect(isPoint(`B${'A'.repeat(86)}`)).toBe(false);
  expect(isPoint('')).toBe(false);
});
