import { describe, expect, it } from '@jest/globals';
import { givenUpAfter, verdictOn, type MailError } from './verdict.ts';

const answered = (command: string, response: string): MailError => ({
  message: response,
  command,
  response,
  responseCode: Number(response.slice(0, 3)),
});
const bounced = { over: 'BOUNCED', pauses: true };
const refused = { over: 'REFUSED', pauses: false };

describe('what becomes of a mail that did not go out', () => {
  it.each<[string, MailError, object]>([
    ['nobody there', { message: 'connect ECONNREFUSED', command: 'CONN' }, { again: 2_000 }],
    ['silence', { message: 'Timeout', command: 'CONN', responseCode: false }, { again: 2_000 }],
    ['busy at the door', answered('CONN', '421 4.3.2 Later'), { again: 2_000 }],
    ['refused at the door', answered('CONN', '554 5.7.1 Not you'), { again: 2_000 }],
    ['wrong password', answered('AUTH PLAIN', '535 5.7.8 No'), { again: 2_000 }],
    ['our sender refused', answered('MAIL FROM', '550 5.7.1 Sender'), { again: 2_000 }],
    ['greylisted', answered('RCPT TO', '450 4.7.1 Greylisted'), { again: 2_000 }],
    ['disk full', answered('DATA', '452 4.3.1 Full'), { again: 2_000 }],
    ['no such person', answered('RCPT TO', '550 5.1.1 No such user'), bounced],
    ['no such domain', answered('RCPT TO', '550 5.1.2 No such host'), bounced],
    ['mailbox closed', answered('RCPT TO', '550 5.2.1 Disabled'), bounced],
    ['unknown, in old words', answered('RCPT TO', '550 Mailbox unavailable'), bounced],
    ['moved, in old words', answered('RCPT TO', '551 User not local'), bounced],
    ['mailbox full', answered('RCPT TO', '552 5.2.2 Over quota'), refused],
    ['not full, in old words', answered('RCPT TO', '552 Over quota'), refused],
    ['by policy', answered('RCPT TO', '550 5.7.1 Relaying denied'), refused],
    ['by a filter', answered('DATA', '554 5.7.1 Spam'), refused],
    ['after the text', { ...answered('DATA', '554 No'), command: undefined }, refused],
    ['no such person, said after the text', answered('DATA', '550 5.1.1 No such user'), bounced],
    ['unknown, in the signs of an appliance', answered('RCPT TO', '550 #5.1.1 bad address'), bounced],
    ['no such person, in several lines', answered('RCPT TO', '550-5.1.1 The account does not\n550 5.1.1 exist.'), bounced],
    // Many servers look at the sender when they hear of the recipient: nothing is wrong with that one.
    ['our domain is unknown there', answered('RCPT TO', '550 5.1.8 <us@land.example>: Sender address rejected'), { again: 2_000 }],
    ['our address is no good there', answered('RCPT TO', '553 5.1.7 Bad sender'), { again: 2_000 }],
    ['a number that is an address', answered('RCPT TO', '554 Client host [10.5.1.1] blocked'), refused],
    ['a number that begins as one', answered('RCPT TO', '554 Client host 5.1.1.10 blocked'), refused],
  ])('%s', (_, error, verdict) => expect(verdictOn(error, 1, 0, 900)).toEqual(verdict));

  it('waits longer each time: up to a minute for who does not answer, up to a quarter of an hour for who says so', () => {
    const waits = (error: MailError, most = 900) =>
      [1, 2, 3, 4, 5, 6, 7, 9, 10, 500].map((attempts) => (verdictOn(error, attempts, 0, most) as { again: number }).again / 1_000);
    expect(waits({ message: 'connect ECONNREFUSED' })).toEqual([2, 4, 8, 16, 32, 60, 60, 60, 60, 60]);
    expect(waits(answered('RCPT TO', '451 4.3.0 Later'))).toEqual([2, 4, 8, 16, 32, 64, 128, 512, 900, 900]);
    expect(waits({ message: 'connect ECONNREFUSED' }, 5)).toEqual([2, 4, 5, 5, 5, 5, 5, 5, 5, 5]);
    expect(waits(answered('RCPT TO', '451 4.3.0 Later'), 5)).toEqual([2, 4, 5, 5, 5, 5, 5, 5, 5, 5]);
  });

  it('ends after two days, whatever the reason', () => {
    for (const error of [{ message: 'connect ECONNREFUSED' }, answered('RCPT TO', '451 Later'), answered('MAIL FROM', '550 No')]) {
      expect(verdictOn(error, 9, givenUpAfter - 1, 900)).toHaveProperty('again');
      expect(verdictOn(error, 9, givenUpAfter, 900)).toEqual({ over: 'EXPIRED', pauses: false });
    }
  });
});
