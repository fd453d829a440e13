import { job } from '../../platform/jobs/jobs.ts';

/** Notices that may be worth a mail at once; `mailing` decides. */
export const noticesTold = job<{ noticeIds: string[] }>('notices.told');

/** Notices that may be worth a message to browsers; `push` decides. */
export const noticesPressing = job<{ noticeIds: string[] }>('notices.pressing');
