/** Sizes and times that both sides must agree on. Lengths count UTF-16 code units after NFC. */
export const limits = {
  post: { min: 1, max: 40_000 },
  title: { min: 3, max: 160 },
  name: { min: 1, max: 120 },
  sentence: { min: 1, max: 500 },
  text: { min: 1, max: 10_000 },
  question: { body: { max: 40_000 }, topics: { max: 5 } },
  faq: { question: { min: 3, max: 500 }, answer: { min: 1, max: 20_000 } },
  announcement: { body: { max: 40_000 }, topics: { max: 5 }, links: { max: 20 }, places: { max: 300 } },
  contact: { phone: { max: 60 } },
  /** Days from the first to the last one. */
  absenceDays: 366,
  /** A deadline so near is told at once. */
  urgentHours: 48,
  newsletter: { blocks: { max: 30 } },
  /** `devices`: of one person; the one that was switched on first goes. */
  push: { devices: 10, endpoint: 1_000, label: 80 },
  /** Days in which an office answers when nobody said another day. */
  answerDays: 14,
  /** Milliseconds between two events of one question's votes. */
  votesEvery: 500,
  /** Milliseconds between two events of one group's movement. */
  movementEvery: 5_000,
  email: { max: 254 },
  url: { max: 2_000 },
  page: { default: 50, max: 100 },
  /** The 133 administrations are shown at once on the tile map. */
  directoryPage: { default: 50, max: 250 },
  /** Milliseconds in which the author may take a deletion back. */
  undoDelete: 10_000,
  /** More recipients than this ask the author again … */
  mentionsAsk: 20,
  /** … and more than this are for the group's lead alone. */
  mentionsLead: 200,
  /** Fewer Kommunen than this, and the mood barometer shows nothing. */
  moodVoters: 5,
  /** Days after an event for which a guest's seat lasts unless a day is set. */
  eventSeatDays: 30,
  /** Days before an event on which its invitation goes out to the distribution list. */
  eventInvitationDays: 7,
  /** Days that an invitation is valid. */
  invitationDays: 14,
  /** Hours for which missed events are replayed; later a fresh snapshot is needed. */
  eventRetentionHours: 48,
} as const;
