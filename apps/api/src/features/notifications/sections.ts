import { Injectable } from '@nestjs/common';
import type { NoticeKind, QuestionState } from '@kollab/contract';
import type { Notice } from '../../generated/prisma/client.ts';
import { Database } from '../../platform/database/database.ts';
import { AnnouncementRelevance, Preferences, relevanceOf, type AnnouncementMatter, type Matter, type Section } from '../relevance/index.ts';
import { factOf, type NoticeFact } from './description.ts';
import { partOf, type QuestionPart } from './question-part.ts';
import { isOfQuestion } from './question-words.ts';

type Told = Pick<Notice, 'personId' | 'kind' | 'cause' | 'detail' | 'dueAt' | 'questionId' | 'announcementId'>;
/** `done`: nobody is asked for an answer any more. */
type About = Pick<Extract<Matter, { of: 'question' }>, 'dueAt' | 'topicIds'> & { done: boolean };
const unknown: About = { dueAt: null, topicIds: [], done: false };
const doneWith: ReadonlySet<QuestionState> = new Set<QuestionState>(['ANSWERED', 'WITHDRAWN', 'MERGED']);

const decided: Matter = { of: 'request', as: 'asker', dueAt: null };
const decides: Matter = { of: 'request', as: 'decider', dueAt: null };

/** What a fact is to its reader, in terms of `relevance.ts`. Posts, questions and announcements depend on more: see `matterOf`. */
const ofFact: Partial<Record<NoticeFact, Matter>> = {
  requested: decides,
  invited: decides,
  volunteered: decides,
  proposed: decides,
  lead_lost: decides,
  question_returned: decides,
  affiliation_requested: decides,
  barrier_reported: decides,
  faq_review_due: decides,
  acknowledgement_missing: decides,
  event_moved: { of: 'event', registered: true },
  event_cancelled: { of: 'event', registered: true },
  registration_promoted: { of: 'event', registered: true },
};
const ofPart: Partial<Record<QuestionPart, Extract<Matter, { of: 'question' }>['as']>> = {
  OFFICE: 'office',
  ASKED: 'asker',
  VOTED: 'voter',
};
const ofPost: Partial<Record<NoticeKind, Extract<Matter, { of: 'thread' }>['by']>> = {
  REPLY: 'reply',
  ANSWER: 'question',
  SUMMARY: 'summary',
};

/** As SQL, of a notice `n`: it mentions the person by name, not their organisation or a role. */
export const byName = `n.kind = 'MENTION' AND n.detail = 'PERSON'`;

/** Sorts notices into sections by the rules of `relevance.ts`, with a fixed number of queries for any number of people. */
@Injectable()
export class NoticeSections {
  constructor(
    private readonly database: Database,
    private readonly preferences: Preferences,
    private readonly announcements: AnnouncementRelevance,
  ) {}

  /** In the order of the notices. */
  async of(notices: readonly Told[], now = new Date()): Promise<Section[]> {
    const [standings, about, announced] = await Promise.all([
      this.preferences.standings([...new Set(notices.map((n) => n.personId))]),
      this.questions(notices.flatMap((n) => n.questionId ?? [])),
      this.announcements.matters(notices.map(({ personId, announcementId }) => ({ personId, announcementId }))),
    ]);
    return notices.map((notice, i) => {
      const matter = matterOf(notice, about.get(notice.questionId ?? '') ?? unknown, announced[i] ?? null, now);
      return relevanceOf(matter, standings.get(notice.personId)!, now).section;
    });
  }

  private async questions(ids: readonly string[]): Promise<Map<string, About>> {
    if (ids.length === 0) return new Map();
    const rows = await this.database.prisma.question.findMany({
      where: { id: { in: [...new Set(ids)] } },
      select: { id: true, state: true, dueOn: true, topics: { select: { topicId: true } } },
    });
    return new Map(
      rows.map(({ id, state, dueOn, topics }) => [id, { dueAt: dueOn, topicIds: topics.map((t) => t.topicId), done: doneWith.has(state) }]),
    );
  }
}

function matterOf(
  { kind, cause, detail, dueAt }: Told,
  { done, ...about }: About,
  announced: AnnouncementMatter | null,
  now: Date,
): Matter {
  const fact = factOf(cause);
  const known = ofFact[fact];
  if (fact === 'acknowledgement_missing' && announced && isSettled(announced, now)) return announced;
  if (done && (fact === 'question_returned' || partOf(detail) === 'OFFICE')) return { of: 'question', as: 'reader', ...about };
  if (known) return known.of === 'request' ? { ...known, dueAt } : known;
  if (fact === 'announced' || fact === 'announcement_corrected') return announced ?? decided;
  if (fact === 'post' || fact === 'mention' || fact === 'stand') return { of: 'thread', by: concernOf(kind, detail) };
  if (isOfQuestion(fact)) return { of: 'question', as: partAs(detail), ...about };
  return decided;
}

function partAs(detail: string): Extract<Matter, { of: 'question' }>['as'] {
  const part = partOf(detail);
  return (part && ofPart[part]) ?? 'reader';
}

/** It can be acknowledged no more, or has been. */
const isSettled = ({ over, acknowledged, dueAt }: AnnouncementMatter, now: Date): boolean =>
  over || acknowledged || (dueAt !== null && dueAt <= now);

const concernOf = (kind: NoticeKind, detail: string): Extract<Matter, { of: 'thread' }>['by'] =>
  kind === 'MENTION' ? (detail === 'ORGANISATION' || detail === 'ROLE' ? 'place' : 'name') : (ofPost[kind] ?? 'post');
