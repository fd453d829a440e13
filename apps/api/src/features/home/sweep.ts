import type { Place } from '../../../test/sweeps/sweep.ts';
import { defineSweep } from '../../../test/sweeps/sweep.ts';

const home = (): Place => ({ path: ['home'] });

export const sweep = defineSweep({
  authorization: `
    home: ok
  `,
  calls: {
    home: () => ({}),
  },
  openFields: `
    Home: deadlines deadlineCount actions actionCount announcements announcementCount unread unreadCount drafts
    HomeItem: id kind subjectId groupId title detail reason path organisation dueAt since
  `,
  lists: {
    'Home.deadlines': home,
    'Home.actions': home,
    'Home.announcements': home,
    'Home.unread': home,
    'Home.drafts': home,
  },
  screens: {
    Home: () => `{ home { deadlineCount deadlines { id title dueAt } actionCount actions { id kind title detail reason path }
    announcementCount announcements { id title }
    unreadCount unread { id unreadCount } drafts { key body version }
    nextSprechstunde { id title startsAt status } } }`,
  },
  pages: {
    '/mein-tag': { as: 'leitung.ag4', frame: true, says: 'Niemand wartet auf eine Antwort von Ihnen.' },
  },
});
