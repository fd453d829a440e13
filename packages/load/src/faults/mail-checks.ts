import type { Arrival, History, Truth } from './history.ts';

/** Mails about one thing to one person: how many different ones must arrive, and how many may. */
export interface Due {
  to: string;
  about: string;
  must: number;
  may: number;
}
const keyOf = ({ to, about }: Pick<Due, 'to' | 'about'>): string => `${about} to ${to}`;

/** To whom which mails are due. Derived from what the writing clients were told, never from the outbox. */
export function dueMails({ writes, announcements, digests, removals }: History, { posts }: Truth): Due[] {
  const numbers = new Map(posts.map((post) => [`${post.by} ${post.mutation}`, post.no]));
  const ofPosts = writes
    .filter((w) => w.kind === 'post' && (w.mentions.length > 0 || w.answers !== null))
    .flatMap((w): Due[] => {
      const no = numbers.get(`${w.by} ${w.mutation}`);
      const must = w.outcome === 'acknowledged' ? 1 : 0;
      // A write of unknown outcome that is not in the database makes nothing due. An acknowledged one does, there or not.
      if (no === undefined && must === 0) return [];
      const about = `${w.thread} ${no ?? `"${w.body}"`}`;
      return [
        ...w.mentions.map((to) => ({ to, about: `mention ${about}`, must, may: 1 })),
        ...(w.answers === null ? [] : [{ to: w.answers, about: `answer ${about}`, must, may: 1 }]),
      ];
    });
  const ofAnnouncements = announcements
    .filter((a) => a.hurries && a.outcome !== 'failed')
    .flatMap(({ id, to, outcome }) =>
      to.map((person) => ({ to: person, about: `announcement ${id}`, must: outcome === 'acknowledged' ? 1 : 0, may: 1 })),
    );
  // Whoever came back before they could be told gets no mail about the removal.
  const ofRemovals = [...Map.groupBy(removals, (person) => person)].map(([to, all]) => ({
    to,
    about: 'removal',
    must: 0,
    may: all.length,
  }));
  return [...ofPosts, ...ofAnnouncements, ...ofRemovals, ...digests.map((to) => ({ to, about: 'digest', must: 1, may: 1 }))];
}

/** One entry for each check: null when it holds, else what is wrong. */
type Checked = (string | null)[];

/** Each due mail came at least once; for unknown addresses, the outbox shows it as given up. */
export function arrivedMails(history: History, truth: Truth): Checked {
  const came = idsOf(truth.arrivals);
  const givenUp = Map.groupBy(
    truth.mails.filter((mail) => mail.failure !== null),
    (mail) => mail.to,
  );
  const due = dueMails(history, truth).filter(({ must }) => must > 0);
  return [
    ...due
      .filter(({ to }) => !history.nowhere.includes(to))
      .map((mail) => ((came.get(keyOf(mail))?.size ?? 0) >= mail.must ? null : `${keyOf(mail)} never came`)),
    // After the first refusal the address is paused and no more mails are written, so one is enough.
    ...history.nowhere
      .filter((to) => due.some((mail) => mail.to === to))
      .map((to) => (givenUp.has(to) ? null : `no mail to ${to}, whom the server does not know, is shown as given up`)),
  ];
}

/** The same mail carries the same Message-ID, however often it is tried. */
export function stableMails(history: History, truth: Truth): Checked {
  const may = new Map(dueMails(history, truth).map((mail) => [keyOf(mail), mail.may]));
  return [...idsOf(truth.arrivals)].map(([key, ids]) => {
    const allowed = may.get(key);
    return allowed === undefined || ids.size <= allowed ? null : `${key} came under ${ids.size} Message-IDs`;
  });
}

/** A mail goes out again only when the server's answer was lost, or when the worker or the database was killed before noting it. */
export function repeatedMails({ arrivals, kills }: Truth): Checked {
  const again = [...Map.groupBy(arrivals, (mail) => mail.id).values()].map((same) => same.slice(0, -1).filter((mail) => mail.heard).length);
  const extra = again.reduce((sum, n) => sum + n, 0);
  return [
    extra > kills ? `${extra} mails went out again although their answer was heard, after ${kills} kills` : null,
    ...again.map(() => null),
  ];
}

export function unaskedMails(history: History, truth: Truth): Checked {
  const due = new Set(dueMails(history, truth).map(keyOf));
  return truth.arrivals.map((mail) => (due.has(keyOf(mail)) ? null : `nothing was due, but ${keyOf(mail)} came`));
}

/** Every mail in the outbox was sent, and every one marked as sent was taken by the mail server. */
export function sentMails({ nowhere }: History, { mails, arrivals }: Truth): Checked {
  const came = new Set(arrivals.map((mail) => mail.id));
  return mails.map(({ id, to, sent, failure }) => {
    if (nowhere.includes(to) && failure !== null) return null;
    return !sent ? `mail ${id} was not sent` : came.has(id) ? null : `mail ${id} is called sent and did not arrive`;
  });
}

const idsOf = (arrivals: readonly Arrival[]): Map<string, Set<string>> =>
  new Map([...Map.groupBy(arrivals, keyOf)].map(([key, same]) => [key, new Set(same.map((mail) => mail.id))]));
