import { describe, expect, it } from '@jest/globals';
import { check } from './check.ts';
import { clean, write, type Run } from './example.ts';

const fallen = ({ history, truth }: Run): string[] =>
  check(history, truth)
    .filter(({ faults }) => faults.length > 0)
    .map(({ promise }) => promise);

/** Beside the mention of Ben and the announcement to Eva: an answer to Fay, her digest, and Cem who was removed. */
function run(): Run {
  const { history, truth } = clean();
  history.writes.push(write(9, { answers: 'fay', thread: 'q' }));
  truth.posts.push({ id: 'p9', thread: 'q', no: 1, by: 'ann', mutation: 'm9', body: 'text 9', version: 1 });
  truth.readable.set('p9', 'text 9');
  truth.followers.set('q', ['fay']);
  truth.notices.push({ person: 'fay', cause: 'post:p9' });
  history.digests.push('fay');
  history.removals.push('cem', 'cem');
  for (const [id, to, about] of [
    ['answer', 'fay', 'answer q 1'],
    ['digest', 'fay', 'digest'],
    ['removal', 'cem', 'removal'],
  ] as const) {
    truth.mails.push({ id, to, sent: true, failure: null });
    truth.arrivals.push({ id, to, about, heard: true });
  }
  return { history, truth };
}
const due = 'each mail that is due came, or is shown as given up';
const stable = 'each mail has one Message-ID over all attempts';
const repeated = 'a mail came again only after a lost answer or a kill';
const unasked = 'nobody got a mail that was not due';
const sent = 'all that the outbox took went out, and arrived';

/** As if it had never been written. */
const loses = ({ truth }: Run, id: string): void => {
  truth.mails = truth.mails.filter((mail) => mail.id !== id);
  truth.arrivals = truth.arrivals.filter((mail) => mail.id !== id);
};
const again = ({ truth }: Run, heard: boolean, id = 'mail'): void => {
  const first = truth.arrivals.find((mail) => mail.id === 'mail')!;
  truth.arrivals = truth.arrivals.flatMap((mail) =>
    mail === first
      ? [
          { ...mail, heard },
          { ...mail, id },
        ]
      : [mail],
  );
};

describe('finds what was planted', () => {
  it.each<[string, (run: Run) => void, string[]]>([
    ['a mention whose mail was never written', (run) => loses(run, 'mail'), [due]],
    ['an announcement whose mail was never written', (run) => loses(run, 'mail 2'), [due]],
    ['an answer whose mail was never written', (run) => loses(run, 'answer'), [due]],
    ['a digest that was never made', (run) => loses(run, 'digest'), [due]],
    ['a mail that waits for ever', ({ truth }) => (truth.mails[0]!.sent = false), [sent]],
    ['a mail that is called sent and was not', ({ truth }) => truth.arrivals.shift(), [due, sent]],
    [
      'a mail given up, though its address is known',
      ({ truth }) => Object.assign(truth.mails[0]!, { sent: false, failure: 'REFUSED' }),
      [sent],
    ],
    ['another Message-ID at the second attempt', (run) => again(run, false, 'other'), [stable]],
    ['two mails about the same', (run) => again(run, true, 'other'), [stable]],
    [
      'more mails of removals than removals',
      ({ truth }) => truth.arrivals.push(...['r2', 'r3'].map((id) => ({ id, to: 'cem', about: 'removal', heard: true }))),
      [stable],
    ],
    ['a mail sent twice without a kill', (run) => again(run, true), [repeated]],
    [
      'three times after one kill',
      (run) => {
        again(run, true);
        again(run, true);
        run.truth.kills = 1;
      },
      [repeated],
    ],
    [
      'a mail to a stranger',
      ({ truth }) => truth.arrivals.push({ id: 'x', to: 'fremd@ort.example', about: 'mention t 4', heard: true }),
      [unasked],
    ],
    ['a mail to a colleague', ({ truth }) => truth.arrivals.push({ id: 'x', to: 'eva', about: 'mention t 4', heard: true }), [unasked]],
    ['a mail about what does not hurry', ({ history }) => (history.announcements[0]!.hurries = false), [unasked]],
    ['a mail about what was refused', ({ history }) => (history.announcements[0]!.outcome = 'failed'), [unasked]],
    ['a mail of another kind', ({ truth }) => truth.arrivals.push({ id: 'x', to: 'ben', about: '"Einladung"', heard: true }), [unasked]],
    [
      'a mail to nowhere of which the operator sees nothing',
      (run) => {
        loses(run, 'mail');
        run.history.nowhere.push('ben');
      },
      [due],
    ],
  ])('%s', (_, plant, promises) => {
    const planted = run();
    plant(planted);
    expect(fallen(planted)).toEqual(promises);
  });
});

describe('takes what may happen', () => {
  it.each<[string, (run: Run) => void]>([
    ['nothing', () => undefined],
    ['a mail that came again since its answer was lost', (run) => again(run, false)],
    [
      'a mail that came again after a kill',
      (run) => {
        again(run, true);
        run.truth.kills = 1;
      },
    ],
    ['nobody was told of a removal, since they were back at once', (run) => loses(run, 'removal')],
    [
      'a mention of unknown outcome that is there, and told',
      ({ history }) => (history.writes.find((w) => w.mentions.length > 0)!.outcome = 'unknown'),
    ],
    [
      'a mention of unknown outcome that is not there',
      ({ history }) => history.writes.push(write(10, { outcome: 'unknown', post: null, mentions: ['ben'] })),
    ],
    ['an announcement of unknown outcome that came', ({ history }) => (history.announcements[0]!.outcome = 'unknown')],
    [
      'a mail to nowhere that is shown as given up',
      (run) => {
        loses(run, 'mail');
        run.history.nowhere.push('ben');
        run.truth.mails.push({ id: 'mail', to: 'ben', sent: false, failure: 'BOUNCED' });
      },
    ],
  ])('%s', (_, happens) => {
    const happened = run();
    happens(happened);
    expect(fallen(happened)).toEqual([]);
  });
});
