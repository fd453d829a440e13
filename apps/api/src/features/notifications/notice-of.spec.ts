import { describe, expect, it } from '@jest/globals';
import type { FollowLevel, MentionKind, NoticeKind } from '@kollab/contract';
import { noticeOf } from './notice-of.ts';

describe('what a post is to its reader', () => {
  const rows: [FollowLevel, MentionKind | null, boolean, NoticeKind | null][] = [
    ['ALL', null, false, 'POST'],
    ['ALL', null, true, 'REPLY'],
    ['ALL', 'ROLE', true, 'MENTION'],
    ['MENTIONS', null, false, null],
    ['MUTED', null, true, null],
    ['MUTED', 'ROLE', false, null],
    ['IMPORTANT', null, false, null],
    ['IMPORTANT', null, true, 'REPLY'],
    ['IMPORTANT', 'ORGANISATION', false, 'MENTION'],
    ['IMPORTANT', 'PERSON', true, 'MENTION'],
    ['MENTIONS', null, true, null],
    ['MENTIONS', 'ROLE', false, null],
    ['MENTIONS', 'ORGANISATION', true, null],
    ['MENTIONS', 'PERSON', false, 'MENTION'],
    ['MUTED', 'PERSON', true, null],
  ];
  it.each(rows)('following %s, mentioned as %s, replied to: %s: %s', (level, mentioned, replied, kind) => {
    expect(noticeOf({ level, mentioned, replied, asked: false })).toBe(kind);
  });

  it.each([
    ['ALL', null, 'ANSWER'],
    ['IMPORTANT', null, 'ANSWER'],
    ['IMPORTANT', 'PERSON', 'MENTION'],
    ['MENTIONS', null, null],
    ['MUTED', null, null],
  ] as const)('an answer to their question, following %s, mentioned as %s: %s', (level, mentioned, kind) => {
    expect(noticeOf({ level, mentioned, replied: true, asked: true })).toBe(kind);
  });
});
