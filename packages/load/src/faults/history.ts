/** Instants are milliseconds of the one clock of this program. */
export interface Write {
  kind: 'post' | 'edit' | 'react';
  /** Person who writes. */
  by: string;
  /** Of a post: its clientMutationId, the same in every attempt. */
  mutation: string;
  thread: string;
  /** Like no other text of the run; empty for a reaction. */
  body: string;
  /** Whom the text mentions; they never write where they are mentioned, and so have not read it. */
  mentions: readonly string[];
  /** Who asked the question that it answers. */
  answers: string | null;
  post: string | null;
  /** That the post has after this edit. */
  version: number;
  on: boolean;
  invoked: number;
  ended: number;
  attempts: number;
  /** failed: refused by rule at the first attempt. unknown: no clear answer, it may or may not have happened. */
  outcome: 'acknowledged' | 'failed' | 'unknown';
}

/** One answered read of a thread's newest posts. */
export interface Read {
  thread: string;
  invoked: number;
  posts: readonly { id: string; no: number; version: number }[];
}

/** A frame as it came to a subscriber, before any sorting out. */
export interface Frame {
  person: string;
  sid: string;
  at: number;
  room: string;
  seq: number;
  name: string | null;
  /** Of the fragment that it carried. */
  post: string | null;
  version: number;
}

/** What a subscriber took for the course of a room. */
export interface Course {
  person: string;
  listener: string;
  room: string;
  steps: readonly ({ seq: number; name: string | null } | { reset: number })[];
  /** Still has the right at the end, and so has to know all of it. */
  entitled: boolean;
}

/** Somebody's right to a room ended, and perhaps began again. */
export interface Ending {
  how: 'removed' | 'left' | 'guest' | 'affiliation';
  person: string;
  room: string;
  /** The server said so; of a guest: the last instant. */
  acknowledged: number;
  /** When it was asked to begin again; Infinity: never. */
  regained: number;
}

export interface SignOut {
  sid: string;
  acknowledged: number;
}
/** A request with the token of a session. */
export interface Request {
  sid: string;
  invoked: number;
  accepted: boolean;
}

/** Something published to people, who are told at once when it has a deadline. */
export interface Announcement {
  id: string;
  to: readonly string[];
  hurries: boolean;
  outcome: Write['outcome'];
}

export interface History {
  writes: Write[];
  announcements: Announcement[];
  /** Whose digest was due, with something unread. */
  digests: string[];
  /** Whose seat was asked to be ended, each time. */
  removals: string[];
  /** Whose address the mail server does not know. */
  nowhere: string[];
  reads: Read[];
  frames: Frame[];
  courses: Course[];
  endings: Ending[];
  signOuts: SignOut[];
  requests: Request[];
}
export const emptyHistory = (): History => ({
  writes: [],
  announcements: [],
  digests: [],
  removals: [],
  nowhere: [],
  reads: [],
  frames: [],
  courses: [],
  endings: [],
  signOuts: [],
  requests: [],
});

/** A mail that the mail server answered for: 250 after its whole text, whether or not the sender heard it. */
export interface Arrival {
  /** Of its Message-ID. */
  id: string;
  /** The person, or the address where it is nobody's. */
  to: string;
  /** What it is about, as it says itself: "mention <thread> <no>". */
  about: string;
  /** The sender was there for the answer, and left in order. */
  heard: boolean;
}

/** What stands in the database, and what the API shows of it, when all is over. */
export interface Truth {
  events: readonly { room: string; seq: number; name: string; post: string | null; person: string | null }[];
  posts: readonly { id: string; thread: string; no: number; by: string; mutation: string; body: string; version: number }[];
  revisions: readonly { post: string; version: number; body: string }[];
  reactions: readonly { post: string; person: string }[];
  /** Through the API, by somebody who may: text by post. */
  readable: ReadonlyMap<string, string>;
  /** Who follows everything in a thread's group. */
  followers: ReadonlyMap<string, readonly string[]>;
  /** `cause`: as the notices name it, with the post's id in it. */
  notices: readonly { person: string; cause: string }[];
  /** The outbox's own word. `to`: a person. */
  mails: readonly { id: string; to: string; sent: boolean; failure: string | null }[];
  /** What the mail server took, in this order, and nothing that the sender says. */
  arrivals: readonly Arrival[];
  /** Of the worker and of the database: each may have cost one mail a second sending. */
  kills: number;
  jobsLeft: number;
}
