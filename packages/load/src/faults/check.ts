import type { Course, Ending, History, Truth } from './history.ts';
import { arrivedMails, repeatedMails, sentMails, stableMails, unaskedMails } from './mail-checks.ts';

export interface Finding {
  /** I1 to I5. */
  rule: string;
  promise: string;
  checked: number;
  faults: string[];
}

/** Judges a history against what is there in the end. Pure: it knows neither servers nor clocks. */
export function check(history: History, truth: Truth): Finding[] {
  return [
    finding('I1', 'every acknowledged write is readable afterwards', readable(history, truth)),
    finding('I1', 'no refused write left anything', refused(history, truth)),
    finding('I1', 'no read showed less than was acknowledged before it began', staleReads(history)),
    finding('I2', 'each subscriber ended with exactly 1..n of its rooms, once, in order', courses(history, truth)),
    finding('I2', 'posts of each thread are numbered 1..n', numbers(truth)),
    finding('I3', 'a repeated mutation made one row', once(history, truth)),
    finding('I4', 'each follower and each mentioned person has one notice of each acknowledged post', notices(history, truth)),
    finding('I4', 'each mail that is due came, or is shown as given up', arrivedMails(history, truth)),
    finding('I4', 'each mail has one Message-ID over all attempts', stableMails(history, truth)),
    finding('I4', 'a mail came again only after a lost answer or a kill', repeatedMails(truth)),
    finding('I4', 'nobody got a mail that was not due', unaskedMails(history, truth)),
    finding('I4', 'all that the outbox took went out, and arrived', sentMails(history, truth)),
    finding('I5', 'nobody heard anything after their right ended', leaks(history, truth)),
    finding('I5', 'nothing came and nothing was answered after a sign-out', afterSignOut(history)),
  ];
}

/** One item a check: null when it holds. */
type Checked = (string | null)[];
const finding = (rule: string, promise: string, checked: Checked): Finding => ({
  rule,
  promise,
  checked: checked.length,
  faults: checked.filter((fault) => fault !== null),
});

function bodies(truth: Truth): Map<string, string[]> {
  const posts = new Map<string, string[]>();
  const current = truth.posts.map(({ id, body }) => ({ post: id, body }));
  for (const { post, body } of [...current, ...truth.revisions]) posts.set(body, [...(posts.get(body) ?? []), post]);
  return posts;
}

function readable({ writes }: History, truth: Truth): Checked {
  const posts = new Map(truth.posts.map((post) => [post.id, post]));
  const revisions = new Map(truth.revisions.map((r) => [`${r.post} ${r.version}`, r.body]));
  const textOf = (post: string, version: number) =>
    posts.get(post)?.version === version ? posts.get(post)?.body : revisions.get(`${post} ${version}`);
  const reactions = new Set(truth.reactions.map((r) => `${r.post} ${r.person}`));
  const wishes = Map.groupBy(
    writes.filter((w) => w.kind === 'react'),
    (w) => `${w.post} ${w.by}`,
  );
  // The last wish counts. One before it that was repeated decides nothing: a server that stood still may do its first attempt later.
  const lastReactions = [...wishes.values()].flatMap((all) => {
    const last = all.at(-1)!;
    return all.some((w) => w.on !== last.on && w.attempts > 1) ? [] : [last];
  });
  return [
    ...writes
      .filter((w) => w.kind !== 'react' && w.outcome === 'acknowledged')
      .map(({ kind, post, version, body }) => {
        if (post === null || !posts.has(post)) return `${kind} "${body}" is gone`;
        if (textOf(post, version) !== body) return `${kind} "${body}" is not version ${version} of its post`;
        return truth.readable.get(post) === posts.get(post)?.body ? null : `the API does not show "${body}"`;
      }),
    ...lastReactions
      .filter((w) => w.outcome === 'acknowledged')
      .map((w) =>
        reactions.has(`${w.post} ${w.by}`) === w.on ? null : `reaction of ${w.by} to ${w.post} is not ${w.on ? 'there' : 'gone'}`,
      ),
  ];
}

function refused({ writes }: History, truth: Truth): Checked {
  const all = bodies(truth);
  return writes
    .filter((w) => w.outcome === 'failed' && w.body !== '')
    .map(({ kind, body }) => (all.has(body) ? `refused ${kind} "${body}" is there` : null));
}

function staleReads({ reads, writes }: History): Checked {
  const known = Map.groupBy(
    writes.filter((w) => w.kind !== 'react' && w.outcome === 'acknowledged' && w.post !== null),
    (w) => w.thread,
  );
  return reads.map(({ thread, invoked, posts }) => {
    const shown = new Map(posts.map((p) => [p.id, p.version]));
    // The newest ones were asked for: an acknowledged post is among them, unless as many came after it.
    const isFull = posts.length >= pageOfReads;
    for (const w of known.get(thread) ?? []) {
      if (w.ended >= invoked) continue;
      const version = shown.get(w.post!);
      if (version === undefined && !isFull) return `a read missed "${w.body}"`;
      if (version !== undefined && version < w.version) return `a read showed version ${version} before "${w.body}"`;
    }
    return null;
  });
}
/** How many posts a read asks for. */
export const pageOfReads = 20;

function courses({ courses }: History, { events }: Truth): Checked {
  const rooms = Map.groupBy(events, (e) => e.room);
  return courses.map((course) => courseFault(course, rooms.get(course.room) ?? []));
}

function courseFault({ listener, room, steps, entitled }: Course, events: Truth['events']): string | null {
  let last = 0;
  for (const step of steps) {
    if ('reset' in step) {
      if (step.reset < last) return `${listener} went back in ${room} from ${last} to ${step.reset}`;
      last = step.reset;
      continue;
    }
    if (step.seq !== last + 1) return `${listener} took ${step.seq} after ${last} in ${room}`;
    last = step.seq;
    const event = events[last - 1];
    if (event?.seq !== last) return `${listener} heard ${last} in ${room}, which does not exist`;
    if (step.name !== null && step.name !== event.name) return `${listener} heard ${step.name} for ${event.name}, ${room} ${last}`;
  }
  if (entitled && last !== events.length) return `${listener} ended at ${last} of ${events.length} in ${room}`;
  return last > events.length ? `${listener} ended at ${last} of ${events.length} in ${room}` : null;
}

function numbers({ posts }: Truth): Checked {
  return [...Map.groupBy(posts, (p) => p.thread)].map(([thread, of]) => {
    const found = of.map((p) => p.no).sort((a, b) => a - b);
    return found.every((no, i) => no === i + 1) ? null : `thread ${thread} has the numbers ${found.join(' ')}`;
  });
}

function once({ writes }: History, truth: Truth): Checked {
  const rows = Map.groupBy(truth.posts, (p) => `${p.by} ${p.mutation}`);
  const all = bodies(truth);
  return writes
    .filter((w) => w.kind === 'post')
    .map((w) => {
      const count = Math.max(rows.get(`${w.by} ${w.mutation}`)?.length ?? 0, new Set(all.get(w.body)).size);
      return count > 1 ? `"${w.body}" stands ${count} times after ${w.attempts} attempts` : null;
    });
}

function notices({ writes }: History, truth: Truth): Checked {
  const count = new Map<string, number>();
  for (const { person, cause } of truth.notices)
    for (const post of cause.split(':')) count.set(`${person} ${post}`, (count.get(`${person} ${post}`) ?? 0) + 1);
  const posts = writes.filter((w) => w.kind === 'post' && w.outcome === 'acknowledged');
  const left = truth.jobsLeft === 0 ? [] : [`${truth.jobsLeft} jobs are left`];
  return [
    ...left,
    ...posts.flatMap(({ post, thread, by, body, mentions }) =>
      [...new Set([...(truth.followers.get(thread) ?? []), ...mentions])]
        .filter((person) => person !== by)
        .map((person) => {
          const told = count.get(`${person} ${post}`) ?? 0;
          return told === 1 ? null : `${person} was told ${told} times of "${body}"`;
        }),
    ),
  ];
}

/** By the order of the room where it holds the ending, and by the clock for what was only asked for after it. */
function leaks({ frames, endings, writes }: History, { events }: Truth): Checked {
  const asked = new Map(writes.filter((w) => w.kind === 'post' && w.post !== null).map((w) => [w.post!, w.invoked]));
  const rooms = Map.groupBy(events, (e) => e.room);
  const written = versions(events);
  const perSubject = Map.groupBy(frames, (f) => `${f.person} ${f.room}`);
  return endings.map((ending) => {
    const of = rooms.get(ending.room) ?? [];
    const at = seqOf(ending, of, endings);
    for (const frame of perSubject.get(`${ending.person} ${ending.room}`) ?? []) {
      if (frame.at >= ending.regained) continue;
      const post = of[frame.seq - 1]?.post;
      const isLater = at !== null && frame.seq > at;
      const askedLater = frame.name === 'post.written' && post && (asked.get(post) ?? -Infinity) > ending.acknowledged;
      const shows = frame.post === null ? undefined : written.get(`${frame.post} ${frame.version}`);
      const showsLater = at !== null && shows !== undefined && shows > at;
      if (isLater || askedLater || showsLater)
        return `${ending.person} (${ending.how}) heard ${frame.name} ${frame.seq} in ${ending.room}${showsLater ? ', with later text' : ''}`;
    }
    return null;
  });
}

/** Where the room says that this seat ended: the n-th ending of this person there. */
function seqOf(ending: Ending, events: Truth['events'], endings: readonly Ending[]): number | null {
  if (ending.how === 'guest') return null;
  const mine = events.filter((e) => e.name === 'membership.ended' && e.person === ending.person);
  const nth = endings.filter((e) => e.how !== 'guest' && e.person === ending.person && e.room === ending.room).indexOf(ending);
  return mine[nth]?.seq ?? null;
}

/** Which event brought which version of a post. */
function versions(events: Truth['events']): Map<string, number> {
  const latest = new Map<string, number>();
  const seqs = new Map<string, number>();
  for (const { name, post, seq } of events) {
    if (post === null || (name !== 'post.written' && name !== 'post.edited')) continue;
    const version = (latest.get(post) ?? 0) + 1;
    latest.set(post, version);
    seqs.set(`${post} ${version}`, seq);
  }
  return seqs;
}

/** How long a socket may outlive its sign-out. */
const grace = 2_000;

function afterSignOut({ signOuts, frames, requests }: History): Checked {
  return signOuts.flatMap(({ sid, acknowledged }) => {
    const frame = frames.find((f) => f.sid === sid && f.at > acknowledged + grace);
    const request = requests.find((r) => r.sid === sid && r.accepted && r.invoked > acknowledged);
    return [
      frame ? `${sid} heard ${frame.room} ${frame.seq} after ${Math.round(frame.at - acknowledged)} ms` : null,
      request ? `${sid} was answered ${Math.round(request.invoked - acknowledged)} ms after its sign-out` : null,
    ];
  });
}
