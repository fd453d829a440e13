/**
 * Sorts everything that concerns a person into four sections, what they have to do first: one pure function for Mein Tag, notices
 * and mails. Its rules are a table that everybody can read (query `relevanceRules`); the first rule that fits decides.
 */
export const sections = ['FRIST', 'HANDLUNG', 'KENNTNIS', 'HINTERGRUND'] as const;
export type Section = (typeof sections)[number];

/** Something with a deadline stands under Frist when it ends within so many days. */
export const soonDays = 14;

/** The ids of topics and offices of which a person wants more or less. */
export interface Standing {
  readonly followedTopics: ReadonlySet<string>;
  readonly lessTopics: ReadonlySet<string>;
  readonly lessOffices: ReadonlySet<string>;
}

/** An announcement that is addressed to the person; the caller has checked that. */
export interface AnnouncementMatter {
  readonly of: 'announcement';
  readonly kind: 'INFO' | 'IMPORTANT' | 'ACTION';
  readonly officeId: string;
  readonly topicIds: readonly string[];
  readonly dueAt: Date | null;
  /** Expired, withdrawn, or its deadline has passed. */
  readonly over: boolean;
  /** It went to organisations of the person, and has been acknowledged for all of them. */
  readonly acknowledged: boolean;
}
export interface QuestionMatter {
  readonly of: 'question';
  /** What the person is to it: their office answers, they asked, they voted for it, or they may read it. */
  readonly as: 'office' | 'asker' | 'voter' | 'reader';
  readonly topicIds: readonly string[];
  readonly dueAt: Date | null;
}
export interface EventMatter {
  readonly of: 'event';
  readonly registered: boolean;
}
export interface RequestMatter {
  readonly of: 'request';
  /** The person decides, or somebody decided about what they asked. */
  readonly as: 'decider' | 'asker';
  readonly dueAt: Date | null;
}
export interface ThreadMatter {
  readonly of: 'thread';
  /** What the new post is to the person. */
  readonly by: 'name' | 'place' | 'reply' | 'question' | 'summary' | 'post';
}
export type Matter = AnnouncementMatter | QuestionMatter | EventMatter | RequestMatter | ThreadMatter;
type MatterOf<K extends Matter['of']> = Extract<Matter, { of: K }>;

interface Rule<M extends Matter> {
  readonly id: string;
  readonly section: Section;
  /** When the rule fits, in the words of the published table. */
  readonly when: string;
  /** What the reason shown is made of: the place where the person is addressed, the followed topic, or this sentence. */
  readonly because: 'place' | 'topic' | { readonly sentence: string };
  readonly fits: (matter: M, standing: Standing, soon: (at: Date | null) => boolean) => boolean;
}
const rulesOf = <K extends Matter['of']>(of: K, rules: readonly Rule<MatterOf<K>>[]): Record<K, readonly Rule<MatterOf<K>>[]> =>
  ({ [of]: rules }) as Record<K, readonly Rule<MatterOf<K>>[]>;

const any = (ids: readonly string[], set: ReadonlySet<string>): boolean => ids.some((id) => set.has(id));

const table = {
  ...rulesOf('announcement', [
    {
      id: 'announcement.over',
      section: 'HINTERGRUND',
      when: 'Die Mitteilung ist abgelaufen oder zurückgezogen, oder ihre Frist ist vorbei.',
      because: { sentence: 'weil sie vorbei ist' },
      fits: (a) => a.over,
    },
    {
      id: 'announcement.acknowledged',
      section: 'KENNTNIS',
      when: 'Sie bittet um eine Handlung, und Ihre Verwaltung hat sie bestätigt.',
      because: 'place',
      fits: (a) => a.kind === 'ACTION' && a.acknowledged,
    },
    {
      id: 'announcement.due',
      section: 'FRIST',
      when: `Sie bittet um eine Handlung, und die Frist endet in den nächsten ${soonDays} Tagen.`,
      because: 'place',
      fits: (a, _, soon) => a.kind === 'ACTION' && soon(a.dueAt),
    },
    {
      id: 'announcement.action',
      section: 'HANDLUNG',
      when: 'Sie bittet um eine Handlung.',
      because: 'place',
      fits: (a) => a.kind === 'ACTION',
    },
    {
      id: 'announcement.important',
      section: 'KENNTNIS',
      when: 'Sie ist als „Wichtig“ gekennzeichnet. „Weniger davon“ ändert daran nichts.',
      because: 'place',
      fits: (a) => a.kind === 'IMPORTANT',
    },
    {
      id: 'announcement.less',
      section: 'HINTERGRUND',
      when: 'Eine Information von einer Stelle oder zu einem Thema, von dem Sie weniger sehen wollen.',
      because: { sentence: 'weil Sie davon weniger sehen wollen' },
      fits: (a, s) => s.lessOffices.has(a.officeId) || any(a.topicIds, s.lessTopics),
    },
    {
      id: 'announcement.followed',
      section: 'KENNTNIS',
      when: 'Eine Information zu einem Thema, dem Sie folgen.',
      because: 'topic',
      fits: (a, s) => any(a.topicIds, s.followedTopics),
    },
    {
      id: 'announcement.other_topics',
      section: 'HINTERGRUND',
      when: 'Sie folgen Themen, und die Information hat nur andere.',
      because: { sentence: 'weil Sie anderen Themen folgen' },
      fits: (a, s) => a.topicIds.length > 0 && s.followedTopics.size > 0,
    },
    {
      id: 'announcement.information',
      section: 'KENNTNIS',
      when: 'Eine Information für Ihre Verwaltung oder Arbeitsgruppe.',
      because: 'place',
      fits: () => true,
    },
  ]),
  ...rulesOf('question', [
    {
      id: 'question.due',
      section: 'FRIST',
      when: `Ihre Stelle soll eine Frage in den nächsten ${soonDays} Tagen beantworten.`,
      because: { sentence: 'weil Ihre Stelle antwortet' },
      fits: (q, _, soon) => q.as === 'office' && soon(q.dueAt),
    },
    {
      id: 'question.office',
      section: 'HANDLUNG',
      when: 'Ihre Stelle soll eine Frage beantworten.',
      because: { sentence: 'weil Ihre Stelle antwortet' },
      fits: (q) => q.as === 'office',
    },
    {
      id: 'question.own',
      section: 'KENNTNIS',
      when: 'Zu Ihrer eigenen Frage ist etwas geschehen.',
      because: { sentence: 'weil Sie gefragt haben' },
      fits: (q) => q.as === 'asker',
    },
    {
      id: 'question.voted',
      section: 'KENNTNIS',
      when: 'Zu einer Frage, für die Sie gestimmt haben, ist etwas geschehen.',
      because: { sentence: 'weil Sie für die Frage gestimmt haben' },
      fits: (q) => q.as === 'voter',
    },
    {
      id: 'question.less',
      section: 'HINTERGRUND',
      when: 'Eine Frage zu einem Thema, von dem Sie weniger sehen wollen.',
      because: { sentence: 'weil Sie davon weniger sehen wollen' },
      fits: (q, s) => any(q.topicIds, s.lessTopics),
    },
    {
      id: 'question.followed',
      section: 'KENNTNIS',
      when: 'Eine Frage zu einem Thema, dem Sie folgen.',
      because: 'topic',
      fits: (q, s) => any(q.topicIds, s.followedTopics),
    },
    {
      id: 'question.read',
      section: 'HINTERGRUND',
      when: 'Eine andere Frage, die Sie lesen können.',
      because: { sentence: 'weil Sie dort mitlesen' },
      fits: () => true,
    },
  ]),
  ...rulesOf('event', [
    {
      id: 'event.registered',
      section: 'KENNTNIS',
      when: 'Ein Termin, zu dem Sie angemeldet sind, wurde geändert.',
      because: { sentence: 'weil Sie angemeldet sind' },
      fits: (e) => e.registered,
    },
    {
      id: 'event.read',
      section: 'HINTERGRUND',
      when: 'Ein anderer Termin.',
      because: { sentence: 'weil Sie zu den Sprechstunden eingeladen werden' },
      fits: () => true,
    },
  ]),
  ...rulesOf('request', [
    {
      id: 'request.due',
      section: 'FRIST',
      when: `Über eine Anfrage, Einladung oder einen Platz ist in den nächsten ${soonDays} Tagen zu entscheiden.`,
      because: { sentence: 'weil Sie entscheiden' },
      fits: (r, _, soon) => r.as === 'decider' && soon(r.dueAt),
    },
    {
      id: 'request.decide',
      section: 'HANDLUNG',
      when: 'Eine Anfrage, eine Einladung oder ein Vorschlag wartet auf Sie.',
      because: { sentence: 'weil Sie entscheiden' },
      fits: (r) => r.as === 'decider',
    },
    {
      id: 'request.decided',
      section: 'KENNTNIS',
      when: 'Über etwas, das Sie betrifft, wurde entschieden.',
      because: { sentence: 'weil es Sie betrifft' },
      fits: () => true,
    },
  ]),
  ...rulesOf('thread', [
    {
      id: 'thread.named',
      section: 'HANDLUNG',
      when: 'Jemand hat Sie mit Namen erwähnt.',
      because: { sentence: 'weil Sie erwähnt wurden' },
      fits: (t) => t.by === 'name',
    },
    {
      id: 'thread.place',
      section: 'KENNTNIS',
      when: 'Ihre Organisation oder Ihre Rolle wurde erwähnt.',
      because: { sentence: 'weil Ihre Organisation oder Rolle erwähnt wurde' },
      fits: (t) => t.by === 'place',
    },
    {
      id: 'thread.reply',
      section: 'KENNTNIS',
      when: 'Jemand hat auf Ihren Beitrag geantwortet.',
      because: { sentence: 'weil Sie dort geschrieben haben' },
      fits: (t) => t.by === 'reply',
    },
    {
      id: 'thread.question',
      section: 'KENNTNIS',
      when: 'Jemand hat auf Ihre Frage geantwortet.',
      because: { sentence: 'weil Sie gefragt haben' },
      fits: (t) => t.by === 'question',
    },
    {
      id: 'thread.summary',
      section: 'KENNTNIS',
      when: 'Der Stand einer Diskussion, der Sie folgen, wurde geschrieben.',
      because: { sentence: 'weil Sie folgen' },
      fits: (t) => t.by === 'summary',
    },
    {
      id: 'thread.post',
      section: 'HINTERGRUND',
      when: 'Ein anderer neuer Beitrag. Auf Mein Tag steht das Thema unter „Weiter“.',
      because: { sentence: 'weil Sie folgen' },
      fits: () => true,
    },
  ]),
} as const;

type AnyRule = Pick<Rule<Matter>, 'id' | 'section' | 'when' | 'because'> & { of: Matter['of'] };
/** All rules in the order in which they are tried, by what they are about. */
export const rules: readonly AnyRule[] = Object.entries(table).flatMap(([of, list]) =>
  list.map(({ id, section, when, because }) => ({ id, section, when, because, of: of as Matter['of'] })),
);

export interface Relevance {
  readonly section: Section;
  /** Of the table. */
  readonly rule: string;
  /** `place`: where the person is addressed, which the caller knows. Else the followed topic, or the sentence itself. */
  readonly because: 'place' | { readonly topicId: string } | { readonly sentence: string };
}

/** In which section it stands for this person at this moment, and by which rule. */
export function relevanceOf(matter: Matter, standing: Standing, now: Date): Relevance {
  const until = now.getTime() + soonDays * 86_400_000;
  const soon = (at: Date | null): boolean => at !== null && at.getTime() <= until;
  const list = table[matter.of] as readonly Rule<Matter>[];
  const { section, id, because } = list.find((rule) => rule.fits(matter, standing, soon))!;
  if (because !== 'topic') return { section, rule: id, because };
  const { topicIds } = matter as AnnouncementMatter | QuestionMatter;
  return { section, rule: id, because: { topicId: topicIds.find((topic) => standing.followedTopics.has(topic))! } };
}
