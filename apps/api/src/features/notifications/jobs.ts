import { job } from '../../platform/jobs/jobs.ts';

/** Notices that may be worth a mail at once; where mails are decided, it is seen whether they are. */
export const noticesTold = job<{ noticeIds: string[] }>('notices.told');

/** The same for messages to a person's browsers. */
export const noticesPressing = job<{ noticeIds: string[] }>('notices.pressing');
