import type { FollowLevel, MentionKind, NoticeKind } from '@kollab/contract';

/** What a post is to one of its readers. */
export interface Concern {
  level: FollowLevel;
  mentioned: MentionKind | null;
  replied: boolean;
  /** It answers their question. */
  asked: boolean;
}

/** Which notice a post becomes for a reader; the strongest reason wins. null: none. */
export function noticeOf({ level, mentioned, replied, asked }: Concern): NoticeKind | null {
  if (level === 'MUTED') return null;
  if (mentioned === 'PERSON' || (mentioned && level !== 'MENTIONS')) return 'MENTION';
  if (level === 'MENTIONS') return null;
  if (asked) return 'ANSWER';
  return replied ? 'REPLY' : level === 'ALL' ? 'POST' : null;
}
