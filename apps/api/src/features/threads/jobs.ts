import { job } from '../../platform/jobs/jobs.ts';

/** Facts that others act upon after the commit (notices, mails). */
export const postWritten = job<{ postId: string }>('threads.post_written');
/** An edit that mentions somebody new. */
export const postMentioned = job<{ postId: string }>('threads.post_mentioned');
/** The "Stand der Diskussion" was written. */
export const standWritten = job<{ threadId: string; personId: string; version: number }>('threads.stand_written');
/** A deletion can no longer be taken back: the text goes. */
export const erasePost = job<{ postId: string }>('threads.erase_post');
